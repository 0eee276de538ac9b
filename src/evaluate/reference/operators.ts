import {
  addDuration,
  allOf,
  anyOf,
  compareDecimals,
  type DecimalText,
  type Duration,
  daysBetween,
  firstDay,
  invariant,
  isWhole,
  negate,
  type PlainDate,
  type Truth,
  toWhole,
  wholeNumber,
} from '../../base/index.js'
import type { FactType, Value } from '../../model/index.js'
import { compareValues, type Ends, endsOf, lengthOf, type Ordering } from './order.js'

type Interval = Extract<Value, { type: 'interval' }>

/** What a test depends on besides its two sides. */
export interface Testing extends Ordering {
  readonly type: FactType
  readonly asOf: PlainDate
}

/** `none` makes every comparison false but `is: none`; a negative operator is the negation of its positive one. */
export function test(operator: string, left: Value, right: Value, testing: Testing): Truth {
  if (operator === 'known')
    return (left.type !== 'unknown' && left.type !== 'interval') === (right.type === 'boolean' && right.value)
  // Where the few values that a side can be are known, each is tested.
  const rights = readingsOf(right, testing.type)
  const pairs = readingsOf(left, testing.type).flatMap((a) => rights.map((b) => [a, b] as const))
  return agreement(pairs.map(([a, b]) => testReading(operator, a, b, testing)))
}

/** Tests sides that are not one of several values, but known, unknown, none, or of any value between two ends. */
function testReading(operator: string, left: Value, right: Value, testing: Testing): Truth {
  switch (operator) {
    case 'isNot':
      return negate(test('is', left, right, testing))
    case 'notIn':
      return negate(test('in', left, right, testing))
    case 'in':
      return isIn(left, right, testing)
    case 'between':
      return isBetween(left, itemsIn(right), testing)
    case 'is':
      if (left.type === 'none') return isNothing(right, testing)
      if (right.type === 'none') return isNothing(left, testing)
  }
  // Nothing is not compared with anything, not even with what is unknown, unless it is asked whether it is nothing.
  if (left.type === 'none' || right.type === 'none') return false
  if (left.type === 'unknown' || right.type === 'unknown') return 'unknown'
  switch (operator) {
    case 'contains':
      return contains(left, right, testing)
    case 'containsAny':
      return anyOf(itemsIn(right).map((part) => test('contains', left, part, testing)))
    case 'containsAll':
      return allOf(itemsIn(right).map((part) => test('contains', left, part, testing)))
    case 'within':
      return isWithin(left, right, testing)
    default:
      return agreement(possibleOrders(left, right, testing).map((order) => holds(operator, order)))
  }
}

/** The values that a side can be: those remembered, those of an enumeration between two ends, none if it may be none. */
function readingsOf(value: Value, type: FactType): readonly Value[] {
  if (value.type !== 'interval') return [value]
  const { orNone, of, ...range } = value
  const readings = of ? of.flatMap((one) => readingsOf(one, type)) : (valuesBetween(range, type) ?? [range])
  return orNone ? [...readings, { type: 'none' }] : readings
}

/** All the values of an ordered enumeration between two ends; where an end is missing, to the first or the last. */
function valuesBetween({ low, high }: Interval, { ordered, values }: FactType): Value[] | undefined {
  if (!ordered || !values) return undefined
  const from = low?.type === 'text' ? values.indexOf(low.value) : 0
  const to = high?.type === 'text' ? values.indexOf(high.value) : values.length - 1
  return values.slice(from, to + 1).map((one) => ({ type: 'text', value: one }))
}

/** Whether a value is none; an end that is still open is. Without an upper end, a date may be one. */
function isNothing(value: Value, testing: Testing): Truth {
  if (value.type === 'none' || value.type === 'open') return true
  if (value.type === 'unknown') return 'unknown'
  const { low, high } = boundsOf(value, testing)
  if (high?.type !== 'open') return false
  return low?.type === 'open' ? true : 'unknown'
}

/** The ends of a value; no date is later than what is still open. */
function boundsOf(value: Value, { type }: Testing): Pick<Ends, 'low' | 'high'> {
  const { low, high } = endsOf(value)
  return { low, high: high ?? (type.is === 'date' ? { type: 'open' } : undefined) }
}

/** The truth that all have; unknown if they differ. */
function agreement(truths: readonly Truth[]): Truth {
  const [first = 'unknown', ...others] = truths
  return others.every((truth) => truth === first) ? first : 'unknown'
}

/** Whether a comparison holds of a left side that is less than (−1), equal to (0) or greater than (1) the right. */
function holds(operator: string, order: number): boolean {
  switch (operator) {
    case 'is':
      return order === 0
    case 'atLeast':
    case 'onOrAfter':
      return order >= 0
    case 'atMost':
    case 'onOrBefore':
      return order <= 0
    case 'moreThan':
    case 'after':
      return order > 0
    case 'lessThan':
    case 'before':
      return order < 0
    default:
      throw new Error(`no operator is named ${operator}`)
  }
}

