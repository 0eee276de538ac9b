import {
  addDuration,
  addNumbers,
  compareDecimals,
  type DecimalText,
  type Duration,
  divideNumbers,
  invariant,
  isZero,
  multiplyNumbers,
  negateDuration,
  normaliseDuration,
  type RoundingMode,
  roundNumber,
  subtractNumbers,
  toWhole,
  wholeNumber,
} from '../../base/index.js'
import type { Conventions, Value } from '../../model/index.js'
import { between, combinationsOf, endsOf, extreme, lengthOf, type Ordering, oneOf, possibleOf } from './order.js'
import { NO_TIME, NONE, numberValue, UNKNOWN } from './reading.js'

/** The first values less the others; none if one of them is none, else unknown if one is. */
export function sum(terms: readonly Value[], less: readonly Value[], ordering: Ordering): Value {
  return overAll([...terms, ...less], ordering, (values) =>
    sumOfKnown(values.slice(0, terms.length), values.slice(terms.length), ordering),
  )
}

function sumOfKnown(terms: readonly Value[], less: readonly Value[], ordering: Ordering): Value {
  return whereKnown([...terms, ...less], (orNone) => {
    const end = (added: 'low' | 'high', taken: 'low' | 'high'): Value | undefined => {
      const [plus, minus] = [terms.map((one) => endsOf(one)[added]), less.map((one) => endsOf(one)[taken])]
      const known = (value: Value | undefined): value is Value => value !== undefined
      return plus.every(known) && minus.every(known) ? sumOf(plus, minus, ordering.conventions) : undefined
    }
    return between({ low: end('low', 'high'), high: end('high', 'low'), orNone }, ordering)
  })
}

function sumOf(terms: readonly Value[], less: readonly Value[], conventions: Conventions): Value {
  const all = [...terms, ...less]
  if (all.every(({ type }) => type === 'number')) {
    const [plus, minus] = [terms, less].map((values) => values.map(decimalOf).reduce(addNumbers, wholeNumber(0)))
    invariant(plus !== undefined && minus !== undefined, 'both sides have a sum')
    return numberValue(subtractNumbers(plus, minus))
  }
  const date = terms.find(({ type }) => type === 'date' || type === 'open')
  const lengths = { plus: terms.filter((one) => one !== date), minus: less }
  if (date?.type === 'open') return date // what still goes on, moved, still goes on
  if (date?.type === 'date')
    return { type: 'date', value: addDuration(date.value, totalOf(lengths.plus, lengths.minus), conventions.monthEnd) }
  const [anchored, ...others] = all.filter(({ type }) => type === 'elapsed')
  if (anchored?.type === 'elapsed' && others.length === 0 && terms.includes(anchored)) {
    const shift = totalOf(
      terms.filter((one) => one !== anchored),
      less,
    )
    // Months added to elapsed time are time served before its start.
    return { ...anchored, since: addDuration(anchored.since, negateDuration(shift), anchored.monthEnd) }
  }
  const total = totalOf(terms, less)
  const carries = others.length > 0 || (total.months !== 0 && total.days !== 0)
  return { type: 'duration', value: carries ? normaliseDuration(total, conventions.daysPerMonth) : total }
}

function totalOf(terms: readonly Value[], less: readonly Value[]): Duration {
  const lengths = [...terms.map(durationOf), ...less.map((one) => negateDuration(durationOf(one)))]
  return lengths.reduce((a, b) => ({ months: a.months + b.months, days: a.days + b.days }), { months: 0, days: 0 })
}

/** The product of numbers, or of one duration and numbers. */
export function product(factors: readonly Value[], ordering: Ordering): Value {
  return overAll(factors, ordering, (values) => productOfKnown(values, ordering))
}

