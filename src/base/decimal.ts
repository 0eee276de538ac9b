import { Decimal } from 'decimal.js'
import type { Brand } from './brand.js'

/** An exact decimal as text without exponent or superfluous zeros: `0.3`, `-12`. 十进制数 */
export type DecimalText = Brand<string, 'DecimalText'>

/** The exact decimal a number stands for, or undefined if it is not finite or has more digits than a number can carry (15). */
export function decimalFromNumber(value: number): DecimalText | undefined {
  if (!Number.isFinite(value)) return undefined
  const exact = new Decimal(value)
  return exact.precision() > 15 ? undefined : (exact.toFixed() as DecimalText)
}

/** Negative, zero or positive as the first is less than, equal to or greater than the second. */
export function compareDecimals(left: DecimalText, right: DecimalText): number {
  return new Decimal(left).comparedTo(right)
}
