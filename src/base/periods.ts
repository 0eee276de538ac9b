import {
  addDays,
  addMonths,
  daysBetween,
  firstDay,
  fromDayNumber,
  lastDay,
  type MonthEnd,
  numberOfDay,
  type PlainDate,
  pack,
  shiftMonths,
  toDayNumber,
  unpack,
} from './calendar.js'
import { type Duration, negateDuration } from './duration.js'

/** Units in which elapsed time can be counted; a week is seven days, a quarter three months. */
export type TimeUnit = 'days' | 'weeks' | 'months' | 'quarters' | 'years'

/** A number that can be read off a date. */
export type DatePart = 'year' | 'quarter' | 'month' | 'day'

/** A stretch of the calendar with a first and a last day; weeks start on Monday. */
export type CalendarUnit = 'week' | 'month' | 'quarter' | 'year'

/** A day that comes again and again, before and after the anchor; `every` is at least a day, neither part negative. 周期 */
export interface Recurrence {
  readonly every: Duration
  readonly anchor: PlainDate
  readonly onOrAfter: PlainDate
}

/**
 * The largest n with `since` + n months ≤ `until`; if `until` comes first, the negative of the months from `until` to `since`.
 * A month counts as its first day.
 */
export function monthsBetween(since: PlainDate, until: PlainDate, monthEnd: MonthEnd = 'lastDay'): number {
  const [start, end] = [firstDay(since), firstDay(until)]
  if (end < start) return -monthsBetween(end, start, monthEnd) || 0
  const [from, to] = [unpack(start), unpack(end)]
  const months = (to.year - from.year) * 12 + (to.month - from.month)
  return addMonths(start, months, monthEnd) <= end ? months : months - 1
}

/** Whole units from one day to another, truncated toward zero. */
export function unitsBetween(
  since: PlainDate,
  until: PlainDate,
  unit: TimeUnit,
  monthEnd: MonthEnd = 'lastDay',
): number {
  switch (unit) {
    case 'days':
      return daysBetween(since, until)
    case 'weeks':
      return wholeOf(daysBetween(since, until), 7)
    case 'months':
      return monthsBetween(since, until, monthEnd)
    case 'quarters':
      return wholeOf(monthsBetween(since, until, monthEnd), 3)
    case 'years':
      return wholeOf(monthsBetween(since, until, monthEnd), 12)
  }
}

/**
 * Whole months and left-over days from one day to another, as people say it: 5 years 2 months 3 days.
 * If `until` comes first, the negative of the duration from `until` to `since`.
 */
export function durationBetween(since: PlainDate, until: PlainDate, monthEnd: MonthEnd = 'lastDay'): Duration {
  const [start, end] = [firstDay(since), firstDay(until)]
  if (end < start) return negateDuration(durationBetween(end, start, monthEnd))
  const months = monthsBetween(start, end, monthEnd)
  return { months, days: daysBetween(addMonths(start, months, monthEnd), end) }
}

/** The year, the quarter (1–4), the month (1–12) or the day of the month; a month counts as its first day. */
export function partOf(date: PlainDate, part: DatePart): number {
  const { year, month, day } = unpack(firstDay(date))
  switch (part) {
    case 'year':
      return year
    case 'quarter':
      return Math.ceil(month / 3)
    case 'month':
      return month
    case 'day':
      return day
  }
}

/** The first day of the week (Monday), month, quarter or year that the date is in; a month counts as its first day. */
export function startOf(date: PlainDate, unit: CalendarUnit): PlainDate {
  const { year, month } = unpack(date)
  switch (unit) {
    case 'week':
      // Day number 0, 1 March of year 0, is a Wednesday.
      return addDays(date, -((toDayNumber(date) + 2) % 7))
    case 'month':
      return pack(year, month, 1)
    case 'quarter':
      return pack(year, month - ((month - 1) % 3), 1)
    case 'year':
      return pack(year, 1, 1)
  }
}

/** The last day of the week (Sunday), month, quarter or year that the date is in; a month counts as its first day. */
export function endOf(date: PlainDate, unit: CalendarUnit): PlainDate {
  const { year, month } = unpack(date)
  switch (unit) {
    case 'week':
      return addDays(startOf(date, 'week'), 6)
    case 'month':
      return lastDay(pack(year, month, 0))
    case 'quarter':
      return lastDay(pack(year, month - ((month - 1) % 3) + 2, 0))
    case 'year':
      return pack(year, 12, 31)
  }
}

/**
 * The first day on or after `onOrAfter` that is `anchor` + k × `every` for a whole k, also a negative one: k times the months
 * first, then k times the days, always from the anchor, so that the 31st of every month stays one. Months count as their
 * first day. Throws a RangeError if `every` is no time or has a negative part, or the day is outside of the years 1000 to 9999.
 */
export function nextOccurrence({ every, anchor, onOrAfter }: Recurrence, monthEnd: MonthEnd = 'lastDay'): PlainDate {
  const { months, days } = every
  if (!(months >= 0 && days >= 0 && months + days > 0)) throw new RangeError('days recur after at least a day')
  const start = unpack(firstDay(anchor))
  // Day numbers instead of dates, since the occurrences tried first may lie outside of the years a date can have.
  const occurrence = (k: number): number => numberOfDay(shiftMonths(start, k * months, monthEnd)) + k * days
  const least = toDayNumber(onOrAfter)
  // No calendar month is further than some days from its mean length, so two steps back is before the day looked for.
  let k = Math.floor((least - toDayNumber(anchor)) / (months * 30.436875 + days)) - 2
  while (occurrence(k) < least) k += 1
  return fromDayNumber(occurrence(k))
}

/** How many whole groups of that size, truncated toward zero and never -0. */
const wholeOf = (count: number, size: number): number => Math.trunc(count / size) || 0
