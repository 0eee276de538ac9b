import { addDuration, compareDurations, type Duration, durationBetween, firstDay } from '../base/index.js'
import type { Conventions, Value } from '../model/index.js'

/** A length of time, or time between two dates. */
export type Length = Extract<Value, { type: 'duration' | 'elapsed' }>
type Elapsed = Extract<Value, { type: 'elapsed' }>

export function isLength(value: Value): value is Length {
  return value.type === 'duration' || value.type === 'elapsed'
}

/** Negative, zero or positive as the first is shorter than, as long as or longer than the second. */
export function compareLengths(left: Length, right: Length, { daysPerMonth }: Conventions): number {
  if (left.type === 'elapsed')
    return right.type === 'elapsed' ? compareElapsed(left, right, daysPerMonth) : compareReached(left, right.value)
  if (right.type === 'elapsed') return -compareReached(right, left.value)
  return compareDurations(left.value, right.value, daysPerMonth)
}

/** The months and days of a length. */
export function durationOf(length: Length): Duration {
  return length.type === 'duration' ? length.value : durationBetween(length.since, length.until, length.monthEnd)
}

/** Time that has elapsed is as long as a duration on the day that the duration, added to its start, leads to. */
function compareReached({ since, until, monthEnd }: Elapsed, duration: Duration): number {
  return firstDay(until) - addDuration(firstDay(since), duration, monthEnd)
}

/** To the same day, what began earlier is longer; else only the lengths can be compared. */
function compareElapsed(left: Elapsed, right: Elapsed, daysPerMonth: number): number {
  if (firstDay(left.until) === firstDay(right.until)) return firstDay(right.since) - firstDay(left.since)
  return compareDurations(durationOf(left), durationOf(right), daysPerMonth)
}
