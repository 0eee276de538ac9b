import {
  type CalendarUnit,
  type DatePart,
  endOf,
  firstDay,
  invariant,
  nextOccurrence,
  type PlainDate,
  partOf,
  startOf,
  type TimeUnit,
  unitsBetween,
} from '../../base/index.js'
import type { Value } from '../../model/index.js'
import { between, endsOf, oneOf, possibleOf } from './order.js'
import { type Context, dateValue, NONE, numberValue, UNKNOWN } from './reading.js'

/** The time from one date to another; what still goes on counts to the as-of date. */
export function elapsed(since: Value, until: Value, unit: TimeUnit | undefined, context: Context): Value {
  const { monthEnd } = context.conventions
  const end: Value = until.type === 'open' ? dateValue(context.asOf) : until
  if (since.type === 'none' || since.type === 'open' || end.type === 'none') return NONE
  if (since.type === 'unknown' || end.type === 'unknown') return UNKNOWN
  const several = [since, end].map(possibleOf)
  if (several.some(({ length }) => length > 1)) {
    const [starts = [], stops = []] = several
    return oneOf(
      starts.flatMap((start) => stops.map((stop) => elapsed(start, stop, unit, context))),
      context,
    )
  }
  const [starts, ends] = [endsOf(since), endsOf(end)]
  const orNone = starts.orNone || ends.orNone
  // It may have ended on any day from the low end on, also after the as-of date, or still go on and count to that.
  const goesOn = ends.high?.type === 'open'
  const first = goesOn && ends.low?.type === 'date' && firstDay(ends.low.value) > context.asOf ? ends.high : ends.low
  return between(
    { low: from(starts.high, first), high: goesOn ? undefined : from(starts.low, ends.high), orNone },
    context,
  )

  function from(start: Value | undefined, stop: Value | undefined): Value | undefined {
    const last = stop?.type === 'open' ? dateValue(context.asOf) : stop
    if (start?.type !== 'date' || last?.type !== 'date') return undefined
    const [first, final] = [start.value, last.value]
    if (unit) return numberValue(unitsBetween(firstDay(first), firstDay(final), unit, monthEnd))
    const convention = monthEnd === 'lastDay' ? {} : { monthEnd }
    return { type: 'elapsed', since: first, until: final, ...convention }
  }
}

/** The number of a date's year, quarter, month or day; unknown where days that it may be differ in it. */
export function part(date: Value, take: DatePart): Value {
  if (date.type === 'interval') {
    const { low, high, orNone } = endsOf(date)
    const [first, last] = [low, high].map((end) => (end?.type === 'date' ? end.value : undefined))
    if (first === undefined || last === undefined || orNone) return UNKNOWN
    const [from, to] = [partOf(first, take), partOf(last, take)]
    const unit = { year: undefined, quarter: 'year', month: 'year', day: 'month' } as const
    const around = unit[take]
    const together = around === undefined || startOf(first, around) === startOf(last, around)
    if (!together) return UNKNOWN
    return from === to ? numberValue(from) : { type: 'interval', low: numberValue(from), high: numberValue(to) }
  }
  return onDate(date, (day) => numberValue(partOf(day, take)))
}

/** The first or last day of the week, month, quarter or year that a date is in. */
export function edge(date: Value, kind: 'startOf' | 'endOf', unit: CalendarUnit, context: Context): Value {
  const move = (day: PlainDate): Value => dateValue(kind === 'startOf' ? startOf(day, unit) : endOf(day, unit))
  return onEnds(date, move, context)
}

/** The first of recurring days that is not before a date. */
export function next(every: Value, anchor: Value, onOrAfter: Value, context: Context): Value {
  if ([every, anchor, onOrAfter].some(({ type }) => type === 'none')) return NONE
  if (every.type !== 'duration' || anchor.type !== 'date') return UNKNOWN
  const move = (day: PlainDate): Value => {
    const recurrence = { every: every.value, anchor: firstDay(anchor.value), onOrAfter: firstDay(day) }
    return dateValue(nextOccurrence(recurrence, context.conventions.monthEnd))
  }
  return onEnds(onOrAfter, move, context)
}

/** What becomes of a date, or of both ends of an interval of dates whose order the change keeps. */
function onEnds(date: Value, change: (day: PlainDate) => Value, context: Context): Value {
  if (date.type !== 'interval') return onDate(date, change)
  const { low, high, orNone } = endsOf(date)
  const moved = (end: Value | undefined) => (end?.type === 'date' ? change(end.value) : undefined)
  return between({ low: moved(low), high: moved(high), orNone }, context)
}

function onDate(date: Value, change: (day: PlainDate) => Value): Value {
  if (date.type === 'none' || date.type === 'open') return NONE
  if (date.type === 'unknown') return UNKNOWN
  invariant(date.type === 'date', 'the checker lets only a date stand here')
  return change(date.value)
}
