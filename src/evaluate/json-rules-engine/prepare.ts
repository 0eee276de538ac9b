import { invariant } from '../../base/index.js'
import type { ProgramCondition } from '../../model/index.js'
import type { Operator } from '../../operators/index.js'
import {
  type EngineCondition,
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
  /** After how many leaves each rule ends. */
  readonly ends: readonly number[]
  /** Under which names json-rules-engine knows what stands on the left of the leaves. */
  readonly facts: readonly string[]
  /** Which of them each leaf is about. */
  readonly factPlaces: readonly number[]
  /** Every operator that the leaves use. */
  readonly operators: readonly Operator[]
}

export function prepare(conditions: readonly ProgramCondition[]): Prepared {
  const leaves: Leaf[] = []
  const ends = conditions.map((condition) => leaves.push(...leavesOf(condition)))
  const places = new Map(leaves.map(({ id }, place) => [id, place]))
  invariant(places.size === leaves.length, 'every leaf has an id of its own')
  const testOf = (leaf: Leaf): EngineCondition => {
    const { operator, negated } = operatorOf(leaf)
    const value = places.get(leaf.id)
    return { name: leaf.id, fact: factOf(leaf), operator: engineOperator(operator.name, negated), value }
  }
  const rules = conditions.map((condition) => ({
    name: condition.id,
    conditions: engineConditions(condition, testOf),
    event: { type: 'judged' },
  }))
  const facts = [...new Set(leaves.map(factOf))]
  const factPlaces = leaves.map((leaf) => facts.indexOf(factOf(leaf)))
  return {
    conditions,
    leaves,
    rules,
    ends,
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
