import { atLeastOf, negate, type Truth } from '../../base/index.js'
import { showValue, type Trace, type Value } from '../../model/index.js'
import { isExtensionName, type Testing } from '../../operators/index.js'
import { testByExtension } from '../extensions.js'
import { nameOf, readOperand, readSubject } from '../reference/operands.js'
import { judgeQuantifier } from '../reference/quantifier.js'
import { type Context, notesOf, type Reading } from '../reference/reading.js'
import type { Leaf } from './rules.js'

/** What was read of a leaf for a person. */
export interface ReadLeaf {
  /** Its two sides; of one that is answered (`isAnswered`), the answer and yes. */
  readonly left: Value
  readonly right: Value
  readonly testing: Testing
  /** The trace that the leaf has once its truth is known. */
  readonly trace: (truth: Truth) => Trace
}

const YES: Value = { type: 'boolean', value: true }

/** Reads a leaf for a person; what json-rules-engine has no words for is answered here. */
export function readLeaf(leaf: Leaf, context: Context): ReadLeaf {
  const { conventions, asOf } = context
  const answered = (truth: Truth) => ({
    left: (truth === 'unknown' ? { type: 'unknown' } : { type: 'boolean', value: truth }) as Value,
    right: YES,
    testing: { type: { is: 'boolean' }, conventions, asOf } as const,
  })
  if (leaf.kind !== 'comparison') {
    const trace = leaf.kind === 'quantifier' ? judgeQuantifier(leaf, context) : judgeCount(leaf, context)
    return { ...answered(trace.truth), trace: (truth) => ({ ...trace, truth }) }
  }
  const { operator, type } = leaf
  const [left, right] = [readSubject(leaf.subject, context), readOperand(leaf.operand, context)]
  const trace = (truth: Truth): Trace => comparisonTrace(leaf, left, right, truth, context)
  return isExtensionName(operator)
    ? { ...answered(testByExtension(operator, left.value, right.value, leaf.place, context)), trace }
    : { left: left.value, right: right.value, testing: { type, conventions, asOf }, trace }
}

function comparisonTrace(
  { kind, id, place, subject, operator, negated }: Extract<Leaf, { kind: 'comparison' }>,
  left: Reading,
  right: Reading,
  truth: Truth,
  context: Context,
): Trace {
  const operatorTitle = isExtensionName(operator) && context.extensions.operators[operator]?.title
  return {
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
  }
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
