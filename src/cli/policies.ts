import { loadPolicySet, type SourceText } from '../check.js'
import { compile, type Diagnostic, type PolicySet, type Program, type Result } from '../index.js'
import { readPolicySources, readProgramFile } from '../node.js'
import { ExitError, type Session, write } from './io.js'
import { problemsFor } from './paint.js'
import { texts } from './texts.js'

/** A policy set from disk, or its problems, and the texts that it was read from. */
interface Loaded {
  readonly loaded: Result<PolicySet, Diagnostic>
  readonly sources: readonly SourceText[]
}

/** Reads and checks a policy set from disk. */
export async function policySetAt(paths: readonly string[]): Promise<Loaded> {
  const read = await readPolicySources(paths)
  return read.ok ? { loaded: loadPolicySet(read.value), sources: read.value } : { loaded: read, sources: [] }
}

/** A valid policy set, and the files that it was read from. */
interface Valid {
  readonly policySet: PolicySet
  readonly files: readonly string[]
}

/** The same for a verb that decides: a policy with an error ends the run, and every problem is shown. */
export async function validPolicySet(paths: readonly string[], session: Session): Promise<Valid> {
  const { loaded, sources } = await policySetAt(paths)
  if (loaded.ok) return { policySet: loaded.value, files: sources.map(({ file }) => file) }
  return await refuse(
    loaded.diagnostics,
    { sources, exitCode: 2, message: texts[session.locale].invalidPolicy },
    session,
  )
}

/** What a verb judges by: policies, compiled for a day, or a program that was compiled before. */
export interface JudgedBy {
  readonly policy?: readonly string[]
  readonly asOf?: string
  readonly program?: string
}

/** A program, and the files that it was read from. */
interface Judging {
  readonly program: Program
  readonly files: readonly string[]
}

/** The program that a verb judges by; one that cannot be used ends the run, as does having neither a program nor policies and a day. */
export async function programOf({ policy, asOf, program }: JudgedBy, session: Session): Promise<Judging> {
  if (program !== undefined) return { program: await programAt(program, session), files: [program] }
  if (policy === undefined || asOf === undefined) throw new ExitError(2, texts[session.locale].policyNeeded)
  const { policySet, files } = await validPolicySet(policy, session)
  return { program: compile(policySet, { asOf }), files }
}

async function programAt(file: string, session: Session): Promise<Program> {
  const text = texts[session.locale]
  const read = await readProgramFile(file)
  if (!read.ok) return await refuse(read.diagnostics, { exitCode: 2, message: text.invalidProgram }, session)
  const program = read.value
  const needed = program.policies.flatMap(({ extensions: { operators = {}, derivations = {} } = {} }) =>
    Object.keys({ ...operators, ...derivations }),
  )
  if (needed.length > 0) throw new ExitError(2, text.extensionsNeeded([...new Set(needed)]))
  return program
}

/** How a run ends that was refused. */
interface Refusal {
  /** The files that may be quoted: what authors write, never records. */
  readonly sources?: readonly SourceText[]
  readonly exitCode: number
  /** What follows from it; by default nothing is said. */
  readonly message?: string
}

/** Shows what is wrong with files, and ends the run. */
export async function refuse(
  diagnostics: readonly Diagnostic[],
  { sources = [], exitCode, message = '' }: Refusal,
  { stderr, locale }: Session,
): Promise<never> {
  await write(stderr, `${problemsFor(stderr, diagnostics, { locale, sources })}\n`)
  throw new ExitError(exitCode, message)
}
