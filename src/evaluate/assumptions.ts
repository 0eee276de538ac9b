import { byCodePoint, daysOf, type FactId, formatDate, parseDate, sortedUnique } from '../base/index.js'
import { kindNamed, standing } from '../kinds/index.js'
import {
  type Assumption,
  decidingParts,
  type Finding,
  nodesOf,
  type RecordDocument,
  SCORE,
  type ScoreStatement,
  type ShownValue,
  type Supposition,
  showValue,
} from '../model/index.js'
import { factsYielded } from './benefits.js'
import type { Subject } from './evaluator.js'
import type { Figure } from './figures.js'
import type { Judgement } from './judge.js'
import { tracesOf } from './missing.js'
import { doubtfulMonths } from './waivers.js'

/** A version of the policy with what it came to. */
export interface JudgedVersion {
  readonly judgement: Judgement
  readonly findings: readonly Finding[]
}

/** What a decision comes to, to be compared, and whether some condition is not known for want of a field. */
export interface Result {
  readonly text: string
  readonly hangsOn: (path: string) => boolean
}

interface Judged {
  /** The version that heads the decision, then those that may be the one for this person. */
  readonly versions: readonly JudgedVersion[]
  readonly figures: readonly Figure[]
  readonly statement: ScoreStatement | undefined
  readonly subject: Subject
  readonly comesTo: Result
  /** What it would come to for another record. */
  readonly wouldComeTo: (subject: Subject) => Result
}

/**
 * What was taken for true that neither document nor record says, as far as the truth of a rule or a figure rests on it:
 * assumed figures and rules of the policy, months taken as their first day, ends not on record taken as still open.
 */
export function assumptionsOf(judged: Judged): Assumption[] {
  const all = judged.versions.map((version, index) =>
    ofVersion(version, index === 0 ? judged : { ...judged, figures: [], statement: undefined }),
  )
  const ordered = ORDER.flatMap((kinds) => all.flatMap((ones) => ones.filter(({ kind }) => kinds.includes(kind))))
  const distinct = new Map(ordered.map((one) => [JSON.stringify('path' in one ? one.path : one), one]))
  return [...distinct.values()]
}

/** In which order assumptions are told: of the policy first, then of the record. */
const ORDER: readonly (readonly Assumption['kind'][])[] = [
  ['effective'],
  ['parameter'],
  ['rule'],
  ['score'],
  ['month-precision', 'still-open', 'absent-value'],
]

function ofVersion({ judgement, findings }: JudgedVersion, judged: Judged): Assumption[] {
  const { policy, read } = judgement
  const used: { rule: string; parameters: readonly string[]; supposed: readonly Supposition[] }[] = []
  /** Months in parts that the truth of a condition that is not known does not rest on; but it might, on another day. */
  const aside: { rule: string; supposition: Supposition }[] = []
  for (const { rule, trace } of tracesOf(judgement)) {
    const deciding = new Set(nodesOf(trace, decidingParts))
    for (const node of trace.truth === 'unknown' ? nodesOf(trace) : deciding) {
      if (!('supposed' in node)) continue
      const { parameters, supposed } = node
      if (deciding.has(node)) used.push({ rule, parameters, supposed })
      else
        for (const supposition of supposed)
          if (supposition.kind === 'month-precision') aside.push({ rule, supposition })
    }
  }
  for (const { fact } of judged.figures) used.push({ rule: fact.id, ...read(fact.id as FactId) })
  const effective: Assumption[] =
    policy.effectiveProvenance === 'assumed'
      ? [{ kind: 'effective', from: formatDate(policy.effective.from), place: policy.place }]
      : []
  if (judged.statement) used.push({ rule: SCORE, ...read(SCORE) })
  const { rules } = judgement
  for (const { rule } of rules.filter((one) => standing(one, rules) === true))
    for (const [, fact] of factsYielded(rule)) used.push({ rule: rule.id, ...read(fact) })
  const score = judged.statement ? assumedPoints(judged.statement) : []
  return [...effective, ...assumedParameters(), ...assumedRules(findings, policy.kind), ...score, ...suppositions()]

  function assumedParameters(): Assumption[] {
    const names = sortedUnique(used.flatMap(({ parameters }) => parameters))
    return names.flatMap((name) => {
      const parameter = policy.parameters[name]
      if (parameter?.provenance !== 'assumed') return []
      const rules = used.filter(({ parameters }) => parameters.includes(name)).map(({ rule }) => rule)
      const { title, value, place } = parameter
      return [{ kind: 'parameter', name, title, value: showValue(value), rules: sortedUnique(rules), place }]
    })
  }

  function suppositions(): Assumption[] {
    const { data, asOf } = judged.subject
    const supposed = used.flatMap((one) => one.supposed.map((supposition) => ({ rule: one.rule, supposition })))
    const all = [...supposed, ...doubtfulMonths(policy, data, asOf), ...noWaivers(judgement, data)]
    const told = new Set(all.map(({ supposition }) => supposition.path))
    const other = aside.filter(({ supposition }) => !told.has(supposition.path) && isDecisive(supposition, judged))
    const foundDecisive = new Set(other.map(({ supposition }) => supposition.path))
    const paths = sortedUnique([...told, ...foundDecisive])
    return paths.flatMap((path) => {
      const [first, ...others] = [...all, ...other].filter(({ supposition }) => supposition.path === path)
      if (!first) return []
      const rules = sortedUnique([first, ...others].map(({ rule }) => rule))
      const { supposition } = first
      const decisive = supposition.kind === 'month-precision' && {
        decisive: foundDecisive.has(path) || isDecisive(supposition, judged),
      }
      return [{ ...supposition, rules, ...decisive }]
    })
  }
}

