import type { FactId, NodeId, Place, Truth } from '../base/index.js'
import type { Value } from './value.js'

/** The name of an operator; its meaning is in the room `operators`. 运算符 */
export type OperatorName =
  | 'is'
  | 'isNot'
  | 'in'
  | 'notIn'
  | 'atLeast'
  | 'atMost'
  | 'moreThan'
  | 'lessThan'
  | 'between'
  | 'before'
  | 'after'
  | 'onOrBefore'
  | 'onOrAfter'
  | 'within'
  | 'known'

/** What is tested: a fact about the person, or (inside a list) a field of the item. */
export interface Subject {
  readonly of: 'person' | 'item'
  readonly fact: FactId
}

/** The right side of a comparison. 运算数 */
export type Operand =
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'fact'; readonly subject: Subject }
  | { readonly kind: 'asOf' }
  | { readonly kind: 'list'; readonly items: readonly Operand[] }

/**
 * The logic of a rule, with every name resolved. 条件表达式
 *
 * The checker yields conditions with `not`. Compiling moves negation to the leaves, where it becomes `negated`,
 * and turns parameters into literals that remember their name.
 */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly id: NodeId; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly id: NodeId; readonly part: Condition }
  | AtLeastOf<Condition>
  | Comparison<Operand>
  | Quantifier<Condition>

/** A condition of a program: no `not` but on the leaves, no parameter without its value. */
export type ProgramCondition =
  | { readonly kind: 'all' | 'any'; readonly id: NodeId; readonly parts: readonly ProgramCondition[] }
  | (AtLeastOf<ProgramCondition> & Negatable)
  | (Comparison<ProgramOperand> & Negatable)
  | (Quantifier<ProgramCondition> & Negatable)

export type ProgramOperand =
  | { readonly kind: 'constant'; readonly value: Value; readonly parameter?: string }
  | { readonly kind: 'fact'; readonly subject: Subject }
  | { readonly kind: 'list'; readonly items: readonly ProgramOperand[] }

interface Negatable {
  readonly negated: boolean
}

interface AtLeastOf<Part> {
  readonly kind: 'atLeastOf'
  readonly id: NodeId
  readonly n: number
  readonly parts: readonly Part[]
}

interface Comparison<Right> {
  readonly kind: 'comparison'
  readonly id: NodeId
  readonly place: Place
  readonly subject: Subject
  readonly operator: OperatorName
  readonly operand: Right
}

interface Quantifier<Inner> {
  readonly kind: 'quantifier'
  readonly id: NodeId
  readonly place: Place
  readonly quantifier: 'some' | 'every' | 'none'
  readonly of: FactId
  readonly where: Inner
  /** What `every` says of an empty list. */
  readonly ifEmpty: Truth
}