/** One order for two values; for an interval, every order that one of its values can have. */
function possibleOrders(left: Value, right: Value, testing: Testing): number[] {
  const [a, b] = [boundsOf(left, testing), boundsOf(right, testing)]
  // Lengths counted from several days have no one order, so that each end is compared with each.
  const orders = [a.low, a.high].flatMap((one) =>
    [b.low, b.high].flatMap((other) => (one && other ? [Math.sign(compareValues(one, other, testing))] : [])),
  )
  const least = a.low && b.high ? Math.min(...orders) : -1
  const most = a.high && b.low ? Math.max(...orders) : 1
  const equal = !testing.type.whole || holdsWhole(b)
  return [-1, 0, 1].filter((one) => least <= one && one <= most && (one !== 0 || equal))
}

/** Whether there is a whole number between two numbers; without one of them there is. */
function holdsWhole({ low, high }: Pick<Ends, 'low' | 'high'>): boolean {
  if (low?.type !== 'number' || high?.type !== 'number') return true
  return wholeNumbersBetween(low.value, high.value) > 0
}

function wholeNumbersBetween(low: DecimalText, high: DecimalText): number {
  const [least, most] = [toWhole(low), toWhole(high)]
  const from = compareDecimals(wholeNumber(least), low) < 0 ? least + 1 : least
  const to = compareDecimals(wholeNumber(most), high) > 0 ? most - 1 : most
  return to - from + 1
}

function isBetween(left: Value, [low, high]: readonly Value[], testing: Testing): Truth {
  invariant(low && high, 'between has two ends')
  const truth = allOf([test('atLeast', left, low, testing), test('atMost', left, high, testing)])
  // An interval may reach past both ends though nothing is between them. Which of two lengths is greater may hang on the day.
  const isInterval = left.type === 'interval' && testing.type.is !== 'duration'
  return truth === 'unknown' && isInterval && isEmpty(low, high, testing) ? false : truth
}

/** Whether nothing can be between the one and the other. */
function isEmpty(low: Value, high: Value, testing: Testing): boolean {
  const highs = readingsOf(high, testing.type)
  return readingsOf(low, testing.type).every((from) =>
    highs.every((to) => {
      if (test('atMost', from, to, testing) === false) return true
      return testing.type.whole === true && !holdsWhole({ low: endsOf(from).low, high: endsOf(to).high })
    }),
  )
}

/** Whether a list names it; also whether it names nothing, if that is what is looked for. */
function isIn(value: Value, list: Value, testing: Testing): Truth {
  if (list.type === 'none') return false
  if (value.type === 'unknown' || list.type === 'unknown') return 'unknown'
  const truth = anyOf(itemsIn(list).map((item) => test('is', value, item, testing)))
  return truth === 'unknown' && namesAll(itemsIn(list), value, testing) ? true : truth
}

/** Whether a list names every whole number, or every day, that an interval can be. */
function namesAll(items: readonly Value[], value: Value, testing: Testing): boolean {
  if (value.type !== 'interval') return false
  const named = new Set<number | string>()
  for (const item of items) {
    if (test('between', item, { type: 'list', items: [value.low ?? item, value.high ?? item] }, testing) !== true)
      continue
    if (item.type === 'number' && isWhole(item.value)) named.add(item.value)
    if (item.type === 'date') named.add(firstDay(item.value))
  }
  return named.size === howMany(value, testing.type)
}

function howMany({ low, high }: Interval, { whole }: FactType): number | undefined {
  if (low?.type === 'date' && high?.type === 'date') return daysBetween(low.value, high.value) + 1
  if (!whole || low?.type !== 'number' || high?.type !== 'number') return undefined
  return wholeNumbersBetween(low.value, high.value)
}

/** A text contains a part of it, a list one of its members. */
function contains(left: Value, right: Value, testing: Testing): Truth {
  if (left.type === 'list') return isIn(right, left, testing)
  invariant(left.type === 'text' && right.type === 'text', 'contains is asked of a text or a list')
  return left.value.includes(right.value)
}

function itemsIn(value: Value): readonly Value[] {
  return value.type === 'list' ? value.items : [value]
}

/** On or before the as-of date, and less than the duration ago: exactly that long ago is out. */
function isWithin(left: Value, right: Value, testing: Testing): Truth {
  const [dates, lengths] = [boundsOf(left, testing), endsOf(right)]
  const today: Value = { type: 'date', value: testing.asOf }
  if (dates.low && compareValues(dates.low, today, testing) > 0) return false
  // Of the dates that are past, the latest is the last that is still within.
  const allPast = dates.high !== undefined && compareValues(dates.high, today, testing) <= 0
  const latest = allPast && dates.high ? dates.high : today
  const tried = (date: Value): boolean[] =>
    [lengths.low, lengths.high].flatMap((length) => (length ? [holdsWithin(date, length, testing)] : []))
  if (lengths.high && !tried(latest).includes(true)) return false
  return allPast && dates.low && lengths.low && !tried(dates.low).includes(false) ? true : 'unknown'
}

function holdsWithin(date: Value, length: Value, { asOf, conventions }: Testing): boolean {
  invariant(date.type === 'date', 'within is asked of a date')
  const day = firstDay(date.value)
  return day <= asOf && asOf < addDuration(day, durationOf(length), conventions.monthEnd)
}

function durationOf(value: Value): Duration {
  if (value.type === 'duration') return value.value
  invariant(value.type === 'elapsed', 'within takes a duration')
  return lengthOf(value)
}
