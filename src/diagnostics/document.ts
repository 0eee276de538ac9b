import type { Locale } from '../base/index.js'
import { type Diagnostic, hasErrors, type Related } from './diagnostic.js'
import { messageOf, relatedMessageOf } from './messages.js'
import { shownOf } from './shown.js'

/** Problems for other programs (schemas/diagnostics.schema.json). */
export interface DiagnosticsDocument {
  readonly schemaVersion: 1
  /** Whether none of them is an error. */
  readonly ok: boolean
  readonly diagnostics: readonly DiagnosticEntry[]
  /** How many were left out; absent where none was. */
  readonly more?: number
}

/** A problem with its sentence. */
type DiagnosticEntry = Omit<Diagnostic, 'related'> & {
  readonly message: string
  readonly related?: readonly (Related & { readonly message: string })[]
}

/** Problems as plain JSON, each with its sentence in a language: sorted by place, at most 1,000, the rest counted. */
export function toDiagnosticsDocument(
  diagnostics: Iterable<Diagnostic>,
  { locale }: { readonly locale: Locale },
): DiagnosticsDocument {
  const all = [...diagnostics]
  const { shown, more } = shownOf(all)
  return { schemaVersion: 1, ok: !hasErrors(all), diagnostics: shown.map(entryOf), ...(more > 0 && { more }) }

  function entryOf({ related, ...diagnostic }: Diagnostic): DiagnosticEntry {
    return {
      ...diagnostic,
      message: messageOf(diagnostic, locale),
      ...(related && { related: related.map((one) => ({ ...one, message: relatedMessageOf(one, locale) })) }),
    }
  }
}
