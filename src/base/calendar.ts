import type { Brand } from './brand.js'
import type { Duration } from './duration.js'

/**
 * A calendar date without time or zone, packed as `yyyymmdd`. A date known only to the month has day `00`:
 * `1975-08` is `19750800`. Years 1000 to 9999. 日期
 */
export type PlainDate = Brand<number, 'PlainDate'>

/** What adding months past a month's end takes: that month's last day (the default), or the first day of the next month. */
export type MonthEnd = 'lastDay' | 'nextDay'

/** Year, month (1–12) and day (0 for a month without a day). */
export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

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

export function unpack(date: PlainDate): DateParts {
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

/**
 * The date that many months (also negative) later, with the precision it had: 31 January + 1 month is 28 or 29 February,
 * or 1 March under `nextDay`; 1975-08 + 6 months is 1976-02. Throws a RangeError outside of the years 1 to 99999.
 */
export function addMonths(date: PlainDate, months: number, monthEnd: MonthEnd = 'lastDay'): PlainDate {
  return inRange(shiftMonths(unpack(date), months, monthEnd))
}

/** The day that many days (also negative) later, counted from a month's first day; throws a RangeError outside of the years 1 to 99999. */
export function addDays(day: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(day) + days)
}

/**
 * Adds a duration (also negative), months first, then days. A month stays a month until days are added to it.
 * Throws a RangeError if the months or the days lead outside of the years 1 to 99999.
 */
export function addDuration(date: PlainDate, { months, days }: Duration, monthEnd: MonthEnd = 'lastDay'): PlainDate {
  const moved = addMonths(date, months, monthEnd)
  return days === 0 ? moved : addDays(moved, days)
}

/** Days from one day to another; the start day is not counted, and an end before the start is negative. */
export function daysBetween(since: PlainDate, until: PlainDate): number {
  return toDayNumber(until) - toDayNumber(since)
}

/** Year, month and day that many months later, of whatever year. */
export function shiftMonths({ year, month, day }: DateParts, months: number, monthEnd: MonthEnd): DateParts {
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  const toMonth = index - toYear * 12 + 1
  const length = daysInMonth(toYear, toMonth)
  if (day <= length) return { year: toYear, month: toMonth, day }
  if (monthEnd === 'lastDay') return { year: toYear, month: toMonth, day: length }
  // December has 31 days, so the month after one that is too short is of the same year.
  return { year: toYear, month: toMonth + 1, day: 1 }
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

// Day numbers count from 1 March of year 0 in the proleptic Gregorian calendar: with the year starting in March,
// the leap day is the last day of the year and month lengths follow one straight line (153 days in five months).

/** The number of a date's (first) day: consecutive days have consecutive numbers. */
export function toDayNumber(date: PlainDate): number {
  return numberOfDay(unpack(firstDay(date)))
}

/** The number of a day of whatever year. */
export function numberOfDay(date: DateParts): number {
  const month = (date.month + 9) % 12
  const year = date.month <= 2 ? date.year - 1 : date.year
  const beforeMonth = Math.floor((153 * month + 2) / 5)
  return (
    365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + beforeMonth + date.day - 1
  )
}

/** The day with that number; throws a RangeError outside of the years 1 to 99999. */
export function fromDayNumber(number: number): PlainDate {
  const era = Math.floor(number / 146097)
  const dayOfEra = number - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return inRange({ year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day })
}

function inRange({ year, month, day }: DateParts): PlainDate {
  // Written so that a year that is not a number is refused too.
  if (!(year >= 1 && year <= 99_999)) throw new RangeError('a date must be in the years 1 to 99999')
  return pack(year, month, day)
}

const two = (value: number): string => String(value).padStart(2, '0')
