import { negate } from '../../base/index.js'
import type { ProgramCondition, Trace } from '../../model/index.js'
import type { Context } from '../reference/reading.js'
import { leafReader } from './leaf.js'
import { operatorOf } from './rules.js'
import { traceOf } from './trace.js'

/** Judges what is nested in a leaf, such as the test of a list's items: json-rules-engine has no words for that. */
export function judgeNested(condition: ProgramCondition, context: Context): Trace {
  return traceOf(condition, (leaf) => {
    const { left, right, testing, trace } = leafReader(leaf, context.policy)(context)
    const { operator, negated } = operatorOf(leaf)
    const truth = operator.test(left, right, testing)
    return trace(negated ? negate(truth) : truth)
  })
}
