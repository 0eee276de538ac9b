import type { FactId, Localized, Place, PlainDate, PolicyId, ReasonCode } from '../base/index.js'
import type { Citation, Provenance } from './citation.js'
import type { Condition, ProgramCondition } from './condition.js'
import type { WrittenConventions } from './conventions.js'
import type { NeededExtensions } from './extension.js'
import type { Fact, List } from './fact.js'
import type { Hearing as HearingDocument, Remedy as RemedyDocument } from './generated/policy.js'
import type { DeepReadonly } from './readonly.js'
import type { SubjectKind } from './record.js'
import type { FactType, Value } from './value.js'

/** How to contest an outcome. 救济途径 */
export type Remedy = DeepReadonly<RemedyDocument>

/** Who must be heard before a finding, and for what. 听取意见 */
export type Hearing = DeepReadonly<HearingDocument>

/** `[from, until)`: the end is excluded; without `until` it stays in force. 有效期 */
export interface Period {
  readonly from: PlainDate
  readonly until?: PlainDate
}

/** Several policies that were checked together, with the facts they use. Plain JSON. 政策集 */
export interface PolicySet {
  readonly policies: readonly Policy[]
}

/** One policy with references resolved, dates read and sugar removed. 政策 */
export interface Policy {
  readonly id: PolicyId
  readonly kind: string
  readonly subject: SubjectKind
  readonly title: Localized
  readonly effective: Period
  readonly effectiveProvenance: Provenance
  readonly citation: Citation
  readonly place: Place
  /** SHA-256 of the policy and the dictionaries it uses, as written. */
  readonly digest: string
  readonly facts: Readonly<Record<FactId, Fact>>
  readonly lists: Readonly<Record<FactId, List>>
  readonly parameters: Readonly<Record<string, Parameter>>
  readonly conventions: WrittenConventions
  /** Facts that the decision carries with their working. */
  readonly figures: readonly FactId[]
  /** Facts that are given beside the record. */
  readonly inputs: readonly FactId[]
  /** What an embedder must bring; absent if the policy and its dictionaries name no extension. */
  readonly extensions?: NeededExtensions
  /** Whom this version applies to, if there are others on the same day. */
  readonly appliesTo?: Condition
  readonly scope?: Condition
  readonly rules: readonly Rule[]
  readonly review: readonly Remedy[]
  /** Who must be heard before an outcome that needs a finding by people. */
  readonly hearing?: readonly Hearing[]
}

/** A named figure or list of a policy. 参数 */
export interface Parameter {
  readonly name: string
  readonly title: Localized
  /** The type of the value, or of each value of a list. */
  readonly type: FactType
  readonly list: boolean
  readonly provenance: Provenance
  readonly citation?: Citation
  readonly place: Place
  readonly values: readonly DatedValue[]
  /** The words that it can be, if it chooses a convention. */
  readonly oneOf?: readonly string[]
}

/** A value of a parameter, and when it holds. */
export type DatedValue = Period & { readonly is: Value }

/** One `when` → consequence: the unit that a person can contest. 规则 */
export interface Rule<When = Condition> {
  readonly id: ReasonCode
  /** What the rule is in its kind of policy: trigger, exemption, deferral. */
  readonly role: string
  readonly title: Localized
  readonly when: When
  /** Sets the rule aside where it holds. */
  readonly unless?: When
  /** The reason in people's words, with `{fact}` and `{$parameter}` placeholders. */
  readonly because?: Localized
  readonly provenance: Provenance
  readonly citation: Citation
  readonly place: Place
  /** What the rule yields, in the words of its kind: `{ obligation: must, move: lateral }`. 后果 */
  readonly consequence?: Readonly<Record<string, string>>
  /** The rules that set this one aside when they stand. */
  readonly setAsideBy: readonly SetAside[]
  /** The rules that say which measures there are, of those proposed if this one decides. */
  readonly proposes?: readonly ReasonCode[]
  /** What the rule yields, as facts of the policy: an amount, and for how long. */
  readonly yields?: Yields
}

/** An amount with its unit, and a term: each the name of a fact. */
export interface Yields {
  readonly amount?: FactId
  readonly unit?: Localized
  readonly from?: FactId
  readonly until?: FactId
  readonly term?: FactId
}

/** A rule that sets another aside; `may` leaves that to the decider. */
export interface SetAside {
  readonly by: 'exemption' | 'deferral' | 'exclusion' | 'benefit'
  readonly id: ReasonCode
  readonly force?: 'may'
}

export type ProgramRule = Rule<ProgramCondition>
