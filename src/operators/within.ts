import { addDuration, firstDay, type PlainDate, type Truth } from '../base/index.js'
import type { FactType, Value } from '../model/index.js'
import { durationOf, isLength } from './lengths.js'
import { type Ends, endsOf } from './range.js'
import { overReadings, settled } from './readings.js'
import type { Test, Testing } from './testing.js'

/** Whether a date is past, and less than so long ago: on the day exactly so long ago it is no longer within. */
export const isWithin: Test = overReadings((left, right, testing) => {
  if (left.type === 'date' && isLength(right))
    return firstDay(left.value) <= testing.asOf && lasts(firstDay(left.value), right, testing)
  return settled(left, right) ?? mayLieWithin(endsOf(left, testing.type), endsOf(right, LENGTH), testing)
})

const LENGTH: FactType = { is: 'duration' }

/** Of the dates that are past, the latest is the last to drop out, and the earliest the first. */
function mayLieWithin(dates: Ends, { low, high }: Ends, testing: Testing): Truth {
  const { asOf } = testing
  const [first, last] = [dayOf(dates.low), dayOf(dates.high)]
  const begun = dates.low === undefined || (first !== undefined && first <= asOf)
  if (!begun) return false
  // Both ends are tried, since the longer of two lengths can be over first: a month in February, and 30 days.
  const lengths = [low, high].filter((end) => end !== undefined)
  const latest = last === undefined || last > asOf ? asOf : last
  if (high && !lengths.some((length) => lasts(latest, length, testing))) return false
  const isPast = first !== undefined && last !== undefined && last <= asOf
  return isPast && low && lengths.every((length) => lasts(first, length, testing)) ? true : 'unknown'
}

function dayOf(end: Value | undefined): PlainDate | undefined {
  return end?.type === 'date' ? firstDay(end.value) : undefined
}

/** Whether the time that begins on a date is not over on the day asked for. */
function lasts(date: PlainDate, length: Value, { asOf, conventions }: Testing): boolean {
  return isLength(length) && asOf < addDuration(date, durationOf(length), conventions.monthEnd)
}
