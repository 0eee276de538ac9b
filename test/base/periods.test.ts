import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  addDuration,
  addMonths,
  durationBetween,
  endOf,
  formatDate,
  monthsBetween,
  negateDuration,
  nextOccurrence,
  partOf,
  startOf,
  unitsBetween,
} from '../../src/base/index.js'
import { anyDay, day } from './days.js'

it.each([
  // since, until, unit, under lastDay, under nextDay
  ['2000-02-29', '2018-02-28', 'years', 18, 17], // 29 February + 18 years is 28 February 2018, or 1 March
  ['2000-02-29', '2018-03-01', 'years', 18, 18],
  ['2021-11-21', '2026-11-20', 'years', 4, 4],
  ['2021-11-21', '2026-11-21', 'years', 5, 5],
  ['2026-11-21', '2021-11-22', 'years', -4, -4],
  ['2026-01-01', '2026-01-08', 'weeks', 1, 1],
  ['2026-01-08', '2026-01-02', 'weeks', 0, 0],
  ['2026-01-31', '2026-02-27', 'months', 0, 0],
  ['2026-01-31', '2026-02-28', 'months', 1, 0],
  ['2026-01-31', '2026-03-01', 'months', 1, 1],
  ['2024-01-30', '2024-02-28', 'months', 0, 0],
  ['2026-01-01', '2026-06-30', 'quarters', 1, 1],
  ['2026-06-30', '2026-05-01', 'quarters', 0, 0],
  ['2026-03-01', '2026-02-01', 'months', -1, -1],
  ['2026-02-28', '2026-01-31', 'months', -1, 0],
  ['2026-03-01', '2026-02-28', 'days', -1, -1],
  ['1975-08', '1976-08-01', 'years', 1, 1],
  ['1975-08-01', '1976-08', 'years', 1, 1],
  ['1975-08', '1975-08-01', 'months', 0, 0],
] as const)('from %s to %s are, in %s, %i, or %i under nextDay', (since, until, unit, lastDayCount, nextDayCount) => {
  expect(unitsBetween(day(since), day(until), unit)).toBe(lastDayCount)
  expect(unitsBetween(day(since), day(until), unit, 'nextDay')).toBe(nextDayCount)
})

it.each([
  ['2021-09-30', '2026-11-21', 61, 22],
  ['2026-01-31', '2026-03-01', 1, 1],
  ['2026-03-01', '2026-01-31', -1, -1],
  ['2026-02-28', '2026-01-31', -1, 0],
  ['2026-02-28', '2026-02-28', 0, 0],
  ['1975-08', '1975-09-02', 1, 1],
])('from %s to %s is %i months and %i days', (since, until, months, days) => {
  expect(durationBetween(day(since), day(until))).toEqual({ months, days })
})

it('under nextDay the days are counted from the next day', () => {
  expect(durationBetween(day('2026-01-31'), day('2026-03-01'), 'nextDay')).toEqual({ months: 1, days: 0 })
  expect(durationBetween(day('2026-01-31'), day('2026-02-28'), 'nextDay')).toEqual({ months: 0, days: 28 })
})

const monthEnds = fc.constantFrom('lastDay' as const, 'nextDay' as const)

it('whole months are the most that can be added, and back is the negative', () => {
  fc.assert(
    fc.property(anyDay, anyDay, monthEnds, (a, b, monthEnd) => {
      const [since, until] = a <= b ? [a, b] : [b, a]
      const months = monthsBetween(since, until, monthEnd)
      expect(addMonths(since, months, monthEnd) <= until).toBe(true)
      expect(addMonths(since, months + 1, monthEnd) > until).toBe(true)
      // `|| 0`: a plain negation would be -0, which `toBe` tells from 0.
      expect(monthsBetween(until, since, monthEnd)).toBe(-months || 0)
      const length = durationBetween(since, until, monthEnd)
      expect(length.months).toBe(months)
      expect(length.days >= 0 && length.days <= 30).toBe(true)
      expect(addDuration(since, length, monthEnd)).toBe(until)
      expect(durationBetween(until, since, monthEnd)).toEqual(negateDuration(length))
    }),
    { numRuns: 3000 },
  )
})

it.each([
  ['2026-11-21', 2026, 4, 11, 21],
  ['2026-09-30', 2026, 3, 9, 30],
  ['2024-01-01', 2024, 1, 1, 1],
  ['1975-06', 1975, 2, 6, 1],
])('%s is of the year %i, quarter %i, month %i, day %i', (text, year, quarter, month, dayOfMonth) => {
  const date = day(text)
  expect([partOf(date, 'year'), partOf(date, 'quarter'), partOf(date, 'month'), partOf(date, 'day')]).toEqual([
    year,
    quarter,
    month,
    dayOfMonth,
  ])
})

