import { languageVersion, type Result } from '../base/index.js'
import type { Diagnostic } from '../diagnostics/index.js'
import type { Extensions, Program, ProgramPolicy, SubjectRecord } from '../model/index.js'
import { givenExtensions } from '../operators/index.js'
import type { Subject } from './evaluator.js'
import { misfits } from './fit.js'
import { type Inputs, readInputs } from './inputs.js'
import { refuseWithout } from './needed-extensions.js'
import { checkSources, fetchInputs, type SourceOptions } from './sources.js'

/** What is known beside the record. */
export interface SubjectOptions extends SourceOptions {
  /** Values of the facts that policies declare under `inputs`, by name; an absent one is asked of its source, else unknown. */
  readonly inputs?: Inputs
  /** The operators and derivations that the policies name, as they were given to `loadPolicySet`; by default there are none. */
  readonly extensions?: Extensions
}

/**
 * Everything that a program's policies may read for one record; or the reasons why the record cannot be judged. Throws
 * a TypeError if the program is of another language version or needs extensions that are not given.
 */
export async function subjectOf(
  program: Program,
  record: SubjectRecord,
  { inputs = {}, ...options }: SubjectOptions,
): Promise<Result<Subject, Diagnostic>> {
  if (program.languageVersion !== languageVersion)
    throw new TypeError(`this program is of language version ${program.languageVersion}, not ${languageVersion}`)
  const extensions = givenExtensions(options.extensions)
  refuseWithout(extensions, program)
  checkSources(options)
  const given = readInputs(program, inputs)
  const problems = [...misfits(program, record), ...(given.ok ? [] : given.diagnostics)]
  if (problems.length > 0) return { ok: false, diagnostics: problems }
  const known = await fetchInputs(program, record, inputs, given, options)
  if (!known.ok) return known
  const subject = { data: record.data, inputs: known.value, asOf: program.asOf, extensions }
  return { ok: true, value: subject, warnings: [] }
}

/** The policies of a program that are for such a record, in the order of the program. */
export function policiesFor({ policies }: Program, { subject }: SubjectRecord): readonly ProgramPolicy[] {
  return policies.filter((policy) => policy.subject === subject)
}
