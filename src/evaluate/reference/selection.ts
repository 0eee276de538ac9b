import { allOf, firstDay, negate, type Truth } from '../../base/index.js'
import type { FactType, Keep, ProgramCondition, ProgramOperand, Selection, Trace, Value } from '../../model/index.js'
import { readOfItem } from './fields.js'
import { dateOf, itemsOf, periodOf } from './items.js'
import { test } from './operators.js'
import { endsOf, sameValue, valueKey } from './order.js'
import {
  type Context,
  dateValue,
  dayOf,
  factNamed,
  type Item,
  NOTHING,
  type Notes,
  notesOf,
  notesOfTrace,
  numberValue,
  type Reading,
} from './reading.js'

/** An item that is, or may be, looked at. */
export interface Chosen {
  /** Undefined for one of those that nobody knows of. */
  readonly item?: Item
  /** Whether it is looked at, before the latest so many are taken. */
  readonly truth: Truth
  /** Whether it counts. */
  readonly having: Truth
  readonly trace?: Trace
  /** Of those with the same object here one counts, and only one unless `several` may; if it is sure, one certainly does. */
  readonly rivals?: { readonly sure: boolean; readonly several: boolean }
  /** False if it certainly does not stand highest of all its rivals: the one that certainly counts is another. */
  readonly leads?: boolean
  /** The first and the last day on which it can be dated. */
  readonly first: number
  readonly last: number
}

export interface Selected extends Notes {
  readonly chosen: readonly Chosen[]
  /** True if there may be any other items than these. */
  readonly more: boolean
  /** False if the record does not have the list. */
  readonly known: boolean
  /** The day that it was looked from. */
  readonly context: Context
  /** Only so many of the newest are taken; undefined: all. */
  readonly latest: number | undefined
}

/** As if another day were the as-of date; without `at` it is the as-of date itself. Undefined if nobody knows which day. */
export function lookingFrom(
  at: ProgramOperand | undefined,
  context: Context,
): { readonly context: Context | undefined; readonly notes: Notes } {
  if (!at) return { context, notes: NOTHING }
  const day = context.read(at, context)
  const { value } = day
  if (value.type === 'none') return { context: { ...context, blind: true }, notes: day }
  const asOf = dayOf(value, context)
  return { context: asOf === undefined ? undefined : { ...context, asOf }, notes: day }
}

