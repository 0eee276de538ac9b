import { engineVersion, type FactId, formatDate, type PlainDate, type Truth } from '../base/index.js'
import { type Kind, kindNamed, type RuleReading, setAsideTruth } from '../kinds/index.js'
import {
  type Decision,
  type Finding,
  type PersonRecord,
  type ProgramPolicy,
  type ProgramRule,
  type RecordDocument,
  type ShownValue,
  showValue,
  type Trace,
} from '../model/index.js'
import { assumptionsOf } from './assumptions.js'
import type { Evaluated, Evaluator } from './evaluator.js'
import { missingFacts } from './missing.js'
import { waiverOf } from './waivers.js'

/** Judges one person by one policy: the evaluator says what is true, the kind of policy what follows from it. */
export function decide(policy: ProgramPolicy, record: PersonRecord, asOf: PlainDate, evaluator: Evaluator): Decision {
  const kind = kindNamed(policy.kind)
  if (!policy.inForce) return assemble({ outcome: 'notApplicable', reason: 'not-in-force' })
  const evaluated = evaluator(policy, record.data, asOf)
  const { scope } = evaluated
  if (scope?.truth === false)
    return assemble({ outcome: 'notApplicable', reason: 'out-of-scope', scope }, { evaluated, readings: [] })
  const readings = readingsOf(policy, record.data, asOf, evaluated)
  const possible = possibleOutcomes(kind, readings, scope?.truth)
  const outcome = outcomeOf(possible)
  return assemble(
    {
      outcome,
      ...(possible.length > 1 && { possible }),
      determinedBy: possible.length > 1 ? [] : kind.determinedBy(outcome, readings),
      ...(scope && { scope }),
    },
    { evaluated, readings },
  )

  function assemble(
    said: Pick<Decision, 'outcome'> & Partial<Pick<Decision, 'reason' | 'possible' | 'determinedBy' | 'scope'>>,
    grounds?: { readonly evaluated: Evaluated; readonly readings: readonly RuleReading[] },
  ): Decision {
    const { outcome, reason, possible, determinedBy = [], scope } = said
    const findings = grounds ? findingsOf(kind, policy, record.data, asOf, grounds.evaluated, grounds.readings) : []
    const touched = { policy, scope, findings }
    const wouldBe = (data: RecordDocument): string => outcomeFor(policy, data, asOf, evaluator)
    return {
      schemaVersion: 1,
      engineVersion,
      recordDigest: record.digest,
      policy: headOf(policy),
      subject: record.id,
      asOf: formatDate(asOf),
      outcome,
      ...(reason && { reason }),
      ...(possible && { possible }),
      determinedBy,
      ...(scope && { scope }),
      findings,
      missing: missingFacts({ ...touched, kind, readings: grounds?.readings ?? [] }),
      assumptions: assumptionsOf({ ...touched, outcome, data: record.data, wouldBe }),
      review: { humanDecision: true, adverse: kind.adverse.includes(outcome), remedies: policy.review },
    }
  }
}

/** The outcome alone, for asking what another record would have come to. */
function outcomeFor(policy: ProgramPolicy, data: RecordDocument, asOf: PlainDate, evaluator: Evaluator): string {
  const evaluated = evaluator(policy, data, asOf)
  if (evaluated.scope?.truth === false) return 'notApplicable'
  return outcomeOf(
    possibleOutcomes(kindNamed(policy.kind), readingsOf(policy, data, asOf, evaluated), evaluated.scope?.truth),
  )
}

function outcomeOf([only = 'undetermined', ...others]: readonly string[]): string {
  return others.length === 0 ? only : 'undetermined'
}

function possibleOutcomes(kind: Kind, readings: readonly RuleReading[], scope: Truth | undefined): readonly string[] {
  const possible = kind.possible(readings)
  return scope === 'unknown' ? [...possible, 'notApplicable'] : possible
}

