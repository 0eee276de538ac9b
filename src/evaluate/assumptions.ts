import { byCodePoint, daysOf, type FactId, formatDate, type PlainDate, parseDate, sortedUnique } from '../base/index.js'
import {
  type Assumption,
  decidingParts,
  type Finding,
  nodesOf,
  type ProgramPolicy,
  type RecordDocument,
  type Supposition,
  showValue,
  type Trace,
} from '../model/index.js'
import { SCOPE } from './missing.js'
import { doubtfulMonths } from './waivers.js'

interface Judged {
  readonly policy: ProgramPolicy
  readonly scope: Trace | undefined
  readonly findings: readonly Finding[]
  readonly outcome: string
  readonly asOf: PlainDate
  readonly data: RecordDocument
  /** The outcome that another record would have. */
  readonly outcomeOf: (data: RecordDocument) => string
}

/**
 * What was taken for true that neither document nor record says, as far as the truth of a rule rests on it: assumed
 * figures and rules of the policy, months taken as their first day, ends not on record taken as still open.
 */
export function assumptionsOf(judged: Judged): Assumption[] {
  const { policy, scope, findings } = judged
  const traces = [
    ...(scope ? [{ rule: SCOPE, trace: scope }] : []),
    ...findings.map(({ id, trace }) => ({ rule: id, trace })),
  ]
  const nodes = traces.flatMap(({ rule, trace }) => nodesOf(trace, decidingParts).map((node) => ({ rule, node })))
  const assumedPeriod = policy.effectiveProvenance === 'assumed'
  const effective: Assumption[] = assumedPeriod
    ? [{ kind: 'effective', from: formatDate(policy.effective.from), place: policy.place }]
    : []
  return [...effective, ...assumedParameters(), ...assumedRules(findings), ...suppositions()]

  function assumedParameters(): Assumption[] {
    const names = sortedUnique(nodes.flatMap(({ node }) => (node.kind === 'comparison' ? node.parameters : [])))
    return names.flatMap((name) => {
      const parameter = policy.parameters[name]
      if (parameter?.provenance !== 'assumed') return []
      const rules = nodes
        .filter(({ node }) => node.kind === 'comparison' && node.parameters.includes(name))
        .map(({ rule }) => rule)
      const { title, value, place } = parameter
      return [{ kind: 'parameter', name, title, value: showValue(value), rules: sortedUnique(rules), place }]
    })
  }

  function suppositions(): Assumption[] {
    const supposed = nodes.flatMap(({ rule, node }) =>
      'supposed' in node ? node.supposed.map((supposition) => ({ rule, supposition })) : [],
    )
    const read = [...supposed, ...doubtfulMonths(policy, judged.data, judged.asOf), ...noWaivers(judged)]
    const paths = sortedUnique(read.map(({ supposition }) => supposition.path))
    return paths.flatMap((path) => {
      const [first, ...others] = read.filter(({ supposition }) => supposition.path === path)
      if (!first) return []
      const rules = sortedUnique([first, ...others].map(({ rule }) => rule))
      const { supposition } = first
      return [
        {
          ...supposition,
          rules,
          ...(supposition.kind === 'month-precision' && { decisive: isDecisive(supposition, judged) }),
        },
      ]
    })
  }
}

/** A record without the list of waivers is taken to have none: that matters to every rule that could be waived. */
function noWaivers({ policy, findings, data }: Judged): { rule: string; supposition: Supposition }[] {
  const list = policy.lists['waivers' as FactId]
  if (data.waivers !== undefined || !list) return []
  const touched = findings.filter(({ consequence, trace }) => consequence && trace.truth !== false)
  const fact = { id: list.id, title: list.title }
  return touched.map(({ id }) => ({
    rule: id,
    supposition: { kind: 'absent-value', path: list.id, fact, value: { type: 'none' } },
  }))
}

function assumedRules(findings: readonly Finding[]): Assumption[] {
  return findings
    .filter(({ provenance, status }) => provenance === 'assumed' && status !== 'unmet')
    .sort((a, b) => byCodePoint(a.id, b.id))
    .map(({ id, title, place }) => ({ kind: 'rule', id, title, place }))
}

/** Whether another day of the month would have come to another outcome; every day is tried. */
function isDecisive({ path, value }: Supposition, { data, outcome, outcomeOf }: Judged): boolean {
  const month = value.type === 'date' ? parseDate(value.value) : undefined
  return (
    month !== undefined &&
    daysOf(month).some((day) => outcomeOf(withValue(data, path.split('.'), formatDate(day))) !== outcome)
  )
}

/** A copy of the record with one value changed. */
function withValue<Data>(data: Data, [key = '', ...rest]: readonly string[], value: string): Data {
  const copy = (Array.isArray(data) ? [...data] : { ...data }) as Record<string, unknown>
  copy[key] = rest.length === 0 ? value : withValue(copy[key], rest, value)
  return copy as Data
}
