import { invariant, isMonth, lastDay, type PlainDate, pack, parseDate } from '../../base/index.js'
import { type Field, type ProgramFact, showValue, type Value } from '../../model/index.js'
import { type Context, certain, decimal, type Item, lacking, type Reading } from './reading.js'

/** A field of the record, or of an item of one of its lists. */
export function readField(
  fact: ProgramFact,
  { keys, absent, endOfPeriod }: Field,
  item: Item | undefined,
  { data }: Context,
): Reading {
  const owner: unknown = item ? item.data : data
  const path = [...(item ? [item.at] : []), ...keys].join('.')
  const name = { id: fact.id, title: fact.title }
  if (endOfPeriod) {
    const value = periodEnd(item?.data ?? {})
    return value
      ? certain({ type: 'date', value })
      : lacking({ path: `${item?.at}.year`, fact: name, reason: 'absent' })
  }
  const raw = keys.reduce<unknown>((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), owner)
  if (raw === undefined) {
    if (item?.lacks) return lacking({ ...item.lacks, fact: name })
    if (!absent) return lacking({ path, fact: name, reason: 'absent' })
    const kind = absent.type === 'open' ? 'still-open' : 'absent-value'
    return { ...certain(absent), supposed: [{ kind, path, fact: name, value: showValue(absent) }] }
  }
  const value = fieldValue(raw, fact)
  const month = value.type === 'date' && isMonth(value.value)
  return {
    ...certain(value),
    supposed: month ? [{ kind: 'month-precision', path, fact: name, value: showValue(value) }] : [],
  }
}

/** The record's shape was checked, so that a value has its field's type. */
function fieldValue(raw: unknown, { id, type }: ProgramFact): Value {
  if (type.is === 'boolean' && typeof raw === 'boolean') return { type: 'boolean', value: raw }
  if (type.is === 'number' && typeof raw === 'number') return { type: 'number', value: decimal(raw) }
  if (type.is === 'text' && typeof raw === 'string') return { type: 'text', value: raw }
  const date = type.is === 'date' && typeof raw === 'string' ? parseDate(raw) : undefined
  invariant(date !== undefined, `the field ${id} was checked`)
  return { type: 'date', value: date }
}

function periodEnd({ year, period }: Readonly<Record<string, unknown>>): PlainDate | undefined {
  const text = typeof period === 'string' ? period : typeof year === 'number' ? String(year) : undefined
  if (text === undefined) return undefined
  const [, y = '', quarter, month] = /^(\d{4})(?:-(?:Q(\d)|(\d{2})))?$/.exec(text) ?? []
  return lastDay(pack(Number(y), quarter ? Number(quarter) * 3 : Number(month ?? 12), 0))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
