import type { Value } from '../model/index.js'
import { is } from './relation.js'
import type { Test } from './testing.js'

const YES: Value = { type: 'boolean', value: true }
const NO: Value = { type: 'boolean', value: false }

/** Whether it is known, or not known, what the left side is. Nothing is known to be nothing. */
export const isKnown: Test = (left, right, testing) =>
  is(left.type === 'unknown' || left.type === 'interval' ? NO : YES, right, testing)
