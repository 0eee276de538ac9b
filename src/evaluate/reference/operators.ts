import {
  addDuration,
  allOf,
  anyOf,
  compareDecimals,
  type Duration,
  daysBetween,
  durationBetween,
  firstDay,
  invariant,
  negate,
  type PlainDate,
  type Truth,
} from '../../base/index.js'
import type { ProgramFact, Value } from '../../model/index.js'

/** `none` makes every comparison false but `is: none`; a negative operator is the negation of its positive one. */
export function test(operator: string, left: Value, right: Value, fact: ProgramFact, asOf: PlainDate): Truth {
  switch (operator) {
    case 'known':
      return (left.type !== 'unknown' && left.type !== 'interval') === (right.type === 'boolean' && right.value)
    case 'isNot':
      return negate(test('is', left, right, fact, asOf))
    case 'notIn':
      return negate(test('in', left, right, fact, asOf))
    case 'in':
      if (right.type === 'unknown' || left.type === 'unknown') return 'unknown'
      return anyOf(itemsIn(right).map((item) => test('is', left, item, fact, asOf)))
    case 'between': {
      const [low, high] = itemsIn(right)
      invariant(low && high, 'between has two ends')
      return allOf([test('atLeast', left, low, fact, asOf), test('atMost', left, high, fact, asOf)])
    }
  }
  if (left.type === 'unknown' || right.type === 'unknown') return 'unknown'
  const nothing = (value: Value): boolean => value.type === 'none' || (value.type === 'open' && operator === 'is')
  if (nothing(left) || nothing(right)) return operator === 'is' && nothing(left) && nothing(right)
  if (operator === 'within') return isWithin(left, right, asOf)
  const truths = new Set(possibleOrders(left, right, fact).map((order) => holds(operator, order)))
  const [only] = truths
  return truths.size === 1 && only !== undefined ? only : 'unknown'
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

/** One order for two values; for an interval, every order that one of its numbers can have. */
function possibleOrders(left: Value, right: Value, fact: ProgramFact): number[] {
  const end = (value: Value, which: 'low' | 'high'): Value | undefined => {
    if (value.type !== 'interval') return value
    const number = value[which]
    return number === undefined ? undefined : { type: 'number', value: number }
  }
  const order = (a: Value | undefined, b: Value | undefined): number =>
    a && b ? Math.sign(compare(a, b, fact)) : a ? -1 : 1 // no end: greater than all
  const [least, most] = [order(end(left, 'low'), end(right, 'high')), order(end(left, 'high'), end(right, 'low'))]
  return [-1, 0, 1].filter((one) => least <= one && one <= most)
}

function itemsIn(value: Value): readonly Value[] {
  return value.type === 'list' ? value.items : [value]
}

/** On or before the as-of date, and less than the duration ago: exactly that long ago is out. */
function isWithin(left: Value, right: Value, asOf: PlainDate): Truth {
  if (left.type === 'open') return false
  invariant(left.type === 'date', 'within is asked of a date')
  const day = firstDay(left.value)
  return day <= asOf && asOf < addDuration(day, durationOf(right))
}

/** Elapsed time as a length; time that has not begun is none. */
function durationOf(value: Value): Duration {
  if (value.type === 'duration') return value.value
  invariant(value.type === 'elapsed', 'within takes a duration')
  const [since, until] = [firstDay(value.since), firstDay(value.until)]
  return since <= until ? durationBetween(since, until) : { months: 0, days: 0 }
}

/** Negative, zero or positive as the left is less than, equal to or greater than the right. */
function compare(left: Value, right: Value, { type }: ProgramFact): number {
  if (left.type === 'number' && right.type === 'number') return compareDecimals(left.value, right.value)
  if (left.type === 'date' && right.type === 'date') return firstDay(left.value) - firstDay(right.value)
  if (left.type === 'open' || right.type === 'open') return Number(left.type === 'open') - Number(right.type === 'open')
  if (left.type === 'elapsed' && right.type === 'duration')
    return firstDay(left.until) - addDuration(firstDay(left.since), right.value)
  if (left.type === 'duration' && right.type === 'elapsed') return -compare(right, left, { type } as ProgramFact)
  if (left.type === 'elapsed' && right.type === 'elapsed') {
    return (
      daysBetween(firstDay(left.since), firstDay(left.until)) -
      daysBetween(firstDay(right.since), firstDay(right.until))
    )
  }
  if (left.type === 'duration' && right.type === 'duration') return lengthOf(left.value) - lengthOf(right.value)
  if (left.type === 'boolean' && right.type === 'boolean') return left.value === right.value ? 0 : 1
  invariant(
    left.type === 'text' && right.type === 'text',
    `the checker lets no ${left.type} be compared with a ${right.type}`,
  )
  if (left.value === right.value) return 0
  return type.ordered && type.values ? type.values.indexOf(left.value) - type.values.indexOf(right.value) : 1
}

/** Durations that have lost their dates count thirty days a month. */
const lengthOf = ({ months, days }: Duration): number => months * 30 + days
