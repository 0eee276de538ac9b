import type { ShownValue } from '../../model/index.js'
import type { Heading, PhraseKey, PhraseParams } from '../explanation.js'

/** A language: how every heading, line and value is said. One that lacks a phrase does not compile. */
export interface Phrases {
  readonly headings: Readonly<Record<Heading, string>>
  readonly lines: { readonly [Key in PhraseKey]: (params: PhraseParams[Key]) => string }
  readonly value: (value: ShownValue) => string
}
