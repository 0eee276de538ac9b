import { agreementOf } from '../base/index.js'
import type { FactType, Value } from '../model/index.js'
import type { Test } from './testing.js'

type Interval = Extract<Value, { type: 'interval' }>

const NONE: Value = { type: 'none' }

/**
 * The test of two sides that may each be one of a few values, or nothing: what the given test says of every pair of
 * them, and unknown if that differs. Any other interval reaches the given test as it is.
 */
export function overReadings(test: Test): Test {
  return (left, right, testing) => {
    if (left.type !== 'interval' && right.type !== 'interval') return test(left, right, testing)
    const others = readingsOf(right, testing.type)
    return agreementOf(
      readingsOf(left, testing.type).flatMap((one) => others.map((other) => test(one, other, testing))),
    )
  }
}

/** What a side can be: the values remembered, those of an enumeration from end to end, and none if it may be none. */
export function readingsOf(side: Value, type: FactType): readonly Value[] {
  if (side.type !== 'interval') return [side]
  const { orNone, of, ...range } = side
  const readings = of ? of.flatMap((one) => readingsOf(one, type)) : (textsIn(range, type) ?? [range])
  return orNone ? [...readings, NONE] : readings
}

function textsIn({ low, high }: Interval, { ordered, values }: FactType): readonly Value[] | undefined {
  if (!ordered || !values) return undefined
  const first = low?.type === 'text' ? values.indexOf(low.value) : 0
  const last = high?.type === 'text' ? values.indexOf(high.value) : values.length - 1
  return values.slice(first, last + 1).map((value) => ({ type: 'text', value }))
}

/** What is true or false whatever the operator: nothing is not compared with anything, and what is unknown tells nothing. */
export function settled(left: Value, right: Value): false | 'unknown' | undefined {
  if (left.type === 'none' || right.type === 'none') return false
  return left.type === 'unknown' || right.type === 'unknown' ? 'unknown' : undefined
}
