import { invariant } from '../../base/index.js'
import type { ProgramCondition, ProgramPolicy } from '../../model/index.js'
import type { Operator } from '../../operators/index.js'
import type { Almanac, EngineModule } from './engine.js'
import { type LeafReader, leafReader } from './leaf.js'
import {
  type EngineCondition,
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
  readonly readers: readonly LeafReader[]
  readonly rules: readonly PreparedRule[]
  /** Which fact each leaf is about, by its place. */
  readonly factPlaces: readonly number[]
  /** Tells the places; each run needs one of its own. */
  readonly Almanac: new () => Almanac
  /** Every operator that the leaves use. */
  readonly operators: readonly Operator[]
}

/** A rule for each condition, named by its id. */
interface PreparedRule {
  readonly name: string
  /** As json-rules-engine has read them: it copies them for each run, and changes the copy only. */
  readonly conditions: unknown
  /** How many leaves there are to the end of the rule. */
  readonly end: number
}

/** Every test succeeds or fails silently: the answers are read off the results. */
export const EVENT = { type: 'judged' }

export function prepare(
  conditions: readonly ProgramCondition[],
  policy: ProgramPolicy,
  { Rule, Almanac }: EngineModule,
): Prepared {
  const leaves = conditions.flatMap(leavesOf)
  const places = new Map(leaves.map(({ id }, place) => [id, place]))
  invariant(places.size === leaves.length, 'every leaf has an id of its own')
  const testOf = (leaf: Leaf): EngineCondition => {
    const { operator, negated } = operatorOf(leaf)
    const value = places.get(leaf.id)
    return { name: leaf.id, fact: factOf(leaf), operator: engineOperator(operator.name, negated), value }
  }
  let end = 0
  const rules = conditions.map((condition) => {
    end += leavesOf(condition).length
    const rule = new Rule({ conditions: engineConditions(condition, testOf), event: EVENT })
    return { name: condition.id, conditions: rule.conditions, end }
  })
  const names = [...new Set(leaves.map(factOf))]
  return {
    conditions,
    leaves,
    readers: leaves.map((leaf) => leafReader(leaf, policy)),
    rules,
    factPlaces: leaves.map((leaf) => names.indexOf(factOf(leaf))),
    Almanac: almanacOf(Almanac, names, leaves.length),
    operators: [...new Set(leaves.map((leaf) => operatorOf(leaf).operator))],
  }
}

/**
 * An almanac that knows nothing but places: no cache, no path into a fact, no fact that somebody wrote on all objects.
 */
function almanacOf(Almanac: EngineModule['Almanac'], names: readonly string[], values: number): Prepared['Almanac'] {
  const facts = new Map(names.map((name, place) => [name, Promise.resolve(place)]))
  const places = Array.from({ length: values }, (_, place) => Promise.resolve(place))
  return class extends Almanac {
    override factValue(name: string): Promise<number> {
      return facts.get(name) ?? Promise.reject(new Error('json-rules-engine asked for a fact that it was not given'))
    }
    override getValue(value: number): Promise<number> {
      return places[value] ?? Promise.reject(new Error('json-rules-engine asked for a value that it was not given'))
    }
  }
}

/** What is on the left of a leaf; of one that is answered, the answer. */
function factOf(leaf: Leaf): string {
  if (isAnswered(leaf)) return leaf.id
  const { subject } = leaf
  invariant(subject.of !== 'item', 'a field of an item is read inside its list')
  return subject.of === 'parameter' ? `$${subject.name}` : subject.fact
}
