import type { FactId, MonthEnd, NodeId, Place } from '../base/index.js'
import type { Condition, ProgramCondition } from './condition.js'
import type { Derivation } from './derivation.js'
import type { FactType, Value } from './value.js'

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

/** How a policy counts time. 约定 */
export interface Conventions {
  /** Where adding months reaches a day that does not exist: the month's last day, or the first of the next. */
  readonly monthEnd: MonthEnd
  /** Whether the day on which something ends still belongs to it. */
  readonly to: 'excluded' | 'included'
  /** The day that a month stands for; unknown: any of its days. */
  readonly monthDate: 'firstDay' | 'lastDay' | 'unknown'
  /** How many left-over days make a month when several intervals are added. */
  readonly daysPerMonth: number
}

/** Conventions as an author chose them: a word may be the parameter of that name. */
export type WrittenConventions = {
  readonly [Key in keyof Conventions]?: Conventions[Key] | { readonly parameter: string }
}
