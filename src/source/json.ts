import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { type Path, pathKey } from '../base/index.js'
import { type Diagnostic, diagnostic } from '../diagnostics/index.js'
import { jsonFault } from './json-fault.js'
import { limits, significantDigits } from './limits.js'

/** What a text of JSON says, or why it cannot be taken at its word. */
export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] }

/**
 * Reads JSON without losing anything: `JSON.parse` keeps the last of two equal keys and rounds long numbers, and
 * either could clear a person. A text that prints back to itself lost nothing; any other is read a second time by a
 * parser that sees every key and digit. Problems carry the path in the data.
 */
export function parseJson(text: string): ParsedJson {
  if (text.length > limits.characters) return refused(diagnostic('record/too-large', { limit: '1 MB' }))
  if (deeperThan(text, limits.depth)) return refused(diagnostic('record/too-deep', { limit: limits.depth }))
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refused(diagnostic('record/syntax', jsonFault(text)))
  }
  if (JSON.stringify(value) === text) return { ok: true, value }
  const problems = lossesIn(text)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value }
}

function refused(problem: Diagnostic): ParsedJson {
  return { ok: false, problems: [problem] }
}

/** JSON is YAML 1.2, whose parser reports equal keys and keeps the digits of numbers. */
function lossesIn(text: string): Diagnostic[] {
  const problems: Diagnostic[] = []
  // In JSON a bare CR is white space, in YAML a line end; inside texts neither may stand.
  const document = parseDocument(text.replaceAll('\r', ' '), {
    version: '1.2',
    schema: 'json',
    uniqueKeys: false,
    prettyErrors: false,
  })
  if (document.errors.length > 0) return [diagnostic('record/syntax', { reason: 'doubt' })]
  walk(document.contents, [])
  return problems

  function walk(node: unknown, path: Path): void {
    if (isMap(node)) {
      const seen = new Set<string>()
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : ''
        if (seen.has(pathKey([name])))
          problems.push(diagnostic('record/duplicate-key', { key: name }, { path: [...path, name] }))
        seen.add(pathKey([name]))
        walk(value, [...path, name])
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        walk(item, [...path, index])
      })
    } else if (isScalar(node) && typeof node.value === 'number') {
      if (significantDigits(node.source ?? '') > 15 || !Number.isFinite(node.value))
        problems.push(diagnostic('record/number-digits', {}, { path }))
    }
  }
}

function deeperThan(text: string, most: number): boolean {
  let depth = 0
  let inText = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (inText) {
      if (character === '\\') index += 1
      else if (character === '"') inText = false
    } else if (character === '"') inText = true
    else if (character === '[' || character === '{') {
      depth += 1
      if (depth > most) return true
    } else if (character === ']' || character === '}') depth -= 1
  }
  return false
}
