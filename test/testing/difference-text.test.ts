import { expect, it } from 'vitest'
import { differenceText } from '../../src/testing/difference-text.js'

it('nothing is said in words, and that a record should not be rejected too', () => {
  const rejected = { what: 'rejected', expected: '[]', actual: '[record/unknown-field]' } as const
  expect(differenceText(rejected, undefined, 'zh')).toBe('记录被拒的代码：应当不被拒，实为 [record/unknown-field]')
  expect(differenceText(rejected, undefined, 'en')).toBe(
    'codes of rejection: expected no rejection, found [record/unknown-field]',
  )
  const unknown = { written: 'verylong', suggestion: 'very-long', known: ['very-long'] }
  const unmet = { what: 'unmet', name: 'verylong', expected: 'unmet', actual: '', unknown } as const
  expect(differenceText(unmet, undefined, 'zh')).toBe(
    '规则 verylong：应为 unmet（不成立），实为无；政策中没有“verylong”，是否想写 very-long？',
  )
})
