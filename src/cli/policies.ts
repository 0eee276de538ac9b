import { loadPolicySet } from '../check.js'
import { compile, type Diagnostic, formatDiagnostics, type PolicySet, type Program, type Result } from '../index.js'
import { readPolicySources, readProgramFile } from '../node.js'
import { ExitError, type Session, write } from './io.js'
import { texts } from './texts.js'

/** Reads and checks a policy set from disk. */
export async function policySetAt(paths: readonly string[]): Promise<Result<PolicySet, Diagnostic>> {
  const sources = await readPolicySources(paths)
  return sources.ok ? loadPolicySet(sources.value) : sources
}

/** The same for a verb that decides: a policy with an error ends the run, and every problem is shown. */
export async function validPolicySet(paths: readonly string[], session: Session): Promise<PolicySet> {
  return await valueOrEnd(await policySetAt(paths), texts[session.locale].invalidPolicy, session)
}

/** What a verb judges by: policies, compiled for a day, or a program that was compiled before. */
export interface JudgedBy {
  readonly policy?: readonly string[]
  readonly asOf?: string
  readonly program?: string
}

/** The program that a verb judges by; one that cannot be used ends the run, as does having neither a program nor policies and a day. */
export async function programOf({ policy, asOf, program }: JudgedBy, session: Session): Promise<Program> {
  if (program !== undefined) return await programAt(program, session)
  if (policy === undefined || asOf === undefined) throw new ExitError(2, texts[session.locale].policyNeeded)
  return compile(await validPolicySet(policy, session), { asOf })
}

async function programAt(file: string, session: Session): Promise<Program> {
  const text = texts[session.locale]
  const program = await valueOrEnd(await readProgramFile(file), text.invalidProgram, session)
  const needed = program.policies.flatMap(({ extensions: { operators = {}, derivations = {} } = {} }) =>
    Object.keys({ ...operators, ...derivations }),
  )
  if (needed.length > 0) throw new ExitError(2, text.extensionsNeeded([...new Set(needed)]))
  return program
}

async function valueOrEnd<T>(result: Result<T, Diagnostic>, invalid: string, { locale, stderr }: Session): Promise<T> {
  if (result.ok) return result.value
  await write(stderr, `${formatDiagnostics(result.diagnostics, { locale })}\n`)
  throw new ExitError(2, invalid)
}
