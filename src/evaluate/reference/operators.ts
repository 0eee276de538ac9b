import {
  addDuration,
  agreementOf,
  allOf,
  anyOf,
  compareDecimals,
  type DecimalText,
  type Duration,
  firstDay,
  invariant,
  isWhole,
  negate,
  type PlainDate,
  type Truth,
} from '../../base/index.js'
import type { FactType, Value } from '../../model/index.js'
import { compareValues, endsOf, lengthOf, type Ordering, possibleOf, sameValue } from './order.js'

/** What a test depends on besides its two sides. */
export interface Testing extends Ordering {
  readonly type: FactType
  readonly asOf: PlainDate
}

/** `none` makes every comparison false but `is: none`; a negative operator is the negation of its positive one. */
export function test(operator: string, left: Value, right: Value, testing: Testing): Truth {
  // Where the few values that a side can be are known, each is tested.
  const pairs = possibleOf(left).flatMap((a) => possibleOf(right).map((b) => [a, b] as const))
  if (pairs.length > 1 && operator !== 'known') return agreementOf(pairs.map(([a, b]) => test(operator, a, b, testing)))
  switch (operator) {
    case 'known':
      return (left.type !== 'unknown' && left.type !== 'interval') === (right.type === 'boolean' && right.value)
    case 'isNot':
      return negate(test('is', left, right, testing))
    case 'notIn':
      return negate(test('in', left, right, testing))
    case 'in':
      return isIn(left, right, testing)
    case 'between': {
      const [low, high] = itemsIn(right)
      invariant(low && high, 'between has two ends')
      return allOf([test('atLeast', left, low, testing), test('atMost', left, high, testing)])
    }
    case 'contains':
      return contains(left, right)
    case 'containsAny':
      return right.type === 'unknown' ? 'unknown' : anyOf(itemsIn(right).map((part) => contains(left, part)))
    case 'containsAll':
      return right.type === 'unknown' ? 'unknown' : allOf(itemsIn(right).map((part) => contains(left, part)))
  }
  const nothing = (value: Value): boolean => value.type === 'none' || (value.type === 'open' && operator === 'is')
  // Nothing is not compared with anything, not even with what is unknown, unless it is asked whether it is nothing.
  if (operator !== 'is' && (nothing(left) || nothing(right))) return false
  if (left.type === 'unknown' || right.type === 'unknown') return 'unknown'
  if (nothing(left) || nothing(right)) {
    const other = nothing(left) ? right : left
    return nothing(other) ? true : endsOf(other).orNone ? 'unknown' : false
  }
  const truths = new Set<Truth>(operator === 'within' ? [isWithin(left, right, testing)] : comparisons())
  if (endsOf(left).orNone || endsOf(right).orNone) truths.add(false)
  const [only] = truths
  return truths.size === 1 && only !== undefined ? only : 'unknown'

  function comparisons(): Truth[] {
    return possibleOrders(left, right, testing).map((order) => holds(operator, order))
  }
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
function possibleOrders(left: Value, right: Value, ordering: Ordering): number[] {
  const [a, b] = [endsOf(left), endsOf(right)]
  const least = a.low && b.high ? Math.sign(compareValues(a.low, b.high, ordering)) : -1
  const most = a.high && b.low ? Math.sign(compareValues(a.high, b.low, ordering)) : 1
  return [-1, 0, 1].filter((one) => least <= one && one <= most)
}

function isIn(left: Value, right: Value, testing: Testing): Truth {
  if (right.type === 'unknown' || left.type === 'unknown') return 'unknown'
  const truth = anyOf(itemsIn(right).map((item) => test('is', left, item, testing)))
  return truth === 'unknown' && coversAll(left, itemsIn(right), testing.type) ? true : truth
}

/** Whether a list names every whole number that an interval of whole numbers can be. */
function coversAll(value: Value, items: readonly Value[], { whole }: FactType): boolean {
  if (!whole || value.type !== 'interval' || value.orNone) return false
  const { low, high } = value
  if (low?.type !== 'number' || high?.type !== 'number') return false
  const [least, most] = [low.value, high.value]
  const inside = (number: DecimalText): boolean =>
    isWhole(number) && compareDecimals(least, number) <= 0 && compareDecimals(number, most) <= 0
  const named = new Set(items.flatMap((item) => (item.type === 'number' && inside(item.value) ? [item.value] : [])))
  return named.size === Number(most) - Number(least) + 1
}

/** A text contains a part of it, a list one of its members. */
function contains(left: Value, right: Value): Truth {
  if (left.type === 'none' || right.type === 'none') return false
  if (left.type === 'unknown' || right.type === 'unknown') return 'unknown'
  if (left.type === 'list') return left.items.some((item) => sameValue(item, right))
  invariant(left.type === 'text' && right.type === 'text', 'contains is asked of a text or a list')
  return left.value.includes(right.value)
}

function itemsIn(value: Value): readonly Value[] {
  return value.type === 'list' ? value.items : [value]
}

/** On or before the as-of date, and less than the duration ago: exactly that long ago is out. */
function isWithin(left: Value, right: Value, testing: Testing): Truth {
  if (left.type === 'open') return false
  const [dates, lengths] = [endsOf(left), endsOf(right)]
  const truths = [dates.low, dates.high].flatMap((date) =>
    [lengths.low, lengths.high].map(
      (length): Truth => (date && length ? holdsWithin(date, length, testing) : 'unknown'),
    ),
  )
  const [first] = truths
  if (truths.every((truth) => truth === first)) {
    // Between two days that are both out there may be one that is in.
    const sameSide = first !== false || dates.low === dates.high || !dates.low || !dates.high
    return sameSide || outside(dates.low, dates.high, lengths.high, testing) ? (first ?? 'unknown') : 'unknown'
  }
  return 'unknown'
}

function holdsWithin(date: Value, length: Value, { asOf, conventions }: Testing): boolean {
  if (date.type === 'open') return false
  invariant(date.type === 'date', 'within is asked of a date')
  const day = firstDay(date.value)
  return day <= asOf && asOf < addDuration(day, durationOf(length), conventions.monthEnd)
}

/** Whether two days that are both not within lie on one side: both to come, or both too long ago. */
function outside(low: Value, high: Value, length: Value | undefined, testing: Testing): boolean {
  if (low.type === 'open') return true
  invariant(low.type === 'date', 'within is asked of a date')
  if (firstDay(low.value) > testing.asOf) return true
  return (
    high.type === 'date' &&
    firstDay(high.value) <= testing.asOf &&
    length !== undefined &&
    !holdsWithin(high, length, testing)
  )
}

function durationOf(value: Value): Duration {
  if (value.type === 'duration') return value.value
  invariant(value.type === 'elapsed', 'within takes a duration')
  return lengthOf(value)
}
