import type { NodeId, Place, Truth } from '../base/index.js'
import type { Selection } from './derivation.js'
import type { Operand, ProgramOperand, Subject } from './operand.js'
import type { FactType } from './value.js'

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
  | 'contains'
  | 'containsAny'
  | 'containsAll'
  | 'known'

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
  | Quantifier<Operand, Condition>

/** A condition of a program: no `not` but on the leaves, no parameter without its value. */
export type ProgramCondition =
  | { readonly kind: 'all' | 'any'; readonly id: NodeId; readonly parts: readonly ProgramCondition[] }
  | (AtLeastOf<ProgramCondition> & Negatable)
  | (Comparison<ProgramOperand> & Negatable)
  | (Quantifier<ProgramOperand, ProgramCondition> & Negatable)

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
  /** The subject's type: an ordered enumeration is compared by its order. */
  readonly type: FactType
  readonly operator: OperatorName
  readonly operand: Right
}

/** How many items of a list must meet the test. */
export type QuantifierName = 'some' | 'every' | 'none' | 'atLeastOf'

interface Quantifier<Part, When> {
  readonly kind: 'quantifier'
  readonly id: NodeId
  readonly place: Place
  readonly quantifier: QuantifierName
  /** How many items `atLeastOf` asks for. */
  readonly n?: number
  /** Which items are asked; `having` is what they are asked. */
  readonly from: Omit<Selection<Part, When>, 'having'> & { readonly having: When }
  /** What `every` says of an empty list. */
  readonly ifEmpty: Truth
}
