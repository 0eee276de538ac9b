import { type SourceText, toDiagnosticsDocument, toGithubAnnotations, toSarif } from '../check.js'
import type { Diagnostic } from '../index.js'
import { type Session, write } from './io.js'
import { problemsFor } from './paint.js'
import { policySetAt } from './policies.js'
import { texts } from './texts.js'

export interface CheckOptions {
  readonly format: 'text' | 'json' | 'github' | 'sarif'
}

/** Checks policy files and prints every problem; 1 if there is an error. */
export async function checkCommand(
  paths: readonly string[],
  { format }: CheckOptions,
  session: Session,
): Promise<number> {
  const { stdout, stderr, locale } = session
  const { loaded, sources } = await policySetAt(paths)
  const problems = loaded.ok ? loaded.warnings : loaded.diagnostics
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const written = problemsIn(format, problems, sources, session)
  if (written !== '') await write(stdout, `${written}\n`)
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

function problemsIn(
  format: CheckOptions['format'],
  problems: readonly Diagnostic[],
  sources: readonly SourceText[],
  { stdout, locale }: Session,
): string {
  switch (format) {
    case 'text':
      return problemsFor(stdout, problems, { locale, sources })
    case 'json':
      return JSON.stringify(toDiagnosticsDocument(problems, { locale }))
    case 'github':
      return toGithubAnnotations(problems, { locale, sources })
    case 'sarif':
      return JSON.stringify(toSarif(problems, { locale, sources }))
  }
}
