import { allOf, anyOf } from '../../base/index.js'
import type { ProgramCondition, Trace } from '../../model/index.js'
import { isLeaf, type Leaf } from './rules.js'

/** The trace of a condition from those of its leaves, asked for in order: what a group comes to is worked out from them. */
export function traceOf(condition: ProgramCondition, leafTrace: (leaf: Leaf) => Trace): Trace {
  if (isLeaf(condition)) return leafTrace(condition)
  const { kind, id } = condition
  const parts = condition.parts.map((part) => traceOf(part, leafTrace))
  const truths = parts.map(({ truth }) => truth)
  return { kind, id, truth: kind === 'all' ? allOf(truths) : anyOf(truths), parts }
}
