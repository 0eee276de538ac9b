import type { FactId, Localized } from '../base/index.js'
import type { Condition, Operand, ProgramCondition, ProgramOperand } from './condition.js'
import type { FactType, Value } from './value.js'

/** A typed, named thing known about a person, or of an item of one of the person's lists. 事实 */
export interface Fact<Part = Operand> {
  readonly id: FactId
  readonly title: Localized
  readonly type: FactType
  /** The list whose items have it; without, the person has it. */
  readonly list?: FactId
  /** True if it must not be quoted in a reason. */
  readonly confidential?: true
  readonly from: Field | Current | Input | Parts<Part> | Part
}

export type ProgramFact = Fact<ProgramOperand>

/** A field of the record (`birthDate`) or of a list's items (`assessments.grade`). */
export interface Field {
  readonly kind: 'field'
  /** The keys from the record, or from the item, to the value. */
  readonly keys: readonly string[]
  /** What the field's absence means, if it does not mean unknown. */
  readonly absent?: Value
  /** An assessment has the dates of its `period`, else of its `year`: first day, last day, and the day after. */
  readonly period?: 'start' | 'end' | 'after'
}

/** `post.level`: a field of the one entry of a list that is current. */
export interface Current {
  readonly kind: 'current'
  readonly current: 'post' | 'rank'
  readonly list: FactId
  readonly field: FactId
}

/** Given beside the record, under the fact's own name. */
export interface Input {
  readonly kind: 'input'
}

/** A field of a named list: of each of its parts, the field of that part's own items, or what the part was given. */
export interface Parts<Part> {
  readonly kind: 'parts'
  readonly parts: readonly (FactId | Part)[]
}

/** A list of the record, or one that a dictionary names. 列表 */
export interface List<Part = Operand, When = Condition> {
  readonly id: FactId
  readonly title: Localized
  /** The field that dates an item: items dated after the as-of date are not seen. */
  readonly datedBy: FactId
  /** Set if its items last from one day to another. */
  readonly period?: { readonly from: FactId; readonly to: FactId }
  /** One annual item is due for each year of service: a year without one is an item that is not known. */
  readonly yearly: boolean
  /** The keys from the record to the list. */
  readonly keys: readonly string[]
  /** What a named list is made of; then it has no keys. */
  readonly parts?: readonly NamedPart<Part, When>[]
}

/** Some items of another list, with the period that the named list gives them. */
export interface NamedPart<Part = Operand, When = Condition> {
  readonly of: FactId
  readonly where?: When
  readonly from?: Part
  readonly to?: Part
}

export type ProgramList = List<ProgramOperand, ProgramCondition>
