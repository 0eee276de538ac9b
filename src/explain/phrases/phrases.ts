import type { ShownValue } from '../../model/index.js'
import type { ColumnKey, Heading } from '../explanation.js'
import type { PhraseParams } from './params.js'

/** A language: how every heading, column, line, cell and value is said. One that lacks a phrase does not compile. */
export interface Phrases {
  readonly headings: Readonly<Record<Heading, string>>
  readonly columns: Readonly<Record<ColumnKey, string>>
  readonly lines: Saying<PhraseParams>
  readonly value: (value: ShownValue) => string
}

/** How each phrase of a part of the catalogue is said. */
export type Saying<Params> = { readonly [Key in keyof Params]: (params: Params[Key]) => string }
