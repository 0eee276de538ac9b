import {
  addDuration,
  byCodePoint,
  compareDecimals,
  compareDurations,
  type Duration,
  daysBetween,
  distinctBy,
  durationBetween,
  firstDay,
  invariant,
} from '../../base/index.js'
import type { Conventions, FactType, Value } from '../../model/index.js'

/** What the order of values depends on besides themselves: an enumeration's order, how days make months. */
export interface Ordering {
  readonly type?: Pick<FactType, 'ordered' | 'values'>
  readonly conventions: Conventions
}

type Elapsed = Extract<Value, { type: 'elapsed' }>

/** Negative, zero or positive as the left is less than, equal to or greater than the right; of things without an order, not zero if they differ. */
export function compareValues(left: Value, right: Value, ordering: Ordering): number {
  if (left.type === 'number' && right.type === 'number') return compareDecimals(left.value, right.value)
  if (left.type === 'date' && right.type === 'date') return firstDay(left.value) - firstDay(right.value)
  // What still goes on ends later than on any date.
  if (left.type === 'open' || right.type === 'open') return Number(left.type === 'open') - Number(right.type === 'open')
  if (left.type === 'elapsed' && right.type === 'duration') return compareElapsed(left, right.value)
  if (left.type === 'duration' && right.type === 'elapsed') return -compareElapsed(right, left.value)
  if (left.type === 'elapsed' && right.type === 'elapsed') {
    if (firstDay(left.until) === firstDay(right.until)) return firstDay(right.since) - firstDay(left.since)
    return compareDurations(lengthOf(left), lengthOf(right), ordering.conventions.daysPerMonth)
  }
  if (left.type === 'duration' && right.type === 'duration')
    return compareDurations(left.value, right.value, ordering.conventions.daysPerMonth)
  if (left.type === 'boolean' && right.type === 'boolean') return left.value === right.value ? 0 : 1
  invariant(
    left.type === 'text' && right.type === 'text',
    `the checker lets no ${left.type} be compared with a ${right.type}`,
  )
  if (left.value === right.value) return 0
  const { ordered, values } = ordering.type ?? {}
  return ordered && values ? values.indexOf(left.value) - values.indexOf(right.value) : 1
}

/** "For at least D" is: the start + D is not after the end. */
function compareElapsed({ since, until, monthEnd }: Elapsed, duration: Duration): number {
  return firstDay(until) - addDuration(firstDay(since), duration, monthEnd)
}

/** Elapsed time as a length without dates; negative if it has not begun. */
export function lengthOf({ since, until, monthEnd }: Elapsed): Duration {
  return durationBetween(firstDay(since), firstDay(until), monthEnd)
}

/** The ends between which a value is known to lie; undefined is no bound. */
export interface Ends {
  readonly low: Value | undefined
  readonly high: Value | undefined
  readonly orNone: boolean
}

/** The ends of what is not none; a value that is not known at all has none. */
export function endsOf(value: Value): Ends {
  switch (value.type) {
    case 'interval':
      return { low: value.low, high: value.high, orNone: value.orNone === true }
    case 'unknown':
      return { low: undefined, high: undefined, orNone: true }
    default:
      return { low: value, high: value, orNone: false }
  }
}

/** The value that lies between these ends: exact if they are one, unknown if there are none. */
export function between({ low, high, orNone }: Ends, ordering: Ordering): Value {
  if (!low && !high) return { type: 'unknown' }
  if (low && high && !orNone && compareValues(low, high, ordering) === 0 && isOne(low, high)) return low
  return { type: 'interval', ...(low && { low }), ...(high && { high }), ...(orNone && { orNone }) }
}

/** Equal lengths are not one, since a month and thirty days lead to two days from most. */
function isOne(low: Value, high: Value): boolean {
  return (low.type !== 'duration' && low.type !== 'elapsed') || sameValue(low, high)
}

/** The greatest of some values (or, with a sign of −1, the least); undefined if one of them has no bound. */
export function extreme(values: readonly (Value | undefined)[], ordering: Ordering, sign: 1 | -1): Value | undefined {
  if (values.includes(undefined)) return undefined
  return values.reduce((best, value) => (best && value && sign * rank(value, best, ordering) > 0 ? value : best))
}

/** The order of values; among equal ones that of their days, then of how they are written: no order of a list matters. */
function rank(left: Value, right: Value, ordering: Ordering): number {
  const order = compareValues(left, right, ordering)
  if (order !== 0) return order
  const days = (value: Value): number =>
    value.type === 'elapsed' ? daysBetween(firstDay(value.since), firstDay(value.until)) : 0
  return days(left) - days(right) || byCodePoint(valueKey(left), valueKey(right))
}

/** A value that is one of these, all of which it can be: the one if they agree, else an interval that remembers them. */
export function oneOf(values: readonly Value[], ordering: Ordering): Value {
  const distinct = distinctBy(values, valueKey)
  const [only, ...others] = distinct
  if (only && others.length === 0) return only
  const ends = distinct.map(endsOf)
  const low = extreme(
    ends.map((one) => one.low),
    ordering,
    -1,
  )
  const high = extreme(
    ends.map((one) => one.high),
    ordering,
    1,
  )
  const value = between({ low, high, orNone: ends.some(({ orNone }) => orNone) }, ordering)
  return value.type === 'interval' ? { ...value, of: distinct } : value
}

/** All that a value can be, if that is remembered; else the value itself, known or not. */
export function possibleOf(value: Value): readonly Value[] {
  return value.type === 'interval' && value.of ? value.of : [value]
}

/** More combinations of possible values than these are not tried one by one. */
const MOST_COMBINATIONS = 1024

/** Every way to take one of the possible values of each; undefined if these are too many to be tried one by one. */
export function combinationsOf(possible: readonly (readonly Value[])[]): readonly (readonly Value[])[] | undefined {
  if (possible.reduce((product, { length }) => product * length, 1) > MOST_COMBINATIONS) return undefined
  return possible.reduce<Value[][]>(
    (before, next) => before.flatMap((one) => next.map((value) => [...one, value])),
    [[]],
  )
}

/** Whether two values are the same to the letter, known or not. */
export function sameValue(left: Value, right: Value): boolean {
  return left === right || (left.type === right.type && valueKey(left) === valueKey(right))
}

/** Everything that a value of several parts is made of. */
const PARTS = ['type', 'value', 'months', 'days', 'since', 'until', 'monthEnd', 'items', 'low', 'high', 'orNone', 'of']

/** A text that a value shares with its equals only, in whatever order a program's store has put their keys. */
export function valueKey(value: Value): string {
  if ('value' in value && typeof value.value !== 'object') return `${value.type} ${value.value}`
  return JSON.stringify(value, PARTS)
}

/** What covers all of several possible values: the one if they agree, an interval if they have an order, else unknown. */
export function hull(values: readonly Value[], ordered: boolean, ordering: Ordering): Value {
  const [first, ...others] = values
  if (!first) return { type: 'none' }
  if (others.every((other) => sameValue(other, first))) return first
  const some = values.filter(({ type }) => type !== 'none')
  if (!ordered || values.some(({ type }) => type === 'unknown' || type === 'open')) return { type: 'unknown' }
  const ends = some.map(endsOf)
  const low = extreme(
    ends.map((one) => one.low),
    ordering,
    -1,
  )
  const high = extreme(
    ends.map((one) => one.high),
    ordering,
    1,
  )
  return between({ low, high, orNone: some.length < values.length || ends.some(({ orNone }) => orNone) }, ordering)
}
