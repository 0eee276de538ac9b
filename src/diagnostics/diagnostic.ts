import { byCodePoint, distinctBy, type Path, type Span } from '../base/index.js'
import {
  type DiagnosticCode,
  type DiagnosticParams,
  type RelatedCode,
  type RelatedParams,
  type Severity,
  severityOf,
} from './catalogue.js'

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
  /** Other places that explain the problem; absent where there is none. */
  readonly related?: readonly Related[]
}

/** A place that explains a problem, such as the first rule of that name. Plain JSON; the sentence is made by `relatedMessageOf`. */
export type Related = { readonly [Code in RelatedCode]: RelatedOf<Code> }[RelatedCode]

interface RelatedOf<Code extends RelatedCode> {
  readonly code: Code
  readonly params: Readonly<RelatedParams[Code]>
  readonly span: Span
}

/** Takes a problem and lets the caller go on with a harmless stand-in, so that one run shows everything. */
export type Report = (diagnostic: Diagnostic) => void

/** Where a problem is, and the places that explain it. */
interface DiagnosticPlace {
  readonly span?: Span | undefined
  readonly path?: Path
  readonly related?: readonly Related[]
}

/** A problem of the given code. */
export function diagnostic<Code extends DiagnosticCode>(
  code: Code,
  params: DiagnosticParams[Code],
  { span, path = [], related = [] }: DiagnosticPlace = {},
): Diagnostic {
  const made: DiagnosticOf<Code> = {
    code,
    severity: severityOf(code),
    params,
    path,
    ...(span && { span }),
    ...(related.length > 0 && { related }),
  }
  return made as Diagnostic
}

/** A place of the given code. */
export function relatedPlace<Code extends RelatedCode>(code: Code, params: RelatedParams[Code], span: Span): Related {
  const made: RelatedOf<Code> = { code, params, span }
  return made as Related
}

/** Sorted by file, place and code; the same problem is named once. */
export function sortDiagnostics(diagnostics: Iterable<Diagnostic>): Diagnostic[] {
  // By line and column: of some places the offset is not known.
  return distinctBy(diagnostics, (one) => JSON.stringify(one)).sort(
    ({ span: a, code }, { span: b, code: other }) =>
      byCodePoint(a?.file ?? '', b?.file ?? '') ||
      (a?.line ?? 0) - (b?.line ?? 0) ||
      (a?.column ?? 0) - (b?.column ?? 0) ||
      byCodePoint(code, other),
  )
}

export function hasErrors(diagnostics: Iterable<Diagnostic>): boolean {
  return Array.from(diagnostics).some((one) => one.severity === 'error')
}