/** The items that a selection looks at: of → where → since / within → keep → latest → having. */
export function select(
  { of, where, since, within, keep, latest, having, current, gaps, due }: Selection<ProgramOperand, ProgramCondition>,
  context: Context,
): Selected {
  const [start, length, most, delay] = [since, within, latest, due].map(
    (operand) => operand && context.read(operand, context),
  )
  const { items, known, more, ...notes } = itemsOf(of, context, {
    ...(gaps && { gaps }),
    ...(delay && { due: delay.value }),
    ...(start && { since: start.value }),
  })
  const looked = items.map((item) => chosen(item, context))
  const inWindow = looked.filter(({ truth }) => truth !== false)
  const kept = keep ? keepOne(keep, inWindow, more, context) : { chosen: inWindow, notes: NOTHING }
  const tested = kept.chosen.map((one) => {
    const trace = having && context.judge(having, inside(one.item, context))
    return trace ? { ...one, having: trace.truth, trace, notes: notesOf([one.notes, notesOfTrace(trace)]) } : one
  })
  const size = most?.value.type === 'number' ? Number(most.value.value) : undefined
  const unclear = most !== undefined && size === undefined && most.value.type !== 'none'
  const all = unclear ? tested.map((one) => ({ ...one, truth: 'unknown' as const })) : tested
  const readings = [start, length, most, delay].filter((one) => one !== undefined)
  const selected = { chosen: [...all, ...unknownItems()], more, known, context, latest: size, ...NOTHING }
  // Of what is certainly not among the latest so many, nothing need be known.
  const told = all.filter((one) => isTaken(one, selected) !== false)
  const doubtful = looked.flatMap((one) => (one.truth === false ? doubtfulOf(one) : []))
  return { ...selected, ...notesOf([notes, ...readings, kept.notes, ...told.map((one) => one.notes), ...doubtful]) }

  /** The months of an item that is not looked at, but would be on another of their days. */
  function doubtfulOf({ item, notes: { supposed } }: Dated): Notes[] {
    const months = supposed.filter(({ kind }) => kind === 'month-precision')
    if (months.length === 0) return []
    const monthDate = context.conventions.monthDate === 'lastDay' ? 'firstDay' : 'lastDay'
    const otherwise = chosen(item, { ...context, conventions: { ...context.conventions, monthDate } })
    return otherwise.truth === false ? [] : [{ ...NOTHING, supposed: months }]
  }

  function inside(item: Item | undefined, around: Context): Context {
    return item ? { ...around, items: [item, ...around.items] } : around
  }

  function chosen(item: Item, from: Context): Dated {
    const trace = where && from.judge(where, inside(item, from))
    const date = dateOf(item, from)
    const testing = { ...from, type: { is: 'date' } } as const
    const end = current && periodOf(item, from).to
    const truth = allOf([
      item.seen,
      trace?.truth ?? true,
      start ? test('onOrAfter', date.value, start.value, testing) : true,
      length ? test('within', date.value, length.value, testing) : true,
      end ? test('after', end.value, dateValue(from.asOf), testing) : true,
    ])
    const dated = start || length ? [date] : []
    const found = notesOf([trace ? notesOfTrace(trace) : NOTHING, ...dated, end ?? NOTHING])
    return { item, truth, having: true, ...spanOf(date.value), notes: found }
  }

  /** Items that nobody knows of, if only so many are taken: each of them may be one of those. */
  function unknownItems(): Chosen[] {
    if (size === undefined) return []
    const times = <One>(one: One): One[] => Array.from({ length: size }, () => one)
    const unknown = { truth: 'unknown', having: 'unknown', first: 0, last: Number.POSITIVE_INFINITY } as const
    // What stands for many stands for as many as may be taken, none of them later than it.
    const many = all.filter(({ item }) => item?.many)
    return [
      ...(more ? times(unknown) : []),
      ...many.flatMap(({ having: counts, last }) => times({ ...unknown, having: counts, last })),
    ]
  }
}

/** The first and last day that a date can be; an unknown one can be any. */
function spanOf(value: Value): { first: number; last: number } {
  const { low, high } = endsOf(value)
  return {
    first: low?.type === 'date' ? firstDay(low.value) : 0,
    last: high?.type === 'date' ? firstDay(high.value) : Number.POSITIVE_INFINITY,
  }
}

type Dated = Chosen & { readonly item: Item; readonly notes: Notes }

/** Of the items with one value of a field, the one that stands highest; of two equals the later. */
function keepOne(
  { by, type, prefer, per }: Keep<ProgramOperand>,
  chosen: readonly Dated[],
  more: boolean,
  context: Context,
): { chosen: Dated[]; notes: Notes } {
  const grouping = factNamed(per, context)
  const rivals = chosen.map((one) => ({
    one,
    group: readOfItem(grouping, one.item, context),
    rank: context.read(by, { ...context, items: [one.item] }),
  }))
  const kept = keptOf(rivals, { type, per: grouping.type, more, ...(prefer && { prefer }) }, context)
  return { chosen: kept, notes: notesOf(rivals.flatMap(({ group, rank }) => [group, rank])) }
}

/** An item with the group in which only one is kept, and what it is ranked by. */
export interface Rival<One extends Dated = Dated> {
  readonly one: One
  readonly group: Reading
  readonly rank: Reading
}

interface Rivalry {
  /** How ranks are ordered, and groups told apart. */
  readonly type: FactType
  readonly per: FactType
  readonly prefer?: readonly Value[]
  /** True if there may be any other items than these. */
  readonly more: boolean
}

