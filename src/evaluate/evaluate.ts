import { languageVersion, type Result } from '../base/index.js'
import type { Diagnostic } from '../diagnostics/index.js'
import type { Decision, Extensions, Program, ProgramPolicy, SubjectRecord, Value } from '../model/index.js'
import { givenExtensions } from '../operators/index.js'
import { decide } from './decide.js'
import type { Evaluator, Subject } from './evaluator.js'
import { Fault } from './fault.js'
import { misfits } from './fit.js'
import { type Inputs, readInputs } from './inputs.js'
import type { Version } from './judge.js'
import { refuseWithout } from './needed-extensions.js'
import { reference } from './reference/index.js'

/** What is known beside the record. */
export interface EvaluateOptions {
  /** Values of the facts that policies declare under `inputs`, by name; an absent one is unknown. */
  readonly inputs?: Inputs
  /** The operators and derivations that the policies name, as they were given to `loadPolicySet`; by default there are none. */
  readonly extensions?: Extensions
}

/**
 * Judges one person, or unit, by every policy of a program that is for such, at the program's as-of date. There is one
 * decision a policy, in the order of the policies' ids; or none at all, and the reasons why the record cannot be judged. The record is not changed.
 * A program that needs an extension which is not given, or is given with another signature, is a TypeError.
 */
export async function evaluate(
  program: Program,
  record: SubjectRecord,
  { inputs = {}, ...options }: EvaluateOptions = {},
): Promise<Result<readonly Decision[], Diagnostic>> {
  if (program.languageVersion !== languageVersion)
    throw new TypeError(`this program is of language version ${program.languageVersion}, not ${languageVersion}`)
  const extensions = givenExtensions(options.extensions)
  refuseWithout(extensions, program)
  const given = readInputs(program, inputs)
  const problems = [...misfits(program, record), ...(given.ok ? [] : given.diagnostics)]
  if (!given.ok || problems.length > 0) return { ok: false, diagnostics: problems }
  const { policies, asOf } = program
  const own = policies.filter(({ subject }) => subject === record.subject)
  const ids = [...new Set(own.map(({ id }) => id))]
  try {
    const decisions: Decision[] = []
    for (const id of ids) {
      const policies = own.filter((policy) => policy.id === id)
      const inputs: Readonly<Record<string, Value>> = Object.assign({}, ...policies.map((one) => given.value.get(one)))
      const subject = { data: record.data, inputs, asOf, extensions }
      decisions.push(decide(await evaluateAll(policies, subject, reference), record, subject, reference))
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
