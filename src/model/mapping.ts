import type { Span } from '../base/index.js'
import type { MappingDocument } from './generated/mapping.js'
import type { FactType } from './value.js'

/** Which column of a roster is which field of the record, names and types resolved. 对应表 */
export interface Mapping {
  readonly file: string
  readonly encoding: 'utf-8' | 'gb18030'
  readonly dates: readonly NonNullable<MappingDocument['dates']>[number][]
  readonly yes: readonly string[]
  readonly no: readonly string[]
  readonly fields: readonly MappedField[]
  readonly lists: readonly MappedList[]
  readonly ignored: readonly string[]
}

/** A field by its path in the record, or in the item of a list. */
export interface MappedField {
  readonly path: readonly string[]
  readonly type: FactType['is']
  readonly from: MappedColumn | { readonly is: string | number | boolean }
}

export interface MappedColumn {
  readonly column: string
  /** Where the mapping names it; absent if it comes from no file. */
  readonly span?: Span
}

export interface MappedList {
  readonly name: string
  /** Whether a person for whom nothing is filled in is known to have none. */
  readonly complete: boolean
  readonly items: readonly (readonly MappedField[])[]
}
