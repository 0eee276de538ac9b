import type { CasesDocument } from '../check.js'
import {
  compile,
  type EvaluateOptions,
  type Extensions,
  evaluate,
  evaluatorNames,
  type PolicySet,
  readRecord,
} from '../index.js'
import { type Difference, differencesOf, type Judged } from './differences.js'

export type Case = CasesDocument['cases'][number]

/** What came of one case. */
export interface CaseResult extends Judged {
  readonly name: string
  readonly passed: boolean
  /** What was expected and what was found instead; empty if the case passed. */
  readonly differences: readonly Difference[]
}

export interface CaseOptions {
  readonly policySet: PolicySet
  readonly cases: CasesDocument
  /** Reads the JSON file that a case takes its record from; the name is as written in the case. */
  readonly readRecordFile: (name: string) => Promise<unknown>
  /** The operators and derivations that the policies name, as they are given to `evaluate`. */
  readonly extensions?: Extensions
}

interface RunOptions extends Omit<CaseOptions, 'cases'> {
  /** The as-of date of a case that has none of its own. */
  readonly asOf: string
}

/**
 * Runs every case of a file against a policy set, in order, on every evaluator. Throws a RangeError if the policy that the cases name is
 * not in the set.
 */
export async function runCases({ cases, ...options }: CaseOptions): Promise<CaseResult[]> {
  const only = policyOf(options.policySet, cases.policy)
  const results: CaseResult[] = []
  for (const one of cases.cases) results.push(await runCase(one, { ...options, policySet: only, asOf: cases.asOf }))
  return results
}

/** Runs one case against the policies given. */
export async function runCase(
  one: Case,
  { policySet, asOf, readRecordFile, ...options }: RunOptions,
): Promise<CaseResult> {
  const judged = await judge(policySet, one, asOf, readRecordFile, options)
  const differences = differencesOf(one.expect, judged)
  return { name: one.name, passed: differences.length === 0, differences, ...judged }
}

/** Of a policy set the versions of one policy. Throws a RangeError if there are none. */
export function policyOf(policySet: PolicySet, policy: string): PolicySet {
  const only = policySet.policies.filter(({ id }) => id === policy)
  if (only.length === 0) throw new RangeError(`there is no policy '${policy}' in the policy set`)
  return { policies: only }
}

async function judge(
  policySet: PolicySet,
  { name, record: written, inputs = {}, asOf }: Case,
  defaultAsOf: string,
  readRecordFile: CaseOptions['readRecordFile'],
  options: EvaluateOptions,
): Promise<Judged> {
  const record = readRecord(await recordOf(written, readRecordFile))
  if (!record.ok) return { rejected: record.diagnostics }
  const program = compile(policySet, { asOf: asOf ?? defaultAsOf })
  const [judged, ...others] = await Promise.all(
    evaluatorNames.map((evaluator) => evaluate(program, record.value, { ...options, inputs, evaluator })),
  )
  // That is no fault of the policy, and no case can be trusted then.
  if (!judged || others.some((one) => JSON.stringify(one) !== JSON.stringify(judged)))
    throw new Error(`the evaluators differ about the case '${name}': a bug`)
  if (!judged.ok) return { rejected: judged.diagnostics }
  const [decision] = judged.value
  return { ...(decision && { decision }), rejected: [] }
}

/** A whole record, or one from a file with changes at dotted paths; null takes a field away. */
async function recordOf(written: Case['record'], readRecordFile: CaseOptions['readRecordFile']): Promise<unknown> {
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
