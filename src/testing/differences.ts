import type { Expectation } from '../check.js'
import { type Decision, type Diagnostic, explain, render } from '../index.js'
import { valueText } from './value-text.js'

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
}

/** Everything in which a decision, or a rejection, is not what a case expects. */
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
  if (expect.outcome !== undefined) compare('outcome', expect.outcome, decision.outcome)
  if (expect.possible) compare('possible', expect.possible, decision.possible ?? [decision.outcome])
  if (expect.determinedBy) compare('determinedBy', expect.determinedBy, decision.determinedBy)
  for (const status of ['met', 'unmet', 'undetermined'] as const)
    for (const id of expect[status] ?? []) compare(status, status, statusOf(id), id)
  for (const [id, by] of Object.entries(expect.setAside ?? {})) {
    const causes = findings.get(id)?.setAsideBy?.map((one) => one.id) ?? []
    if (statusOf(id) !== 'setAside') compare('setAside', 'setAside', statusOf(id), id)
    else if (!causes.includes(by)) compare('setAside', by, causes.join(', '), id)
  }
  if (expect.missing) compare('missing', expect.missing, pathsOf(decision.missing.filter(({ matters }) => matters)))
  if (expect.decisive) {
    const decisive = decision.assumptions.flatMap((one) => ('decisive' in one && one.decisive ? [one] : []))
    compare('decisive', expect.decisive, pathsOf(decisive))
  }
  const assumed = decision.assumptions.flatMap((one) => (one.kind === 'parameter' ? [one.name] : []))
  for (const name of expect.assumed ?? [])
    if (!assumed.includes(name)) compare('assumed', name, assumed.join(', '), name)
  for (const [name, value] of Object.entries(expect.figures ?? {})) {
    const figure = decision.figures?.find(({ fact }) => fact.id === name)
    compare('figures', String(value), figure ? valueText(figure.value) : '', name)
  }
  comparePoints()
  const benefits = new Map(
    (decision.benefits ?? []).map((one) => [one.id, one.amount ? valueText(one.amount) : 'none']),
  )
  for (const [id, amount] of Object.entries(expect.benefits ?? {}))
    compare('benefits', String(amount), benefits.get(id) ?? '', id)
  if (expect.benefits) compare('benefits', Object.keys(expect.benefits).sort(), [...benefits.keys()].sort())
  if (expect.measures)
    compare('measures', [...expect.measures].sort(), (decision.measures ?? []).map(({ id }) => id).sort())
  const text = expect.text ? render(explain(decision), { locale: 'zh' }) : ''
  for (const part of expect.text ?? []) if (!text.includes(part)) compare('text', part, '')
  return differences

  function comparePoints(): void {
    const { statement } = decision ?? {}
    if (expect.score !== undefined) compare('score', expect.score, statement ? valueText(statement.total) : '')
    const earned = new Map(
      [...(statement?.items ?? []), ...(statement?.groups ?? [])].map((one) => [one.id, one.earned]),
    )
    for (const [id, points] of Object.entries(expect.points ?? {})) {
      const found = earned.get(id)
      compare('points', String(points), found ? valueText(found) : '', id)
    }
    if (expect.band) compare('band', expect.band, statement?.band ?? [])
  }

  function compare(what: keyof Expectation, expected: unknown, actual: unknown, name?: string): void {
    const [wanted, found] = [textOf(expected), textOf(actual)]
    if (wanted !== found)
      differences.push({ what, ...(name !== undefined && { name }), expected: wanted, actual: found })
  }
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value)
}

/** Several facts may be missing at one path, such as every field of a missing year. */
function pathsOf(entries: readonly { readonly path: string }[]): string[] {
  return [...new Set(entries.map(({ path }) => path))]
}

/** The rules that the differences name, as expected or as found. */
export function rulesIn(differences: readonly Difference[], { findings }: Decision): readonly string[] {
  const named = new Set(
    differences.flatMap(({ name = '', expected, actual }) => [name, ...`${expected} ${actual}`.split(/[\s,[\]]+/)]),
  )
  return findings.map(({ id }) => id).filter((id) => named.has(id))
}
