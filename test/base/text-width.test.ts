import { eastAsianWidth } from 'get-east-asian-width'
import { expect, it } from 'vitest'
import { alignColumns, firstColumns, lastColumns, textWidth } from '../../src/base/index.js'

it('Chinese characters and full-width signs take two columns, so that columns stand below each other', () => {
  expect(
    alignColumns([
      ['项目', '分', '注'],
      ['年度考核（上限）', '5', 'x'],
      ['ab', '10', ''],
    ]),
  ).toEqual([
    '项目              分  注', //
    '年度考核（上限）  5   x',
    'ab                10',
  ])
})

it('numbers stand at the end of their column', () => {
  expect(
    alignColumns(
      [
        ['项目', '原始分'],
        ['甲', '-8'],
        ['乙', '12.5'],
      ],
      ['start', 'end'],
    ),
  ).toEqual([
    '项目  原始分', //
    '甲        -8',
    '乙      12.5',
  ])
})

it('rows may be of different length, or none at all', () => {
  expect(alignColumns([['a'], ['bb', 'c']])).toEqual(['a', 'bb  c'])
  expect(alignColumns([])).toEqual([])
})

/** Not alone: what is not assigned, combines or is not seen, and half a flag. */
const notAlone = /\p{C}|\p{M}|\p{RI}|[\u1160-\u11ff\ud7b0-\ud7ff]/u

it('every character is as wide as Unicode’s table of East Asian widths says', () => {
  const wrong: string[] = []
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const character = String.fromCodePoint(code)
    if (!notAlone.test(character) && textWidth(character) !== eastAsianWidth(code)) wrong.push(code.toString(16))
  }
  expect(wrong).toEqual([])
})

// Widths of kitty, WezTerm and Windows Terminal, which draw a sequence as one emoji.
it.each([
  ['é in two characters', 'e\u0301', 1],
  ['a letter under two marks', 'a\u0300\u0323', 1],
  ['nothing to be seen', '\u200b\u200d\ufeff', 0],
  ['an emoji', '😀', 2],
  ['a family joined to one', '👨‍👩‍👧', 2],
  ['a skin tone', '👍🏽', 2],
  ['a flag', '🇨🇳', 2],
  ['a sun as an emoji', '☀\ufe0f', 2],
  ['a sun as text', '☀', 1],
  ['a keycap', '1\ufe0f\u20e3', 2],
  ['digits', '123', 3],
  ['Hangul in three letters', '\u1112\u1161\u11ab', 2],
  ['a character beyond the first plane', '𠮷', 2],
  ['full-width and half-width', 'Ａｱ', 3],
  ['quotation marks and an ellipsis, narrow by default', '“”…', 3],
])('%s', (_, text, width) => {
  expect(textWidth(text)).toBe(width)
})

it('as much of a text as fits: no wide character and no sequence is cut in two', () => {
  expect(firstColumns('干部政策', 5)).toBe('干部')
  expect(lastColumns('干部政策', 5)).toBe('政策')
  expect(firstColumns('a👨‍👩‍👧b', 2)).toBe('a')
  expect(lastColumns('e\u0301x', 2)).toBe('e\u0301x')
  expect(firstColumns('ab', 9)).toBe('ab')
  expect(firstColumns('ab', 0)).toBe('')
})
