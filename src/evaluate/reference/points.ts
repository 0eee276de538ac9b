import { allOf, compareDecimals, type DecimalText, invariant, type Truth, wholeNumber } from '../../base/index.js'
import {
  isSequence,
  type ProgramCondition,
  type ProgramOperand,
  type ScoreSource,
  type Sequence,
  type Tier,
  type Trace,
  type Value,
} from '../../model/index.js'
import { type Amount, boundsOf, howMany, readBounded, sumOver } from './aggregates.js'
import { extremeOf, isZeroValue, product, sum } from './arithmetic.js'
import { readOfItem } from './fields.js'
import { blankItems, dateOf } from './items.js'
import { endsOf, hull, possibleOf } from './order.js'
import {
  type Context,
  factNamed,
  type Item,
  type Notes,
  notesOfTrace,
  numberValue,
  type Reading,
  UNKNOWN,
} from './reading.js'
import { type Chosen, isTaken, type Selected, select } from './selection.js'
import { unitsIn } from './units.js'

type Source = ScoreSource<ProgramOperand, ProgramCondition>
type Each = Extract<Source, { kind: 'each' }>

/** What a scorecard item is awarded, with all that it came from. */
export interface Points {
  readonly awarded: Value
  readonly lines: readonly Line[]
  readonly quantity?: { readonly value: Value; readonly units: Value }
  readonly by?: Value
  readonly trace?: Trace
  /** The most that it could bring to anybody; undefined if there is no bound. */
  readonly most: Value | undefined
  readonly notes: readonly Notes[]
}

/** An item of the record, and what it is awarded if it counts. */
interface Line {
  readonly at: string
  readonly date: Value
  readonly by?: Value
  readonly points: Value
  readonly counted: true | 'unknown'
}

export const ZERO = numberValue(0)

/** What a source of points comes to; of an `each`, over the items as they were selected. */
export function pointsOf(source: Source, selected: Selected | undefined, context: Context): Points {
  switch (source.kind) {
    case 'each':
      invariant(selected, 'what has items was selected')
      return ofItems(source, selected)
    case 'per':
      return ofQuantity(source, context)
    case 'when':
      return ofCondition(source, context)
  }
}

/** The items that a source looks at; none if it is no `each`. */
export function selectedBy(source: Source, context: Context): Selected | undefined {
  return source.kind === 'each' ? select(source.from, context) : undefined
}

function ofItems({ award, by, from }: Each, selected: Selected): Points {
  const { context } = selected
  const counting = selected.chosen.flatMap((one) => {
    const counted = allOf([isTaken(one, selected), one.having])
    return one.item && counted !== false ? [{ one, item: one.item, counted }] : []
  })
  const told = counting.filter(({ item }) => !item.many).sort((a, b) => a.one.first - b.one.first)
  const field = by && factNamed(by, context)
  const lines = (points: (index: number, one: Chosen) => Value): Line[] =>
    told.map(({ one, item, counted }, index) => ({
      at: item.at,
      date: dateOf(item, context).value,
      ...(field && { by: readOfItem(field, item, context).value }),
      points: points(index, one),
      counted,
    }))
  if (isSequence(award)) return ofSequence(award, selected, lines)

  const beyond = boundsOfAward(award, from.of, context)
  const amounts = new Map(selected.chosen.map((one) => [one, amountOf(award, one.item, beyond, context)]))
  const readings = counting.flatMap(({ one }) => amounts.get(one)?.reading ?? [])
  const limit = selected.latest === undefined ? undefined : numberValue(selected.latest)
  return {
    awarded: sumOver(selected, amounts, { zero: ZERO, ...beyond }, context),
    lines: lines((_, one) => amounts.get(one)?.reading?.value ?? UNKNOWN),
    most: mostOf(limit, beyond.high, context),
    notes: [selected, ...readings],
  }
}

