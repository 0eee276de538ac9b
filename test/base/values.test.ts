import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  allOf,
  anyOf,
  atLeastOf,
  byCodePoint,
  compareDurations,
  digestOf,
  engineVersion,
  formatDurationIso,
  negate,
  negateDuration,
  normaliseDuration,
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

it.each([
  [62, 3, 'P5Y2M3D'],
  [0, 0, 'P0D'],
  [-0, -0, 'P0D'],
  [-2, 0, '-P2M'],
  [0, -90, '-P90D'],
  [-62, -3, '-P5Y2M3D'],
  [1, -3, 'P1M-3D'],
  [-1, 3, 'P-1M3D'],
  [-14, 3, 'P-1Y-2M3D'],
])('%i months and %i days print as %s', (months, days, text) => {
  expect(formatDurationIso({ months, days })).toBe(text)
})

it.each([
  // months, days, days a month, months, days
  [1, 30, 30, 2, 0],
  [0, 65, 30, 2, 5],
  [0, 65, 31, 2, 3],
  [1, -3, 30, 0, 27],
  [-1, 3, 30, 0, -27],
  [-1, -33, 30, -2, -3],
  [2, -60, 30, 0, 0],
  [-1, 45, 30, 0, 15],
  [5, 29, 30, 5, 29],
])('%i months and %i days, at %i days a month, are %i months and %i days', (months, days, perMonth, carried, left) => {
  expect(normaliseDuration({ months, days }, perMonth)).toEqual({ months: carried, days: left })
  expect(compareDurations({ months, days }, { months: carried, days: left }, perMonth)).toBe(0)
})

it('a month is thirty days unless said otherwise', () => {
  expect(normaliseDuration({ months: 0, days: 31 })).toEqual({ months: 1, days: 1 })
  expect(compareDurations({ months: 1, days: 0 }, { months: 0, days: 30 })).toBe(0)
  expect(compareDurations({ months: 1, days: 0 }, { months: 0, days: 30 }, 31)).toBeGreaterThan(0)
  expect(compareDurations({ months: 0, days: 59 }, { months: 2, days: 0 })).toBeLessThan(0)
  expect(compareDurations({ months: -1, days: 0 }, { months: 0, days: 0 })).toBeLessThan(0)
})

it('a duration the other way has both parts negative', () => {
  expect(negateDuration({ months: 2, days: -3 })).toEqual({ months: -2, days: 3 })
  expect(negateDuration({ months: 0, days: 0 })).toEqual({ months: 0, days: 0 })
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
