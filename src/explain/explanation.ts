import type { Localized, Place } from '../base/index.js'
import type {
  Assumption,
  Citation,
  ComparisonTrace,
  Decision,
  Finding,
  MissingFact,
  QuantifierTrace,
  Remedy,
  ShownValue,
  Trace,
} from '../model/index.js'

/** What a decision says, in the order in which a person wants to read it; plain JSON without a language. 说明 */
export interface Explanation {
  readonly subject: string
  readonly asOf: string
  readonly policy: Decision['policy']
  readonly outcome: string
  readonly adverse: boolean
  readonly sections: readonly Section[]
}

export interface Section {
  readonly heading: Heading
  readonly lines: readonly Line[]
}

export type Heading =
  | 'outcome'
  | 'figures'
  | 'inputs'
  | 'alternatives'
  | 'determining'
  | 'setAside'
  | 'alsoMet'
  | 'undetermined'
  | 'missing'
  | 'assumptions'
  | 'unmet'
  | 'review'

/** One line, said by the phrase of its key, with the lines below it. */
export type Line = { readonly [Key in PhraseKey]: LineOf<Key> }[PhraseKey]

export interface LineOf<Key extends PhraseKey> {
  readonly phrase: Key
  readonly params: PhraseParams[Key]
  readonly lines: readonly Line[]
}

export type PhraseKey = keyof PhraseParams

export type AsideBy = NonNullable<Finding['setAsideBy']>[number]['by']

/** What each phrase needs to be said. */
export interface PhraseParams {
  outcome: { title: Localized }
  notInForce: { from: string; until?: string }
  outOfScope: Record<never, never>
  noVersionApplies: Record<never, never>
  /** Heads the condition by which nobody knows which version is the one. */
  versionUnclear: Record<never, never>
  possible: { titles: readonly Localized[] }
  policy: { title: Localized; id: string; version: string; asOf: string }
  rule: Pick<Finding, 'id' | 'title' | 'status'> & { role: Localized }
  because: { text: Localized; values: Readonly<Record<string, ShownValue>> }
  consequence: { words: readonly Localized[] }
  comparison: Pick<
    ComparisonTrace,
    'fact' | 'operator' | 'operatorTitle' | 'negated' | 'actual' | 'operand' | 'truth'
  > & {
    parameters: readonly { name: string; assumed: boolean }[]
  }
  /** `items` in the list, of which the lines below show those that the truth rests on; `meeting` says whether these meet the condition. */
  quantifier: Pick<QuantifierTrace, 'of' | 'truth' | 'n'> & {
    items: number
    known: boolean
    meeting: Trace['truth']
    shown: number
  }
  /** `doubtful` if nobody knows whether it is among the items that are looked at. */
  item: { at: string; truth: Trace['truth']; doubtful: boolean }
  group: { kind: 'any' | 'atLeastOf'; n?: number; truth: Trace['truth'] }
  setAsideBy: {
    by: AsideBy
    /** Left to the decider. */
    may: boolean
    id: string
    title?: Localized
    approvedBy?: string
    on?: string
    evidence?: string
  }
  unless: { truth: Trace['truth'] }
  /** A fact with its value; the lines below say what it was computed from. */
  value: { fact: { title: Localized }; value: ShownValue }
  alternative: { title: Localized; id: string; version: string; titles: readonly Localized[] }
  source: { citation: Citation; place: Place; assumed: boolean }
  missing: Pick<MissingFact, 'path' | 'fact' | 'reason' | 'matters' | 'rules'> & { year?: number }
  parameterAssumed: { name: string; title: Localized; value: ShownValue; place: Place }
  ruleAssumed: { title: Localized; id: string; place: Place }
  periodAssumed: { from: string }
  supposed: {
    kind: Extract<Assumption, { path: string }>['kind']
    path: string
    fact: { title: Localized }
    value: ShownValue
    decisive?: boolean
  }
  humanDecision: { adverse: boolean }
  remedy: Pick<Remedy, 'title' | 'to'> & { within?: string; citation?: Citation; assumed: boolean }
}
