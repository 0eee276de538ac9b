import { atLeastOf, negate, type Truth } from '../../base/index.js'
import { type OperatorName, showValue, type Trace, type Value } from '../../model/index.js'
import { isExtensionName } from '../../operators/index.js'
import { testByExtension } from '../extensions.js'
import { nameOf, readOperand, readSubject } from '../reference/operands.js'
import { test } from '../reference/operators.js'
import { judgeQuantifier } from '../reference/quantifier.js'
import { type Context, notesOf } from '../reference/reading.js'
import { isAnswered, type Leaf } from './rules.js'

/** The two sides of a leaf as read for a person, and the trace that it has once its truth is known. */
export interface ReadLeaf {
  readonly left: Value
  readonly right: Value
  readonly trace: (truth: Truth) => Trace
}

const YES: Value = { type: 'boolean', value: true }

/** Reads both sides of a leaf. Where the answer itself stands on the left (`isAnswered`), it is compared with yes. */
export function readLeaf(leaf: Leaf, context: Context): ReadLeaf {
  if (leaf.kind !== 'comparison') {
    const trace = leaf.kind === 'quantifier' ? judgeQuantifier(leaf, context) : judgeCount(leaf, context)
    return { left: answer(trace.truth), right: YES, trace: (truth) => ({ ...trace, truth }) }
  }
  const { kind, id, place, subject, operator, operand, negated } = leaf
  const [left, right] = [readSubject(subject, context), readOperand(operand, context)]
  const own = isExtensionName(operator)
  const operatorTitle = own && context.extensions.operators[operator]?.title
  return {
    ...(own
      ? { left: answer(testByExtension(operator, left.value, right.value, place, context)), right: YES }
      : { left: left.value, right: right.value }),
    trace: (truth) => ({
      kind,
      id,
      truth,
      place,
      fact: nameOf(subject, context),
      operator,
      ...(operatorTitle && { operatorTitle }),
      negated,
      actual: showValue(left.value),
      operand: showValue(right.value),
      ...notesOf([left, right]),
    }),
  }
}

/** What an operator says of the two sides of a leaf, before negation. */
export function testLeaf(operator: OperatorName, leaf: Leaf, { left, right }: ReadLeaf, context: Context): Truth {
  return test(operator, left, right, { ...context, type: isAnswered(leaf) ? { is: 'boolean' } : leaf.type })
}

function answer(truth: Truth): Value {
  return truth === 'unknown' ? { type: 'unknown' } : { type: 'boolean', value: truth }
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
