import { expect, it } from 'vitest'
import { lineLocator, textWidth } from '../../src/base/index.js'
import { frameOf, linesOf } from '../../src/diagnostics/frame.js'

/** The frame of what stands between « and » in a text, as lines. */
function framed(marked: string, options?: Parameters<typeof frameOf>[2]): string[] {
  const [start, end] = [marked.indexOf('«'), marked.indexOf('»') - 1]
  const text = marked.replace(/[«»]/g, '')
  return frameOf(lineLocator('f', text)(start, end), linesOf(text), options).map(
    ({ gutter, text: shown }) => gutter + shown,
  )
}

it.each([
  ['letters', 'a: «bc» d', ['     1 | a: bc d', '       |    ^^']],
  ['Chinese before the place', '热点岗位: «任职上限»', ['     1 | 热点岗位: 任职上限', '       |           ^^^^^^^^']],
  ['half width after full width', 'zh: “甲”，«b»', ['     1 | zh: “甲”，b', '       |           ^']],
  ['a character beyond the first plane', '𠮷: «x»', ['     1 | 𠮷: x', '       |     ^']],
  ['a combined letter', 'e\u0301: «x»', ['     1 | e\u0301: x', '       |    ^']],
  ['an emoji with a skin tone', '👍🏽: «x»', ['     1 | 👍🏽: x', '       |     ^']],
  ['a tab, to the next fourth column', 'a\tb:\t«c»', ['     1 | a   b:  c', '       |         ^']],
  ['what nobody sees, as an escape', 'a: b«\u200b»c', ['     1 | a: b<U+200B>c', '       |     ^^^^^^^^']],
  [
    'what would turn the line around, as an escape',
    'a: \u202egnorw\u202c «b»',
    ['     1 | a: <U+202E>gnorw<U+202C> b', '       |                          ^'],
  ],
  ['a terminal’s escape', 'a: \u001b[31m«x»', ['     1 | a: <U+001B>[31mx', '       |                ^']],
  ['nothing but a place', 'ab«»', ['     1 | ab', '       |   ^']],
  ['a place on an empty line', 'a\n«»\n', ['     2 |', '       | ^']],
  ['several lines: the first to its end', 'a: «[b, \n c]»\n', ['     1 | a: [b,', '       |    ^^^']],
  ['a Windows line end', 'a: «[b,\r\n c]»\r\n', ['     1 | a: [b,', '       |    ^^^']],
])('%s', (_, marked, expected) => {
  expect(framed(marked)).toEqual(expected)
})

it('above the line stands the one that it is indented under, comments and empty lines left out', () => {
  const text = 'triggers:\n  # why\n\n  - id: a\n    title: x\n    when:\n      «age»: 1\n'
  expect(framed(text, { within: true })).toEqual(['     6 |     when:', '     7 |       age: 1', '       |       ^^^'])
  expect(framed('a:\n  - b: 1\n  - «c»\n', { within: true })[0]).toBe('     1 | a:')
  expect(framed('a:\n- b: 1\n- «c»\n', { within: true })[0]).toBe('     1 | a:')
  expect(framed('a: 1\n«b»: 2\n', { within: true })).toEqual(['     2 | b: 2', '       | ^'])
})

it('of a span of which only the beginning is known, the name that begins there is meant, else one column', () => {
  const at = (line: number, column: number) =>
    frameOf({ file: 'f', start: 0, end: 0, line, column }, ['a: 1', 'b: { x-cd: 甲 }']).at(-1)?.text
  expect(at(2, 6)).toBe('      ^^^^')
  expect(at(2, 4)).toBe('    ^')
  expect(at(2, 12)).toBe('            ^')
  // This is the beginning of the file, and no more is meant.
  expect(at(1, 1)).toBe(' ^')
})

it('a line that the text does not have has no frame', () => {
  expect(frameOf({ file: 'f', start: 0, end: 0, line: 3, column: 1 }, ['a', 'b'])).toEqual([])
})

const marks = (lines: readonly string[]): string => {
  const [line = '', carets = ''] = lines.slice(-2).map((text) => text.slice('     1 | '.length))
  const columns = [carets.indexOf('^'), carets.lastIndexOf('^') + 1]
  return Array.from(line).reduce<{ at: number; kept: string }>(
    ({ at, kept }, character) => ({
      at: at + textWidth(character),
      kept: at >= (columns[0] ?? 0) && at < (columns[1] ?? 0) ? kept + character : kept,
    }),
    { at: 0, kept: '' },
  ).kept
}

it.each([
  ['at the beginning', '', '错字', '字'.repeat(200)],
  ['in the middle', '字'.repeat(200), '错字', '字'.repeat(200)],
  ['in the middle, between narrow ones', 'x'.repeat(300), '错字', 'y'.repeat(300)],
  ['at the end', '字'.repeat(200), '错字', ''],
])('a very long line is cut around a place %s', (_, before, place, after) => {
  const lines = framed(`${before}«${place}»${after}`)
  for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(100 + '     1 | '.length)
  expect(marks(lines)).toBe(place)
  expect(lines[0]?.includes('...')).toBe(true)
  expect(textWidth(lines[0] ?? '')).toBeGreaterThan(90)
})

it('of a very long place the beginning is shown', () => {
  const lines = framed(`a: «${'长'.repeat(200)}» b`)
  expect(lines[0]).toMatch(/^ {5}1 \| a: 长+\.\.\./)
  for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(100 + '     1 | '.length)
})
