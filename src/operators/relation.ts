import type { Truth } from '../base/index.js'
import type { FactType, Value } from '../model/index.js'
import { compareKnown } from './compare.js'
import { endsOf, isInhabited } from './range.js'
import { overReadings } from './readings.js'
import type { Test, Testing } from './testing.js'

// How the left side can stand to the right one, as bits: two known values stand to each other in one way, an interval
// in every way in which one of its values does.
export const LESS = 1
export const SAME = 2
export const MORE = 4
/** Only one side is nothing. */
const ONE_ABSENT = 8
/** Both sides are nothing. */
const BOTH_ABSENT = 16
const ANY = LESS | SAME | MORE | ONE_ABSENT

/** The test whether the left side stands to the right one in one of the ways wanted. */
export function compares(wanted: number): Test {
  return overReadings((left, right, testing) => truthOf(relations(left, right, testing), wanted))
}

/** Whether both are the same, or both nothing. */
export const is: Test = compares(SAME | BOTH_ABSENT)

/** True if every way that is possible is wanted, false if none is. */
function truthOf(possible: number, wanted: number): Truth {
  if ((possible & wanted) === 0) return false
  return (possible & ~wanted) === 0 ? true : 'unknown'
}

function relations(left: Value, right: Value, testing: Testing): number {
  if (left.type === 'none') return absences(right, testing.type)
  if (right.type === 'none') return absences(left, testing.type)
  if (left.type === 'unknown' || right.type === 'unknown') return ANY
  if (left.type === 'interval' || right.type === 'interval') return overlaps(left, right, testing)
  const sign = compareKnown(left, right, testing)
  return sign < 0 ? LESS : sign > 0 ? MORE : SAME
}

/** How something stands to nothing. What is still open has no end, so its end is nothing. */
function absences(other: Value, type: FactType): number {
  if (other.type === 'unknown') return ONE_ABSENT | BOTH_ABSENT
  const { low, high } = endsOf(other, type)
  const isNothing = (end: Value | undefined): boolean => end?.type === 'none' || end?.type === 'open'
  return (isNothing(low) ? 0 : ONE_ABSENT) | (isNothing(high) ? BOTH_ABSENT : 0)
}

/** Every end is asked of every other: of lengths that are counted from several days no single pair is sure to be furthest. */
function overlaps(left: Value, right: Value, testing: Testing): number {
  const [a, b] = [endsOf(left, testing.type), endsOf(right, testing.type)]
  const signs = [a.low, a.high].flatMap((one) =>
    [b.low, b.high].map((other) => one && other && Math.sign(compareKnown(one, other, testing))),
  )
  const less = !a.low || !b.high || signs.includes(-1)
  const more = !a.high || !b.low || signs.includes(1)
  // Between less and more there is the same, unless whole numbers pass over it.
  const same = ((less && more) || signs.includes(0)) && isInhabited(b, testing)
  return (less ? LESS : 0) | (same ? SAME : 0) | (more ? MORE : 0)
}