function readingsOf(policy: ProgramPolicy, data: RecordDocument, asOf: PlainDate, { rules }: Evaluated): RuleReading[] {
  return policy.rules.map((rule, index) => ({
    rule,
    truth: traceAt(rules, index).truth,
    waived: waiverOf(policy.id, rule.id, data, asOf) !== undefined,
  }))
}

function findingsOf(
  kind: Kind,
  policy: ProgramPolicy,
  data: RecordDocument,
  asOf: PlainDate,
  { rules, read }: Evaluated,
  readings: readonly RuleReading[],
): Finding[] {
  const findings = readings.map((reading, index) => finding(reading, traceAt(rules, index)))
  const place = (one: { readonly rule: ProgramRule }): [number, number] => [
    kind.roles.indexOf(one.rule.role),
    kind.strength(one.rule),
  ]
  const order = readings.map((reading, index) => ({ reading, index }))
  order.sort((a, b) => {
    const [[roleA, strengthA], [roleB, strengthB]] = [place(a.reading), place(b.reading)]
    return roleA - roleB || strengthA - strengthB || (a.reading.rule.id < b.reading.rule.id ? -1 : 1)
  })
  return order.flatMap(({ index }) => findings[index] ?? [])

  function finding(reading: RuleReading, trace: Trace): Finding {
    const { id, role, title, consequence, because, provenance, citation, place } = reading.rule
    const setAsideBy = whatSetsAside(reading)
    const status = statusOf(reading, setAsideBy.length > 0, readings)
    const shown = because && (status === 'met' || status === 'setAside')
    return {
      id,
      role,
      title,
      status,
      ...(consequence && { consequence }),
      ...(setAsideBy.length > 0 && { setAsideBy }),
      ...(shown && { because: { text: because, values: placeholderValues(because) } }),
      provenance,
      citation,
      place,
      trace,
    }
  }

  /** Named only for a rule that would otherwise stand. */
  function whatSetsAside({ rule, truth }: RuleReading): NonNullable<Finding['setAsideBy']> {
    if (truth !== true) return []
    const waiver = waiverOf(policy.id, rule.id, data, asOf)
    const byRule = rule.setAsideBy.filter(({ id }) =>
      readings.some((other) => other.rule.id === id && other.truth === true),
    )
    const byWaiver = waiver && {
      by: 'waiver' as const,
      id: rule.id,
      approvedBy: waiver.approvedBy,
      on: waiver.on,
      ...(waiver.evidence && { evidence: waiver.evidence }),
    }
    return [...(byWaiver ? [byWaiver] : []), ...byRule.map(({ by, id }) => ({ by, id }))]
  }

  function placeholderValues({
    zh,
    en,
  }: NonNullable<ProgramRule['because']>): NonNullable<Finding['because']>['values'] {
    const names = [...`${zh}${en}`.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
    return Object.fromEntries([...new Set(names)].sort().map((name) => [name, valueFor(name)]))
  }

  function valueFor(name: string): ShownValue {
    const parameter = name.startsWith('$') ? policy.parameters[name.slice(1)] : undefined
    return parameter ? showValue(parameter.value) : read(name as FactId)
  }
}

function statusOf(
  { rule, truth }: RuleReading,
  setAside: boolean,
  readings: readonly RuleReading[],
): Finding['status'] {
  if (truth === 'unknown') return 'undetermined'
  if (!truth) return 'unmet'
  if (setAside) return 'setAside'
  const open = (['exemption', 'deferral'] as const).some((by) => setAsideTruth(rule, by, readings) === 'unknown')
  return open ? 'undetermined' : 'met'
}

function headOf({
  id,
  kind,
  title,
  effective,
  effectiveProvenance,
  citation,
  digest,
  place,
}: ProgramPolicy): Decision['policy'] {
  const { from, until } = effective
  const period = { from: formatDate(from), ...(until && { until: formatDate(until) }), provenance: effectiveProvenance }
  return { id, kind, title, version: formatDate(from), effective: period, citation, digest, place }
}

function traceAt(rules: readonly Trace[], index: number): Trace {
  const trace = rules[index]
  if (!trace) throw new Error('an evaluator judges every rule')
  return trace
}
