import { engineVersion, formatDate } from '../base/index.js'
import { kindNamed } from '../kinds/index.js'
import { type Decision, nodesOf, type ProgramPolicy, type SubjectRecord, showValue } from '../model/index.js'
import { assumptionsOf, type JudgedVersion, type Result } from './assumptions.js'
import { benefitsOf } from './benefits.js'
import type { Subject, SyncEvaluator } from './evaluator.js'
import { figuresOf } from './figures.js'
import { findingsOf } from './findings.js'
import type { Judgement, Version } from './judge.js'
import { measuresOf } from './measures.js'
import { missingFacts, tracesOf } from './missing.js'
import { type Decided, judgeVersions } from './versions.js'

/**
 * Judges one person by the versions of one policy and says everything that the decision must say. What another record
 * would come to is asked of `whatIf`, many times.
 */
export function decide(
  versions: readonly Version[],
  record: SubjectRecord,
  subject: Subject,
  whatIf: SyncEvaluator,
): Decision {
  const judged = judgeVersions(versions, subject)
  const { outcome, possible, main, alternatives, versionMatters } = judged
  const { policy, reason, appliesTo, scope, rules, read } = main
  const kind = kindNamed(policy.kind)
  const decided = possible.length === 1
  const determinedBy = decided ? kind.determinedBy(outcome, rules) : []
  const head = versionOf(main)
  const { findings } = head
  const others = alternatives.map(versionOf)
  const figures = reason ? [] : figuresOf(policy, read)
  const statement = reason ? undefined : main.statement()
  const benefits = reason ? undefined : benefitsOf(main)
  const measures = decided && kind.adverse.includes(outcome) ? measuresOf(main, determinedBy) : undefined
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
    determinedBy,
    ...(appliesTo && { appliesTo }),
    ...(scope && { scope }),
    findings,
    ...(figures.length > 0 && { figures }),
    ...(statement && { statement }),
    ...(benefits && { benefits }),
    ...(measures && { measures }),
    ...(inputs.length > 0 && { inputs }),
    ...(alternatives.length > 0 && { alternatives: others.map(alternativeOf) }),
    missing: missingFacts([main, ...alternatives], versionMatters),
    assumptions: assumptionsOf({
      versions: [head, ...others],
      figures,
      statement,
      comesTo: comesTo(judged),
      subject,
      wouldComeTo: (other) => comesTo(rejudged(versions, other, whatIf)),
    }),
    review: {
      humanDecision: true,
      adverse: kind.adverse.includes(outcome),
      ...(kind.needsFinding?.includes(outcome) && {
        finding: true,
        ...(policy.hearing && { hearing: policy.hearing }),
      }),
      remedies: policy.review,
    },
  }
}

function rejudged(versions: readonly Version[], subject: Subject, evaluator: SyncEvaluator): Decided {
  const evaluated = versions.map(({ policy }) => ({
    policy,
    ...(policy.inForce && { evaluated: evaluator(policy, subject) }),
  }))
  return judgeVersions(evaluated, subject)
}

/** The outcome, and what else hangs on the rules, such as which benefits stand. */
function comesTo({ outcome, main, alternatives }: Decided): Result {
  const judgements = [main, ...alternatives]
  const stakes = judgements.map(({ policy, rules }) => kindNamed(policy.kind).atStake?.(rules))
  return {
    text: JSON.stringify([outcome, stakes]),
    hangsOn: (path) =>
      judgements
        .flatMap(tracesOf)
        .flatMap(({ trace }) => nodesOf(trace))
        .some((node) => node.truth === 'unknown' && 'missing' in node && node.missing.some((one) => one.path === path)),
  }
}

function versionOf(judgement: Judgement): JudgedVersion {
  return { judgement, findings: findingsOf(judgement) }
}

function alternativeOf({ judgement, findings }: JudgedVersion): NonNullable<Decision['alternatives']>[number] {
  const { policy, possible, appliesTo } = judgement
  return { policy: headOf(policy), possible, findings, ...(appliesTo && { appliesTo }) }
}

function inputsOf(policy: ProgramPolicy, { inputs }: Subject): NonNullable<Decision['inputs']>[number][] {
  return policy.inputs.flatMap((id) => {
    const [fact, value] = [policy.facts[id], inputs.get(policy)?.[id]]
    return fact && value ? [{ fact: { id, title: fact.title }, value: showValue(value) }] : []
  })
}

function headOf(policy: ProgramPolicy): Decision['policy'] {
  const { id, kind, title, effective, effectiveProvenance: provenance, citation, digest, place } = policy
  const from = formatDate(effective.from)
  const until = effective.until && { until: formatDate(effective.until) }
  return { id, kind, title, version: from, effective: { from, ...until, provenance }, citation, digest, place }
}
