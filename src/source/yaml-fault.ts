import { type Document, isCollection, isNode, isScalar, visit, type YAMLError } from 'yaml'
import type { Span } from '../base/index.js'
import {
  type Diagnostic,
  diagnostic,
  type Related,
  type Report,
  relatedPlace,
  type SyntaxReason,
  type YamlFeature,
} from '../diagnostics/index.js'

/**
 * What is wrong with a YAML text, in the words of somebody who writes policies: most broken files are one full-width
 * colon, one missing quote or one blank away from being right, and that is said instead of what the parser says.
 */
export function yamlFaults(text: string, locate: (start: number, end: number) => Span, report: Report): YamlFaults {
  const fullWidthAt = new Set<number>()
  return { reportFaults, reportFullWidth }

  function reportFaults(parsed: Document.Parsed): void {
    const faults: Fault[] = ideographicIndents(parsed)
    for (const error of [...parsed.errors, ...parsed.warnings]) {
      const [start, end] = error.pos
      if (error.code === 'MULTIPLE_DOCS') report(notAllowed('several-documents', locate(start, end)))
      else if (error.code === 'NON_STRING_KEY') faults.push({ start, end, reason: 'complex-key' })
      else if (error.code !== 'TAG_RESOLVE_FAILED') faults.push({ start, end, reason: syntaxReason(error) })
    }
    const line = ({ start }: Fault): number => locate(start, start).line
    const rank = ({ reason }: Fault): number => (INDENTS.has(reason) ? 0 : 1)
    const [first, ...rest] = faults.sort((a, b) => line(a) - line(b) || rank(a) - rank(b) || a.start - b.start)
    if (first) reportFault(first, parsed)
    // What the parser says after its first fault is mostly what came of it; a full-width sign is one by itself.
    for (const { start } of rest) if (proseIn(lineAt(start).line) === undefined) reportFullWidth(start)
  }

  function reportFault({ start, end, reason }: Fault, parsed: Document.Parsed): void {
    const near = lineAt(start)
    const prose = proseIn(near.line)
    if (reason !== 'ideographic-space' && reportFullWidth(start, prose)) return
    const span = locate(start, end)
    if (reason === 'complex-key') report(notAllowed(reason, span))
    else if (prose !== undefined && reason !== 'ideographic-space') {
      const at = near.start + prose
      report(diagnostic('source/syntax', { reason: 'unquoted-text' }, { span: locate(at, at + 1) }))
    } else {
      const related = openedAt(openedIn(parsed)[reason]?.get(start))
      report(diagnostic('source/syntax', { reason }, { span, related }))
    }
  }

  /** Lines indented by full-width blanks, which to the parser are part of a word. */
  function ideographicIndents(parsed: Document.Parsed): Fault[] {
    const found: Fault[] = []
    visit(parsed, {
      Scalar(_, { range, type }) {
        const start = range?.[0] ?? 0
        const isIndent =
          type === 'PLAIN' && text[start] === '\u3000' && /^ *$/.test(text.slice(lineAt(start).start, start))
        if (isIndent) found.push({ start, end: start + 1, reason: 'ideographic-space' })
      },
    })
    return found
  }

  /** The line around a place, as much of it as a person would write: the patterns take long over a long one. */
  function lineAt(near: number): { start: number; line: string } {
    const start = text.lastIndexOf('\n', near - 1) + 1
    return { start, line: /.{0,2000}/.exec(text.slice(start))?.[0] ?? '' }
  }

  function openedAt(start: number | undefined): Related[] {
    if (start === undefined) return []
    return [relatedPlace('opened', { sign: text[start] ?? '' }, locate(start, start + 1))]
  }

  function reportFullWidth(near: number, before = Number.POSITIVE_INFINITY): boolean {
    const { start: lineStart, line } = lineAt(near)
    const found = FULL_WIDTH.exec(line)
    if (!found || found.index > before) return false
    const [character = ''] = found[1] ?? found[0]
    const at = lineStart + found.index + found[0].length - 1
    if (fullWidthAt.has(at)) return true
    fullWidthAt.add(at)
    report(
      diagnostic('source/full-width', { character, instead: halfWidth[character] ?? '' }, { span: locate(at, at + 1) }),
    )
    return true
  }
}