/** The items that are, or may be, kept, in the order given, so that what is told of them keeps it. */
export function keptOf<One extends Dated>(
  all: readonly Rival<One>[],
  { type, per, prefer, more }: Rivalry,
  context: Context,
): One[] {
  const ranked = all.map((one) => ({ ...one, rank: rankOf(one.rank) }))
  type Ranked = (typeof ranked)[number]
  // Only items of one group are rivals; one of a group that is not known may be a rival of any.
  const unplaced = ranked.filter(isUnplaced)
  const groups = new Map<string, Ranked[]>()
  for (const one of ranked) {
    if (isUnplaced(one)) continue
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  const truths = new Map(ranked.map((own) => [own, truthOf(own)]))
  // Where no other may stand higher than the highest of a group, one of these is kept, and of the group no other.
  const settled = [...groups.values()].filter(
    (group) =>
      unplaced.length === 0 || leadersOf(group).every((own) => unplaced.every((other) => beats(other, own) === false)),
  )
  const inSettled = new Set(settled.flat())
  const rest = ranked.filter((one) => !inSettled.has(one))
  const open = [...settled.map((group) => ({ group, several: false })), { group: rest, several: true }].filter(
    ({ group }) => group.some((one) => truths.get(one) === 'unknown'),
  )
  const links = new Map(open.flatMap(({ group, several }) => linksOf(group, { several })))
  return ranked.flatMap((own) => {
    const truth = truths.get(own) ?? false
    return truth === false ? [] : [{ ...own.one, truth, ...(truth === 'unknown' && !more && links.get(own)) }]
  })

  function isUnplaced({ group }: Ranked): boolean {
    return group.value.type === 'unknown'
  }

  function keyOf({ group }: Ranked): string {
    return valueKey(group.value)
  }

  function truthOf(own: Ranked): Truth {
    const rivals = isUnplaced(own) ? ranked : [...(groups.get(keyOf(own)) ?? []), ...unplaced]
    // An item that nobody knows of may stand higher than any.
    let truth = allOf([own.one.truth, more ? 'unknown' : true])
    for (const other of rivals) {
      if (truth === false) return false
      if (other === own) continue
      const same = isUnplaced(own) || isUnplaced(other) ? isSameGroup(own, other) : true
      truth = allOf([truth, negate(allOf([other.one.truth, same, beats(other, own)]))])
    }
    return truth
  }

  function isSameGroup(own: Ranked, other: Ranked): Truth {
    return test('is', own.group.value, other.group.value, { ...context, type: per })
  }

  /** Those of some rivals than which no other that is there certainly stands higher. */
  function leadersOf(rivals: readonly Ranked[]): Ranked[] {
    return rivals.filter(
      (own) => !rivals.some((other) => other !== own && other.one.truth === true && beats(other, own) === true),
    )
  }

  /** Of rivals one is kept all the same where nobody knows which; of groups that are not known, the highest of all. */
  function linksOf(rivals: readonly Ranked[], { several }: { several: boolean }): [Ranked, Partial<Chosen>][] {
    const leaders = leadersOf(rivals)
    const there = rivals.some(({ one }) => one.truth === true) && !leaders.some((one) => truths.get(one) === true)
    // The highest of what is left may be of a settled group, whose highest is kept instead.
    const linked = { sure: there && (!several || settled.length === 0), several }
    return rivals.map((own) => [own, { rivals: linked, leads: leaders.includes(own) }])
  }

  /** The rank of a value; under `prefer`, by its place in the list, what is not listed last. */
  function rankOf(reading: Reading): Reading {
    if (!prefer || reading.value.type === 'unknown') return reading
    const place = prefer.findIndex((value) => sameValue(value, reading.value))
    return { ...reading, value: numberValue(place < 0 ? -prefer.length : -place) }
  }

  function beats(other: (typeof ranked)[number], own: (typeof ranked)[number]): Truth {
    const [a, b] = [other.rank.value, own.rank.value]
    // Nothing stands below everything.
    if (a.type === 'none' || b.type === 'none') return a.type === b.type ? tieBreak(other, own) : b.type === 'none'
    const rankType: FactType = prefer ? { is: 'number' } : type
    const higher = test('moreThan', a, b, { ...context, type: rankType })
    const equal = test('is', a, b, { ...context, type: rankType })
    if (higher === true) return true
    if (equal === true) return tieBreak(other, own)
    return higher === false && equal === false ? false : 'unknown'
  }

  function tieBreak(other: (typeof ranked)[number], own: (typeof ranked)[number]): Truth {
    const [a, b] = [other.one, own.one]
    if (a.first > b.last) return true
    if (a.last < b.first) return false
    // Two that are alike in every field are one, whichever it is.
    if (JSON.stringify(a.item.data) === JSON.stringify(b.item.data)) return ranked.indexOf(other) < ranked.indexOf(own)
    return 'unknown'
  }
}

/** Whether there may be any number more items that count. */
export function isEndless(
  { chosen, more, latest }: Selected,
  counts: (one: Chosen) => Truth = ({ having }) => having,
): boolean {
  return latest === undefined && (more || chosen.some((one) => one.item?.many && counts(one) !== false))
}

/** Whether an item is one of the newest that are taken: some of the others are certainly later, some may be. */
export function isTaken(own: Chosen, { chosen, latest }: Pick<Selected, 'chosen' | 'latest'>): Truth {
  if (latest === undefined) return own.truth
  const { firstOfSure, last } = daysOf(chosen)
  // No item is later than itself, but each may be as late.
  if (numberFrom(firstOfSure, own.last + 1) >= latest) return false
  return numberFrom(last, own.first) - 1 < latest ? own.truth : allOf([own.truth, 'unknown'])
}

interface Days {
  readonly firstOfSure: readonly number[]
  readonly last: readonly number[]
}

const sortedDays = new WeakMap<readonly Chosen[], Days>()

/** The first days of the items that are there, and the last days of all, in order: found once for a list, since each of its items is asked. */
function daysOf(chosen: readonly Chosen[]): Days {
  const known = sortedDays.get(chosen)
  if (known) return known
  const inOrder = (days: readonly number[]): number[] => [...days].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const sure = chosen.filter(({ truth }) => truth === true)
  const days = { firstOfSure: inOrder(sure.map(({ first }) => first)), last: inOrder(chosen.map(({ last }) => last)) }
  sortedDays.set(chosen, days)
  return days
}

/** How many of some sorted days are that day or later. */
function numberFrom(sorted: readonly number[], day: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < day) low = middle + 1
    else high = middle
  }
  return sorted.length - low
}