/** What one item is awarded; one that is none, nothing. */
function amountOf(award: ProgramOperand, item: Item | undefined, beyond: Bounds, context: Context): Amount {
  const reading = item && context.read(award, { ...context, items: [item, ...context.items] })
  const { value } = reading ?? { value: UNKNOWN }
  if (value.type === 'none') return { low: undefined, high: undefined, orNone: true, reading }
  return { ...(value.type === 'unknown' ? { ...beyond, orNone: false } : endsOf(value)), reading }
}

type Bounds = Pick<Amount, 'low' | 'high'>

/** Between which bounds an item is awarded of which nothing is known. */
function boundsOfAward(award: ProgramOperand, of: Each['from']['of'], context: Context): Bounds {
  if (award.kind === 'fact' && award.subject.of === 'item') return boundsOf(factNamed(award.subject.fact, context))
  const values = blankItems(of, context).map((item) =>
    orInstead(context.read(award, { ...context, items: [item, ...context.items] }).value, ZERO, context),
  )
  const { low, high } = endsOf(hull(values, true, context))
  return { low, high }
}

/** So many times the award, or nothing if that is less; without a limit, as much as there are items. */
function mostOf(limit: Value | undefined, award: Value | undefined, context: Context): Value | undefined {
  const positive = award && extremeOf([ZERO, award], 1, context)
  if (positive && isZeroValue(positive)) return ZERO
  return limit && positive && product([limit, positive], context)
}

/** The oldest earn the first awards. How much all earn together depends only on how many they are. */
function ofSequence(
  { first, rest }: Sequence<ProgramOperand>,
  selected: Selected,
  lines: (points: (index: number, one: Chosen) => Value) => Line[],
): Points {
  const { context } = selected
  const awards = [...first, rest].map((award) => readPoints(award, context))
  const valueAt = (index: number): Value => awards[Math.min(index, first.length)]?.value ?? UNKNOWN
  // What so many earn together, from one number to another.
  const between = (from: number, to: number): Value => {
    const counts = Array.from({ length: to - from + 1 }, (_, more) => from + more)
    const totals = counts.map((count) =>
      sum([ZERO, ...Array.from({ length: count }, (_, index) => valueAt(index))], [], context),
    )
    return hull(totals, true, context)
  }
  const { least, most } = howMany(selected)
  const total = between(least, most ?? Math.max(least, first.length))
  const sure = selected.chosen.every((one) => isTaken(one, selected) !== 'unknown' && one.having !== 'unknown')
  const dated = selected.chosen.every((one) => one.first === one.last)
  const any = hull(
    awards.map(({ value }) => value),
    true,
    context,
  )
  const { latest } = selected
  return {
    awarded: most === undefined ? withoutEnd(total, valueAt(first.length)) : total,
    lines: lines((index) => (sure && dated ? valueAt(index) : any)),
    most: latest === undefined ? undefined : endsOf(between(0, latest)).high,
    notes: [selected, ...awards],
  }
}

/** A total to which any number of items may still add: it has no bound on the side to which they move it. */
function withoutEnd(total: Value, each: Value): Value {
  const { low, high } = endsOf(each)
  const sign = (end: Value | undefined, other: number): number =>
    end?.type === 'number' ? compareDecimals(end.value, wholeNumber(0)) : other
  const ends = endsOf(total)
  const open = { low: sign(low, -1) < 0, high: sign(high, 1) > 0 }
  const [noLow, noHigh] = [open.low || !ends.low, open.high || !ends.high]
  if (noLow && noHigh) return UNKNOWN
  return {
    type: 'interval',
    ...(ends.low && !open.low && { low: ends.low }),
    ...(ends.high && !open.high && { high: ends.high }),
  }
}

