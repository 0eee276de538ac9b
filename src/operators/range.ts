import {
  addDays,
  addNumbers,
  compareDecimals,
  type DecimalText,
  daysBetween,
  firstDay,
  isWhole,
  roundNumber,
  subtractNumbers,
  toWhole,
  wholeNumber,
} from '../base/index.js'
import type { FactType, Value } from '../model/index.js'
import { compareKnown } from './compare.js'
import type { Testing } from './testing.js'

type Interval = Extract<Value, { type: 'interval' }>

const OPEN: Value = { type: 'open' }

/** The least and the greatest that something can be; undefined where nothing bounds it. */
export interface Ends {
  readonly low: Value | undefined
  readonly high: Value | undefined
}

/** The ends of an interval; a known value is both its ends. No date is later than what is still open. */
export function endsOf(value: Value, { is }: FactType): Ends {
  if (value.type !== 'interval') return { low: value, high: value }
  const { low, high } = value
  return { low, high: high ?? (is === 'date' ? OPEN : undefined) }
}

/** Whether there is a value from the one end to the other. */
export function isInhabited({ low, high }: Ends, testing: Testing): boolean {
  if (!low || !high) return true
  if (compareKnown(low, high, testing) > 0) return false
  if (!testing.type.whole || low.type !== 'number' || high.type !== 'number') return true
  return compareDecimals(wholeFrom(low.value), wholeUpTo(high.value)) <= 0
}

/** All days or whole numbers of an interval, if they are not more than that; else undefined. */
export function valuesIn(interval: Interval, type: FactType, most: number): readonly Value[] | undefined {
  const { low, high } = endsOf(interval, type)
  if (!low || !high) return undefined
  if (low.type === 'date' && high.type === 'date') {
    const first = firstDay(low.value)
    return counted(daysBetween(first, high.value) + 1, most, (n) => ({ type: 'date', value: addDays(first, n) }))
  }
  if (type.whole && low.type === 'number' && high.type === 'number') {
    const first = wholeFrom(low.value)
    const further = subtractNumbers(wholeUpTo(high.value), first)
    if (compareDecimals(further, wholeNumber(most)) >= 0) return undefined
    return counted(toWhole(further) + 1, most, (n) => ({ type: 'number', value: addNumbers(first, wholeNumber(n)) }))
  }
  return undefined
}

function counted(length: number, most: number, value: (index: number) => Value): readonly Value[] | undefined {
  return length <= most ? Array.from({ length }, (_, index) => value(index)) : undefined
}

const ONE = wholeNumber(1)

/** The least whole number that is not less. */
function wholeFrom(value: DecimalText): DecimalText {
  const near = roundNumber(value, 'down', ONE)
  return isWhole(value) || value.startsWith('-') ? near : addNumbers(near, ONE)
}

/** The greatest whole number that is not greater. */
function wholeUpTo(value: DecimalText): DecimalText {
  const near = roundNumber(value, 'down', ONE)
  return isWhole(value) || !value.startsWith('-') ? near : subtractNumbers(near, ONE)
}
