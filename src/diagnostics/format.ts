import { formatPath, formatPlace, type Locale, type SourceText, type Span } from '../base/index.js'
import type { Severity } from './catalogue.js'
import type { Diagnostic, Related } from './diagnostic.js'
import { frameOf, linesOf } from './frame.js'
import { messageOf, moreText, relatedMessageOf } from './messages.js'
import { shownOf } from './shown.js'

/** A part of what is shown, for whoever colours it. */
export type Part = Severity | 'place' | 'code' | 'gutter' | 'related'

export interface FormatOptions {
  readonly locale: Locale
  /** The texts of files; below a problem in one of them stands a frame with its line. By default there are none. */
  readonly sources?: Iterable<SourceText>
  /** Puts a part in colour; the text must keep its width. By default it is left as it is. */
  readonly paint?: (part: Part, text: string) => string
}

const plain = (_: Part, text: string): string => text

/** `file:line:column  error  code  message`, or the path in the data where there is no place in a file. */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  { locale, paint = plain }: Pick<FormatOptions, 'locale' | 'paint'>,
): string {
  const { span, path, severity, code } = diagnostic
  const where = span ? formatPlace(span) : formatPath(path)
  const parts = [...(where ? [paint('place', where)] : []), paint(severity, labels[locale][severity])]
  return [...parts, paint('code', code), messageOf(diagnostic, locale)].join('  ')
}

/**
 * All problems, sorted by place, each with a line of its own and one for every place that explains it; at most 1,000
 * problems, then a line that counts the rest. Where the texts of the files are given, below each line stands a frame:
 * the line of the file, and the one that it is indented under, with carets below what is meant. No line break at the end.
 */
export function formatDiagnostics(diagnostics: Iterable<Diagnostic>, options: FormatOptions): string {
  const { locale, sources = [], paint = plain } = options
  const lines = new Map(Array.from(sources, ({ file, text }) => [file, linesOf(text)]))
  const { shown, more } = shownOf(diagnostics)
  const blocks = [...shown.map(blockOf), ...(more > 0 ? [moreText(more, locale)] : [])]
  return blocks.join(lines.size > 0 ? '\n\n' : '\n')

  function blockOf(diagnostic: Diagnostic): string {
    const { span, severity, related = [] } = diagnostic
    return [
      formatDiagnostic(diagnostic, options),
      ...framed(span, severity, true),
      ...related.flatMap((one) => [relatedLine(one), ...framed(one.span, 'related', false)]),
    ].join('\n')
  }

  function relatedLine(related: Related): string {
    return `  ${paint('place', formatPlace(related.span))}  ${relatedMessageOf(related, locale)}`
  }

  function framed(span: Span | undefined, mark: Part, within: boolean): string[] {
    if (!span) return []
    return frameOf(span, lines.get(span.file) ?? [], { within }).map(
      ({ gutter, text, marks }) => paint('gutter', gutter) + (marks ? paint(mark, text) : text),
    )
  }
}

const labels = {
  zh: { error: '错误', warning: '警告' },
  en: { error: 'error', warning: 'warning' },
} as const
