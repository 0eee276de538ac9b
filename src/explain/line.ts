import type { Line, SaidOf } from './explanation.js'
import type { PhraseKey, PhraseParams } from './phrases/params.js'

/** A line said by the phrase of that key. */
export function line<Key extends PhraseKey>(phrase: Key, params: PhraseParams[Key], lines: readonly Line[] = []): Line {
  return { ...said(phrase, params), lines } as Line
}

/** What the phrase of that key says, without lines below: a cell. */
export function said<Key extends PhraseKey>(phrase: Key, params: PhraseParams[Key]): SaidOf<Key> {
  return { phrase, params }
}
