import { assertNever, negate, type Truth } from '../base/index.js'
import type {
  ComparisonTrace as ComparisonTraceDocument,
  QuantifierTrace as QuantifierTraceDocument,
  Supposition as SuppositionDocument,
  Trace as TraceDocument,
} from './generated/decision.js'
import type { DeepReadonly } from './readonly.js'

/** Truth and values seen, node by node. 轨迹 */
export type Trace = DeepReadonly<TraceDocument>
export type ComparisonTrace = DeepReadonly<ComparisonTraceDocument>
export type QuantifierTrace = DeepReadonly<QuantifierTraceDocument>
/** A field read as something that the record does not say: the first day of a month, an end still open. */
export type Supposition = DeepReadonly<SuppositionDocument>

/** What an evaluator says of one policy and record: the truth of its scope and of every rule, in the policy's order. */
export interface PolicyTrace {
  readonly appliesTo?: Trace
  readonly scope?: Trace
  readonly rules: readonly RuleTrace[]
}

/** Of a rule's condition, and of its exception. */
export interface RuleTrace {
  readonly when: Trace
  readonly unless?: Trace
}

const NO_PARTS: readonly Trace[] = []

/**
 * The parts of a node that its truth rests on: of a false `all` the false parts, of a true one all of them, of an
 * unknown one the unknown parts; the other groups and the items of a list likewise. A comparison has none.
 */
export function decidingParts(trace: Trace): readonly Trace[] {
  switch (trace.kind) {
    case 'comparison':
      return NO_PARTS
    case 'all':
    case 'any':
      return trace.parts.filter((part) => part.truth === trace.truth)
    case 'atLeastOf': {
      const truth = trace.negated ? negate(trace.truth) : trace.truth
      return trace.parts.filter((part) => part.truth === truth)
    }
    case 'quantifier': {
      const truth = decidingItemTruth(trace)
      return trace.items.filter((item) => item.truth === truth).map((item) => item.trace)
    }
    default:
      return assertNever(trace, 'trace')
  }
}

/** All parts of a node. */
function partsOf(trace: Trace): readonly Trace[] {
  if (trace.kind === 'comparison') return NO_PARTS
  return trace.kind === 'quantifier' ? trace.items.map((item) => item.trace) : trace.parts
}

/** A node and everything below it that `parts` names, in document order. */
export function nodesOf(trace: Trace, parts: (trace: Trace) => readonly Trace[] = partsOf): Trace[] {
  const found: Trace[] = []
  visit(trace)
  return found

  function visit(node: Trace): void {
    found.push(node)
    for (const part of parts(node)) visit(part)
  }
}

/** The truth of those items that a quantifier's truth rests on. */
export function decidingItemTruth({ quantifier, negated, truth }: QuantifierTrace): Truth {
  return (quantifier === 'none') !== negated ? negate(truth) : truth
}
