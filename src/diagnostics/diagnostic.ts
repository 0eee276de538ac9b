import { byCodePoint, type Path, type Span } from '../base/index.js'
import { type DiagnosticCode, type DiagnosticParams, type Severity, severityOf } from './catalogue.js'

/** One problem in a file that somebody else wrote, at its place. Plain JSON; the message is made by `formatDiagnostic`. 诊断 */
export type Diagnostic = { readonly [Code in DiagnosticCode]: DiagnosticOf<Code> }[DiagnosticCode]

export interface DiagnosticOf<Code extends DiagnosticCode> {
  readonly code: Code
  readonly severity: Severity
  readonly params: Readonly<DiagnosticParams[Code]>
  /** Absent only where there is no file to point into. */
  readonly span?: Span
  /** Where in the document: `['triggers', 0, 'when']`. */
  readonly path: Path
}

/** Takes a problem and lets the caller go on with a harmless stand-in, so that one run shows everything. */
export type Report = (diagnostic: Diagnostic) => void

/** A problem of the given code. */
export function diagnostic<Code extends DiagnosticCode>(
  code: Code,
  params: DiagnosticParams[Code],
  place: { readonly span?: Span | undefined; readonly path?: Path } = {},
): Diagnostic {
  const { span, path = [] } = place
  const made: DiagnosticOf<Code> = { code, severity: severityOf(code), params, path, ...(span && { span }) }
  return made as Diagnostic
}

/** Sorted by file, place and code; the same problem is named once. */
export function sortDiagnostics(diagnostics: Iterable<Diagnostic>): Diagnostic[] {
  const seen = new Map(Array.from(diagnostics, (one) => [JSON.stringify(one), one]))
  return [...seen.values()].sort(
    (left, right) =>
      byCodePoint(left.span?.file ?? '', right.span?.file ?? '') ||
      (left.span?.start ?? 0) - (right.span?.start ?? 0) ||
      byCodePoint(left.code, right.code),
  )
}

export function hasErrors(diagnostics: Iterable<Diagnostic>): boolean {
  return Array.from(diagnostics).some((one) => one.severity === 'error')
}
