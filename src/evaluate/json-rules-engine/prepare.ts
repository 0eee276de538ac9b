import { invariant } from '../../base/index.js'
import type { OperatorName, ProgramCondition } from '../../model/index.js'
import {
  type EngineRule,
  engineConditions,
  engineOperator,
  isAnswered,
  type Leaf,
  leavesOf,
  operatorOf,
} from './rules.js'

/**
 * Conditions as rules of json-rules-engine, the same for everybody. No value of a person or policy is handed to it: a
 * fact's value is its place among `facts`, what it is compared with is the place of the leaf among `leaves`. So nothing
 * of them is coerced, taken for syntax, hashed, kept in its results or printed when it debugs.
 */
export interface Prepared {
  readonly conditions: readonly ProgramCondition[]
  readonly leaves: readonly Leaf[]
  /** A rule for each condition, named by its id. */
  readonly rules: readonly EngineRule[]
  /** The leaves of each rule. */
  readonly leavesOfRules: readonly (readonly Leaf[])[]
  /** Under which names json-rules-engine knows what stands on the left of the leaves. */
  readonly facts: readonly string[]
  /** Which of them each leaf is about. */
  readonly factPlaces: readonly number[]
  /** Every operator that the leaves use. */
  readonly operators: readonly OperatorName[]
}

export function prepare(conditions: readonly ProgramCondition[]): Prepared {
  const leavesOfRules = conditions.map(leavesOf)
  const leaves = leavesOfRules.flat()
  const places = new Map(leaves.map(({ id }, place) => [id, place]))
  invariant(places.size === leaves.length, 'every leaf has an id of its own')
  const rules = conditions.map((condition) => ({
    name: condition.id,
    conditions: engineConditions(condition, (leaf) => ({
      name: leaf.id,
      fact: factOf(leaf),
      operator: engineOperator(operatorOf(leaf)),
      value: places.get(leaf.id),
    })),
    event: { type: 'judged' },
  }))
  const facts = [...new Set(leaves.map(factOf))]
  const factPlaces = leaves.map((leaf) => facts.indexOf(factOf(leaf)))
  return {
    conditions,
    leaves,
    rules,
    leavesOfRules,
    facts,
    factPlaces,
    operators: [...new Set(leaves.map((leaf) => operatorOf(leaf).operator))],
  }
}

/** What is on the left of a leaf; of one that is answered, the answer. */
function factOf(leaf: Leaf): string {
  if (isAnswered(leaf)) return leaf.id
  const { subject } = leaf
  invariant(subject.of !== 'item', 'a field of an item is read inside its list')
  return subject.of === 'parameter' ? `$${subject.name}` : subject.fact
}
