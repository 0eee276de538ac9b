import * as dateFns from 'date-fns'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  addDays,
  addDuration,
  addMonths,
  daysBetween,
  endOf,
  monthsBetween,
  type PlainDate,
  partOf,
  startOf,
  unitsBetween,
} from '../../src/base/index.js'
import { anyDay, day, fromLocal, toLocal } from './days.js'

// Where date-fns 4.4.0 and we disagree, all of it; each is asserted below, and the properties hold everywhere else.
//
// 1. differenceInMonths takes 28 February for the month's end in leap years too: 31 January to 28 February 2024 is one month
//    to it, none to us, for 31 January + 1 month is 29 February.
// 2. differenceInMonths grants the last day of a 30-day month only if it is one month away: 31 January to 30 April is two
//    months to it, three to us, for 31 January + 3 months is 30 April. (31 March to 30 April is one month to both.)
// 3. differenceInMonths counts otherwise when the end comes first: 28 March back to 28 February is no month to it. To us it is
//    the negative of the way there. differenceInQuarters follows it in 1, 2 and 3.
// 4. differenceInYears does not reach 29 February's anniversary in common years on 28 February: 29 February 2000 to
//    28 February 2018 is 17 years to it, although its own addYears says otherwise, and 18 to us. (Under `nextDay` it is 17.)
// 5. startOfWeek begins weeks on Sunday unless told otherwise; ours begin on Monday, as its startOfISOWeek.
// 6. Nothing in date-fns adds months as `nextDay` does, and nothing knows a month without a day.

const local = (text: string): Date => toLocal(day(text))

it('adding and counting days and months agrees with date-fns', () => {
  fc.assert(
    fc.property(
      anyDay,
      anyDay,
      fc.integer({ min: -600, max: 600 }),
      fc.integer({ min: -800, max: 800 }),
      (a, b, n, m) => {
        expect(addMonths(a, n)).toBe(fromLocal(dateFns.addMonths(toLocal(a), n)))
        expect(addMonths(a, n * 12)).toBe(fromLocal(dateFns.addYears(toLocal(a), n)))
        expect(addDays(a, m)).toBe(fromLocal(dateFns.addDays(toLocal(a), m)))
        expect(addDuration(a, { months: n, days: m })).toBe(fromLocal(dateFns.add(toLocal(a), { months: n, days: m })))
        expect(daysBetween(a, b)).toBe(dateFns.differenceInCalendarDays(toLocal(b), toLocal(a)))
        expect(unitsBetween(a, b, 'weeks')).toBe(dateFns.differenceInWeeks(toLocal(b), toLocal(a)))
      },
    ),
    { numRuns: 2000 },
  )
})

it('the parts of a date, and where they start and end, agree with date-fns', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const theirs = toLocal(date)
      expect(startOf(date, 'week')).toBe(fromLocal(dateFns.startOfISOWeek(theirs)))
      expect(startOf(date, 'week')).toBe(fromLocal(dateFns.startOfWeek(theirs, { weekStartsOn: 1 })))
      expect(endOf(date, 'week')).toBe(fromLocal(dateFns.endOfISOWeek(theirs)))
      expect(startOf(date, 'month')).toBe(fromLocal(dateFns.startOfMonth(theirs)))
      expect(endOf(date, 'month')).toBe(fromLocal(dateFns.endOfMonth(theirs)))
      expect(startOf(date, 'quarter')).toBe(fromLocal(dateFns.startOfQuarter(theirs)))
      expect(endOf(date, 'quarter')).toBe(fromLocal(dateFns.endOfQuarter(theirs)))
      expect(startOf(date, 'year')).toBe(fromLocal(dateFns.startOfYear(theirs)))
      expect(endOf(date, 'year')).toBe(fromLocal(dateFns.endOfYear(theirs)))
      expect(partOf(date, 'quarter')).toBe(dateFns.getQuarter(theirs))
    }),
    { numRuns: 2000 },
  )
})

const isLastOfMonth = (date: PlainDate): boolean => dateFns.isLastDayOfMonth(toLocal(date))
const isLeapYear = (date: PlainDate): boolean => dateFns.isLeapYear(toLocal(date))

