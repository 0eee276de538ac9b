import { languageVersion, type Result } from '../base/index.js'
import type { Diagnostic } from '../diagnostics/index.js'
import type { Decision, Program, SubjectRecord, Value } from '../model/index.js'
import { decide } from './decide.js'
import { Fault } from './fault.js'
import { misfits } from './fit.js'
import { type Inputs, readInputs } from './inputs.js'
import { reference } from './reference/index.js'

/** What is known beside the record. */
export interface EvaluateOptions {
  /** Values of the facts that policies declare under `inputs`, by name; an absent one is unknown. */
  readonly inputs?: Inputs
}

/**
 * Judges one person, or unit, by every policy of a program that is for such, at the program's as-of date. There is one
 * decision a policy, in the order of the policies' ids; or none at all, and the reasons why the record cannot be judged. The record is not changed.
 */
export async function evaluate(
  program: Program,
  record: SubjectRecord,
  { inputs = {} }: EvaluateOptions = {},
): Promise<Result<readonly Decision[], Diagnostic>> {
  if (program.languageVersion !== languageVersion)
    throw new TypeError(`this program is of language version ${program.languageVersion}, not ${languageVersion}`)
  const given = readInputs(program, inputs)
  const problems = [...misfits(program, record), ...(given.ok ? [] : given.diagnostics)]
  if (!given.ok || problems.length > 0) return { ok: false, diagnostics: problems }
  const { policies, asOf } = program
  const own = policies.filter(({ subject }) => subject === record.subject)
  const ids = [...new Set(own.map(({ id }) => id))]
  try {
    const decisions = ids.map((id) => {
      const versions = own.filter((policy) => policy.id === id)
      const inputs: Readonly<Record<string, Value>> = Object.assign({}, ...versions.map((one) => given.value.get(one)))
      return decide(versions, record, { data: record.data, inputs, asOf }, reference)
    })
    return { ok: true, value: decisions, warnings: [] }
  } catch (error) {
    // What cannot be computed rejects the record; anything else is a bug of ours.
    if (error instanceof Fault) return { ok: false, diagnostics: [error.diagnostic] }
    throw error
  }
}
