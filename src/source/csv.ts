import { CsvError, parse } from 'csv-parse/sync'
import { diagnostic, type Report } from '../diagnostics/index.js'
import type { SourceText } from './document.js'
import { lineLocator } from './limits.js'

/** A table of texts; a cell is a text as it stands in the file, spaces around it taken off. */
export interface CsvTable {
  readonly file: string
  readonly header: readonly string[]
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
        { reason: csvReasons[error.code] ?? 'quoting' },
        { span: locate(start + (start > 0 ? 1 : 0), start) },
      ),
    )
    return undefined
  }
}

/** The parser tells the line on which a row ends. */
function lineBreaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
}

const csvReasons: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote (") is not closed',
  CSV_INVALID_CLOSING_QUOTE: 'text after a closing quote (")',
  INVALID_OPENING_QUOTE: 'a quote (") inside a cell that does not begin with one',
}
