import { invariant, type PlainDate } from '../base/index.js'
import { kindNamed, type RuleReading } from '../kinds/index.js'
import type { Decision, ProgramPolicy, RecordDocument, ShownValue, Trace } from '../model/index.js'
import type { Evaluated, Evaluator } from './evaluator.js'
import { type Waiver, waiverOf } from './waivers.js'

/** What a policy comes to for a record: the outcomes that are possible, and the rules that make them so. */
export interface Judgement {
  readonly outcome: string
  /** One is a decided outcome. */
  readonly possible: readonly string[]
  readonly reason?: NonNullable<Decision['reason']>
  readonly scope?: Trace
  /** None if the policy does not apply. */
  readonly rules: readonly JudgedRule[]
  readonly read: Evaluated['read']
}

export interface JudgedRule extends RuleReading {
  readonly trace: Trace
  readonly waiver?: Waiver
}

/** Where a policy does not apply, nothing was read. */
const UNREAD: ShownValue = { type: 'unknown' }

/** The evaluator says what is true, the kind of policy what follows from it. */
export function judge(policy: ProgramPolicy, data: RecordDocument, asOf: PlainDate, evaluator: Evaluator): Judgement {
  const none = {
    outcome: 'notApplicable',
    possible: ['notApplicable'],
    rules: [],
    read: () => UNREAD,
  } as const
  if (!policy.inForce) return { ...none, reason: 'not-in-force' }
  const { scope, rules: traces, read } = evaluator(policy, data, asOf)
  if (scope?.truth === false) return { ...none, reason: 'out-of-scope', scope, read }
  const rules = policy.rules.map((rule, index): JudgedRule => {
    const trace = traces[index]
    invariant(trace, 'an evaluator judges every rule')
    const waiver = waiverOf(policy.id, rule.id, data, asOf)
    return { rule, trace, truth: trace.truth, waived: waiver !== undefined, ...(waiver && { waiver }) }
  })
  const applicable = kindNamed(policy.kind).possible(rules)
  const possible = scope?.truth === 'unknown' ? [...applicable, 'notApplicable'] : applicable
  const [only = 'undetermined', ...others] = possible
  return { outcome: others.length === 0 ? only : 'undetermined', possible, rules, read, ...(scope && { scope }) }
}