interface YamlFaults {
  /** Reports what the parser found wrong. */
  readonly reportFaults: (parsed: Document.Parsed) => void
  /** Reports a full-width sign on the line of a place, once, unless it stands behind `before`; true if there is one. */
  readonly reportFullWidth: (near: number, before?: number) => boolean
}

/** A part of YAML that policies do without. */
export const notAllowed = (what: YamlFeature, span: Span): Diagnostic =>
  diagnostic('source/not-allowed', { what }, { span })

/** What the parser finds wrong, and what is wrong with it in our words. */
interface Fault {
  readonly start: number
  readonly end: number
  readonly reason: SyntaxReason | 'complex-key'
}

/** The reasons that explain others on the same line. */
const INDENTS: ReadonlySet<Fault['reason']> = new Set(['tab', 'ideographic-space', 'indentation'])

/** A full-width colon after a key, brackets and quotes anywhere, a comma in a list or between the entries of a map. */
const FULL_WIDTH =
  /(?:^\s*(?:- )?|[{,]\s*)[A-Za-z$_][\w.-]*(：)|[｛｝［］＂＇＃]|(?<=\[[^\]{}"]*)，|(?<=[{[].*)，(?=\s*(?:[\p{L}\d_.$-]+\s*[:：]|["'{[]))|(?<=[{[].*["'\]}]\s*)，/u

/** A key and a text that needs quotes: it begins with a placeholder, or holds a colon and a blank after Chinese. */
const PROSE =
  /(?:^\s*(?:- )?|[{,]\s*)[A-Za-z$_][\w.-]*: +(?:\{[^{}:,]*\}\s*[^\s,}\]#，]|[^\s"'{}[\],，#&*!|>%@`]*\p{Script=Han}[^"'{}[\],，]*(?<=\P{ASCII}): )/u

/** Where in a line a text begins that needs quotes. */
function proseIn(line: string): number | undefined {
  const found = PROSE.exec(line)
  return found ? found.index + found[0].search(/(?<=: +)[^ ]/) : undefined
}

const halfWidth: Readonly<Record<string, string>> = {
  '：': ':',
  '，': ',',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '＃': '#',
  '＂': '"',
  '＇': "'",
}

/** Where brackets and quotes begin, by where they end; of several that end together the outermost, since that is the one left open. */
function openedIn(parsed: Document.Parsed): Partial<Readonly<Record<SyntaxReason, ReadonlyMap<number, number>>>> {
  const [brackets, quotes] = [new Map<number, number>(), new Map<number, number>()]
  visit(parsed, (_, node) => {
    if (!isNode(node) || !node.range) return
    const [start, end] = node.range
    if (isCollection(node) && node.flow && !brackets.has(end)) brackets.set(end, start)
    if (isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')) quotes.set(end, start)
  })
  return { 'unclosed-bracket': brackets, 'unclosed-quote': quotes }
}

/** What the library's error comes to. One code can stand for several slips of the pen; then its message tells which. */
function syntaxReason({ code, message }: YAMLError): SyntaxReason {
  if (/ end with a [\]}]$/.test(message)) return 'unclosed-bracket'
  if (message.startsWith('Missing closing ')) return 'unclosed-quote'
  if (message.startsWith('Missing , ')) return 'missing-comma'
  if (message.startsWith('Comments must be separated')) return 'comment'
  return reasons[code] ?? 'other'
}

const reasons: Partial<Readonly<Record<YAMLError['code'], SyntaxReason>>> = {
  BAD_INDENT: 'indentation',
  TAB_AS_INDENT: 'tab',
  MISSING_CHAR: 'missing-colon',
  MULTILINE_IMPLICIT_KEY: 'missing-colon',
  BLOCK_AS_IMPLICIT_KEY: 'second-colon',
  BLOCK_IN_FLOW: 'missing-comma',
  BAD_SCALAR_START: 'first-character',
  BAD_DQ_ESCAPE: 'escape',
  KEY_OVER_1024_CHARS: 'long-key',
  UNEXPECTED_TOKEN: 'misplaced',
}
