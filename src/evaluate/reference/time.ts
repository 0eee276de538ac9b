import {
  addMonths,
  addNumbers,
  compareDecimals,
  type DecimalText,
  daysBetween,
  durationBetween,
  firstDay,
  invariant,
  multiplyNumbers,
  normaliseDuration,
  type Place,
  type PlainDate,
  toWhole,
  unitsBetween,
  wholeNumber,
} from '../../base/index.js'
import type { Derivation, ProgramCondition, ProgramOperand, Stretches, Value, Weights } from '../../model/index.js'
import { orElse, weightOf } from './aggregates.js'
import { periodOf } from './items.js'
import { between, endsOf, extreme, oneOf } from './order.js'
import {
  type Context,
  computed,
  dayOf,
  NO_TIME,
  NONE,
  type Notes,
  numberValue,
  type Reading,
  UNKNOWN,
} from './reading.js'
import { select } from './selection.js'

type Of<Kind> = Extract<Derivation<ProgramOperand, ProgramCondition>, { kind: Kind }>

/** The days from one to another, the last excluded. */
interface Span {
  readonly from: PlainDate
  readonly to: PlainDate
}

interface Weighed extends Span {
  readonly weight: DecimalText
}

/** When an item certainly lasts, when it may, and all that it can be if that is one of a few spans or none. */
interface Stretch {
  readonly sure: Weighed | undefined
  readonly possible: Weighed | undefined
  readonly options: readonly (Weighed | undefined)[] | undefined
}

interface Found extends Notes {
  readonly stretches: readonly Stretch[]
  readonly known: boolean
  /** True if something may have lasted since nobody knows when. */
  readonly unbounded: boolean
}

const ONE = wholeNumber(1)

/** The time that the items of a list cover, less some, while in others; see the language, section 2. */
export function time(derivation: Of<'time'>, context: Context, place: Place): Reading {
  const { of, since, except, during, weigh, overlap, in: unit } = derivation
  const window = windowOf(since, context)
  if (window.none) return computed(zeroTime(unit), window.notes)
  const covered = stretchesOf(of, window.start, context, place, weigh)
  const without = except.map((one) => stretchesOf(one, window.start, context, place))
  const within = during.map((one) => stretchesOf(one, window.start, context, place))
  const lists = [covered, ...without, ...within]
  const notes = [...window.notes, ...lists]
  // What began nobody knows when can be as long as it likes only if no window, and nothing else, bounds it.
  const bounded = window.start !== undefined || within.some(({ known, unbounded }) => known && !unbounded)
  const open = !covered.known || (covered.unbounded && !bounded)
  const choices = window.unclear || lists.some(({ known }) => !known) ? undefined : choicesOf(lists)
  if (choices && !open) {
    const values = choices.map(([base = [], ...rest]) => {
      const taken = rest.slice(0, without.length).flat()
      return lengthIn(runsOf(base, taken, rest.slice(without.length), overlap), unit, weigh !== undefined, context)
    })
    return computed(oneOf(values, context), notes)
  }
  const sure = window.unclear || without.some(({ known }) => !known) ? [] : runsIn('sure')
  const possible = runsIn('possible')
  const whole = lists.length === 1 && possible.length === spansIn(covered, 'possible').length
  const low = atLeast(sure, unit, weigh !== undefined, context)
  const high = open ? undefined : atMost(possible, whole, unit, context)
  return computed(between({ low, high, orNone: false }, context), notes)

  function runsIn(which: 'sure' | 'possible'): Weighed[] {
    const taken = without.flatMap((one) => spansIn(one, which === 'sure' ? 'possible' : 'sure'))
    const inside = within.flatMap((one) => (which === 'possible' && !one.known ? [] : [spansIn(one, which)]))
    return runsOf(spansIn(covered, which), taken, inside, overlap)
  }
}

/** What is left of some spans, less those taken away, while in each of the others. */
function runsOf(
  spans: readonly Weighed[],
  taken: readonly Weighed[],
  inside: readonly (readonly Weighed[])[],
  overlap: Of<'time'>['overlap'],
): Weighed[] {
  const kept = (some: readonly Weighed[]): Weighed[] => inside.reduce<Weighed[]>(intersect, subtract(some, taken))
  return overlap === 'sum' ? spans.flatMap((one) => kept([one])) : kept(highest(spans))
}

