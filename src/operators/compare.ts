import { compareDecimals, firstDay } from '../base/index.js'
import type { FactType, Value } from '../model/index.js'
import { compareLengths, isLength } from './lengths.js'
import type { Testing } from './testing.js'

/**
 * Negative, zero or positive as the first of two known values is less than, equal to or greater than the second. Of
 * values without an order two different ones are not zero. Throws if the values are of two types.
 */
export function compareKnown(left: Value, right: Value, { type, conventions }: Testing): number {
  switch (left.type) {
    case 'number':
      if (right.type === 'number') return compareDecimals(left.value, right.value)
      break
    case 'text':
      if (right.type === 'text') return compareTexts(left.value, right.value, type)
      break
    case 'date':
      if (right.type === 'date') return firstDay(left.value) - firstDay(right.value)
      if (right.type === 'open') return -1
      break
    case 'open':
      if (right.type === 'date') return 1
      if (right.type === 'open') return 0
      break
    case 'duration':
    case 'elapsed':
      if (isLength(right)) return compareLengths(left, right, conventions)
      break
    case 'boolean':
      if (right.type === 'boolean') return Number(left.value) - Number(right.value)
      break
  }
  throw new TypeError(`${left.type} and ${right.type} cannot be compared`)
}

/** By their place in an ordered enumeration. */
function compareTexts(left: string, right: string, { ordered, values }: FactType): number {
  if (left === right) return 0
  return ordered && values ? values.indexOf(left) - values.indexOf(right) : 1
}
