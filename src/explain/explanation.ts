import type { Align, Localized } from '../base/index.js'
import type { Decision } from '../model/index.js'
import type { PhraseKey, PhraseParams } from './phrases/params.js'

/** What a decision says, in the order in which a person wants to read it; plain JSON without a language. 说明 */
export interface Explanation {
  readonly subject: string
  readonly asOf: string
  readonly policy: Decision['policy']
  readonly outcome: string
  readonly adverse: boolean
  readonly sections: readonly Section[]
}

/** A heading with what stands under it: the table first, where there is one, then the lines. */
export interface Section {
  readonly heading: Heading
  readonly table?: Table
  readonly lines: readonly Line[]
}

export type Heading =
  | 'outcome'
  | 'benefits'
  | 'figures'
  | 'inputs'
  | 'alternatives'
  | 'determining'
  | 'setAside'
  /** Gates that are not met, but waived or excepted. */
  | 'excused'
  | 'alsoMet'
  /** The same where none decided. */
  | 'met'
  | 'undetermined'
  | 'statement'
  | 'measures'
  | 'hearing'
  | 'missing'
  | 'assumptions'
  | 'unmet'
  | 'notProposed'
  | 'review'

/** Something that the phrase of its key says. */
export type Said = { readonly [Key in PhraseKey]: SaidOf<Key> }[PhraseKey]

export interface SaidOf<Key extends PhraseKey> {
  readonly phrase: Key
  readonly params: PhraseParams[Key]
}

/** One line, with the lines below it. */
export type Line = Said & { readonly lines: readonly Line[] }

/** Columns and rows; what a column and a cell say is asked of `sayColumn` and `sayCell`. */
export interface Table {
  readonly title: Localized
  /** Only those in which some row has a cell. */
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

export interface Column {
  readonly key: ColumnKey
  /** Numbers stand at the end, so that they can be compared. */
  readonly align: Align
}

export type ColumnKey = 'name' | 'awarded' | 'limited' | 'weighted' | 'earned' | 'possible'

export interface Row {
  /** A group stands above its items; the total is the last row. */
  readonly kind: 'item' | 'group' | 'total'
  /** 1 for an item of a group: to be indented. */
  readonly depth: 0 | 1
  /** A column without a cell is empty in this row. */
  readonly cells: { readonly [Key in ColumnKey]?: Cell }
}

export type Cell = Said
