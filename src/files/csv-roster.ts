import { decimalFromNumber, formatDate, type Path, type Span, startOfLine } from '../base/index.js'
import { parseDateText, suggest } from '../check/index.js'
import { type Diagnostic, diagnostic, relatedPlace } from '../diagnostics/index.js'
import type { MappedField, Mapping } from '../model/index.js'
import { type CsvTable, parseCsv } from '../source/index.js'
import { readSource } from './policy-files.js'
import { type RecordRow, rowOf, UnreadableFileError } from './rows.js'

/** How spreadsheets save a number of many digits, such as an identity number: the digits are gone. */
const SPREADSHEET_NUMBER = /^\d(\.\d+)?E\+\d+$/i

/**
 * Reads records from a CSV roster, one row a person, by its mapping. A row that is no record is a rejected row. Throws
 * `UnreadableFileError` if the file cannot be read, its quoting is broken, or its header does not fit the mapping.
 */
export async function* readCsvRoster(file: string, mapping: Mapping): AsyncGenerator<RecordRow> {
  const source = await readSource(file, mapping.encoding)
  if (!source.ok) throw new UnreadableFileError(source.diagnostics)
  const problems: Diagnostic[] = []
  const table = parseCsv(source.value, (problem) => void problems.push(problem))
  if (table) problems.push(...headerProblems(table, mapping))
  if (!table || problems.length > 0) throw new UnreadableFileError(problems)
  for (const { line, cells } of table.rows) {
    if (cells.length !== table.header.length) {
      yield {
        file,
        line,
        diagnostics: [diagnostic('record/row-length', { expected: table.header.length, found: cells.length })],
      }
      continue
    }
    const { data, diagnostics } = rowData(
      new Map(table.header.map((column, index) => [column, cells[index] ?? ''])),
      mapping,
    )
    yield rowOf(file, line, data, diagnostics)
  }
}

/** Every column must be mapped or ignored, every mapped column must be there, and no name may stand twice. */
function headerProblems({ file, header, headerSpans }: CsvTable, { fields, lists, ignored }: Mapping): Diagnostic[] {
  const mapped = [...fields, ...lists.flatMap(({ items }) => items.flat())].flatMap(({ from }) =>
    'column' in from ? [from] : [],
  )
  const expected = new Set([...mapped.map(({ column }) => column), ...ignored])
  const unknown = [...expected].filter((column) => !header.includes(column))
  const unmapped = header.filter((column) => !expected.has(column))
  return [
    ...unknown.map((column) => {
      const named = mapped.find((one) => one.column === column)?.span
      const related = named ? [relatedPlace('mapped-column', { column }, named)] : []
      const place = { span: startOfLine(file), related }
      return diagnostic('mapping/unknown-column', { column, ...suggest(column, unmapped) }, place)
    }),
    ...unmapped.map((column) =>
      diagnostic('mapping/unmapped-column', { column, ...suggest(column, unknown) }, { span: spanOf(column) }),
    ),
    ...header.flatMap((column, index) => {
      if (header.indexOf(column) === index) return []
      const related = [relatedPlace('first-column', { column }, spanOf(column))]
      return [diagnostic('mapping/duplicate-column', { column }, { span: headerSpans[index], related })]
    }),
  ]

  /** Of columns with the same name the first. */
  function spanOf(column: string): Span {
    return headerSpans[header.indexOf(column)] ?? startOfLine(file)
  }
}

/** A row as the data of a record. An empty cell is an absent field; a group of empty cells is no item. */
function rowData(
  cells: ReadonlyMap<string, string>,
  mapping: Mapping,
): { data: Record<string, unknown>; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const data: Record<string, unknown> = {}
  for (const field of mapping.fields) setField(data, field, [])
  for (const { name, complete, items } of mapping.lists) {
    const filled = items.filter((item) => item.some(({ from }) => 'column' in from && cells.get(from.column) !== ''))
    const entries = filled.map((item, index) => {
      const entry: Record<string, unknown> = {}
      for (const field of item) setField(entry, field, [name, index])
      return entry
    })
    if (entries.length > 0 || complete) data[name] = entries
  }
  return { data, diagnostics }

  function setField(target: Record<string, unknown>, field: MappedField, at: Path): void {
    const value =
      'is' in field.from ? field.from.is : cellValue(cells.get(field.from.column) ?? '', field, field.from.column, at)
    if (value === undefined) return
    const [last = '', ...owners] = [...field.path].reverse()
    const owner = owners.reverse().reduce<Record<string, unknown>>((node, key) => {
      node[key] ??= {}
      return node[key] as Record<string, unknown>
    }, target)
    owner[last] = value
  }

  function cellValue(
    cell: string,
    { path, type }: MappedField,
    column: string,
    at: Path,
  ): string | number | boolean | undefined {
    if (cell === '') return undefined
    const place = { path: [...at, ...path] }
    const { yes, no, dates } = mapping
    switch (type) {
      case 'boolean':
        if (yes.includes(cell)) return true
        if (!no.includes(cell)) diagnostics.push(diagnostic('record/not-yes-or-no', { column, yes, no }, place))
        return no.includes(cell) ? false : undefined
      case 'number': {
        const number = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN
        const exact = decimalFromNumber(number) !== undefined
        if (!exact) diagnostics.push(diagnostic('record/not-a-number', { column }, place))
        return exact ? number : undefined
      }
      case 'date': {
        const date = parseDateText(cell, dates)
        if (date === undefined) diagnostics.push(diagnostic('record/not-a-date', { column, formats: dates }, place))
        return date && formatDate(date)
      }
      default:
        if (SPREADSHEET_NUMBER.test(cell)) diagnostics.push(diagnostic('record/number-digits', { column }, place))
        return cell
    }
  }
}
