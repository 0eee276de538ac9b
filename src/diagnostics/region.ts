import { lineLocator, type SourceText, type Span } from '../base/index.js'

/** A stretch of a file in lines and columns, both from 1, columns in UTF-16 units; the end is excluded. */
export interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine?: number
  readonly endColumn?: number
}

/** Makes regions of spans. Where a span ends is known only of files whose text is given; where only its beginning is, nothing is said of the end. */
export function regionsIn(sources: Iterable<SourceText>): (span: Span) => Region {
  const files = new Map(Array.from(sources, ({ file, text }) => [file, { text, locate: lineLocator(file, text) }]))
  return ({ file, start, end, line, column }) => {
    const beginning = { startLine: line, startColumn: column }
    const known = end > start ? files.get(file) : undefined
    if (!known) return beginning
    // What YAML takes for a value goes on to where the next begins.
    const last = start + known.text.slice(start, end).trimEnd().length
    const { line: endLine, column: endColumn } = known.locate(last, last)
    return { ...beginning, endLine, endColumn }
  }
}
