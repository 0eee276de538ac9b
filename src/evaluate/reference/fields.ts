import {
  addDays,
  decimalFromNumber,
  firstDay,
  invariant,
  isMonth,
  lastDay,
  mayBe,
  type PlainDate,
  pack,
  parseDate,
} from '../../base/index.js'
import { type Field, type ProgramFact, type Supposition, showValue, type Value } from '../../model/index.js'
import {
  type Context,
  certain,
  dateValue,
  factNamed,
  type Item,
  lacking,
  numberValue,
  type Reading,
} from './reading.js'

/** A fact about an item: a field of its own, of the item that it stands for, or what is derived of it. */
export function readOfItem(fact: ProgramFact, item: Item, context: Context): Reading {
  const { from } = fact
  switch (from.kind) {
    case 'field':
      return readField(fact, from, item, context)
    case 'parts': {
      const { source } = item
      const part = source && from.parts[source.part]
      invariant(source && part !== undefined, 'an item of a named list comes from one of its parts', item.list)
      if (typeof part === 'string') return readOfItem(factNamed(part, context), source.item, context)
      return context.read(part, { ...context, items: [source.item] })
    }
    case 'current':
    case 'input':
      throw new Error(`${fact.id} is not a field of an item`)
    default:
      return context.read(from, { ...context, items: [item] })
  }
}

/** A field of the record, or of an item of one of its lists. */
export function readField(
  fact: ProgramFact,
  { keys, absent, period }: Field,
  item: Item | undefined,
  context: Context,
): Reading {
  const path = [...(item ? [item.at] : []), ...keys].join('.')
  const name = { id: fact.id, title: fact.title }
  if (period && item) {
    const value = dayOfPeriod(item.data, period, context)
    return value
      ? certain(dateValue(value))
      : lacking({ path: `${item.at}.${lackingPart(item.data)}`, fact: name, reason: 'absent', ...item.lacks })
  }
  const owner: unknown = item ? item.data : context.data
  const raw = keys.reduce<unknown>((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), owner)
  if (raw === undefined) {
    if (item?.lacks) return lacking({ ...item.lacks, fact: name })
    if (!absent) return lacking({ path, fact: name, reason: 'absent' })
    const kind = absent.type === 'open' ? 'still-open' : 'absent-value'
    return { ...certain(absent), supposed: [{ kind, path, fact: name, value: showValue(absent) }] }
  }
  const value = fieldValue(raw, fact)
  if (value.type !== 'date' || !isMonth(value.value)) return certain(value)
  return monthReading(value.value, { path, fact: name }, context)
}

/** A month stands for its first or last day, or for any: then only the month is known. */
function monthReading(
  month: PlainDate,
  field: Pick<Supposition, 'path' | 'fact'>,
  { conventions: { monthDate }, anyDayOf }: Context,
): Reading {
  if (monthDate === 'unknown' || anyDayOf === field.path) {
    const days: Value = { type: 'interval', low: dateValue(firstDay(month)), high: dateValue(lastDay(month)) }
    return { ...certain(days), missing: [{ ...field, reason: 'month-only' }] }
  }
  const value = dateValue(monthDate === 'lastDay' ? lastDay(month) : month)
  const shown = showValue(dateValue(month))
  return { ...certain(value), supposed: [{ kind: 'month-precision', ...field, value: shown }] }
}

/** The record's shape was checked, so that a value has its field's type. */
function fieldValue(raw: unknown, { id, type }: ProgramFact): Value {
  if (type.list) {
    invariant(Array.isArray(raw), 'the field was checked', id)
    const { list: _, ...each } = type
    return { type: 'list', items: raw.map((one) => fieldValue(one, { id, type: each } as ProgramFact)) }
  }
  if (type.is === 'boolean' && typeof raw === 'boolean') return { type: 'boolean', value: raw }
  if (type.is === 'text' && typeof raw === 'string') return { type: 'text', value: raw }
  if (type.is === 'number' && typeof raw === 'number') {
    const exact = decimalFromNumber(raw)
    invariant(exact !== undefined, 'the numbers of a record were checked')
    return numberValue(exact)
  }
  const date = type.is === 'date' && typeof raw === 'string' ? parseDate(raw) : undefined
  invariant(date !== undefined, 'the field was checked', id)
  return dateValue(date)
}

/** The first or last day of an item's period (`2026`, `2026-Q1`, `2026-03`), or where that ends. */
function dayOfPeriod(
  { kind, year, period }: Item['data'],
  which: NonNullable<Field['period']>,
  { conventions }: Context,
): PlainDate | undefined {
  // A month or quarter that is not named is no day at all; of other assessments the year is the period.
  const whole = typeof kind === 'string' && kind !== 'monthly' && kind !== 'quarterly'
  const text = typeof period === 'string' ? period : whole && typeof year === 'number' ? String(year) : undefined
  if (text === undefined) return undefined
  const [, y = '', quarter, month] = /^(\d{4})(?:-(?:Q(\d)|(\d{2})))?$/.exec(text) ?? []
  const last = quarter ? Number(quarter) * 3 : Number(month ?? 12)
  const first = quarter ? last - 2 : Number(month ?? 1)
  if (which === 'start') return pack(Number(y), first, 1)
  const end = lastDay(pack(Number(y), last, 0))
  return which === 'after' && conventions.to === 'excluded' ? addDays(end, 1) : end
}

/** What the record would have to say to date an item of a period. */
function lackingPart({ kind, year }: Item['data']): string {
  if (typeof year !== 'number') return 'year'
  return kind === undefined ? 'kind' : 'period'
}

/** What was supposed of months that hold the as-of date: on some of their days the date is past, on others to come. */
export function doubtfulMonths({ supposed }: Pick<Reading, 'supposed'>, { asOf }: Context): readonly Supposition[] {
  return supposed.filter(({ kind, value }) => {
    const month = value.type === 'date' ? parseDate(value.value) : undefined
    return kind === 'month-precision' && month !== undefined && mayBe(month, asOf)
  })
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