function ofQuantity(source: Extract<Source, { kind: 'per' }>, context: Context): Points {
  const [of, every] = [readBounded(source.of, context), context.read(source.every, context)]
  const units = unitsIn(of.value, every.value, source.round, context)
  const rates = source.tiers.map(({ is }) => readPoints(is, context))
  const awarded = hull(
    possibleOf(units).map((one) => inTiers(one, source.tiers, rates, context)),
    true,
    context,
  )
  const last = endsOf(rates.at(-1)?.value ?? UNKNOWN).high
  const upward = !last || (last.type === 'number' && compareDecimals(last.value, wholeNumber(0)) > 0)
  const most = upward ? undefined : endsOf(inTiers({ type: 'interval', low: ZERO }, source.tiers, rates, context)).high
  return {
    awarded,
    lines: [],
    quantity: { value: of.value, units },
    most,
    notes: [of, every, ...rates],
  }
}

/** Marginal: every unit earns what its tier says. Between two ends the points may turn where a tier ends. */
function inTiers(
  units: Value,
  tiers: readonly Tier<ProgramOperand>[],
  rates: readonly Reading[],
  context: Context,
): Value {
  const [low, high] = [endsOf(units).low, endsOf(units).high].map((end) =>
    end?.type === 'number' ? end.value : undefined,
  )
  const bounds = tiers.flatMap(({ upTo }) => (upTo?.type === 'number' ? [upTo.value] : []))
  const turns = bounds.filter(
    (bound) => (!low || compareDecimals(low, bound) < 0) && (!high || compareDecimals(bound, high) < 0),
  )
  const counts = [...(low ? [low] : []), ...turns, ...(high ? [high] : [])]
  const total = hull((counts.length > 0 ? counts : [wholeNumber(0)]).map(at), true, context)
  const [first, last] = [rates[0]?.value ?? UNKNOWN, rates.at(-1)?.value ?? UNKNOWN]
  const upward = high ? total : withoutEnd(total, last)
  return low ? upward : withoutEnd(upward, product([numberValue(-1), first], context))

  /** Units below zero are all of the first tier. */
  function at(count: DecimalText): Value {
    const parts = tiers.map(({ upTo }, index) => {
      const from = bounds[index - 1] ?? wholeNumber(0)
      const below = upTo?.type === 'number' && compareDecimals(upTo.value, count) < 0 ? upTo.value : count
      const reached = index === 0 || compareDecimals(below, from) > 0
      const width = reached ? sum([numberValue(below)], [numberValue(from)], context) : ZERO
      return timesOf(width, [rates[index]?.value ?? UNKNOWN], context)
    })
    return sum([ZERO, ...parts], [], context)
  }
}

function ofCondition({ when, award, by }: Extract<Source, { kind: 'when' }>, context: Context): Points {
  const trace = when && context.judge(when, context)
  const truth: Truth = trace?.truth ?? true
  // What is awarded for nothing is not read: the condition may be there to keep it from being computed.
  const read = truth === false && award.kind !== 'constant' ? undefined : readPoints(award, context)
  const value = read?.value
  const looked = by && read && context.read({ kind: 'fact', subject: { of: 'person', fact: by } }, context)
  const full = value && endsOf(value).high
  return {
    awarded: truth === false || !value ? ZERO : truth === 'unknown' ? hull([ZERO, value], true, context) : value,
    lines: [],
    ...(looked && { by: looked.value }),
    ...(trace && { trace }),
    most: full && extremeOf([ZERO, full], 1, context),
    notes: [...(trace ? [notesOfTrace(trace)] : []), ...(read && truth !== false ? [read] : [])],
  }
}

/** Points times some factors. No times anything is nothing, however much nobody knows: points are never none. */
export function timesOf(points: Value, factors: readonly Value[], context: Context): Value {
  return [points, ...factors].some(isZeroValue) ? ZERO : product([points, ...factors], context)
}

/** Points that are awarded; what is none earns nothing. */
function readPoints(award: ProgramOperand, context: Context): Reading {
  const reading = readBounded(award, context)
  return { ...reading, value: orInstead(reading.value, ZERO, context) }
}

/** A value, but what stands in for it where it is none; where it may be none, either. */
export function orInstead(value: Value, instead: Value, context: Context): Value {
  if (value.type === 'none') return instead
  if (value.type !== 'interval' || !value.orNone) return value
  const { orNone: _, ...rest } = value
  return hull([instead, rest], true, context)
}