/** What date-fns counts more (1) or less (-1) than we do, from the earlier to the later day: disagreements 1 and 2. */
const surplusOfMonths = (since: PlainDate, until: PlainDate): number => {
  const apart = dateFns.differenceInCalendarMonths(toLocal(until), toLocal(since))
  if (since % 100 > 28 && until % 10000 === 228 && isLeapYear(until) && apart >= 1) return 1
  if (since % 100 === 31 && until % 100 === 30 && isLastOfMonth(until) && apart > 1) return -1
  return 0
}

it('counting months agrees with date-fns but for disagreements 1 and 2', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      const [since, until] = a <= b ? [a, b] : [b, a]
      const theirs = dateFns.differenceInMonths(toLocal(until), toLocal(since))
      const months = theirs - surplusOfMonths(since, until)
      expect(monthsBetween(since, until)).toBe(months)
      expect(unitsBetween(since, until, 'quarters')).toBe(Math.trunc(months / 3))
    }),
    { numRuns: 10_000 },
  )
})

it('counting years agrees with date-fns, forward and back, but for disagreement 4', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      const theirs = dateFns.differenceInYears(toLocal(b), toLocal(a))
      const [since, until] = a <= b ? [a, b] : [b, a]
      const isAnniversary = since % 10000 === 229 && until % 10000 === 228 && !isLeapYear(until)
      const ours = unitsBetween(a, b, 'years')
      expect(ours).toBe(isAnniversary ? theirs + (a <= b ? 1 : -1) : theirs)
    }),
    { numRuns: 10_000 },
  )
})

it.each([
  // disagreement, since, until, months to us, months to date-fns
  [1, '2024-01-31', '2024-02-28', 0, 1],
  [1, '2024-01-29', '2024-02-28', 0, 1],
  [1, '2023-03-30', '2024-02-28', 10, 11],
  [2, '2026-01-31', '2026-04-30', 3, 2],
  [2, '2023-01-31', '2025-11-30', 34, 33],
  [3, '2026-03-28', '2026-02-28', -1, 0],
  [3, '2026-04-30', '2026-03-31', -1, 0],
  // The same special cases of date-fns where they come to the same as ours.
  [0, '2026-03-31', '2026-04-30', 1, 1],
  [0, '2026-01-31', '2026-02-28', 1, 1],
  [0, '2025-01-31', '2026-02-28', 13, 13],
  [0, '2024-01-31', '2024-02-29', 1, 1],
])('disagreement %i: from %s to %s are %i months, to date-fns %i', (_, since, until, ours, theirs) => {
  expect(monthsBetween(day(since), day(until))).toBe(ours)
  expect(dateFns.differenceInMonths(local(until), local(since))).toBe(theirs)
})

it('disagreement 3: to date-fns the way back is not the negative of the way there', () => {
  expect(dateFns.differenceInMonths(local('2026-03-28'), local('2026-02-28'))).toBe(1)
  expect(dateFns.differenceInMonths(local('2026-02-28'), local('2026-03-28'))).toBe(0)
  expect(dateFns.differenceInQuarters(local('2026-02-28'), local('2026-05-28'))).toBe(0)
  expect(unitsBetween(day('2026-05-28'), day('2026-02-28'), 'quarters')).toBe(-1)
})

it('disagreement 4: born on 29 February 2000, 18 years old on 28 February 2018', () => {
  expect(dateFns.differenceInYears(local('2018-02-28'), local('2000-02-29'))).toBe(17)
  expect(fromLocal(dateFns.addYears(local('2000-02-29'), 18))).toBe(20180228)
  expect(unitsBetween(day('2000-02-29'), day('2018-02-28'), 'years')).toBe(18)
  expect(unitsBetween(day('2000-02-29'), day('2018-02-28'), 'years', 'nextDay')).toBe(17)
})

it('disagreement 5: Sunday 22 November 2026 ends a week, to date-fns it starts one', () => {
  expect(fromLocal(dateFns.startOfWeek(local('2026-11-22')))).toBe(20261122)
  expect(startOf(day('2026-11-22'), 'week')).toBe(20261116)
})

it('disagreement 6: date-fns adds months as lastDay does', () => {
  expect(fromLocal(dateFns.addMonths(local('2026-01-31'), 1))).toBe(20260228)
  expect(addMonths(day('2026-01-31'), 1, 'nextDay')).toBe(20260301)
})
