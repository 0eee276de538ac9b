// Points as decisions show them, read back exactly; and how often a property of scorecards is tried.
import { expect } from 'vitest'
import { addNumbers, compareDecimals, type DecimalText, wholeNumber } from '../../src/base/index.js'
import type { ShownValue } from '../../src/model/index.js'

/** The same cards every time; more of them, and others, by hand: `SCORE_RUNS=10 SCORE_SEED=1`. */
const SEED = Number(process.env.SCORE_SEED ?? 20261121)
const TIMES = Number(process.env.SCORE_RUNS ?? 1)
export const settings = (numRuns: number) => ({ numRuns: numRuns * TIMES, seed: SEED })
export const TIMEOUT = 60_000 * TIMES

export type Ends = { readonly low: DecimalText | undefined; readonly high: DecimalText | undefined }

export const exact = (value: ShownValue | undefined): DecimalText | undefined =>
  value?.type === 'number' ? ((value.fraction ?? value.value) as DecimalText) : undefined

/** Both ends of points; what is left out is nothing. */
export function endsOf(value: ShownValue | undefined): Ends {
  if (value === undefined) return { low: wholeNumber(0), high: wholeNumber(0) }
  if (value.type === 'unknown') return { low: undefined, high: undefined }
  if (value.type === 'interval') return { low: exact(value.low), high: exact(value.high) }
  const own = exact(value)
  if (own === undefined) throw new Error(`${value.type} is no points`)
  return { low: own, high: own }
}

export const isDecided = (value: ShownValue | undefined): boolean => value === undefined || value.type === 'number'

/** The sum of values that are all decided. */
export function total(...values: readonly (ShownValue | undefined)[]): DecimalText {
  return values.map((one) => endsOf(one).low ?? wholeNumber(0)).reduce(addNumbers, wholeNumber(0))
}

export const same = (a: DecimalText, b: DecimalText): boolean => compareDecimals(a, b) === 0

/** Whether one value is nowhere below another: neither at its low end nor at its high end. */
export function isNoLess(value: ShownValue, than: ShownValue): boolean {
  const [a, b] = [endsOf(value), endsOf(than)]
  const low = b.low === undefined || (a.low !== undefined && compareDecimals(a.low, b.low) >= 0)
  const high = a.high === undefined || (b.high !== undefined && compareDecimals(a.high, b.high) >= 0)
  return low && high
}

/** Counts what could not be compared, so that a property does not hold for want of anything to hold of. */
export function counting(name: string) {
  const seen = { compared: 0, skipped: 0, decided: 0, changed: 0 }
  return {
    seen,
    enough: () => {
      if (process.env.SCORE_COUNTS) process.stderr.write(`${name}: ${JSON.stringify(seen)}\n`)
      expect(seen.skipped).toBeLessThan(seen.compared)
      expect(seen.decided).toBeGreaterThan(seen.compared / 10)
    },
  }
}
