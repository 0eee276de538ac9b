import { type Expectation, suggest } from '../check.js'
import { type Decision, type Diagnostic, explain, outcomesOf, render } from '../index.js'
import { namesIn, pointsIn } from './names.js'
import { asWritten, valueText } from './value-text.js'

/** What came of judging the record of a case. */
export interface Judged {
  /** Where there was one. */
  readonly decision?: Decision
  /** Why the record was rejected, where it was. */
  readonly rejected: readonly Diagnostic[]
}

/** One thing that a case expects and that is not so. */
export interface Difference {
  /** The key of `expect`. */
  readonly what: keyof Expectation
  /** The rule, figure or parameter that is meant. */
  readonly name?: string
  readonly expected: string
  readonly actual: string
  /** What is expected of a name that the policy does not have: nothing can ever be so. */
  readonly unknown?: UnknownName
}

/** A name that nothing in the policy has. */
export interface UnknownName {
  readonly written: string
  /** The name that was perhaps meant. */
  readonly suggestion?: string
  /** All that there are. */
  readonly known: readonly string[]
}

/** Everything in which a decision, or a rejection, is not what a case expects. Lists are compared as sets. */
export function differencesOf(expect: Expectation, { decision, rejected }: Judged): Difference[] {
  const differences: Difference[] = []
  if (expect.rejected || rejected.length > 0) {
    const codes = rejected.map(({ code }) => code as string)
    compare('rejected', expect.rejected ?? [], codes)
  }
  if (!decision) {
    // What is said of a decision does not hold where there is none.
    if (rejected.length === 0) compare('outcome', expect.outcome ?? '', '')
    return differences
  }

  const findings = new Map(decision.findings.map((finding) => [finding.id, finding]))
  const statusOf = (id: string): string => findings.get(id)?.status ?? ''
  const outcomes = outcomesOf(decision.policy.kind)
  const rules = namesIn(decision)
  if (expect.outcome !== undefined) compare('outcome', expect.outcome, decision.outcome, { known: outcomes })
  if (expect.possible)
    compare('possible', expect.possible, decision.possible ?? [decision.outcome], { known: outcomes })
  if (expect.determinedBy) compare('determinedBy', expect.determinedBy, decision.determinedBy, { known: rules })
  for (const status of ['met', 'unmet', 'undetermined'] as const)
    for (const name of expect[status] ?? []) compare(status, status, statusOf(name), { name, known: rules })
  for (const [name, by] of Object.entries(expect.setAside ?? {})) {
    const causes = findings.get(name)?.setAsideBy?.map((one) => one.id) ?? []
    if (statusOf(name) !== 'setAside') compare('setAside', 'setAside', statusOf(name), { name, known: rules })
    else if (!causes.includes(by)) compare('setAside', by, causes.join(', '), { name, known: rules, meant: [by] })
  }
  if (expect.missing) compare('missing', expect.missing, pathsOf(decision.missing.filter(({ matters }) => matters)))
  if (expect.decisive) {
    const decisive = decision.assumptions.flatMap((one) => ('decisive' in one && one.decisive ? [one] : []))
    compare('decisive', expect.decisive, pathsOf(decisive))
  }
  const assumed = decision.assumptions.flatMap((one) => (one.kind === 'parameter' ? [one.name] : []))
  for (const name of expect.assumed ?? [])
    if (!assumed.includes(name)) compare('assumed', name, assumed.join(', '), { name })
  const figures = new Map((decision.figures ?? []).map((one) => [one.fact.id, valueText(one.value)]))
  for (const [name, value] of Object.entries(expect.figures ?? {}))
    compare('figures', String(value), figures.get(name) ?? '', { name, known: [...figures.keys()] })
  comparePoints(decision)
  const benefits = new Map(
    (decision.benefits ?? []).map((one) => [one.id, one.amount ? valueText(one.amount) : 'none']),
  )
  for (const [name, amount] of Object.entries(expect.benefits ?? {}))
    compare('benefits', asWritten(amount), benefits.get(name) ?? '', { name })
  if (expect.benefits) compare('benefits', Object.keys(expect.benefits), [...benefits.keys()])
  if (expect.measures)
    compare(
      'measures',
      expect.measures,
      (decision.measures ?? []).map(({ id }) => id),
    )
  const text = expect.text ? render(explain(decision), { locale: 'zh' }) : ''
  for (const part of expect.text ?? []) if (!text.includes(part)) compare('text', part, '')
  return differences

  function comparePoints({ statement }: Decision): void {
    if (expect.score !== undefined)
      compare('score', asWritten(expect.score), statement ? valueText(statement.total) : '')
    const earned = pointsIn(statement)
    for (const [name, points] of Object.entries(expect.points ?? {}))
      compare('points', asWritten(points), earned.get(name) ?? '', { name, known: [...earned.keys()] })
    if (expect.band) compare('band', expect.band, statement?.band ?? [])
  }

  function compare(
    what: keyof Expectation,
    expected: string | readonly string[],
    actual: string | readonly string[],
    { name, known = [], meant }: Naming = {},
  ): void {
    const [wanted, found] = [textOf(expected), textOf(actual)]
    if (wanted === found) return
    const names = meant ?? (name === undefined ? [expected].flat() : [name])
    const unknown = unknownIn(names, known)
    differences.push({
      what,
      ...(name !== undefined && { name }),
      expected: wanted,
      actual: found,
      ...(unknown && { unknown }),
    })
  }
}

interface Naming {
  readonly name?: string
  /** The names that there are; empty where that cannot be said. */
  readonly known?: readonly string[]
  /** What must be among them; by default the name, or else what is expected. */
  readonly meant?: readonly string[]
}

function unknownIn(names: readonly string[], known: readonly string[]): UnknownName | undefined {
  const written = names.find((name) => !known.includes(name))
  if (written === undefined || known.length === 0) return undefined
  return { written, ...suggest(written, known), known }
}

/** An expected or found value in one line; a list is sorted. */
export function textOf(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : `[${[...value].sort().join(', ')}]`
}

/** Several facts may be missing at one path, such as every field of a missing year. */
function pathsOf(entries: readonly { readonly path: string }[]): string[] {
  return [...new Set(entries.map(({ path }) => path))]
}

/** The rules that the differences name, as expected or as found; a measure is no rule that holds of a person. */
export function rulesIn(differences: readonly Difference[], { findings }: Decision): readonly string[] {
  const named = new Set(
    differences.flatMap(({ name = '', expected, actual }) => [name, ...`${expected} ${actual}`.split(/[\s,[\]]+/)]),
  )
  return findings.filter(({ id, role }) => role !== 'measure' && named.has(id)).map(({ id }) => id)
}
