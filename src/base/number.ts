import { Decimal } from 'decimal.js'
import { Fraction } from 'fraction.js'
import type { Brand } from './brand.js'

/**
 * An exact number as text: a decimal without exponent or superfluous zeros (`0.3`, `-12`) or, where no decimal can say it,
 * a fraction in lowest terms (`-1/3`). Equal numbers are equal texts. 精确数
 */
export type DecimalText = Brand<string, 'DecimalText'>

/** How to round: `down` toward zero, `up` away from it; `nearest` and `halfUp` take a half away from zero (四舍五入), `halfEven` to the even step. */
export type RoundingMode = 'down' | 'up' | 'nearest' | 'halfUp' | 'halfEven'

/** A number for people: a decimal of at most 20 significant digits and, if that is not exact, the fraction that is. */
export interface ShownNumber {
  readonly value: DecimalText
  /** `1/3`; absent if `value` is exact. */
  readonly fraction?: string
}

// Twenty significant digits, a half away from zero; a copy, so that nobody else's settings reach it.
const Shown = Decimal.clone({ defaults: true, precision: 20 })

/** The exact decimal a number stands for, or undefined if it is not finite or has more digits than a number can carry (15). */
export function decimalFromNumber(value: number): DecimalText | undefined {
  if (!Number.isFinite(value)) return undefined
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value) as DecimalText
  const exact = new Decimal(value)
  return exact.precision() > 15 ? undefined : (exact.toFixed() as DecimalText)
}

/** The JavaScript number that stands for exactly that number, or undefined if none does (15 digits). */
export function numberFromDecimal(value: DecimalText): number | undefined {
  const number = Number(value)
  return decimalFromNumber(number) === value ? number : undefined
}

/** The text of a count; throws a RangeError if it is no safe integer. */
export function wholeNumber(count: number): DecimalText {
  if (!Number.isSafeInteger(count)) throw new RangeError('a count must be a safe integer')
  return String(count) as DecimalText
}

/** The exact sum. */
export function addNumbers(left: DecimalText, right: DecimalText): DecimalText {
  return textOf(read(left).add(read(right)))
}

/** The exact difference. */
export function subtractNumbers(left: DecimalText, right: DecimalText): DecimalText {
  return textOf(read(left).sub(read(right)))
}

/** The exact product. */
export function multiplyNumbers(left: DecimalText, right: DecimalText): DecimalText {
  return textOf(read(left).mul(read(right)))
}

/** The exact quotient, or undefined if the divisor is zero. */
export function divideNumbers(dividend: DecimalText, divisor: DecimalText): DecimalText | undefined {
  return isZero(divisor) ? undefined : textOf(read(dividend).div(read(divisor)))
}

/** -1, 0 or 1 as the first is less than, equal to or greater than the second. */
export function compareDecimals(left: DecimalText, right: DecimalText): number {
  if (left === right) return 0
  return compareRounded(left, right) || read(left).compare(read(right))
}

// Rounding may make two numbers one, but never changes which is the greater: where it tells them apart, no fraction is
// needed. Fractions are no number here, and of more than twenty digits a platform may drop some.
function compareRounded(left: DecimalText, right: DecimalText): number {
  return left.length > 20 || right.length > 20 ? 0 : Math.sign(Number(left) - Number(right)) || 0
}

export function isZero(value: DecimalText): boolean {
  return value === '0'
}

export function isWhole(value: DecimalText): boolean {
  return !/[./]/.test(value)
}

/** The multiple of `step` that the number rounds to; throws a RangeError if the step is not positive. */
export function roundNumber(value: DecimalText, to: RoundingMode, step: DecimalText): DecimalText {
  const size = read(step)
  if (size.compare(0) <= 0) throw new RangeError('a step must be positive')
  const steps = read(value).div(size)
  return textOf(roundUnsigned(steps.abs(), to).mul(steps.s).mul(size))
}

/** The number without its fraction (truncated toward zero); throws a RangeError if it is no safe integer. */
export function toWhole(value: DecimalText): number {
  const exact = read(value)
  const whole = Number(exact.abs().floor().mul(exact.s).toFraction())
  if (!Number.isSafeInteger(whole)) throw new RangeError('a whole number must be a safe integer')
  return whole
}

/** What people are shown of a number. */
export function shownNumber(value: DecimalText): ShownNumber {
  if (isShort(value)) return { value }
  const exact = read(value)
  const shown = new Shown(String(exact.n)).div(String(exact.d)).times(String(exact.s)).toFixed() as DecimalText
  return shown === value ? { value } : { value: shown, fraction: exact.toFraction() }
}

/** Whether a decimal has at most 15 digits: a JavaScript number tells any two of those apart. */
function isShort(value: DecimalText): boolean {
  return value.length <= 15 && !value.includes('/')
}

// Of a number that is not negative, since fraction.js rounds the halves of negative ones upward: -2.5 to -2.
function roundUnsigned(steps: Fraction, to: RoundingMode): Fraction {
  switch (to) {
    case 'down':
      return steps.floor()
    case 'up':
      return steps.ceil()
    case 'nearest':
    case 'halfUp':
      return steps.round()
    case 'halfEven': {
      const below = steps.floor()
      const isHalf = steps.sub(below).equals('1/2')
      return isHalf && below.divisible(2) ? below : steps.round()
    }
  }
}

// fraction.js reads text exactly, but numbers by approximation (0.1 + 0.2 becomes 3/10), and '-' and ' ' as 0:
// nothing but a `DecimalText` and whole numbers may reach it.
const read = (value: DecimalText): Fraction => new Fraction(value)

// Not `toString` without an argument: it stops after 15 places, and writes a recurring decimal as 0.(3).
function textOf(value: Fraction): DecimalText {
  if (value.d === 1n) return value.toFraction() as DecimalText
  // A divisor of n bits has at most n factors 2 and 5: n places say it if any number of places can.
  const places = value.d.toString(2).length
  const isDecimal = 10n ** BigInt(places) % value.d === 0n
  return (isDecimal ? value.toString(places) : value.toFraction()) as DecimalText
}
