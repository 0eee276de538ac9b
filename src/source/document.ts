import type { Path, Span } from '../base/index.js'

/** Plain data with the place of every node. */
export interface SourceDocument {
  readonly file: string
  /** Objects without prototype surprises, arrays, texts, numbers, booleans and null. */
  readonly value: unknown
  /** The place of the value at a path, or of the nearest thing around it that exists. */
  readonly spanOf: (path: Path) => Span
  /** The place of some words of the text at a path; of the whole text where they are written in another way. */
  readonly spanOfWords: (path: Path, words: string) => Span
  /** The place of the key at a path; of the value where there is no key, as in a list. */
  readonly keySpanOf: (path: Path) => Span
}
