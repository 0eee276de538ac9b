import type { FactId, NodeId, Place, Truth } from '../base/index.js'
import type { Conventions, WrittenConventions } from './conventions.js'
import type { Derivation } from './derivation.js'
import type { ExtensionName } from './extension.js'
import type { Selection } from './selection.js'
import type { FactType, Value } from './value.js'

// Conditions and operands are made of each other: a condition compares operands, and an operand can count the items
// that meet a condition.

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
  /** One that an embedder brings. */
  | ExtensionName

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

/** What is tested or read: a fact about the person, a field of an item, or (on the left of a test) a parameter. */
export type Subject =
  | { readonly of: 'person'; readonly fact: FactId }
  /** `level` 0 is the innermost item, 1 the one around it. */
  | { readonly of: 'item'; readonly fact: FactId; readonly level: number }
  | { readonly of: 'parameter'; readonly name: string }

/** Wherever a form takes a value. 运算数 */
export type Operand =
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'parameter'; readonly name: string }
  /** The parameter's value on another day than the as-of date. */
  | { readonly kind: 'datedParameter'; readonly name: string; readonly at: Operand; readonly place: Place }
  | { readonly kind: 'fact'; readonly subject: Subject }
  | { readonly kind: 'asOf' }
  | { readonly kind: 'list'; readonly items: readonly Operand[] }
  | Derived<Operand, Condition, WrittenConventions>

/** An operand of a program: parameters have become constants that remember their name. */
export type ProgramOperand =
  | { readonly kind: 'constant'; readonly value: Value; readonly parameter?: string }
  | { readonly kind: 'datedParameter'; readonly name: string; readonly at: ProgramOperand; readonly place: Place }
  | { readonly kind: 'fact'; readonly subject: Subject }
  | { readonly kind: 'asOf' }
  | { readonly kind: 'list'; readonly items: readonly ProgramOperand[] }
  | Derived<ProgramOperand, ProgramCondition, Partial<Conventions>>

/** A value that comes from others, with what it needs to be computed and located. */
interface Derived<Part, When, Chosen> {
  readonly kind: 'derived'
  readonly id: NodeId
  readonly place: Place
  readonly type: FactType
  readonly derivation: Derivation<Part, When>
  /** Where this form, and all below it, count time in another way than the policy. */
  readonly conventions?: Chosen
}