/** More ways than these in which the lists can turn out are not tried one by one. */
const MOST_CHOICES = 256

/**
 * Every way in which the items of some lists can turn out, list by list; undefined if they are too many or not known.
 * Months and left-over days do not simply grow with the days covered (15 January to 10 March is 53 days at thirty a
 * month, with a day cut out of it 55), so that the ends of what is possible bound nothing by themselves.
 */
function choicesOf(lists: readonly Found[]): Weighed[][][] | undefined {
  let choices: Weighed[][][] = [lists.map(() => [])]
  for (const [index, { stretches }] of lists.entries()) {
    for (const { options } of stretches) {
      if (!options || choices.length * options.length > MOST_CHOICES) return undefined
      choices = choices.flatMap((choice) =>
        options.map((option) => choice.map((spans, at) => (at === index && option ? [...spans, option] : spans))),
      )
    }
  }
  return choices
}

/**
 * Not more than any time that covers these runs and perhaps others. One run only grows; several may be joined to one
 * that counts less, for twelve months are 360 of 366 days.
 */
function atLeast(runs: readonly Weighed[], unit: Of<'time'>['in'], weighed: boolean, context: Context): Value {
  if (weighed) return zeroTime(unit)
  if (unit === 'days' || unit === 'weeks') return lengthIn(runs, unit, weighed, context)
  const together = roughly(Math.floor((daysIn(runs) * 59) / 60) - 6 * runs.length, unit, context)
  const alone = runs.map((run) => (unit ? lengthIn([run], unit, weighed, context) : safely(run, context)))
  return extreme([zeroTime(unit), together, ...alone], context, 1) ?? zeroTime(unit)
}

/** A length that one run reaches by any count: by its dates, by days, and by months of thirty days. */
function safely({ from, to }: Span, context: Context): Value {
  const { monthEnd, daysPerMonth } = context.conventions
  const { months } = durationBetween(from, to, monthEnd)
  const mixed = Array.from({ length: months + 1 }, (_, index) => {
    return index * daysPerMonth + daysBetween(addMonths(from, index, monthEnd), to)
  })
  return roughly(Math.min((months + 1) * daysPerMonth - 1, ...mixed), undefined, context)
}

/**
 * Not less than any time within these runs. If nothing is cut out of them, and each is of one item, that is their own;
 * however they are cut, only a February is counted as more days than it has.
 */
function atMost(runs: readonly Weighed[], whole: boolean, unit: Of<'time'>['in'], context: Context): Value {
  const weighed = runs.some(({ weight }) => weight !== ONE)
  if (unit && (whole || unit === 'days' || unit === 'weeks')) return lengthIn(runs, unit, weighed, context)
  const days = daysIn(runs)
  const heaviest = weighed ? Math.max(...runs.map(({ weight }) => toWhole(weight) + 1)) : 1
  return roughly((days + 2 * (Math.floor(days / 365) + runs.length)) * heaviest, unit, context)
}

function daysIn(runs: readonly Span[]): number {
  return runs.reduce((sum, { from, to }) => sum + daysBetween(from, to), 0)
}

function roughly(days: number, unit: Of<'time'>['in'], { conventions: { daysPerMonth } }: Context): Value {
  const value = normaliseDuration({ months: 0, days }, daysPerMonth)
  return unit ? numberValue(Math.trunc(value.months / MONTHS[unit])) : { type: 'duration', value }
}

const MONTHS = { days: 1, weeks: 1, months: 1, quarters: 3, years: 12 }

/** The longest unbroken stretch, by its dates; none if there is none. */
export function longest({ of, since, in: unit, otherwise }: Of<'longest'>, context: Context, place: Place): Reading {
  const window = windowOf(since, context)
  if (window.none) return orElse(computed(NONE, window.notes), otherwise, context)
  const covered = stretchesOf(of, window.start, context, place)
  const [sure, possible] = (['sure', 'possible'] as const).map((which) => longestOf(highest(spansIn(covered, which))))
  const same = sure?.from === possible?.from && sure?.to === possible?.to
  const notes = [...window.notes, covered]
  if (!covered.known || window.unclear || !same || (covered.unbounded && window.start === undefined))
    return orElse(computed(UNKNOWN, notes), otherwise, context)
  return orElse(
    computed(sure ? lengthIn([{ ...sure, weight: ONE }], unit, false, context) : NONE, notes),
    otherwise,
    context,
  )
}

