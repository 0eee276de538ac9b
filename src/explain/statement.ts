import type { ScoreStatement } from '../model/index.js'
import { wantingLine } from './background.js'
import type { ColumnKey, Line, Section, Table } from './explanation.js'
import { sourceLine } from './findings.js'
import { line } from './line.js'
import { scorings, statementTable } from './statement-table.js'
import { traceLines } from './traces.js'
import { isNought } from './values.js'

type Item = ScoreStatement['items'][number]

/** How a score came about: the table; where the total lies; what every item came from and rests on; the weights. */
export function statementSection(statement: ScoreStatement, assumed: ReadonlySet<string>): Section {
  const table = statementTable(statement)
  return {
    heading: 'statement',
    table,
    lines: [...readingLines(table), ...resultLines(statement), ...detailLines(statement, assumed)],
  }
}

function readingLines({ columns }: Table): Line[] {
  const has = (key: ColumnKey): boolean => columns.some((column) => column.key === key)
  const [limited, weighted] = [has('limited'), has('weighted')]
  return limited || weighted ? [line('reading', { limited, weighted })] : []
}

function resultLines({ bands = [], band = [], toNextBand, pass }: ScoreStatement): Line[] {
  const reached = bands.filter(({ id }) => band.includes(id))
  return [
    ...(pass ? [line('pass', pass)] : []),
    ...(reached.length > 0
      ? [line('band', { bands: reached.map(({ title, from }) => ({ title, ...(from && { from }) })) })]
      : []),
    ...(toNextBand ? [line('nextBand', toNextBand)] : []),
  ]
}

function detailLines(statement: ScoreStatement, assumed: ReadonlySet<string>): Line[] {
  const { items, weights, missing } = statement
  const ofItems = new Set(items.flatMap((item) => item.missing.map(({ path }) => path)))
  return [
    ...missing.filter(({ path }) => !ofItems.has(path)).map(wantingLine),
    sourceLine(statement),
    ...scorings(statement).flatMap(({ group, items: scored }) => {
      const lines = scored.map((item) => itemLine(item, assumed))
      return group ? [line('scoring', { id: group.id, title: group.title }, [sourceLine(group), ...lines])] : lines
    }),
    ...weights.map((weight) => weightLine(weight, statement, assumed)),
  ]
}

function itemLine(item: Item, assumed: ReadonlySet<string>): Line {
  const { id, title, lines, quantity, by, when, awarded, missing } = item
  const from = [
    ...(quantity ? [line('quantity', quantity)] : []),
    ...(by ? [line('value', by)] : []),
    ...(when ? traceLines(when, assumed) : []),
    ...lines.map(scoredLine),
    ...missing.map(wantingLine),
  ]
  const nothing = from.length === 0 && isNought(awarded) ? [line('nothingScored', {})] : []
  return line('scoring', { id, title }, [...from, ...nothing, sourceLine(item)])
}

function scoredLine({ at, date, by, points, counted }: Item['lines'][number]): Line {
  return line('scored', { at, date, ...(by && { by }), points, doubtful: counted === 'unknown' })
}

function weightLine(
  weight: ScoreStatement['weights'][number],
  { items, groups }: ScoreStatement,
  assumed: ReadonlySet<string>,
): Line {
  const { id, title, times, truth, trace } = weight
  const on = [...groups, ...items].filter((one) => weight.on.includes(one.id)).map((one) => one.title)
  return line('weight', { id, title, times, truth, on }, [...traceLines(trace, assumed), sourceLine(weight)])
}
