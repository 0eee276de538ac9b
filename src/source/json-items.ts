import { lineLocator } from '../base/index.js'
import { type Diagnostic, diagnostic } from '../diagnostics/index.js'
import { jsonFault } from './json-fault.js'

/** One value of a JSON text, as it is written, and the line, from 1, on which it begins. */
export interface JsonItem {
  readonly line: number
  readonly text: string
}

/**
 * The items of a list, each as its own text, or the one value that is no list; or where the text stops being JSON. An
 * item is not looked into: what is read of it must be read without loss, by `parseJson`.
 */
export function jsonItems(file: string, text: string): readonly JsonItem[] | Diagnostic {
  const locate = lineLocator(file, text)
  try {
    JSON.parse(text)
  } catch {
    const { column, ...fault } = jsonFault(text)
    const at = column === undefined ? text.length : offsetOf(text, column)
    return diagnostic('record/syntax', fault, { span: locate(at, at) })
  }
  return pieces(text).map(([start, end]) => ({ line: locate(start, start).line, text: text.slice(start, end) }))
}

/** Characters are counted from 1; one outside the first 65,536 is two units. */
function offsetOf(text: string, character: number): number {
  return Array.from(text)
    .slice(0, character - 1)
    .join('').length
}

/** Start and end of each item of a list, or of the one value; white space belongs to none. The text is valid JSON. */
function pieces(text: string): [number, number][] {
  const value = text.trim()
  const offset = text.indexOf(value)
  if (!value.startsWith('[')) return [[offset, offset + value.length]]
  const found: [number, number][] = []
  let item: [number, number] | undefined
  let depth = 0
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const [opens, closes] = ['[{'.includes(token), ']}'.includes(token)]
    if (closes) depth -= 1
    if (depth === (closes ? 0 : 1) && (closes || token === ',')) {
      if (item) found.push(item)
      item = undefined
    } else if (depth > 0) item = [item?.[0] ?? index, index + token.length]
    if (opens) depth += 1
  }
  return found
}

/** What must be told apart to find where an item ends: texts, brackets, commas and the rest. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{},]|[^\s[\]{},"]+/g
