import { languageVersion, type Result } from '../base/index.js'
import type { Diagnostic } from '../diagnostics/index.js'
import type { Decision, PersonRecord, Program } from '../model/index.js'
import { decide } from './decide.js'
import { misfits } from './fit.js'
import { reference } from './reference/index.js'

/**
 * Judges one person by every policy of a program, at the program's as-of date. There is one decision a policy, in the
 * order of the policies' ids; or none at all, and the reasons why the record cannot be judged. The record is not changed.
 */
export async function evaluate(
  program: Program,
  record: PersonRecord,
): Promise<Result<readonly Decision[], Diagnostic>> {
  if (program.languageVersion !== languageVersion)
    throw new TypeError(`this program is of language version ${program.languageVersion}, not ${languageVersion}`)
  const problems = misfits(program, record)
  if (problems.length > 0) return { ok: false, diagnostics: problems }
  return {
    ok: true,
    value: program.policies.map((policy) => decide(policy, record, program.asOf, reference)),
    warnings: [],
  }
}
