import {
  addNumbers,
  type DecimalText,
  daysBetween,
  divideNumbers,
  firstDay,
  invariant,
  normaliseDuration,
  type RoundingMode,
  roundNumber,
  wholeNumber,
} from '../../base/index.js'
import type { Value } from '../../model/index.js'
import { extremeOf } from './arithmetic.js'
import { between, endsOf, lengthOf } from './order.js'
import { type Context, numberValue } from './reading.js'

type Rounding = { readonly to: RoundingMode; readonly step: Value }

const DOWN: Rounding = { to: 'down', step: numberValue(1) }

/**
 * How many units there are in a quantity: whole ones, unless they are rounded otherwise. What is none, and time that has
 * not begun, has none; of time that is not known there may be any number.
 */
export function unitsIn(quantity: Value, every: Value, round: Rounding | undefined, context: Context): Value {
  if (quantity.type === 'none' || every.type === 'none') return NO_UNITS
  const [of, per] = [endsOf(quantity), endsOf(every)]
  const isTime = per.low?.type !== 'number'
  const low = (of.orNone && quantity.type !== 'unknown' ? NO_UNITS : undefined) ?? units(of.low, per.high)
  return between({ low: low ?? (isTime ? NO_UNITS : undefined), high: units(of.high, per.low), orNone: false }, context)

  function units(end: Value | undefined, unit: Value | undefined): Value | undefined {
    const exact = end && unit && ratio(end, unit, context)
    if (exact === undefined) return undefined
    const { to, step } = round ?? DOWN
    invariant(step.type === 'number', 'the checker lets only a number be a step')
    const count = numberValue(roundNumber(exact, to, step.value))
    return isTime ? extremeOf([NO_UNITS, count], 1, context) : count
  }
}

const NO_UNITS = numberValue(0)

/** The quantity in units, exactly; undefined if the unit is not above zero. */
function ratio(quantity: Value, unit: Value, context: Context): DecimalText | undefined {
  if (quantity.type === 'number' && unit.type === 'number') return quotient(quantity.value, unit.value)
  const each = unit.type === 'elapsed' ? lengthOf(unit) : unit.type === 'duration' ? unit.value : undefined
  if (!each) return undefined
  // The checker lets a unit be of months or of days, and only a quantity that is counted so stand with it.
  if (each.months === 0) return quotient(wholeNumber(daysIn(quantity)), wholeNumber(each.days))
  return quotient(monthsIn(quantity, context), wholeNumber(each.months))
}

function quotient(count: DecimalText, size: DecimalText): DecimalText | undefined {
  return size.startsWith('-') ? undefined : divideNumbers(count, size)
}

function daysIn(quantity: Value): number {
  if (quantity.type === 'elapsed') return daysBetween(firstDay(quantity.since), firstDay(quantity.until))
  return quantity.type === 'duration' ? quantity.value.days : 0
}

/** Months with the days left over as parts of one; of a month of 31 days the last one does not make it whole. */
function monthsIn(quantity: Value, { conventions: { daysPerMonth } }: Context): DecimalText {
  const { months, days } =
    quantity.type === 'elapsed'
      ? lengthOf(quantity)
      : normaliseDuration(quantity.type === 'duration' ? quantity.value : { months: 0, days: 0 }, daysPerMonth)
  const part = divideNumbers(wholeNumber(Math.min(days, daysPerMonth - 1)), wholeNumber(daysPerMonth))
  return part ? addNumbers(wholeNumber(months), part) : wholeNumber(months)
}
