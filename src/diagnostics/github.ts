import { formatPlace, type Locale, type SourceText } from '../base/index.js'
import type { Diagnostic } from './diagnostic.js'
import { messageOf, moreText, relatedMessageOf } from './messages.js'
import { regionsIn } from './region.js'
import { shownOf } from './shown.js'

/**
 * Problems as GitHub's workflow commands, a line each, which show them beside the changes of a pull request: sorted by
 * place, at most 1,000 and a notice that counts the rest. Where a place ends is told of files among `sources`. No line
 * break at the end.
 */
export function toGithubAnnotations(
  diagnostics: Iterable<Diagnostic>,
  { locale, sources = [] }: { readonly locale: Locale; readonly sources?: Iterable<SourceText> },
): string {
  const { shown, more } = shownOf(diagnostics)
  const regionOf = regionsIn(sources)
  return [...shown.map(annotationOf), ...(more > 0 ? [`::notice::${data(moreText(more, locale))}`] : [])].join('\n')

  function annotationOf(diagnostic: Diagnostic): string {
    const { code, severity, related = [] } = diagnostic
    const also = related.map((one) => `${formatPlace(one.span)}  ${relatedMessageOf(one, locale)}`)
    const properties = Object.entries({ ...placeOf(diagnostic), title: code })
    const named = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',')
    const message = [messageOf(diagnostic, locale), ...also].join('\n')
    return `::${severity} ${named}::${data(message)}`
  }

  /** Columns are allowed only within one line. */
  function placeOf({ span }: Diagnostic): Readonly<Record<string, string | number>> {
    if (!span) return {}
    const { startLine, startColumn, endLine, endColumn } = regionOf(span)
    if (endLine === undefined || endColumn === undefined) return { file: span.file, line: startLine, col: startColumn }
    return endLine === startLine
      ? { file: span.file, line: startLine, col: startColumn, endLine, endColumn }
      : { file: span.file, line: startLine, endLine }
  }
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
