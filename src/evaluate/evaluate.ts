import { languageVersion, type Result } from '../base/index.js'
import type { Diagnostic } from '../diagnostics/index.js'
import type { Decision, Extensions, Program, ProgramPolicy, SubjectRecord } from '../model/index.js'
import { givenExtensions } from '../operators/index.js'
import { decide } from './decide.js'
import type { Evaluator, Subject } from './evaluator.js'
import { Fault } from './fault.js'
import { misfits } from './fit.js'
import { type Inputs, readInputs } from './inputs.js'
import { jsonRulesEngine } from './json-rules-engine/index.js'
import type { Version } from './judge.js'
import { refuseWithout } from './needed-extensions.js'
import { reference } from './reference/index.js'
import { checkSources, fetchInputs, type SourceOptions } from './sources.js'

/** What is known beside the record. */
export interface EvaluateOptions extends SourceOptions {
  /** Values of the facts that policies declare under `inputs`, by name; an absent one is asked of its source, else unknown. */
  readonly inputs?: Inputs
  /** Which evaluator judges the conditions; all give the same decisions. Default: json-rules-engine. */
  readonly evaluator?: EvaluatorName
  /** The operators and derivations that the policies name, as they were given to `loadPolicySet`; by default there are none. */
  readonly extensions?: Extensions
}

const evaluators = { 'json-rules-engine': jsonRulesEngine(), reference } as const

export type EvaluatorName = keyof typeof evaluators

/** All evaluators, the usual one first. */
export const evaluatorNames = Object.keys(evaluators) as readonly EvaluatorName[]

/**
 * Judges one person, or unit, by every policy of a program that is for such, at the program's as-of date. There is one
 * decision a policy, in the order of the policies' ids; or none at all, and the reasons why the record cannot be judged. The record is not changed.
 * A program that needs an extension which is not given, or is given with another signature, is a TypeError.
 */
export async function evaluate(
  program: Program,
  record: SubjectRecord,
  { inputs = {}, evaluator = 'json-rules-engine', ...options }: EvaluateOptions = {},
): Promise<Result<readonly Decision[], Diagnostic>> {
  if (program.languageVersion !== languageVersion)
    throw new TypeError(`this program is of language version ${program.languageVersion}, not ${languageVersion}`)
  const extensions = givenExtensions(options.extensions)
  refuseWithout(extensions, program)
  checkSources(options)
  const given = readInputs(program, inputs)
  const problems = [...misfits(program, record), ...(given.ok ? [] : given.diagnostics)]
  if (problems.length > 0) return { ok: false, diagnostics: problems }
  const known = await fetchInputs(program, record, inputs, options)
  if (!known.ok) return known
  const { policies, asOf } = program
  const own = policies.filter(({ subject }) => subject === record.subject)
  const ids = [...new Set(own.map(({ id }) => id))]
  const subject = { data: record.data, inputs: known.value, asOf, extensions }
  try {
    const decisions: Decision[] = []
    for (const id of ids) {
      const policies = own.filter((policy) => policy.id === id)
      decisions.push(decide(await evaluateAll(policies, subject, evaluators[evaluator]), record, subject, reference))
    }
    return { ok: true, value: decisions, warnings: [] }
  } catch (error) {
    // What cannot be computed rejects the record; anything else is a bug of ours.
    if (error instanceof Fault) return { ok: false, diagnostics: [error.diagnostic] }
    throw error
  }
}

async function evaluateAll(
  policies: readonly ProgramPolicy[],
  subject: Subject,
  evaluator: Evaluator,
): Promise<Version[]> {
  const versions: Version[] = []
  for (const policy of policies)
    versions.push({ policy, ...(policy.inForce && { evaluated: await evaluator(policy, subject) }) })
  return versions
}
