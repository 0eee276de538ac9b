import { formatDiagnostics } from '../index.js'
import { type Session, write } from './io.js'
import { policySetAt } from './policies.js'
import { texts } from './texts.js'

export interface CheckOptions {
  readonly format: 'text' | 'json'
}

/** Checks policy files and prints every problem; 1 if there is an error. */
export async function checkCommand(
  paths: readonly string[],
  { format }: CheckOptions,
  { stdout, stderr, locale }: Session,
): Promise<number> {
  const loaded = await policySetAt(paths)
  const problems = loaded.ok ? loaded.warnings : loaded.diagnostics
  const errors = problems.filter(({ severity }) => severity === 'error').length
  if (format === 'json')
    await write(stdout, `${JSON.stringify({ schemaVersion: 1, ok: loaded.ok, diagnostics: problems })}\n`)
  else if (problems.length > 0) await write(stdout, `${formatDiagnostics(problems, { locale })}\n`)
  const text = texts[locale]
  const warnings = problems.length - errors
  await write(
    stderr,
    `${loaded.ok ? text.checked(loaded.value.policies.length, warnings) : text.notChecked(errors, warnings)}\n`,
  )
  // A file that is not there is wrong use, not a finding.
  if (
    problems.some(
      ({ code }) => code === 'source/not-found' || code === 'source/not-readable' || code === 'source/no-files',
    )
  )
    return 2
  return loaded.ok ? 0 : 1
}
