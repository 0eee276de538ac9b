import { loadPolicySet, type SourceText } from '../check.js'
import { type Diagnostic, formatDiagnostics, type PolicySet, type Result } from '../index.js'
import { readPolicySources } from '../node.js'
import { ExitError, type Session, write } from './io.js'
import { paintFor } from './paint.js'
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

/** The same for a verb that decides: a policy with an error ends the run, and every problem is shown. */
export async function validPolicySet(paths: readonly string[], session: Session): Promise<PolicySet> {
  const { loaded, sources } = await policySetAt(paths)
  if (loaded.ok) return loaded.value
  return await refuse(
    loaded.diagnostics,
    { sources, exitCode: 2, message: texts[session.locale].invalidPolicy },
    session,
  )
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
  await write(stderr, `${formatDiagnostics(diagnostics, { locale, sources, paint: paintFor(stderr) })}\n`)
  throw new ExitError(exitCode, message)
}
