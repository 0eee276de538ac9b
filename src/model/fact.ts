import type { FactId, Localized, TimeUnit } from '../base/index.js'
import type { Condition, Operand, ProgramCondition, ProgramOperand } from './condition.js'
import type { FactType, Value } from './value.js'

/** A typed, named thing known about a person, or of an item of one of the person's lists. 事实 */
export interface Fact<Right = Operand, Inner = Condition> {
  readonly id: FactId
  readonly title: Localized
  readonly type: FactType
  readonly from: Field | Derivation<Right, Inner>
}

export type ProgramFact = Fact<ProgramOperand, ProgramCondition>

/** A field of the record (`birthDate`), of a current entry (`post.title`) or of a list's items (`assessments.grade`). */
export interface Field {
  readonly kind: 'field'
  /** The list whose items have the field, if it is one. */
  readonly list?: FactId
  /** `post` and `rank`: the field is read from the one entry of `list` that is current. */
  readonly current?: 'post' | 'rank'
  /** The keys from the record, or from the item, to the value. */
  readonly keys: readonly string[]
  /** What the field's absence means, if it does not mean unknown. */
  readonly absent?: Value
  /** Set on the date of an assessment: the last day of its `period`, else of its `year`. */
  readonly endOfPeriod?: true
}

/** How a derived fact comes from others at the as-of date. 派生事实 */
export type Derivation<Right = Operand, Inner = Condition> =
  | { readonly kind: 'elapsed'; readonly since: Right; readonly until: Right; readonly in?: TimeUnit }
  | { readonly kind: 'count' | 'exists'; readonly of: FactId; readonly where?: Inner }
  | { readonly kind: 'latest' | 'earliest'; readonly of: FactId; readonly where?: Inner; readonly take: FactId }

/** A list of the record. 列表 */
export interface List {
  readonly id: FactId
  readonly title: Localized
  /** The field that dates an item: items dated after the as-of date are not seen. */
  readonly datedBy: FactId
  /** One annual item is due for each year of service: a year without one is an item that is not known. */
  readonly yearly: boolean
}
