import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseAllDocuments,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml'
import { codePointOf, HIDDEN, lineLocator, type Path, pathKey, type SourceText, type Span } from '../base/index.js'
import { diagnostic, type Report, relatedPlace, type YamlFeature } from '../diagnostics/index.js'
import type { SourceDocument } from './document.js'
import { significantDigits, withinLimits } from './limits.js'
import { notAllowed, yamlFaults } from './yaml-fault.js'

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
  let sound = true
  const note: Report = (problem) => {
    sound = false
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
  const { reportFaults, reportFullWidth } = yamlFaults(text, locate, note)
  reportFaults(document)
  reportFeatures(document)
  // One full-width colon in the first line makes one text of the whole file.
  if (isScalar(document.contents)) reportFullWidth(0)
  if (!sound) return undefined
  return toSourceDocument(document.contents)

  function refuse(what: YamlFeature, span: Span): void {
    note(notAllowed(what, span))
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
