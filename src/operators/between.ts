import { agreementOf, allOf, invariant, type Truth } from '../base/index.js'
import type { Value } from '../model/index.js'
import { endsOf, isInhabited } from './range.js'
import { overReadings, readingsOf, settled } from './readings.js'
import { compares, LESS, MORE, SAME } from './relation.js'
import type { Test, Testing } from './testing.js'

const atLeast = compares(MORE | SAME)
const atMost = compares(LESS | SAME)

/** Whether the left side is neither below the first nor above the second of a pair. */
export const isBetween: Test = overReadings((left, right, testing) => {
  if (left.type === 'none' || right.type === 'none') return false
  if (right.type === 'unknown') return right.type
  invariant(right.type === 'list', 'between asks for a pair')
  const [low, high] = right.items
  invariant(low && high, 'between asks for a pair')
  if (left.type !== 'interval') return allOf([atLeast(left, low, testing), atMost(left, high, testing)])
  const ends = readingsOf(high, testing.type)
  return agreementOf(
    readingsOf(low, testing.type).flatMap((from) => ends.map((to) => liesBetween(left, from, to, testing))),
  )
})

/** An interval may reach below the one and above the other though nothing lies between the two. */
function liesBetween(value: Value, from: Value, to: Value, testing: Testing): Truth {
  const truth = allOf([atLeast(value, from, testing), atMost(value, to, testing)])
  // Lengths are left out: which of two is the longer can hang on the day from which they are counted.
  if (truth === false || testing.type.is === 'duration' || settled(from, to) !== undefined) return truth
  const { type } = testing
  return isInhabited({ low: endsOf(from, type).low, high: endsOf(to, type).high }, testing) && truth
}
