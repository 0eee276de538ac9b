import { expect, it } from 'vitest'
import { alignColumns } from '../../src/base/index.js'

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
