import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  allOf,
  anyOf,
  atLeastOf,
  byCodePoint,
  compareDecimals,
  decimalFromNumber,
  digestOf,
  engineVersion,
  formatDurationIso,
  negate,
  parseDuration,
  resolveFile,
  type Truth,
} from '../../src/base/index.js'

it.each([
  ['5 years', 60, 0],
  ['1 year 6 months', 18, 0],
  ['2 quarters', 6, 0],
  ['52 weeks', 0, 364],
  ['90 days', 0, 90],
  ['1年6个月', 18, 0],
  ['10年', 120, 0],
  ['15天', 0, 15],
  ['P1Y6M', 18, 0],
  ['P0D', 0, 0],
])('%s is %i months and %i days', (text, months, days) => {
  expect(parseDuration(text)).toEqual({ months, days })
})

it.each([
  '5',
  'years',
  '5 yeras',
  '-5 years',
  '1 year 1 year',
  '1.5 years',
  '5years',
  '5 years ',
  '一年',
  'P',
  'PT5H',
  '',
])('%j is no duration', (text) => {
  expect(parseDuration(text)).toBeUndefined()
})

it('durations print in ISO 8601', () => {
  expect(formatDurationIso({ months: 62, days: 3 })).toBe('P5Y2M3D')
  expect(formatDurationIso({ months: 0, days: 0 })).toBe('P0D')
})

// Kleene's tables, written out.
const T: Truth = true
const F: Truth = false
const U: Truth = 'unknown'
it.each([
  [T, T, T, T],
  [T, F, F, T],
  [T, U, U, T],
  [F, T, F, T],
  [F, F, F, F],
  [F, U, F, U],
  [U, T, U, T],
  [U, F, F, U],
  [U, U, U, U],
])('%s and %s: all %s, any %s', (a, b, all, any) => {
  expect(allOf([a, b])).toBe(all)
  expect(anyOf([a, b])).toBe(any)
})

it('not unknown is unknown', () => {
  expect([T, F, U].map(negate)).toEqual([F, T, U])
})

it.each([
  [2, [T, T, F], T],
  [2, [T, U, F], U],
  [2, [T, F, F], F],
  [2, [U, U, F], U],
  [3, [T, T, U], U],
  [1, [], F],
] as const)('at least %i of %j is %s', (n, parts, truth) => {
  expect(atLeastOf(n, parts)).toBe(truth)
})

it('numbers are exact decimals, and those with more digits than a number carries are refused', () => {
  expect(decimalFromNumber(0.1)).toBe('0.1')
  expect(decimalFromNumber(1e21)).toBe('1000000000000000000000')
  expect(decimalFromNumber(0.1 + 0.2)).toBeUndefined()
  expect(decimalFromNumber(Number('9007199254740993'))).toBeUndefined()
  expect(decimalFromNumber(Number.NaN)).toBeUndefined()
  expect(decimalFromNumber(Number.POSITIVE_INFINITY)).toBeUndefined()
  const [small, large] = [decimalFromNumber(59.9), decimalFromNumber(60)]
  expect(small && large && compareDecimals(small, large)).toBe(-1)
})

it('a digest does not depend on the order of keys', () => {
  expect(digestOf({ b: 1, a: '张' })).toBe(digestOf({ a: '张', b: 1 }))
  // The SHA-256 of the two bytes {}.
  expect(digestOf({})).toBe('sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
})

it('texts are ordered by code point, beyond the basic plane too', () => {
  expect(['\u{20000}', '\uffee', 'b', 'B'].sort(byCodePoint)).toEqual(['B', 'b', '\uffee', '\u{20000}'])
})

it.each([
  ['policies/x/y.policy.yaml', '../cadre.facts.yaml', 'policies/cadre.facts.yaml'],
  ['y.policy.yaml', './a.facts.yaml', 'a.facts.yaml'],
  ['y.policy.yaml', '../a.facts.yaml', '../a.facts.yaml'],
  ['/p/x/y.policy.yaml', '../a.facts.yaml', '/p/a.facts.yaml'],
])('seen from %s, %s is %s', (from, to, file) => {
  expect(resolveFile(from, to)).toBe(file)
})

it('the engine version is the package’s', () => {
  expect(engineVersion).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
})
