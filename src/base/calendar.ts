import type { Brand } from './brand.js'
import type { Duration } from './duration.js'

/**
 * A calendar date without time or zone, packed as `yyyymmdd`. A date known only to the month has day `00`:
 * `1975-08` is `19750800`. Years 1000 to 9999. 日期
 */
export type PlainDate = Brand<number, 'PlainDate'>

/** Units in which elapsed time can be counted; a week is seven days, a quarter three months. */
export type TimeUnit = 'days' | 'weeks' | 'months' | 'quarters' | 'years'

/** Reads `2026-11-21` or `1975-08`; undefined for anything else, impossible days included. */
export function parseDate(text: string): PlainDate | undefined {
  const match = /^([1-9]\d{3})-(\d{2})(?:-(\d{2}))?$/.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)]
  if (month < 1 || month > 12 || day > daysInMonth(year, month)) return undefined
  if (match[3] !== undefined && day === 0) return undefined
  return pack(year, month, day)
}

/** Prints a date with the precision it has: `2026-11-21`, or `1975-08` for a month. */
export function formatDate(date: PlainDate): string {
  const { year, month, day } = unpack(date)
  const head = `${year}-${two(month)}`
  return day === 0 ? head : `${head}-${two(day)}`
}

/** Packs year, month (1–12) and day (0 for a month without a day); the caller vouches for the range. */
export function pack(year: number, month: number, day: number): PlainDate {
  return (year * 10000 + month * 100 + day) as PlainDate
}

export function unpack(date: PlainDate): { year: number; month: number; day: number } {
  return { year: Math.trunc(date / 10000), month: Math.trunc(date / 100) % 100, day: date % 100 }
}

/** True if the date is known to the month only. */
export function isMonth(date: PlainDate): boolean {
  return date % 100 === 0
}

/** The date itself, or the first day of a month. A month counts as its first day. */
export function firstDay(date: PlainDate): PlainDate {
  return isMonth(date) ? ((date + 1) as PlainDate) : date
}

/** The date itself, or the last day of a month. */
export function lastDay(date: PlainDate): PlainDate {
  const { year, month } = unpack(date)
  return isMonth(date) ? pack(year, month, daysInMonth(year, month)) : date
}

/** Whether a day is that date, or one of that month's. */
export function mayBe(date: PlainDate, day: PlainDate): boolean {
  return firstDay(date) <= day && day <= lastDay(date)
}

/** Every day of a month, first to last; a date with a day is its own only day. */
export function daysOf(date: PlainDate): PlainDate[] {
  if (!isMonth(date)) return [date]
  const { year, month } = unpack(date)
  return Array.from({ length: daysInMonth(year, month) }, (_, index) => pack(year, month, index + 1))
}

/** Adds whole months to a day; past a month's end it takes the month's last day (31 January + 1 month is 28 or 29 February). */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const from = unpack(day)
  const index = from.year * 12 + (from.month - 1) + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return pack(year, month, Math.min(from.day, daysInMonth(year, month)))
}

/** Adds days to a day. */
export function addDays(day: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(day) + days)
}

/** Adds a duration to a day: months first, then days. */
export function addDuration(day: PlainDate, { months, days }: Duration): PlainDate {
  return addDays(addMonths(day, months), days)
}

/** Days from one day to another; the start day is not counted, and an end before the start is negative. */
export function daysBetween(since: PlainDate, until: PlainDate): number {
  return toDayNumber(until) - toDayNumber(since)
}

/** The largest n with `since` + n months ≤ `until`; negative (and truncated toward zero) when `until` comes first. */
export function monthsBetween(since: PlainDate, until: PlainDate): number {
  if (until < since) return -monthsBetween(until, since) || 0
  const [from, to] = [unpack(since), unpack(until)]
  const months = (to.year - from.year) * 12 + (to.month - from.month)
  return addMonths(since, months) <= until ? months : months - 1
}

/** Whole units from one day to another, truncated toward zero. */
export function unitsBetween(since: PlainDate, until: PlainDate, unit: TimeUnit): number {
  switch (unit) {
    case 'days':
      return daysBetween(since, until)
    case 'weeks':
      return Math.trunc(daysBetween(since, until) / 7)
    case 'months':
      return monthsBetween(since, until)
    case 'quarters':
      return Math.trunc(monthsBetween(since, until) / 3)
    case 'years':
      return Math.trunc(monthsBetween(since, until) / 12)
  }
}

/** Whole months and left-over days from one day to another, as people say it: 5 years 2 months 3 days. Not negative. */
export function durationBetween(since: PlainDate, until: PlainDate): Duration {
  const months = monthsBetween(since, until)
  return { months, days: daysBetween(addMonths(since, months), until) }
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

// Day numbers count from 1 March of year 0 in the proleptic Gregorian calendar: with the year starting in March,
// the leap day is the last day of the year and month lengths follow one straight line (153 days in five months).
function toDayNumber(day: PlainDate): number {
  const date = unpack(firstDay(day))
  const month = (date.month + 9) % 12
  const year = date.month <= 2 ? date.year - 1 : date.year
  const beforeMonth = Math.floor((153 * month + 2) / 5)
  return (
    365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + beforeMonth + date.day - 1
  )
}

function fromDayNumber(number: number): PlainDate {
  const era = Math.floor(number / 146097)
  const dayOfEra = number - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return pack(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
}

const two = (value: number): string => String(value).padStart(2, '0')
