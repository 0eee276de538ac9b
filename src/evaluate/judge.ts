import { allOf, anyOf, invariant, negate, type Truth } from '../base/index.js'
import { kindNamed, type RuleReading } from '../kinds/index.js'
import type { Decision, ProgramPolicy, ProgramRule, RuleTrace, Trace } from '../model/index.js'
import type { Evaluated, ReadFact, Subject } from './evaluator.js'
import { type Waiver, waiverOf } from './waivers.js'

/** What a version of a policy comes to for a record: the outcomes that are possible, and the rules that make them so. */
export interface Judgement {
  readonly policy: ProgramPolicy
  /** Whether this version is for this person, by its own word. */
  readonly applies: Truth
  /** One is a decided outcome. */
  readonly possible: readonly string[]
  readonly reason?: NonNullable<Decision['reason']>
  readonly appliesTo?: Trace
  readonly scope?: Trace
  /** None if the policy does not apply. */
  readonly rules: readonly JudgedRule[]
  readonly read: Evaluated['read']
  readonly statement: Evaluated['statement']
}

export interface JudgedRule extends RuleReading {
  /** Of the rule's condition. */
  readonly trace: Trace
  /** Of its exception. */
  readonly unless?: Trace
  readonly waiver?: Waiver
}

/** Where a policy does not apply, nothing was read. */
const UNREAD: ReadFact = { value: { type: 'unknown' }, missing: [], supposed: [], parameters: [] }

/** A version of a policy with what an evaluator says of it; nothing of one that is not in force. */
export interface Version {
  readonly policy: ProgramPolicy
  readonly evaluated?: Evaluated
}

/** The evaluator says what is true, the kind of policy what follows from it. */
export function judge({ policy, evaluated }: Version, subject: Subject): Judgement {
  const none = {
    policy,
    applies: true,
    possible: ['notApplicable'],
    rules: [],
    read: () => UNREAD,
    statement: () => undefined,
  } as const
  if (!policy.inForce) return { ...none, reason: 'not-in-force' }
  invariant(evaluated, 'a policy in force is evaluated')
  const { appliesTo, scope, rules: judgedTraces, read, statement } = evaluated
  const judged = {
    ...none,
    applies: appliesTo?.truth ?? true,
    read,
    statement,
    ...(appliesTo && { appliesTo }),
    ...(scope && { scope }),
  }
  if (appliesTo?.truth === false) return { ...judged, reason: 'no-version-applies' }
  if (scope?.truth === false) return { ...judged, reason: 'out-of-scope' }
  const rules = policy.rules.map((rule, index): JudgedRule => {
    const traces = judgedTraces[index]
    invariant(traces, 'an evaluator judges every rule')
    return readingOf(rule, traces, { policy, data: subject.data, asOf: subject.asOf })
  })
  const applicable = kindNamed(policy.kind).possible(rules)
  return { ...judged, possible: scope?.truth === 'unknown' ? [...applicable, 'notApplicable'] : applicable, rules }
}

/** A rule with what its traces come to, and the waiver that covers it; only some roles of a kind can be waived. */
export function readingOf(
  rule: ProgramRule,
  { when, unless }: RuleTrace,
  { policy, data, asOf }: { readonly policy: ProgramPolicy } & Pick<Subject, 'data' | 'asOf'>,
): JudgedRule {
  const { waivedAs } = kindNamed(policy.kind)
  const waiver = Object.hasOwn(waivedAs, rule.role) ? waiverOf(policy.id, rule.id, data, asOf) : undefined
  return {
    rule,
    trace: when,
    ...(unless && { unless }),
    truth: excepted(when.truth, unless?.truth ?? false, waivedAs[rule.role] === true),
    waived: waiver !== undefined,
    ...(waiver && { waiver }),
  }
}

/** The truth of a rule with its exception: a gate that is set aside counts as met, any other rule as not met. */
function excepted(when: Truth, unless: Truth, countsAsMet: boolean): Truth {
  return countsAsMet ? anyOf([when, unless]) : allOf([when, negate(unless)])
}
