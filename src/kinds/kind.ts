import type { Localized, ReasonCode, Truth } from '../base/index.js'
import type { ProgramRule } from '../model/index.js'

/** A rule together with what its condition came to for one person. */
export interface RuleReading {
  readonly rule: ProgramRule
  readonly truth: Truth
  /** True if a waiver of the record covers the rule: then its truth does not count. */
  readonly waived: boolean
}

/** What a kind of policy adds to rules: the outcomes, and which of them the rules leave possible. */
export interface Kind {
  readonly name: string
  /** The roles of its rules, in the order in which they are listed. */
  readonly roles: readonly string[]
  /** Its outcomes, in the order in which they are listed. */
  readonly outcomes: readonly string[]
  /** What its codes are called by people. */
  readonly words: Words
  /** The outcomes that burden the person: each is said with who decides and how to ask for review. */
  readonly adverse: readonly string[]
  /** The outcomes that are a prompt only: people must find whether they hold, by a procedure in which others are heard. */
  readonly needsFinding?: readonly string[]
  /** The roles that can be waived for a person, and what a rule counts as that is waived or excepted: a gate as met, others as not met. */
  readonly waivedAs: Readonly<Record<string, boolean>>
  /**
   * The outcomes that the readings leave possible, in the order of `outcomes`: every undetermined rule may turn out either way,
   * independently of the others. One is a decided outcome.
   */
  readonly possible: (readings: readonly RuleReading[]) => readonly string[]
  /** What else than the outcome hangs on the readings, such as which benefits stand; by default nothing. */
  readonly atStake?: (readings: readonly RuleReading[]) => unknown
  /** The rules that a decided outcome rests on, sorted by reason code. */
  readonly determinedBy: (outcome: string, readings: readonly RuleReading[]) => readonly ReasonCode[]
  /** Where a rule stands among those of its role: 0 is the strongest. */
  readonly strength: (rule: Pick<ProgramRule, 'consequence'>) => number
}

/** The names of a kind's outcomes, roles and consequences. */
export interface Words {
  readonly outcome: Readonly<Record<string, Localized>>
  readonly role: Readonly<Record<string, Localized>>
  readonly consequence: Readonly<Record<string, Localized>>
}
