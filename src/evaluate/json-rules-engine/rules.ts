import { invariant } from '../../base/index.js'
import type { OperatorName, ProgramCondition } from '../../model/index.js'
import { isExtensionName, type Operator, operatorNamed } from '../../operators/index.js'

/** A condition that is no group: to json-rules-engine, one test of one fact. */
export type Leaf = Exclude<ProgramCondition, { readonly kind: 'all' | 'any' }>

export function isLeaf(condition: ProgramCondition): condition is Leaf {
  return condition.kind !== 'all' && condition.kind !== 'any'
}

/**
 * Whether a leaf is answered before json-rules-engine runs, since it has no words for it: it asks the items of a list,
 * counts conditions, or calls an operator that the embedder brings.
 */
export function isAnswered(leaf: Leaf): leaf is Exclude<Leaf, BuiltIn> {
  return leaf.kind !== 'comparison' || isExtensionName(leaf.operator)
}

/** A comparison by an operator of the language. */
type BuiltIn = Extract<Leaf, { readonly kind: 'comparison' }> & { readonly operator: OperatorName }

const IS = operator('is')

/** Which operator json-rules-engine is given for a leaf, and whether its answer is turned round. */
export function operatorOf(leaf: Leaf): { readonly operator: Operator; readonly negated: boolean } {
  const negated = leaf.kind === 'comparison' && leaf.negated
  return { operator: isAnswered(leaf) ? IS : operator(leaf.operator), negated }
}

function operator(name: OperatorName): Operator {
  const found = operatorNamed(name)
  invariant(found, 'every operator has a record', name)
  return found
}

/** A test, a group of tests and a rule, as json-rules-engine takes them. */
export interface EngineTest {
  readonly name: string
  readonly fact: string
  readonly operator: string
  readonly value: unknown
}
export type EngineGroup =
  | { readonly all: readonly EngineCondition[] }
  | { readonly any: readonly EngineCondition[] }
  | { readonly not: EngineCondition }
export type EngineCondition = EngineTest | EngineGroup
export interface EngineRule {
  readonly name: string
  readonly conditions: EngineGroup
  readonly event: { readonly type: string; readonly params?: Readonly<Record<string, unknown>> }
}

/** A condition with its groups; every leaf is what `testOf` makes of it. */
export function engineCondition(condition: ProgramCondition, testOf: (leaf: Leaf) => EngineCondition): EngineCondition {
  if (isLeaf(condition)) return testOf(condition)
  const parts = condition.parts.map((part) => engineCondition(part, testOf))
  // json-rules-engine takes an empty group for true: of `all` that is so, of `any` it is not.
  invariant(parts.length > 0 || condition.kind === 'all', 'the checker lets no group be empty')
  return condition.kind === 'all' ? { all: parts } : { any: parts }
}

/** The same as the root of a rule, which must be a group. */
export function engineConditions(condition: ProgramCondition, testOf: (leaf: Leaf) => EngineCondition): EngineGroup {
  const root = engineCondition(condition, testOf)
  return 'fact' in root ? { all: [root] } : root
}

/** The leaves of a condition, in the order in which they are written. */
export function leavesOf(condition: ProgramCondition): readonly Leaf[] {
  return isLeaf(condition) ? [condition] : condition.parts.flatMap(leavesOf)
}

/** json-rules-engine's own words for operators; it calls the others as we do. */
const engineWords: Readonly<Partial<Record<OperatorName, string>>> = {
  is: 'equal',
  isNot: 'notEqual',
  atLeast: 'greaterThanInclusive',
  atMost: 'lessThanInclusive',
  moreThan: 'greaterThan',
}

/** What json-rules-engine calls an operator; negated, it is decorated by `not`. */
export function engineOperator(operator: OperatorName, negated = false): string {
  const word = engineWords[operator] ?? operator
  return negated ? `not:${word}` : word
}
