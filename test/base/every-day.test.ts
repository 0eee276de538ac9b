import { expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  endOf,
  formatDate,
  monthsBetween,
  type PlainDate,
  parseDate,
  startOf,
} from '../../src/base/index.js'

// Every day of 1900 to 2100 against a calendar written out leaf by leaf: months are found by counting leaves and days by
// counting lines, with no arithmetic on dates. Years before and after are there for the days that months lead to.
interface Month {
  readonly year: number
  readonly month: number
  readonly days: readonly PlainDate[]
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const leaves: Month[] = []
for (let year = 1898; year <= 2106; year += 1) {
  // The years 1900 and 2100 are no leap years, 2000 is one.
  const isLeap = year % 4 === 0 && year !== 1900 && year !== 2100
  lengths.forEach((length, index) => {
    const days = Array.from({ length: index === 1 && isLeap ? 29 : length }, (_, line) => {
      const text = `${year}${String(index + 1).padStart(2, '0')}${String(line + 1).padStart(2, '0')}`
      return Number(text) as PlainDate
    })
    leaves.push({ year, month: index + 1, days })
  })
}
const lines = leaves.flatMap(({ days }, leaf) => days.map((date, line) => ({ date, leaf, line })))
const lineOf = new Map<PlainDate | undefined, number>(lines.map(({ date }, index) => [date, index]))
const isInside = ({ date }: { date: PlainDate }): boolean => date >= 19000101 && date <= 21001231
const first = lines.findIndex(isInside)
const inside = lines.filter(isInside)

const leafAt = (index: number): readonly PlainDate[] => leaves[index]?.days ?? []

/** Fails with the first day that is wrong instead of asserting 73,414 times. */
const everyDay = (wrong: (date: PlainDate, leaf: number, line: number, index: number) => unknown): void => {
  const found = inside.find(({ date, leaf, line }, index) => wrong(date, leaf, line, first + index))
  expect(found?.date).toBeUndefined()
}

it('201 years with 49 leap days have 73,414 days', () => {
  expect(inside).toHaveLength(201 * 365 + 49)
})

it('the order of packed dates, and of their texts, is the order of the days', () => {
  everyDay((date, _leaf, _line, index) => date <= (lines[index - 1]?.date ?? 0))
  everyDay((date, _leaf, _line, index) => formatDate(date) <= formatDate(lines[index - 1]?.date ?? date))
  everyDay((date) => parseDate(formatDate(date)) !== date)
})

it('days are added and counted line by line', () => {
  const start = inside[0]?.date as PlainDate
  everyDay((date, _leaf, _line, index) => addDays(date, 1) !== lines[index + 1]?.date)
  everyDay((date, _leaf, _line, index) => addDays(date, -1) !== lines[index - 1]?.date)
  everyDay((date, _leaf, _line, index) => addDays(date, 365) !== lines[index + 365]?.date)
  everyDay((date, _leaf, _line, index) => daysBetween(start, date) !== index - first)
})

// A year is twelve months, as parseDuration reads it.
it.each([1, 6, 12, 48, -1, -12])('%i months are added leaf by leaf', (months) => {
  everyDay((date, leaf, line) => {
    const there = leafAt(leaf + months)
    return addMonths(date, months) !== (there[line] ?? there.at(-1))
  })
  everyDay((date, leaf, line) => {
    const there = leafAt(leaf + months)
    return addMonths(date, months, 'nextDay') !== (there[line] ?? leafAt(leaf + months + 1)[0])
  })
})

it.each([1, 6, 12, 48])('%i months are counted on the day they are reached and not the day before', (months) => {
  for (const monthEnd of ['lastDay', 'nextDay'] as const) {
    everyDay((date, leaf, line) => {
      const there = leafAt(leaf + months)
      const reached = there[line] ?? (monthEnd === 'lastDay' ? there.at(-1) : leafAt(leaf + months + 1)[0])
      const before = lines[(lineOf.get(reached) ?? 0) - 1]?.date as PlainDate
      return (
        monthsBetween(date, reached as PlainDate, monthEnd) !== months ||
        monthsBetween(date, before, monthEnd) !== months - 1
      )
    })
  }
})

it('weeks run from Monday to Sunday, months and quarters and years from leaf to leaf', () => {
  // 1 January 1900 was a Monday.
  everyDay((date, _leaf, _line, index) => startOf(date, 'week') !== lines[index - ((index - first) % 7)]?.date)
  everyDay((date, _leaf, _line, index) => endOf(date, 'week') !== lines[index - ((index - first) % 7) + 6]?.date)
  everyDay((date, leaf) => startOf(date, 'month') !== leafAt(leaf)[0] || endOf(date, 'month') !== leafAt(leaf).at(-1))
  // The leaves begin with a January, so every third begins a quarter and every twelfth a year.
  for (const [unit, size] of [
    ['quarter', 3],
    ['year', 12],
  ] as const) {
    everyDay((date, leaf) => startOf(date, unit) !== leafAt(leaf - (leaf % size))[0])
    everyDay((date, leaf) => endOf(date, unit) !== leafAt(leaf - (leaf % size) + size - 1).at(-1))
  }
})