/**
 * Sets of items that could be those taken, among them the one that `better` likes best and, under it, would have as
 * many optional items as are `wanted`. An extreme of an aggregate is reached on one of them.
 */
export function choices(
  { chosen, latest }: Selected,
  better: (a: Chosen, b: Chosen) => number,
  wanted: (one: Chosen) => boolean,
): (readonly Chosen[])[] {
  const plain = latest === undefined ? undefined : newestOf(chosen, latest)
  if (plain) return [plain]
  const sorted = [...chosen].sort(better)
  const sure = sorted.filter(({ truth }) => truth === true)
  const open = sorted.filter(({ truth }) => truth !== true)
  // Of rivals the best liked stands for all; if one of them certainly counts, that one does, wanted or not.
  const bestLiked = (one: Chosen): boolean =>
    open.find(({ rivals, leads }) => rivals === one.rivals && leads !== false) === one
  const standing = open.filter((one) => !one.rivals || one.rivals.several || bestLiked(one))
  const forced = latest === undefined ? standing.filter((one) => one.rivals?.sure && bestLiked(one)) : []
  const optional = standing.filter((one) => !forced.includes(one) && wanted(one))
  if (latest === undefined) return [[...sure, ...forced, ...optional]]
  const size = latest
  // All that are there are taken; the optional ones that are not, are not there.
  const whole = sure.length <= size ? [[...sure, ...optional.slice(0, size - sure.length)]] : []
  // The newest are taken down to some day: what is certainly later is among them, what is certainly earlier is not.
  const days = [...new Set(chosen.flatMap(({ first, last }) => [first, last]))]
  const cut = days.flatMap((day) => {
    const newer = sure.filter(({ first }) => first > day)
    const rest = sorted.filter((one) => one.last >= day && !newer.includes(one))
    const taken = [...newer, ...rest.slice(0, Math.max(0, size - newer.length))]
    return newer.length <= size && taken.length === size ? [taken] : []
  })
  return [...whole, ...cut]
}

/** The newest items, if it is certain which these are: all are there, and no two are of one day. */
function newestOf(chosen: readonly Chosen[], latest: number): readonly Chosen[] | undefined {
  const certain = chosen.every(({ truth, first, last }) => truth === true && first === last)
  const days = new Set(chosen.map(({ first }) => first))
  return certain && days.size === chosen.length
    ? [...chosen].sort((a, b) => b.first - a.first).slice(0, latest)
    : undefined
}