/** A record without the list of waivers is taken to have none: that matters to every rule that would count otherwise if it were waived. */
function noWaivers({ policy, rules }: Judgement, data: RecordDocument): { rule: string; supposition: Supposition }[] {
  const list = policy.lists['waivers' as FactId]
  if (data.waivers !== undefined || !list) return []
  const { waivedAs } = kindNamed(policy.kind)
  const fact = { id: list.id, title: list.title }
  return rules
    .filter(({ rule, trace }) => Object.hasOwn(waivedAs, rule.role) && trace.truth !== waivedAs[rule.role])
    .map(({ rule }) => ({
      rule: rule.id,
      supposition: { kind: 'absent-value', path: list.id, fact, value: { type: 'none' } },
    }))
}

/** Assumed rules that took part; of a gate also one that is not met. */
function assumedRules(findings: readonly Finding[], kind: string): Assumption[] {
  const { waivedAs } = kindNamed(kind)
  return findings
    .filter(
      ({ provenance, status, role }) => provenance === 'assumed' && (status !== 'unmet' || waivedAs[role] === true),
    )
    .sort((a, b) => byCodePoint(a.id, b.id))
    .map(({ id, title, place }) => ({ kind: 'rule', id, title, place }))
}

/** The assumed parts of a scorecard that moved points, or may have. */
function assumedPoints({ title, items, groups, weights, provenance, place }: ScoreStatement): Assumption[] {
  const moved = [
    ...items.filter(({ awarded, raised }) => !isZero(awarded) || raised),
    ...groups.filter(({ lost, raised }) => lost || raised),
    ...weights.filter(({ truth }) => truth !== false),
    { id: SCORE as string, title, provenance, place },
  ]
  return moved
    .filter((one) => one.provenance === 'assumed')
    .map((one) => ({ kind: 'score', id: one.id, title: one.title, place: one.place }))
}

function isZero(value: ShownValue): boolean {
  return value.type === 'number' && value.value === '0'
}

/**
 * Whether another day of the month would have come to something else. If every condition is known without saying which
 * day it is, or unknown for other reasons, it makes no difference; else every day is tried.
 */
function isDecisive({ path, value }: Supposition, { subject, comesTo, wouldComeTo }: Judged): boolean {
  const month = value.type === 'date' ? parseDate(value.value) : undefined
  if (month === undefined) return false
  if (!isWaiver(path) && !wouldComeTo({ ...subject, anyDayOf: path }).hangsOn(path)) return false
  const on = (day: string): Subject => ({ ...subject, data: withValue(subject.data, path.split('.'), day) })
  return daysOf(month).some((day) => wouldComeTo(on(formatDate(day))).text !== comesTo.text)
}

/** When a waiver holds is no fact of a policy: it is read for the rules by themselves. */
function isWaiver(path: string): boolean {
  return path.startsWith('waivers.')
}

/** A copy of the record with one value changed. */
function withValue<Data>(data: Data, [key = '', ...rest]: readonly string[], value: string): Data {
  const copy = (Array.isArray(data) ? [...data] : { ...data }) as Record<string, unknown>
  copy[key] = rest.length === 0 ? value : withValue(copy[key], rest, value)
  return copy as Data
}
