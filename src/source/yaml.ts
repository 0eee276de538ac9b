import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseAllDocuments,
  type Scalar,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml'
import { codePointOf, HIDDEN, lineLocator, type Path, pathKey, type SourceText, type Span } from '../base/index.js'
import {
  diagnostic,
  type Related,
  type Report,
  relatedPlace,
  type SyntaxReason,
  type YamlFeature,
} from '../diagnostics/index.js'
import type { SourceDocument } from './document.js'
import { significantDigits, withinLimits } from './limits.js'

export interface YamlOptions {
  /** Scalars as the values they stand for (the default), or each as a text, however it looks. */
  readonly scalars?: 'values' | 'texts'
}

/**
 * Reads one YAML 1.2 document into plain data with places. Undefined if anything is wrong with it; every problem is
 * reported. Aliases, anchors, tags, directives, several documents, duplicate keys, numbers that a computer would
 * round, and hidden characters are refused.
 */
export function parseYaml(
  source: SourceText,
  report: Report,
  { scalars = 'values' }: YamlOptions = {},
): SourceDocument | undefined {
  const problems: Parameters<Report>[0][] = []
  const note: Report = (problem) => {
    problems.push(problem)
    report(problem)
  }
  if (!withinLimits(source, note)) return undefined
  const { file, text } = source
  const locate = lineLocator(file, text)
  // Every option is deliberate: the defaults let tags become Sets and Dates, and `1` and `"1"` be two keys.
  const documents = parseAllDocuments(text, {
    version: '1.2',
    schema: scalars === 'texts' ? 'failsafe' : 'core',
    strict: true,
    stringKeys: true,
    uniqueKeys: false, // the library compares every key with every other; we look them up
    resolveKnownTags: false,
    merge: false,
    intAsBigInt: true,
    prettyErrors: false,
  })
  const [document, second] = Array.isArray(documents) ? documents : []
  if (!document) {
    note(diagnostic('source/empty', {}, { span: locate(0, 0) }))
    return undefined
  }
  if (second) refuse('several-documents', locate(second.range[0], second.range[0] + 3))
  reportSyntax(document)
  reportFeatures(document)
  // One full-width colon in the first line makes one text of the whole file.
  if (isScalar(document.contents)) reportFullWidth(0)
  if (problems.length > 0) return undefined
  return toSourceDocument(document.contents)

  function refuse(what: YamlFeature, span: Span): void {
    note(diagnostic('source/not-allowed', { what }, { span }))
  }

  function reportSyntax(parsed: Document.Parsed): void {
    const faults: Fault[] = ideographicIndents(parsed)
    for (const error of [...parsed.errors, ...parsed.warnings]) {
      const [start, end] = error.pos
      if (error.code === 'MULTIPLE_DOCS') refuse('several-documents', locate(start, end))
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
    if (reason === 'complex-key') refuse(reason, span)
    else if (prose !== undefined && reason !== 'ideographic-space') {
      const at = near.start + prose
      note(diagnostic('source/syntax', { reason: 'unquoted-text' }, { span: locate(at, at + 1) }))
    } else {
      const related = openedAt(openedIn(parsed)[reason]?.get(start))
      note(diagnostic('source/syntax', { reason }, { span, related }))
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

  /** Most broken Chinese files are one full-width colon or comma away from being right: that is said instead of what YAML says. */
  function reportFullWidth(near: number, before = Number.POSITIVE_INFINITY): boolean {
    const { start: lineStart, line } = lineAt(near)
    const found = FULL_WIDTH.exec(line)
    if (!found || found.index > before) return false
    const [character = ''] = found[1] ?? found[0]
    const at = lineStart + found.index + found[0].length - 1
    if (problems.some(({ span }) => span?.start === at)) return true
    note(
      diagnostic('source/full-width', { character, instead: halfWidth[character] ?? '' }, { span: locate(at, at + 1) }),
    )
    return true
  }

  function reportFeatures(parsed: Document.Parsed): void {
    if (parsed.directives.yaml.explicit || Object.keys(parsed.directives.tags).length > 1)
      refuse('directive', locate(0, 1))
    visit(parsed, (key, node) => {
      if (isPair(node) || !isNode(node)) return
      const span = spanOfNode(node)
      if (isAlias(node)) refuse('alias', span)
      else if (node.anchor !== undefined) refuse('anchor', span)
      if (!isAlias(node) && node.tag !== undefined) refuse('tag', span)
      if (isMap(node)) reportDuplicates(node)
      if (isScalar(node)) {
        reportHidden(node, span)
        if (key === 'key') reportKey(node, span)
        else if (node.tag === undefined && scalars === 'values') reportScalar(node, span)
      }
    })
  }

  function reportDuplicates({ items }: YAMLMap): void {
    const seen = new Map<string, Span>()
    for (const { key } of items) {
      if (!isScalar(key)) continue
      const [name, span] = [String(key.value), spanOfNode(key)]
      const first = seen.get(name)
      if (!first) seen.set(name, span)
      else {
        const place = { span, related: [relatedPlace('first-key', { key: name }, first)] }
        note(diagnostic('source/duplicate-key', { key: name }, place))
      }
    }
  }

  /** An escape in a quoted text can stand for what the text itself must not hold. */
  function reportHidden({ value, type }: Scalar, span: Span): void {
    if (typeof value !== 'string' || type !== 'QUOTE_DOUBLE') return
    for (const [character] of value.matchAll(HIDDEN))
      note(diagnostic('source/character', { codePoint: codePointOf(character) }, { span }))
  }

  function reportKey(node: Scalar, span: Span): void {
    const key = String(node.value)
    if (key === '<<') refuse('merge-key', span)
    else if (/^[A-Za-z_$][\w.$-]*：/.test(key)) reportFullWidth(span.start)
    else if (text.slice(span.start, span.end).includes('\n')) refuse('complex-key', span)
    else if (key === '__proto__' || key === 'constructor' || key === 'prototype') refuse('key', span)
    else if (key.normalize('NFC') !== key) refuse('key', span)
  }

  function reportScalar(node: Scalar, span: Span): void {
    const { value, source: written = '', type } = node
    if (type !== 'PLAIN') return
    if (typeof value === 'number' || typeof value === 'bigint') {
      const plain = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(written)
      if (!plain || significantDigits(written) > 15) note(diagnostic('source/number', { text: written }, { span }))
    } else if (typeof value === 'string' && /^[-+]?\d[\d_]*$/.test(written)) {
      note(diagnostic('source/number', { text: written }, { span }))
    }
  }

  function spanOfNode(node: Node): Span {
    const [start, end] = node.range ?? [0, 0]
    return locate(start, end)
  }

  function toSourceDocument(root: Node | null): SourceDocument | undefined {
    const values = new Map<string, Span>()
    const keys = new Map<string, Span>()
    const value = root === null ? null : toData(root, [])
    const nearest = (table: ReadonlyMap<string, Span>, path: Path): Span | undefined => {
      const found = table.get(pathKey(path))
      return found ?? (path.length > 0 ? (values.get(pathKey(path)) ?? nearest(values, path.slice(0, -1))) : undefined)
    }
    const whole = locate(0, 0)
    const spanOf = (path: Path): Span => nearest(values, path) ?? whole
    return {
      file,
      value,
      spanOf,
      spanOfWords: (path, words) => {
        const span = spanOf(path)
        const at = text.indexOf(words, span.start)
        const end = at + words.length
        return at >= 0 && end <= span.end ? locate(at, end) : span
      },
      keySpanOf: (path) => nearest(keys, path) ?? whole,
    }

    function toData(node: Node, path: Path): unknown {
      values.set(pathKey(path), spanOfNode(node))
      if (isMap(node)) return toObject(node, path)
      if (isSeq(node)) return node.items.map((item, index) => (isNode(item) ? toData(item, [...path, index]) : null))
      if (!isScalar(node)) return null
      return typeof node.value === 'bigint' ? Number(node.value) : node.value
    }

    function toObject(map: YAMLMap, path: Path): Record<string, unknown> {
      const data: Record<string, unknown> = {}
      for (const { key, value: item } of map.items) {
        const name = isScalar(key) ? String(key.value) : String(key)
        if (isNode(key)) keys.set(pathKey([...path, name]), spanOfNode(key))
        data[name] = isNode(item) ? toData(item, [...path, name]) : null
      }
      return data
    }
  }
}

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
