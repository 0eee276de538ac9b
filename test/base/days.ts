import fc from 'fast-check'
import { addDays, type PlainDate, parseDate } from '../../src/base/index.js'

/** The date that a text of a test names. */
export const day = (text: string): PlainDate => {
  const date = parseDate(text)
  if (date === undefined) throw new Error(text)
  return date
}

/** Days of the years 1900 to 2100; the ends of months more often than chance would have them. */
export const anyDay = fc.oneof(
  fc.integer({ min: 0, max: 73413 }).map((count) => addDays(day('1900-01-01'), count)),
  fc
    .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: -4, max: 1 }))
    .map(([year, month, count]) => addDays(day(`${year}-${String(month).padStart(2, '0')}-01`), count))
    .filter((date) => date > 19000000),
)

// date-fns works on local instants; noon of the local day keeps it on the day that is meant.
export const toLocal = (date: PlainDate): Date =>
  new Date(Math.trunc(date / 10000), (Math.trunc(date / 100) % 100) - 1, date % 100, 12)
export const fromLocal = (date: Date): number =>
  date.getFullYear() * 10000 + (date.getMonth() + 1) * 100 + date.getDate()
