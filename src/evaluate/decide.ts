import { engineVersion, formatDate, type PlainDate } from '../base/index.js'
import { kindNamed } from '../kinds/index.js'
import type { Decision, PersonRecord, ProgramPolicy } from '../model/index.js'
import { assumptionsOf } from './assumptions.js'
import type { Evaluator } from './evaluator.js'
import { findingsOf } from './findings.js'
import { judge } from './judge.js'
import { missingFacts } from './missing.js'

/** Judges one person by one policy and says everything that the decision must say. */
export function decide(policy: ProgramPolicy, record: PersonRecord, asOf: PlainDate, evaluator: Evaluator): Decision {
  const kind = kindNamed(policy.kind)
  const judgement = judge(policy, record.data, asOf, evaluator)
  const { outcome, possible, reason, scope, rules } = judgement
  const decided = possible.length === 1
  const findings = findingsOf(judgement, policy, kind)
  const outcomeOf = (data: PersonRecord['data']): string => judge(policy, data, asOf, evaluator).outcome
  return {
    schemaVersion: 1,
    engineVersion,
    recordDigest: record.digest,
    policy: headOf(policy),
    subject: record.id,
    asOf: formatDate(asOf),
    outcome,
    ...(reason && { reason }),
    ...(!decided && { possible }),
    determinedBy: decided ? kind.determinedBy(outcome, rules) : [],
    ...(scope && { scope }),
    findings,
    missing: missingFacts({ scope, findings, rules, kind }),
    assumptions: assumptionsOf({ policy, scope, findings, outcome, asOf, data: record.data, outcomeOf }),
    review: { humanDecision: true, adverse: kind.adverse.includes(outcome), remedies: policy.review },
  }
}

function headOf(policy: ProgramPolicy): Decision['policy'] {
  const { id, kind, title, effective, effectiveProvenance: provenance, citation, digest, place } = policy
  const from = formatDate(effective.from)
  const until = effective.until && { until: formatDate(effective.until) }
  return { id, kind, title, version: from, effective: { from, ...until, provenance }, citation, digest, place }
}
