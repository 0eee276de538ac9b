import { CsvError, parse } from 'csv-parse/sync'
import { lineLocator, type SourceText, type Span } from '../base/index.js'
import { diagnostic, type Report, type SyntaxReason } from '../diagnostics/index.js'

/** A table of texts; a cell is a text as it stands in the file, spaces around it taken off. */
export interface CsvTable {
  readonly file: string
  readonly header: readonly string[]
  /** Where each column's name stands. */
  readonly headerSpans: readonly Span[]
  readonly rows: readonly CsvRow[]
}

export interface CsvRow {
  /** The line on which the row begins, from 1. */
  readonly line: number
  /** As many cells as the row has, which may differ from the header. */
  readonly cells: readonly string[]
}

/**
 * Reads CSV (RFC 4180, comma, header first, byte order mark allowed). Undefined if the quoting is broken, since then
 * nobody can say where a row ends. Ragged rows are kept as they are, for the reader to refuse one by one; empty lines, and rows of empty cells, are no rows.
 */
export function parseCsv({ file, text }: SourceText, report: Report): CsvTable | undefined {
  const locate = lineLocator(file, text)
  try {
    const records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as readonly { record: string[]; info: { lines: number } }[] // what `info: true` yields
    const [head, ...rows] = records
    if (!head) {
      report(diagnostic('source/empty', {}, { span: locate(0, 0) }))
      return undefined
    }
    return {
      file,
      header: head.record,
      headerSpans: cellsOf(text, head.record.length).map(([start, end]) => locate(start, end)),
      rows: rows.map(({ record, info }) => ({ line: info.lines - lineBreaksIn(record), cells: record })),
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : 1
    const start = text
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length
    report(
      diagnostic(
        'source/syntax',
        { reason: reasons[error.code] ?? 'csv-other' },
        { span: locate(start + (start > 0 ? 1 : 0), start) },
      ),
    )
    return undefined
  }
}

/** Where the first so many cells begin and end, quotes included; the parser does not tell. */
function cellsOf(text: string, count: number): [number, number][] {
  const cells: [number, number][] = []
  let [start, quoted] = [/^[\s\ufeff]*/.exec(text)?.[0].length ?? 0, false]
  for (let at = start; at <= text.length && cells.length < count; at += 1) {
    if (text[at] === '"') quoted = !quoted
    if (at < text.length && (quoted || !/[,\r\n]/.test(text.charAt(at)))) continue
    const cell = text.slice(start, at)
    cells.push([start + cell.length - cell.trimStart().length, at - cell.length + cell.trimEnd().length])
    start = at + 1
  }
  return cells
}

/** The parser tells the line on which a row ends. */
function lineBreaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
}

const reasons: Readonly<Record<string, SyntaxReason>> = {
  CSV_QUOTE_NOT_CLOSED: 'csv-unclosed-quote',
  CSV_INVALID_CLOSING_QUOTE: 'csv-after-quote',
  INVALID_OPENING_QUOTE: 'csv-quote-inside',
}
