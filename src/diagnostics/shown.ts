import { type Diagnostic, sortDiagnostics } from './diagnostic.js'

/** More problems than this help nobody; the rest are counted. */
const MOST_SHOWN = 1000

/** The problems that are shown, each once, sorted by place; and how many more there are. */
export function shownOf(diagnostics: Iterable<Diagnostic>): {
  readonly shown: readonly Diagnostic[]
  readonly more: number
} {
  const sorted = sortDiagnostics(diagnostics)
  const shown = sorted.slice(0, MOST_SHOWN)
  return { shown, more: sorted.length - shown.length }
}
