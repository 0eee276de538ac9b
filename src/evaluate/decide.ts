import { engineVersion, formatDate } from '../base/index.js'
import { kindNamed } from '../kinds/index.js'
import { type Decision, type ProgramPolicy, type SubjectRecord, showValue } from '../model/index.js'
import { assumptionsOf, type Version } from './assumptions.js'
import type { Evaluator, Subject } from './evaluator.js'
import { figuresOf } from './figures.js'
import { findingsOf } from './findings.js'
import type { Judgement } from './judge.js'
import { missingFacts } from './missing.js'
import { judgeVersions } from './versions.js'

/** Judges one person by the versions of one policy and says everything that the decision must say. */
export function decide(
  versions: readonly ProgramPolicy[],
  record: SubjectRecord,
  subject: Subject,
  evaluator: Evaluator,
): Decision {
  const { outcome, possible, main, alternatives, versionMatters } = judgeVersions(versions, subject, evaluator)
  const { policy, reason, appliesTo, scope, rules, read } = main
  const kind = kindNamed(policy.kind)
  const decided = possible.length === 1
  const head = versionOf(main)
  const { findings } = head
  const others = alternatives.map(versionOf)
  const figures = reason ? [] : figuresOf(policy, read)
  const inputs = inputsOf(policy, subject)
  return {
    schemaVersion: 1,
    engineVersion,
    recordDigest: record.digest,
    policy: headOf(policy),
    subject: record.id,
    asOf: formatDate(subject.asOf),
    outcome,
    ...(reason && decided && { reason }),
    ...(!decided && { possible }),
    determinedBy: decided ? kind.determinedBy(outcome, rules) : [],
    ...(appliesTo && { appliesTo }),
    ...(scope && { scope }),
    findings,
    ...(figures.length > 0 && { figures }),
    ...(inputs.length > 0 && { inputs }),
    ...(alternatives.length > 0 && { alternatives: others.map(alternativeOf) }),
    missing: missingFacts([main, ...alternatives], versionMatters),
    assumptions: assumptionsOf({
      versions: [head, ...others],
      figures,
      outcome,
      subject,
      outcomeOf: (data) => judgeVersions(versions, { ...subject, data }, evaluator).outcome,
    }),
    review: { humanDecision: true, adverse: kind.adverse.includes(outcome), remedies: policy.review },
  }
}

function versionOf(judgement: Judgement): Version {
  return { judgement, findings: findingsOf(judgement) }
}

function alternativeOf({ judgement, findings }: Version): NonNullable<Decision['alternatives']>[number] {
  const { policy, possible, appliesTo } = judgement
  return { policy: headOf(policy), possible, findings, ...(appliesTo && { appliesTo }) }
}

function inputsOf({ inputs, facts }: ProgramPolicy, subject: Subject): NonNullable<Decision['inputs']>[number][] {
  return inputs.flatMap((id) => {
    const [fact, value] = [facts[id], subject.inputs[id]]
    return fact && value ? [{ fact: { id, title: fact.title }, value: showValue(value) }] : []
  })
}

function headOf(policy: ProgramPolicy): Decision['policy'] {
  const { id, kind, title, effective, effectiveProvenance: provenance, citation, digest, place } = policy
  const from = formatDate(effective.from)
  const until = effective.until && { until: formatDate(effective.until) }
  return { id, kind, title, version: from, effective: { from, ...until, provenance }, citation, digest, place }
}
