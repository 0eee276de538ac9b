import { codePointOf, HIDDEN, lineLocator, type SourceText } from '../base/index.js'
import { diagnostic, type Report } from '../diagnostics/index.js'

/** Everything larger or deeper is refused before it is parsed, a policy as well as a record. Sizes are in UTF-16 units. */
export const limits = { characters: 1_000_000, depth: 32, lines: 20_000 } as const

/** Reports a text that is empty, too large, too deep or holds hidden characters; true if it may be parsed. */
export function withinLimits({ file, text }: SourceText, report: Report): boolean {
  const locate = lineLocator(file, text)
  if (text.length > limits.characters) {
    report(diagnostic('source/too-large', { limit: 1, unit: 'MB' }, { span: locate(0, 0) }))
    return false
  }
  const tooDeep = firstTooDeep(text)
  if (tooDeep !== undefined) {
    report(diagnostic('source/too-deep', { limit: limits.depth }, { span: locate(tooDeep, tooDeep + 1) }))
    return false
  }
  const lines = locate(text.length, text.length).line
  if (lines > limits.lines) {
    report(diagnostic('source/too-large', { limit: limits.lines, unit: 'lines' }, { span: locate(0, 0) }))
    return false
  }
  const hidden = Array.from(text.matchAll(HIDDEN))
  for (const { index, 0: character } of hidden) {
    const span = locate(index, index + character.length)
    report(diagnostic('source/character', { codePoint: codePointOf(character) }, { span }))
  }
  if (text.trim() === '') report(diagnostic('source/empty', {}, { span: locate(0, 0) }))
  return hidden.length === 0 && text.trim() !== ''
}

/** How many digits a number is written with that say something: no leading zeros, no exponent. A number carries 15 exactly. */
export function significantDigits(written: string): number {
  return written
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '').length
}

/** The offset where brackets or indentation go deeper than any policy needs; brackets inside texts count too, which is harmless. */
function firstTooDeep(text: string): number | undefined {
  let depth = 0
  let [indent, atLineStart] = [0, true]
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (character === '\n') [indent, atLineStart] = [0, true]
    else if (atLineStart && (character === ' ' || character === '-')) indent += 1
    else atLineStart = false
    if (character === '[' || character === '{') depth += 1
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1)
    if (depth > limits.depth || indent > limits.depth * 8) return index
  }
  return undefined
}
