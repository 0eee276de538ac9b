import { expect, it } from 'vitest'
import { jsonItems } from '../../src/source/index.js'

it.each([
  ['{"id":"a"}', [[1, '{"id":"a"}']]],
  ['\n {"id": "a"}\n', [[2, '{"id": "a"}']]],
  ['[]', []],
  ['[ ]\n', []],
  [
    '[\n  {"id":"a","posts":[{"title":"],{"}]},\n  "\\"", 3.50,\n  [1,2], {}\n]\n',
    [
      [2, '{"id":"a","posts":[{"title":"],{"}]}'],
      [3, '"\\""'],
      [3, '3.50'],
      [4, '[1,2]'],
      [4, '{}'],
    ],
  ],
])('%j is cut into its items', (text, items) => {
  expect(jsonItems('people.json', text)).toEqual(items.map(([line, item]) => ({ line, text: item })))
})

it.each([
  ['[\n  {"id":"a"},\n  {"id":"𠮷b" x}\n]', 'character', 3, 15],
  ['[{"id":"a"}', 'end', 1, 12],
  ['', 'end', 1, 1],
])('%j stops being JSON at its place', (text, reason, line, column) => {
  expect(jsonItems('people.json', text)).toMatchObject({
    code: 'record/syntax',
    params: { reason },
    span: { file: 'people.json', line, column },
  })
})
