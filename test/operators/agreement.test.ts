import fc from 'fast-check'
import { expect, it } from 'vitest'
import { test as reference } from '../../src/evaluate/reference/operators.js'
import { asked } from './generated.js'
import { testOf } from './values.js'

/** More pairs, and others, by hand: `AGREEMENT_RUNS=50 AGREEMENT_SEED=1`. */
const TIMES = Number(process.env.AGREEMENT_RUNS ?? 1)
const settings = { numRuns: 20_000 * TIMES, seed: Number(process.env.AGREEMENT_SEED ?? 20261121) }
const TIMEOUT = 60_000 * TIMES

it(
  'agrees with the reference on every two sides',
  () => {
    const property = fc.property(asked, ({ operator, left, right, testing }) => {
      const truth = testOf(operator)(left.value, right.value, testing)
      expect(truth).toBe(reference(operator, left.value, right.value, testing))
    })
    fc.assert(property, settings)
  },
  TIMEOUT,
)

it(
  'is true or false only if it is so for whatever the sides turn out to be, and unknown only if they differ in that',
  () => {
    const property = fc.property(asked, ({ operator, left, right, testing }) => {
      if (operator === 'known') return
      const test = testOf(operator)
      const truth = test(left.value, right.value, testing)
      const truths = new Set(left.known.flatMap((one) => right.known.map((other) => test(one, other, testing))))
      if (truth !== 'unknown') expect([...truths]).toEqual([truth])
      else if (left.complete && right.complete) expect([...truths].sort()).toEqual([false, true])
    })
    fc.assert(property, settings)
  },
  TIMEOUT,
)
