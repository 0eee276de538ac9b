import type { PlainDate, Truth } from '../base/index.js'
import type { Conventions, FactType, Value } from '../model/index.js'

/** What a test has to know beside its two sides. */
export interface Testing {
  /** The type of what stands on the left; of an ordered enumeration it holds the order. */
  readonly type: FactType
  readonly conventions: Conventions
  readonly asOf: PlainDate
}

/** Whether two sides are as an operator asks. Throws a RangeError where a length leads out of the calendar. */
export type Test = (left: Value, right: Value, testing: Testing) => Truth
