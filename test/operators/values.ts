// Values as the tables of these tests write them: 3, 0.5, 1/3, 2026-11-21, 2026-11, P1Y6M, 2020-01-31 → 2020-02-28
// (nextDay), 2..4, 2.., ..4, .., 2..4 or none, 2 | 5, [2, 5, unknown], [], none, unknown, open, true, false; else a text.
import { type DecimalText, invariant, type PlainDate, parseDate, parseDuration } from '../../src/base/index.js'
import type { Conventions, FactType, OperatorName, Value } from '../../src/model/index.js'
import { operatorNamed, type Testing } from '../../src/operators/index.js'

export const conventions: Conventions = { monthEnd: 'lastDay', to: 'excluded', monthDate: 'firstDay', daysPerMonth: 30 }
export const asOf = day('2026-11-21')

/** The operator of that name; a name without one is a slip of the test. */
export function testOf(name: OperatorName) {
  const operator = operatorNamed(name)
  invariant(operator, `the operator ${name} exists`)
  return operator.test
}

export function testing(type: FactType, own: Partial<Conventions> = {}): Testing {
  return { type, conventions: { ...conventions, ...own }, asOf }
}

export function day(text: string): PlainDate {
  const date = parseDate(text)
  invariant(date !== undefined, `${text} is a date`)
  return date
}

/** The value that a text stands for. */
export function value(text: string): Value {
  const list = /^\[(.*)\]$/.exec(text)
  if (list) return { type: 'list', items: parts(list[1] ?? '', ', ') }
  const orNone = text.endsWith(' or none')
  const rest = text.replace(/ or none$/, '')
  const maybe = orNone ? ({ orNone } as const) : {}
  if (rest.includes(' | ')) return { type: 'interval', of: parts(rest, ' | '), ...maybe }
  const [low, high] = rest.split('..')
  if (low === undefined || high === undefined)
    return orNone ? { type: 'interval', of: [value(rest)], orNone } : known(text)
  return { type: 'interval', ...(low && { low: known(low) }), ...(high && { high: known(high) }), ...maybe }
}

function parts(text: string, separator: string): Value[] {
  return text === '' ? [] : text.split(separator).map(value)
}

function known(text: string): Value {
  if (text === 'none' || text === 'unknown' || text === 'open') return { type: text }
  if (text === 'true' || text === 'false') return { type: 'boolean', value: text === 'true' }
  if (/^-?\d+(\.\d+|\/\d+)?$/.test(text)) return { type: 'number', value: text as DecimalText }
  const [, since, until, nextDay] = /^(\S+) → (\S+?)( \(nextDay\))?$/.exec(text) ?? []
  if (since && until)
    return { type: 'elapsed', since: day(since), until: day(until), ...(nextDay && { monthEnd: 'nextDay' }) }
  const date = parseDate(text)
  if (date !== undefined) return { type: 'date', value: date }
  const duration = /^P/.test(text) ? parseDuration(text) : undefined
  return duration ? { type: 'duration', value: duration } : { type: 'text', value: text }
}