function longestOf(spans: readonly Span[]): Span | undefined {
  return [...spans].sort((a, b) => daysBetween(b.from, b.to) - daysBetween(a.from, a.to) || a.from - b.from)[0]
}

/** For how long an item has lasted, to the as-of date at most. */
export function length(context: Context): Reading {
  const [item] = context.items
  invariant(item, 'an item has a length')
  const { from, to } = periodOf(item, context)
  const [starts, ends] = [endsOf(from.value), endsOf(to.value)]
  const span = (start: Value | undefined, end: Value | undefined): Value | undefined => {
    const [first, last] = [startOf(start), clipped(dayOf(end, context), context)]
    return first === undefined || last === undefined ? undefined : elapsedIn({ from: first, to: last }, context)
  }
  if (from.value.type === 'unknown' || to.value.type === 'unknown') return computed(UNKNOWN, [from, to])
  const value = between({ low: span(starts.high, ends.low), high: span(starts.low, ends.high), orNone: false }, context)
  return computed(value, [from, to])
}

/** From when on time is counted: a day, no limit, nothing at all, or nobody knows. */
function windowOf(since: ProgramOperand | undefined, context: Context) {
  if (!since) return { start: undefined, none: false, unclear: false, notes: [] }
  const reading = context.read(since, context)
  const { value } = reading
  const day = startOf(value)
  const none = value.type === 'none' || value.type === 'open'
  return { start: day, none, unclear: !none && day === undefined, notes: [reading] }
}

/** The periods of the items, clipped to the window and to the as-of date. */
function stretchesOf(
  of: Stretches<ProgramCondition>,
  start: PlainDate | undefined,
  context: Context,
  place: Place,
  weigh?: Weights,
): Found {
  const selected = select({ of: of.of, ...(of.where && { where: of.where }) }, context)
  const read = selected.chosen.flatMap(({ item, truth }) => {
    if (!item) return []
    const { from, to } = periodOf(item, context)
    const weight = weigh && weightOf(weigh, item, context, place)
    const [low, high] = weightsOf(weight?.value, weigh)
    const [starts, ends] = [endsOf(from.value), endsOf(to.value)]
    const sure = truth === true ? span(startOf(starts.high), dayOf(ends.low, context), low) : undefined
    const begins = startOf(starts.low) ?? start ?? FIRST
    const possible = span(begins, dayOf(ends.high, context) ?? context.asOf, high)
    const unbounded = startOf(starts.low) === undefined && possible !== undefined
    const dated =
      starts.low === starts.high && ends.low === ends.high && starts.low !== undefined && ends.low !== undefined
    const spans = new Set([low, ...weightsIn(weigh), high].filter((one) => low !== high || one === low))
    const options = dated
      ? [
          ...(truth === true ? [] : [undefined]),
          ...[...spans].map((one) => span(startOf(starts.low), dayOf(ends.low, context), one)),
        ]
      : undefined
    return [{ sure, possible, options, unbounded, notes: [from, to, ...(weight ? [weight] : [])] }]
  })
  const { known, more } = selected
  const notes = [selected, ...read.flatMap((one) => one.notes)]
  const unbounded = more || read.some((one) => one.unbounded)
  return { stretches: read, known, unbounded, ...computed(NONE, notes) }

  function span(from: PlainDate | undefined, to: PlainDate | undefined, weight: DecimalText): Weighed | undefined {
    const last = clipped(to, context)
    if (from === undefined || last === undefined) return undefined
    const first = start !== undefined && start > from ? start : from
    return first < last ? { from: first, to: last, weight } : undefined
  }
}

/** Before every date of a record. */
const FIRST = 10000101 as PlainDate

/** A weight that is not known may be any of the table. */
function weightsOf(value: Value | undefined, weigh: Weights | undefined): readonly [DecimalText, DecimalText] {
  if (value?.type === 'number') return [value.value, value.value]
  const sorted = weightsIn(weigh).sort(compareDecimals)
  return [sorted[0] ?? ONE, sorted.at(-1) ?? ONE]
}

function weightsIn(weigh: Weights | undefined): DecimalText[] {
  const all = [...(weigh?.table.map(({ weight }) => weight) ?? []), ...(weigh?.otherwise ? [weigh.otherwise] : [])]
  return all.flatMap((one) => (one.type === 'number' ? [one.value] : []))
}

