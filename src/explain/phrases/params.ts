import type { Localized, Place } from '../../base/index.js'
import type {
  Assumption,
  Benefit,
  Citation,
  ComparisonTrace,
  Finding,
  Measure,
  MissingFact,
  QuantifierTrace,
  Remedy,
  ShownValue,
  Trace,
} from '../../model/index.js'

/** What each phrase needs to be said: the catalogue that every language has in full. */
export interface PhraseParams extends OutcomePhrases, RulePhrases, RecordPhrases, ScorePhrases, ReviewPhrases {}

export type PhraseKey = keyof PhraseParams

export type AsideBy = NonNullable<Finding['setAsideBy']>[number]['by']

/** What came out, and what follows from it. */
export interface OutcomePhrases {
  outcome: { title: Localized }
  /** The outcome is a prompt only. */
  findingNeeded: Record<never, never>
  notInForce: { from: string; until?: string }
  outOfScope: Record<never, never>
  noVersionApplies: Record<never, never>
  /** Heads the condition by which nobody knows which version is the one. */
  versionUnclear: Record<never, never>
  possible: { titles: readonly Localized[] }
  policy: { title: Localized; id: string; version: string; asOf: string }
  alternative: { title: Localized; id: string; version: string; titles: readonly Localized[] }
  benefit: Pick<Benefit, 'id' | 'title'> & { amount?: ShownValue; unit?: Localized }
  /** When a benefit begins and ends. */
  term: { from?: ShownValue; until?: ShownValue; term?: ShownValue }
  measure: Pick<Measure, 'id' | 'title' | 'status'>
  proposedBy: { rules: readonly Localized[] }
}

/** How a rule was judged. */
export interface RulePhrases {
  rule: Pick<Finding, 'id' | 'title' | 'status'> & { role: Localized }
  /** Of a rule that decided the outcome because it does not hold. */
  notMet: Record<never, never>
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
  source: { citation: Citation; place: Place; assumed: boolean }
}

/** What the record says, what it does not say, and what was taken instead. */
export interface RecordPhrases {
  /** A fact with its value; the lines below say what it was computed from. */
  value: { fact: { title: Localized }; value: ShownValue }
  missing: Pick<MissingFact, 'path' | 'fact' | 'reason' | 'matters' | 'rules'> & { year?: number }
  /** What would settle the value that it stands under. */
  wanting: Pick<MissingFact, 'path' | 'fact' | 'reason'> & { year?: number }
  parameterAssumed: { name: string; title: Localized; value: ShownValue; place: Place }
  ruleAssumed: { title: Localized; id: string; place: Place }
  scoreAssumed: { title: Localized; id: string; place: Place }
  periodAssumed: { from: string }
  supposed: {
    kind: Extract<Assumption, { path: string }>['kind']
    path: string
    fact: { title: Localized }
    value: ShownValue
    decisive?: boolean
  }
}

/** How a score came about: first what stands in cells, then in lines. */
export interface ScorePhrases {
  name: { title: Localized }
  total: Record<never, never>
  points: { value: ShownValue }
  /** What a cap took and a floor added. */
  limited: { lost?: ShownValue; cap?: ShownValue; raised?: ShownValue; floor?: ShownValue }
  /** Factors; of one that is not `sure` nobody knows whether it counts. */
  weighted: { factors: readonly { times: ShownValue; sure: boolean }[] }
  /** How a row is worked out, of the columns that the table has. */
  reading: { limited: boolean; weighted: boolean }
  /** Several if the score may lie in each of them. */
  band: { bands: readonly { title: Localized; from?: ShownValue }[] }
  nextBand: { title: Localized; from: ShownValue; points: ShownValue }
  pass: { atLeast: ShownValue; lacking?: ShownValue }
  scoring: { id: string; title: Localized }
  /** An item of the record that points came from. */
  scored: { at: string; date: ShownValue; by?: ShownValue; points: ShownValue; doubtful: boolean }
  quantity: { fact: { title: Localized }; value: ShownValue; units: ShownValue }
  nothingScored: Record<never, never>
  weight: { id: string; title: Localized; times: ShownValue; truth: Trace['truth']; on: readonly Localized[] }
}

/** Who decides, who must be heard, and how to contest it. */
export interface ReviewPhrases {
  hearing: { who: Localized; what: Localized; citation?: Citation; assumed: boolean }
  humanDecision: { adverse: boolean; citation: Citation }
  remedy: Pick<Remedy, 'title' | 'to'> & { within?: string; citation?: Citation; assumed: boolean }
}
