import type { CasesDocument, Expectation } from '../check.js'
import {
  compile,
  type Decision,
  type Diagnostic,
  evaluate,
  explain,
  messageOf,
  type PolicySet,
  readRecord,
  render,
} from '../index.js'

/** What came of one case. */
export interface CaseResult {
  readonly name: string
  readonly passed: boolean
  /** What was expected and what was found instead, a line each; empty if the case passed. */
  readonly differences: readonly string[]
  /** The whole explanation, in Chinese, where there was a decision. */
  readonly explanation?: string
}

export interface CaseOptions {
  readonly policySet: PolicySet
  readonly cases: CasesDocument
  /** Reads the JSON file that a case takes its record from; the name is as written in the case. */
  readonly readRecordFile: (name: string) => Promise<unknown>
}

/** Runs every case of a file against a policy set, in order. A case that names a policy which is not there fails. */
export async function runCases({ policySet, cases, readRecordFile }: CaseOptions): Promise<CaseResult[]> {
  const only: PolicySet = { policies: policySet.policies.filter(({ id }) => id === cases.policy) }
  const results: CaseResult[] = []
  for (const { name, record, expect, asOf = cases.asOf } of cases.cases) {
    const data = await recordOf(record, readRecordFile)
    const judged = await judge(only, asOf, data)
    const differences = differencesOf(expect, judged)
    const explanation = judged.decision && { explanation: render(explain(judged.decision), { locale: 'zh' }) }
    results.push({ name, passed: differences.length === 0, differences, ...explanation })
  }
  return results
}

interface Judged {
  readonly decision?: Decision
  readonly rejected: readonly Diagnostic[]
}

async function judge(policySet: PolicySet, asOf: string, data: unknown): Promise<Judged> {
  const record = readRecord(data)
  if (!record.ok) return { rejected: record.diagnostics }
  const judged = await evaluate(compile(policySet, { asOf }), record.value)
  if (!judged.ok) return { rejected: judged.diagnostics }
  const [decision] = judged.value
  if (!decision) throw new Error('the policy that the cases name is not in the policy set')
  return { decision, rejected: [] }
}

/** A whole record, or one from a file with changes at dotted paths; null takes a field away. */
async function recordOf(
  written: CasesDocument['cases'][number]['record'],
  readRecordFile: CaseOptions['readRecordFile'],
): Promise<unknown> {
  if (typeof written.from !== 'string') return written
  const record = structuredClone(await readRecordFile(written.from))
  for (const [path, value] of Object.entries(written.with ?? {})) setAt(record, path.split('.'), value)
  return record
}

function setAt(node: unknown, [key = '', ...rest]: readonly string[], value: unknown): void {
  const owner = node as Record<string, unknown>
  if (rest.length === 0) owner[key] = value
  else {
    owner[key] ??= /^\d+$/.test(rest[0] ?? '') ? [] : {}
    setAt(owner[key], rest, value)
  }
}

function differencesOf(expect: Expectation, { decision, rejected }: Judged): string[] {
  const differences: string[] = []
  const same = (what: string, expected: unknown, actual: unknown): void => {
    if (JSON.stringify(expected) !== JSON.stringify(actual))
      differences.push(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`)
  }
  const codes = rejected.map(({ code }) => code as string)
  if (expect.rejected || rejected.length > 0) {
    same('rejected', expect.rejected ?? [], codes)
    for (const one of rejected)
      if (differences.length > 0) differences.push(`  ${one.path.join('.')}: ${messageOf(one, 'en')}`)
  }
  if (!decision) return differences

  const findings = new Map(decision.findings.map((finding) => [finding.id, finding]))
  if (expect.outcome !== undefined) same('outcome', expect.outcome, decision.outcome)
  if (expect.possible) same('possible', expect.possible, decision.possible ?? [decision.outcome])
  if (expect.determinedBy) same('determinedBy', expect.determinedBy, decision.determinedBy)
  for (const status of ['met', 'unmet', 'undetermined'] as const) {
    for (const id of expect[status] ?? []) same(`${id}`, status, findings.get(id)?.status ?? 'no such rule')
  }
  for (const [id, by] of Object.entries(expect.setAside ?? {})) {
    same(`${id}`, 'setAside', findings.get(id)?.status ?? 'no such rule')
    const causes = findings.get(id)?.setAsideBy?.map((one) => one.id) ?? []
    if (!causes.includes(by)) same(`${id} set aside by`, by, causes)
  }
  if (expect.missing) same('missing', expect.missing, pathsOf(decision.missing.filter(({ matters }) => matters)))
  if (expect.decisive)
    same(
      'decisive',
      expect.decisive,
      pathsOf(decision.assumptions.flatMap((one) => ('decisive' in one && one.decisive ? [one] : []))),
    )
  for (const name of expect.assumed ?? []) {
    const names = decision.assumptions.flatMap((one) => (one.kind === 'parameter' ? [one.name] : []))
    if (!names.includes(name)) same('assumed', name, names)
  }
  for (const text of expect.text ?? []) {
    if (!render(explain(decision), { locale: 'zh' }).includes(text))
      differences.push(`text: expected ${JSON.stringify(text)} in the explanation`)
  }
  return differences
}

/** Several facts may be missing at one path, such as every field of a missing year. */
function pathsOf(entries: readonly { readonly path: string }[]): string[] {
  return [...new Set(entries.map(({ path }) => path))]
}
