import type { Brand } from './brand.js'

/** Where a value stands in a document: `['triggers', 0, 'when']`. */
export type Path = readonly (string | number)[]

/** A file's text with its name, as a caller hands it in; the name is also how other files refer to it. */
export interface SourceText {
  readonly file: string
  readonly text: string
}

/** A line and column in a file, both counted from 1. 位置 */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A stretch of a file: offsets in UTF-16 units with the end excluded, and the place of its start. */
export interface Span extends Place {
  readonly start: number
  readonly end: number
}

/** Keeps the three numbers that people read. */
export function placeOf({ file, line, column }: Place): Place {
  return { file, line, column }
}

/** A stretch of which only the beginning is known: its offsets are both 0. */
export function startingAt({ file, line, column }: Place): Span {
  return { file, start: 0, end: 0, line, column }
}

/** The beginning of a line (by default the first) of a file whose text is not at hand. */
export function startOfLine(file: string, line = 1): Span {
  return startingAt({ file, line, column: 1 })
}

/** `policies/x.policy.yaml:12:5` */
export function formatPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`
}

/** `posts.0.from`: a path in the dotted form that cases, mappings and messages use. */
export function formatPath(path: Path): string {
  return path.join('.')
}

/** A path as one text that is the same for the same path only; the key of place tables. */
export function pathKey(path: Path): Brand<string, 'PathKey'> {
  return JSON.stringify(path) as Brand<string, 'PathKey'>
}
