import { addDays as addDaysOf, addMonths as addMonthsOf, differenceInCalendarDays, differenceInMonths } from 'date-fns'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  daysOf,
  durationBetween,
  formatDate,
  monthsBetween,
  type PlainDate,
  parseDate,
  unitsBetween,
} from '../../src/base/index.js'

const day = (text: string): PlainDate => {
  const date = parseDate(text)
  if (date === undefined) throw new Error(text)
  return date
}

it.each([
  ['2026-11-21', 20261121],
  ['1975-08', 19750800],
  ['2024-02-29', 20240229],
])('%s is a date', (text, packed) => {
  expect(parseDate(text)).toBe(packed)
  expect(formatDate(day(text))).toBe(text)
})

it.each([
  '2023-02-29',
  '2024-02-30',
  '2024-13',
  '2024-00',
  '2024-01-00',
  '0024-01-05',
  '24-01-05',
  '2024-1-5',
  '2024/01/05',
  '20240105',
  '２０２４-01-05',
  '2024-01-05T00:00',
  ' 2024-01-05',
  '2024-01-05\n',
  '',
])('%j is no date', (text) => {
  expect(parseDate(text)).toBeUndefined()
})

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2020-02-29', 48, '2024-02-29'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
])('%s and %i months is %s', (start, months, end) => {
  expect(formatDate(addMonths(day(start), months))).toBe(end)
})

it('one month at a time is not the same as several at once', () => {
  expect(formatDate(addMonths(addMonths(day('2026-01-31'), 1), 1))).toBe('2026-03-28')
  expect(formatDate(addMonths(day('2026-01-31'), 2))).toBe('2026-03-31')
})

it.each([
  ['2000-02-29', '2018-02-28', 'years', 18], // 29 February + 18 years is 28 February 2018: the anniversary is reached
  ['2021-11-21', '2026-11-20', 'years', 4],
  ['2021-11-21', '2026-11-21', 'years', 5],
  ['2026-01-01', '2026-01-08', 'weeks', 1],
  ['2026-01-31', '2026-02-28', 'months', 1],
  ['2026-01-01', '2026-06-30', 'quarters', 1],
  ['2026-03-01', '2026-02-01', 'months', -1],
] as const)('from %s to %s are %s: %i', (since, until, unit, count) => {
  expect(unitsBetween(day(since), day(until), unit)).toBe(count)
})

it('a duration is whole months and the days left over', () => {
  expect(durationBetween(day('2021-09-30'), day('2026-11-21'))).toEqual({ months: 61, days: 22 })
})

it('a month is each of its days', () => {
  expect(daysOf(day('2024-02')).map(formatDate)).toHaveLength(29)
  expect(daysOf(day('2024-02-05')).map(formatDate)).toEqual(['2024-02-05'])
})

// date-fns works on local instants; noon of the local day keeps it on the day that is meant.
const asLocal = (date: PlainDate): Date =>
  new Date(Math.trunc(date / 10000), (Math.trunc(date / 100) % 100) - 1, date % 100, 12)
const fromLocal = (date: Date): number => date.getFullYear() * 10000 + (date.getMonth() + 1) * 100 + date.getDate()
const days = fc
  .record({ year: fc.integer({ min: 1900, max: 2100 }), offset: fc.integer({ min: 0, max: 365 }) })
  .map(({ year, offset }) => addDays(day(`${year}-01-01`), offset))

it('adding months and days and counting days agree with date-fns', () => {
  fc.assert(
    fc.property(days, days, fc.integer({ min: -600, max: 600 }), (a, b, n) => {
      expect(addMonths(a, n)).toBe(fromLocal(addMonthsOf(asLocal(a), n)))
      expect(addDays(a, n)).toBe(fromLocal(addDaysOf(asLocal(a), n)))
      expect(daysBetween(a, b)).toBe(differenceInCalendarDays(asLocal(b), asLocal(a)))
    }),
    { numRuns: 2000 },
  )
})

it('counting months agrees with date-fns but where it disagrees with its own addition', () => {
  fc.assert(
    fc.property(days, days, (a, b) => {
      const [since, until] = a <= b ? [a, b] : [b, a]
      const months = monthsBetween(since, until)
      expect(addMonths(since, months) <= until && until < addMonths(since, months + 1)).toBe(true)
      const theirs = differenceInMonths(asLocal(until), asLocal(since))
      // From the end of a longer month: 31 January to 28 February is one month to us, since 31 January + 1 month ≤ 28 February.
      if (since % 100 <= 28) expect(months).toBe(theirs)
    }),
    { numRuns: 2000 },
  )
})
