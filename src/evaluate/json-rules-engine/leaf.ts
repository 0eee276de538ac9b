import { atLeastOf, negate, type Truth } from '../../base/index.js'
import { type ProgramPolicy, showValue, type Trace, type Value } from '../../model/index.js'
import { isExtensionName, type Testing } from '../../operators/index.js'
import { testByExtension } from '../extensions.js'
import { nameOf, readOperand, readSubject } from '../reference/operands.js'
import { judgeQuantifier } from '../reference/quantifier.js'
import { type Context, notesOf } from '../reference/reading.js'
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

/** Reads a leaf for a person. */
export type LeafReader = (context: Context) => ReadLeaf

const YES: Value = { type: 'boolean', value: true }

/** How a leaf of a policy is read; what json-rules-engine has no words for is answered in reading. */
export function leafReader(leaf: Leaf, policy: ProgramPolicy): LeafReader {
  if (leaf.kind === 'comparison') return comparisonReader(leaf, policy)
  return (context) => {
    const trace = leaf.kind === 'quantifier' ? judgeQuantifier(leaf, context) : judgeCount(leaf, context)
    return answered(trace.truth, (truth) => ({ ...trace, truth }), context)
  }
}

function comparisonReader(leaf: Extract<Leaf, { kind: 'comparison' }>, policy: ProgramPolicy): LeafReader {
  const { kind, id, place, subject, type, operator, negated } = leaf
  const fact = nameOf(subject, policy)
  return (context) => {
    const left = readSubject(subject, context)
    const right = readOperand(leaf.operand, context)
    const own = isExtensionName(operator)
    const operatorTitle = own && context.extensions.operators[operator]?.title
    const trace = (truth: Truth): Trace => {
      const { missing, supposed, parameters } = notesOf([left, right])
      const [actual, operand] = [showValue(left.value), showValue(right.value)]
      const told = { kind, id, truth, place, fact, operator, negated, actual, operand, missing, supposed, parameters }
      return operatorTitle ? { ...told, operatorTitle } : told
    }
    if (own) return answered(testByExtension(operator, left.value, right.value, place, context), trace, context)
    const { conventions, asOf } = context
    return { left: left.value, right: right.value, testing: { type, conventions, asOf }, trace }
  }
}

function answered(truth: Truth, trace: ReadLeaf['trace'], { conventions, asOf }: Context): ReadLeaf {
  const left: Value = truth === 'unknown' ? { type: 'unknown' } : { type: 'boolean', value: truth }
  return { left, right: YES, testing: { type: { is: 'boolean' }, conventions, asOf }, trace }
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
