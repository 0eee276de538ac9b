import { negate } from '../../base/index.js'
import type { ProgramCondition, ProgramPolicy, Trace } from '../../model/index.js'
import type { Subject } from '../evaluator.js'
import { readOperand } from '../reference/operands.js'
import type { Context } from '../reference/reading.js'
import { readLeaf, testLeaf } from './leaf.js'
import { traceOf } from './trace.js'

/** How facts and operands are read for a person, and conditions judged that are nested in them. */
export function contextFor(policy: ProgramPolicy, { data, asOf, ...subject }: Subject): Context {
  const { conventions } = policy
  const inputs = subject.inputs.get(policy) ?? {}
  return { policy, data, inputs, asOf, conventions, items: [], memory: new Map(), read: readOperand, judge }
}

/** Judges what is nested in a leaf, such as the test of a list's items: json-rules-engine has no words for that. */
function judge(condition: ProgramCondition, context: Context): Trace {
  return traceOf(condition, (leaf) => {
    const { left, right, trace } = readLeaf(leaf, context)
    const operator = leaf.kind === 'comparison' ? leaf.operator : 'is'
    const truth = testLeaf(operator, leaf, left, right, context)
    return trace(leaf.kind === 'comparison' && leaf.negated ? negate(truth) : truth)
  })
}
