import { loadPolicySet } from '../check.js'
import { type Diagnostic, formatDiagnostics, type PolicySet, type Result } from '../index.js'
import { readPolicySources } from '../node.js'
import { ExitError, type Session } from './io.js'
import { texts } from './texts.js'

/** Reads and checks a policy set from disk. */
export async function policySetAt(paths: readonly string[]): Promise<Result<PolicySet, Diagnostic>> {
  const sources = await readPolicySources(paths)
  return sources.ok ? loadPolicySet(sources.value) : sources
}

/** The same for a verb that decides: a policy with an error ends the run, and every problem is shown. */
export async function validPolicySet(paths: readonly string[], { locale }: Session): Promise<PolicySet> {
  const loaded = await policySetAt(paths)
  if (loaded.ok) return loaded.value
  throw new ExitError(2, `${formatDiagnostics(loaded.diagnostics, { locale })}\n${texts[locale].invalidPolicy}`)
}