it.each([
  // A calendar says: 21 November 2026 is a Saturday, 29 February 2024 a Thursday, 1 January 2000 a Saturday.
  ['2026-11-21', 'week', '2026-11-16', '2026-11-22'],
  ['2026-11-16', 'week', '2026-11-16', '2026-11-22'],
  ['2026-11-22', 'week', '2026-11-16', '2026-11-22'],
  ['2000-01-01', 'week', '1999-12-27', '2000-01-02'],
  ['2024-02-29', 'week', '2024-02-26', '2024-03-03'],
  ['2024-02-29', 'month', '2024-02-01', '2024-02-29'],
  ['2100-02-10', 'month', '2100-02-01', '2100-02-28'],
  ['2026-11-21', 'quarter', '2026-10-01', '2026-12-31'],
  ['2026-06-30', 'quarter', '2026-04-01', '2026-06-30'],
  ['2026-01-01', 'quarter', '2026-01-01', '2026-03-31'],
  ['2026-11-21', 'year', '2026-01-01', '2026-12-31'],
  ['1975-08', 'week', '1975-07-28', '1975-08-03'], // 1 August 1975 is a Friday
  ['1975-08', 'month', '1975-08-01', '1975-08-31'],
  ['1975-08', 'quarter', '1975-07-01', '1975-09-30'],
  ['1975-08', 'year', '1975-01-01', '1975-12-31'],
] as const)('%s is in the %s from %s to %s', (text, unit, first, last) => {
  expect(formatDate(startOf(day(text), unit))).toBe(first)
  expect(formatDate(endOf(day(text), unit))).toBe(last)
})

it('a week at the edge of the years that a record can have reaches out of them', () => {
  expect(startOf(day('1000-01-01'), 'week')).toBe(9991230) // 1000-01-01 is a Wednesday
  expect(endOf(day('9999-12-31'), 'week')).toBe(100000102) // 9999-12-31 is a Friday
})

const occurrence = (months: number, days: number, anchor: string, onOrAfter: string) => ({
  every: { months, days },
  anchor: day(anchor),
  onOrAfter: day(onOrAfter),
})

it.each([
  // months, days, anchor, on or after, the day
  [0, 14, '2026-01-02', '2026-11-21', '2026-12-04'],
  [0, 14, '2026-01-02', '2026-01-02', '2026-01-02'],
  [0, 14, '2026-01-02', '2026-01-03', '2026-01-16'],
  [0, 14, '2026-01-02', '2025-12-19', '2025-12-19'],
  [0, 14, '2026-01-02', '2025-12-18', '2025-12-19'],
  [0, 1, '2026-01-02', '1900-02-28', '1900-02-28'],
  [1, 0, '2026-01-31', '2026-02-01', '2026-02-28'],
  [1, 0, '2026-01-31', '2026-03-01', '2026-03-31'], // no drift from the 28th
  [1, 0, '2026-01-31', '2025-11-30', '2025-11-30'],
  [1, 0, '2026-01-31', '2025-12-01', '2025-12-31'],
  [12, 0, '2024-02-29', '2027-03-01', '2028-02-29'],
  [12, 0, '2024-02-29', '2027-02-28', '2027-02-28'],
  [3, 0, '2026-01-15', '2020-04-16', '2020-07-15'],
  [1, 1, '2026-01-31', '2026-03-02', '2026-04-02'], // 28 February + 1, then 31 March + 2
  [6, 0, '1975-08', '1975-08-02', '1976-02-01'],
  [6, 0, '1975-08', '1975-08', '1975-08-01'],
  [7200, 0, '2026-11-21', '2026-11-21', '2026-11-21'],
  [0, 400_000, '2026-11-21', '2026-11-20', '2026-11-21'],
])('every %i months %i days from %s on, first on or after %s: %s', (months, days, anchor, onOrAfter, found) => {
  expect(formatDate(nextOccurrence(occurrence(months, days, anchor, onOrAfter)))).toBe(found)
})

it('under nextDay the 31st of a short month is the first of the next', () => {
  const monthly = (onOrAfter: string) => occurrence(1, 0, '2026-01-31', onOrAfter)
  expect(formatDate(nextOccurrence(monthly('2026-02-01'), 'nextDay'))).toBe('2026-03-01')
  expect(formatDate(nextOccurrence(monthly('2026-03-02'), 'nextDay'))).toBe('2026-03-31')
})

it('what recurs is the first of its days that is not too early', () => {
  const every = fc
    .record({ months: fc.constantFrom(0, 0, 1, 2, 3, 6, 12, 48), days: fc.constantFrom(0, 0, 1, 7, 14, 30, 365) })
    .filter(({ months, days }) => months + days > 0)
  fc.assert(
    fc.property(every, anyDay, anyDay, monthEnds, ({ months, days }, anchor, onOrAfter, monthEnd) => {
      const found = nextOccurrence({ every: { months, days }, anchor, onOrAfter }, monthEnd)
      const at = (k: number) => addDuration(anchor, { months: k * months, days: k * days }, monthEnd)
      // Step by step from the anchor, the way one would with a paper calendar.
      let k = 0
      if (at(k) < onOrAfter) while (at(k) < onOrAfter) k += 1
      else while (at(k - 1) >= onOrAfter) k -= 1
      expect(found).toBe(at(k))
    }),
    { numRuns: 300 },
  )
})

it('what recurs has a positive length', () => {
  for (const [months, days] of [
    [0, 0],
    [-1, 0],
    [1, -1],
    [-1, 40],
    [Number.NaN, 1],
  ] as const) {
    expect(() => nextOccurrence(occurrence(months, days, '2026-01-31', '2026-01-31'))).toThrow(RangeError)
  }
  expect(nextOccurrence(occurrence(12, 0, '2026-01-31', '9999-02-01'))).toBe(100000131)
})