function productOfKnown(factors: readonly Value[], ordering: Ordering): Value {
  return whereKnown(factors, (orNone) => {
    // Numbers first, so that a fraction of a duration is taken once, whatever the order.
    const numbers = factors.filter((one) => !isTime(one))
    const nothing: Value = numbers.length < factors.length ? NO_TIME : numberValue(0)
    const result = [...numbers, ...factors.filter(isTime)].reduce((a, b) => {
      const corners = cornersOf(a, b).map(([x, y]) => productOf(x, y, nothing, ordering.conventions))
      return spanning(corners, false, ordering)
    })
    return between({ ...endsOf(result), orNone }, ordering)
  })
}

function isTime(value: Value): boolean {
  const { low, high } = endsOf(value)
  return low?.type === 'duration' || low?.type === 'elapsed' || high?.type === 'duration' || high?.type === 'elapsed'
}

/** The quotient; unknown if the divisor may be zero. The caller has refused one that is zero. */
export function quotient(dividend: Value, divisor: Value, ordering: Ordering): Value {
  return overAll([dividend], ordering, ([value = dividend]) => quotientOfKnown(value, divisor, ordering))
}

function quotientOfKnown(dividend: Value, divisor: Value, ordering: Ordering): Value {
  return whereKnown([dividend, divisor], (orNone) => {
    if (mayBeZero(divisor)) return UNKNOWN
    const corners = cornersOf(dividend, divisor).map(([x, y]) => quotientOf(x, y, ordering.conventions))
    return spanning(corners, orNone, ordering)
  })
}

/** Whether a divisor is known to be zero. */
export function isZeroValue(value: Value): boolean {
  return value.type === 'number' && isZero(value.value)
}

function mayBeZero(divisor: Value): boolean {
  const { low, high } = endsOf(divisor)
  const notAbove = !low || compareDecimals(decimalOf(low), wholeNumber(0)) <= 0
  const notBelow = !high || compareDecimals(decimalOf(high), wholeNumber(0)) >= 0
  return notAbove && notBelow
}

/** An end of an interval: a value, or no bound above or below. */
type Corner = Value | 'above' | 'below'

function cornersOf(a: Value, b: Value): [Corner, Corner][] {
  const corners = (value: Value): Corner[] => {
    const { low, high } = endsOf(value)
    return [low ?? 'below', high ?? 'above']
  }
  return corners(a).flatMap((x) => corners(b).map((y): [Corner, Corner] => [x, y]))
}

/** All that lies between the least and the greatest of some corners. */
function spanning(corners: readonly Corner[], orNone: boolean, ordering: Ordering): Value {
  const bounded = corners.map((corner) => (typeof corner === 'string' ? undefined : corner))
  const low = corners.includes('below')
    ? undefined
    : extreme(
        bounded.filter((one) => one !== undefined),
        ordering,
        -1,
      )
  const high = corners.includes('above')
    ? undefined
    : extreme(
        bounded.filter((one) => one !== undefined),
        ordering,
        1,
      )
  return between({ low, high, orNone }, ordering)
}

function signOf(corner: Corner): number {
  if (corner === 'above') return 1
  if (corner === 'below') return -1
  if (corner.type === 'number') return compareDecimals(corner.value, wholeNumber(0))
  const { months, days } = durationOf(corner)
  return Math.sign(months || days)
}

function productOf(x: Corner, y: Corner, nothing: Value, conventions: Conventions): Corner {
  const sign = signOf(x) * signOf(y)
  if (typeof x === 'string' || typeof y === 'string') {
    // Nothing of anything, however much, is nothing.
    if (sign === 0) return nothing
    return sign > 0 ? 'above' : 'below'
  }
  if (x.type === 'number' && y.type === 'number') return numberValue(multiplyNumbers(x.value, y.value))
  const [duration, number] = x.type === 'number' ? [y, x] : [x, y]
  return { type: 'duration', value: scaled(durationOf(duration), decimalOf(number), conventions) }
}

function quotientOf(x: Corner, y: Corner, conventions: Conventions): Corner {
  if (typeof x === 'string') return signOf(x) * signOf(y) > 0 ? 'above' : 'below'
  if (typeof y === 'string') return zeroLike(x)
  const inverse = divideNumbers(wholeNumber(1), decimalOf(y))
  invariant(inverse !== undefined, 'a divisor that may be zero was refused')
  if (x.type === 'number') return numberValue(multiplyNumbers(x.value, inverse))
  return { type: 'duration', value: scaled(durationOf(x), inverse, conventions) }
}

