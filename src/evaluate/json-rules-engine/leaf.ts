import { atLeastOf, negate, type Truth } from '../../base/index.js'
import { type OperatorName, showValue, type Trace, type Value } from '../../model/index.js'
import { nameOf, readOperand, readSubject } from '../reference/operands.js'
import { test } from '../reference/operators.js'
import { judgeQuantifier } from '../reference/quantifier.js'
import { type Context, notesOf } from '../reference/reading.js'
import type { Leaf } from './rules.js'

/** The two sides of a leaf as read for a person, and the trace that it has once its truth is known. */
export interface ReadLeaf {
  readonly left: Value
  readonly right: Value
  readonly trace: (truth: Truth) => Trace
}

const YES: Value = { type: 'boolean', value: true }

/** Reads both sides of a leaf; one that asks the items of a list or counts conditions is compared with yes. */
export function readLeaf(leaf: Leaf, context: Context): ReadLeaf {
  if (leaf.kind !== 'comparison') {
    const trace = leaf.kind === 'quantifier' ? judgeQuantifier(leaf, context) : judgeCount(leaf, context)
    const left: Value = trace.truth === 'unknown' ? { type: 'unknown' } : { type: 'boolean', value: trace.truth }
    return { left, right: YES, trace: (truth) => ({ ...trace, truth }) }
  }
  const { kind, id, place, subject, operator, operand, negated } = leaf
  const [left, right] = [readSubject(subject, context), readOperand(operand, context)]
  return {
    left: left.value,
    right: right.value,
    trace: (truth) => ({
      kind,
      id,
      truth,
      place,
      fact: nameOf(subject, context),
      operator,
      negated,
      actual: showValue(left.value),
      operand: showValue(right.value),
      ...notesOf([left, right]),
    }),
  }
}

/** What an operator says of the two sides of a leaf, before negation. */
export function testLeaf(operator: OperatorName, leaf: Leaf, left: Value, right: Value, context: Context): Truth {
  return test(operator, left, right, { ...context, type: leaf.kind === 'comparison' ? leaf.type : { is: 'boolean' } })
}

function judgeCount(leaf: Extract<Leaf, { kind: 'atLeastOf' }>, context: Context): Trace {
  const { kind, id, n, negated } = leaf
  const parts = leaf.parts.map((part) => context.judge(part, context))
  const truth = atLeastOf(
    n,
    parts.map((part) => part.truth),
  )
  return { kind, id, truth: negated ? negate(truth) : truth, n, negated, parts }
}