function spansIn({ stretches }: Found, which: 'sure' | 'possible'): Weighed[] {
  return stretches.flatMap((one) => one[which] ?? [])
}

/** Each day once, at its highest weight; what touches and weighs the same is one. */
function highest(spans: readonly Weighed[]): Weighed[] {
  const days = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const pieces = days.flatMap((from, index) => {
    const to = days[index + 1]
    if (to === undefined) return []
    const weights = spans.filter((one) => one.from <= from && to <= one.to).map(({ weight }) => weight)
    const most = weights.sort(compareDecimals).at(-1)
    return most === undefined ? [] : [{ from, to, weight: most }]
  })
  return joined(pieces)
}

function joined(pieces: readonly Weighed[]): Weighed[] {
  const runs: Weighed[] = []
  for (const piece of pieces) {
    const last = runs.at(-1)
    if (last && last.to === piece.from && last.weight === piece.weight)
      runs[runs.length - 1] = { ...last, to: piece.to }
    else runs.push(piece)
  }
  return runs
}

function subtract(spans: readonly Weighed[], taken: readonly Span[]): Weighed[] {
  return taken.reduce<Weighed[]>(
    (left, { from, to }) =>
      left.flatMap((span) => {
        const [before, after] = [
          { ...span, to: earlier(span.to, from) },
          { ...span, from: later(span.from, to) },
        ]
        return [before, after].filter((one) => one.from < one.to)
      }),
    [...spans],
  )
}

function intersect(spans: readonly Weighed[], others: readonly Weighed[]): Weighed[] {
  const union = highest(others.map((one) => ({ ...one, weight: ONE })))
  const pieces = spans.flatMap((span) =>
    union.map(({ from, to }) => ({ ...span, from: later(span.from, from), to: earlier(span.to, to) })),
  )
  return pieces.filter(({ from, to }) => from < to)
}

/** One stretch keeps its dates, unless it is weighed; several are added up, months and days apart. */
function lengthIn(runs: readonly Weighed[], unit: Of<'time'>['in'], weighed: boolean, context: Context): Value {
  const { monthEnd, daysPerMonth } = context.conventions
  const counted = runs.filter(({ weight }) => compareDecimals(weight, wholeNumber(0)) > 0)
  const [only, ...others] = counted
  if (!only) return zeroTime(unit)
  if (others.length === 0 && !weighed)
    return unit ? numberValue(unitsBetween(only.from, only.to, unit, monthEnd)) : elapsedIn(only, context)
  if (unit === 'days' || unit === 'weeks') {
    const days = total(
      counted.map(({ from, to, weight }) => multiplyNumbers(wholeNumber(daysBetween(from, to)), weight)),
    )
    return numberValue(Math.trunc(toWhole(days) / (unit === 'weeks' ? 7 : 1)))
  }
  const parts = counted.map(({ from, to, weight }) => {
    const { months, days } = durationBetween(from, to, monthEnd)
    return { months: multiplyNumbers(wholeNumber(months), weight), days: multiplyNumbers(wholeNumber(days), weight) }
  })
  const months = total(parts.map((one) => one.months))
  const whole = toWhole(months)
  // Half a month is fifteen days.
  const rest = multiplyNumbers(addNumbers(months, wholeNumber(-whole)), wholeNumber(daysPerMonth))
  const days = toWhole(addNumbers(total(parts.map((one) => one.days)), rest))
  const value = normaliseDuration({ months: whole, days }, daysPerMonth)
  if (!unit) return { type: 'duration', value }
  return numberValue(Math.trunc(value.months / MONTHS[unit]))
}

function total(numbers: readonly DecimalText[]): DecimalText {
  return numbers.reduce(addNumbers, wholeNumber(0))
}

function zeroTime(unit: Of<'time'>['in']): Value {
  return unit ? numberValue(0) : NO_TIME
}

function elapsedIn({ from, to }: Span, { conventions: { monthEnd } }: Context): Value {
  return { type: 'elapsed', since: from, until: to, ...(monthEnd !== 'lastDay' && { monthEnd }) }
}

/** The day on which something began: what is open has not. */
function startOf(value: Value | undefined): PlainDate | undefined {
  return value?.type === 'date' ? firstDay(value.value) : undefined
}

function clipped(day: PlainDate | undefined, { asOf }: Context): PlainDate | undefined {
  return day === undefined ? undefined : earlier(day, asOf)
}

function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b
}

function later(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b
}