function zeroLike(value: Value): Value {
  return value.type === 'number' ? numberValue(0) : NO_TIME
}

/** Months and days are scaled apart; a fraction of a month becomes days, a fraction of a day is dropped. */
function scaled({ months, days }: Duration, by: DecimalText, { daysPerMonth }: Conventions): Duration {
  const exact = multiplyNumbers(wholeNumber(months), by)
  const whole = toWhole(exact)
  const rest = multiplyNumbers(subtractNumbers(exact, wholeNumber(whole)), wholeNumber(daysPerMonth))
  return { months: whole, days: toWhole(addNumbers(multiplyNumbers(wholeNumber(days), by), rest)) }
}

/** The least or greatest of several values: none is passed over, what is unknown may be anything. */
export function extremeOf(values: readonly Value[], sign: 1 | -1, ordering: Ordering): Value {
  return overAll(values, ordering, (known) => extremeOfKnown(known, sign, ordering))
}

function extremeOfKnown(values: readonly Value[], sign: 1 | -1, ordering: Ordering): Value {
  const some = values.filter(({ type }) => type !== 'none').map(endsOf)
  if (some.length === 0) return NONE
  const near = sign === 1 ? 'low' : 'high'
  const far = sign === 1 ? 'high' : 'low'
  const sure = some.filter(({ orNone }) => !orNone)
  // What is surely there bounds the extreme on one side; without it, the least of what may be there does.
  const bounds = (sure.length > 0 ? sure : some).map((one) => one[near])
  const bound = sure.length > 0 ? strongest(bounds, sign, ordering) : extreme(bounds, ordering, sign === 1 ? -1 : 1)
  const reach = extreme(
    some.map((one) => one[far]),
    ordering,
    sign,
  )
  const [low, high] = sign === 1 ? [bound, reach] : [reach, bound]
  return between({ low, high, orNone: sure.length === 0 }, ordering)
}

/** The strongest of some bounds; one that is missing bounds nothing. */
function strongest(bounds: readonly (Value | undefined)[], sign: 1 | -1, ordering: Ordering): Value | undefined {
  const given = bounds.filter((one) => one !== undefined)
  return given.length === 0 ? undefined : extreme(given, ordering, sign)
}

/** Rounds a number; of an interval, both ends. */
export function rounded(value: Value, to: RoundingMode, step: DecimalText, ordering: Ordering): Value {
  return whereKnown([value], (orNone) => {
    const { low, high } = endsOf(value)
    const round = (end: Value | undefined) => end && numberValue(roundNumber(decimalOf(end), to, step))
    return between({ low: round(low), high: round(high), orNone }, ordering)
  })
}

/** What a computation comes to for every value that its operands are remembered to be; too many are taken by their ends. */
function overAll(values: readonly Value[], ordering: Ordering, compute: (values: readonly Value[]) => Value): Value {
  const combinations = combinationsOf(values.map(possibleOf))
  if (!combinations || combinations.length === 1) return compute(values)
  return oneOf(combinations.map(compute), ordering)
}

/** What a computation comes to if its operands are not none and not unknown. */
function whereKnown(values: readonly Value[], compute: (orNone: boolean) => Value): Value {
  if (values.some(({ type }) => type === 'none')) return NONE
  if (values.some(({ type }) => type === 'unknown')) return UNKNOWN
  return compute(values.some((value) => endsOf(value).orNone))
}

function decimalOf(value: Value): DecimalText {
  invariant(value.type === 'number', 'the checker lets only numbers be computed with here')
  return value.value
}

/** A duration, or elapsed time as a length. */
function durationOf(value: Value): Duration {
  if (value.type === 'duration') return value.value
  invariant(value.type === 'elapsed', 'the checker lets only durations be computed with here')
  return lengthOf(value)
}
