import { expect, it } from 'vitest'
import {
  addDays,
  addDuration,
  addMonths,
  daysBetween,
  daysOf,
  firstDay,
  formatDate,
  lastDay,
  mayBe,
  parseDate,
} from '../../src/base/index.js'
import { day } from './days.js'

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
  '1900-02-29',
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
  // start, months, under lastDay, under nextDay
  ['2026-01-31', 1, '2026-02-28', '2026-03-01'],
  ['2026-01-29', 1, '2026-02-28', '2026-03-01'],
  ['2024-01-31', 1, '2024-02-29', '2024-03-01'],
  ['2024-01-29', 1, '2024-02-29', '2024-02-29'],
  ['2026-08-31', 1, '2026-09-30', '2026-10-01'],
  ['2024-02-29', 12, '2025-02-28', '2025-03-01'],
  ['2020-02-29', 48, '2024-02-29', '2024-02-29'],
  ['1896-02-29', 48, '1900-02-28', '1900-03-01'],
  ['1996-02-29', 48, '2000-02-29', '2000-02-29'],
  ['2026-03-31', -1, '2026-02-28', '2026-03-01'],
  ['2026-12-31', -1, '2026-11-30', '2026-12-01'],
  ['2026-12-15', 1, '2027-01-15', '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15', '2025-12-15'],
  ['2026-01-15', 0, '2026-01-15', '2026-01-15'],
  ['1975-08', 6, '1976-02', '1976-02'],
  ['1975-08', -8, '1974-12', '1974-12'],
])('%s and %i months is %s, or %s under nextDay', (start, months, lastDayEnd, nextDayEnd) => {
  expect(formatDate(addMonths(day(start), months))).toBe(lastDayEnd)
  expect(formatDate(addMonths(day(start), months, 'lastDay'))).toBe(lastDayEnd)
  expect(formatDate(addMonths(day(start), months, 'nextDay'))).toBe(nextDayEnd)
})

it('one month at a time is not the same as several at once', () => {
  expect(formatDate(addMonths(addMonths(day('2026-01-31'), 1), 1))).toBe('2026-03-28')
  expect(formatDate(addMonths(day('2026-01-31'), 2))).toBe('2026-03-31')
})

it.each([
  ['2026-01-31', 1, 1, '2026-03-01', '2026-03-02'], // months first: 28 February and a day, or 1 March and a day
  ['2026-03-31', -1, -1, '2026-02-27', '2026-02-28'],
  ['2026-03-01', 1, -1, '2026-03-31', '2026-03-31'],
  ['2026-03-01', 0, -1, '2026-02-28', '2026-02-28'],
  ['2024-12-31', 0, 366, '2026-01-01', '2026-01-01'],
  ['1975-08', 18, 0, '1977-02', '1977-02'],
  ['1975-08', 0, 0, '1975-08', '1975-08'],
  ['1975-08', 0, 30, '1975-08-31', '1975-08-31'],
  ['1975-08', 6, 1, '1976-02-02', '1976-02-02'],
  ['1975-08', -6, -1, '1975-01-31', '1975-01-31'],
])('%s and %i months %i days is %s, or %s under nextDay', (start, months, days, lastDayEnd, nextDayEnd) => {
  expect(formatDate(addDuration(day(start), { months, days }))).toBe(lastDayEnd)
  expect(formatDate(addDuration(day(start), { months, days }, 'nextDay'))).toBe(nextDayEnd)
})

it('a month counts as its first day where days are added or counted', () => {
  expect(formatDate(addDays(day('1975-08'), 0))).toBe('1975-08-01')
  expect(daysBetween(day('1975-08'), day('1975-09'))).toBe(31)
})

it('a month is each of its days', () => {
  expect(daysOf(day('2024-02')).map(formatDate)).toHaveLength(29)
  expect(daysOf(day('2024-02-05')).map(formatDate)).toEqual(['2024-02-05'])
  expect([firstDay(day('2024-02')), lastDay(day('2024-02'))].map(formatDate)).toEqual(['2024-02-01', '2024-02-29'])
  expect([firstDay(day('2024-02-05')), lastDay(day('2024-02-05'))]).toEqual([20240205, 20240205])
  expect(mayBe(day('2024-02'), day('2024-02-29'))).toBe(true)
  expect(mayBe(day('2024-02'), day('2024-03-01'))).toBe(false)
})

it('no date leaves the years 1 to 99999', () => {
  // A record's dates are of the years 1000 to 9999; what is computed from them may reach beyond, to be compared.
  expect(addDays(day('9999-12-31'), 1)).toBe(100000101)
  expect(addMonths(day('1000-01'), -1)).toBe(9991200)
  for (const leave of [
    () => addMonths(day('1000-01-31'), -12_000),
    () => addDays(day('1000-01-01'), -400_000),
    () => addDuration(day('2026-01-01'), { months: 120_000_000, days: 0 }),
    () => addDuration(day('9999-12'), { months: 0, days: 40_000_000 }),
    () => addMonths(day('2026-01-01'), Number.NaN),
    () => addDays(day('2026-01-01'), Number.POSITIVE_INFINITY),
  ]) {
    expect(leave).toThrow(RangeError)
  }
})
