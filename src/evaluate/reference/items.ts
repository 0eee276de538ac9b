import {
  addDays,
  addDuration,
  allOf,
  firstDay,
  invariant,
  pack,
  parseDate,
  type Truth,
  unpack,
} from '../../base/index.js'
import { listIn, type ProgramCondition, type ProgramOperand, type Selection, type Value } from '../../model/index.js'
import { doubtfulMonths, readOfItem } from './fields.js'
import { test } from './operators.js'
import { endsOf } from './order.js'
import {
  type Context,
  computed,
  dateValue,
  factNamed,
  type Item,
  NOTHING,
  type Notes,
  notesOf,
  notesOfTrace,
  type Reading,
} from './reading.js'

type ListId = Selection<ProgramOperand, ProgramCondition>['of']

export interface Items extends Notes {
  readonly items: readonly Item[]
  /** False if the record does not have the list. */
  readonly known: boolean
  /** True if there may be any other items than these. */
  readonly more: boolean
}

/** How missing years of a yearly list are filled. */
export interface Filling {
  readonly gaps?: 'skip'
  /** How long after its end a year's item is due. */
  readonly due?: Value
  /** The start of the window that is looked at, if it is known. */
  readonly since?: Value
}

/** The items dated on or before the as-of date, those without a date, and the years of service that lack an item. */
export function itemsOf(id: ListId, context: Context, filling: Filling = {}): Items {
  const list = context.policy.lists[id]
  invariant(list, 'the list was checked', id)
  if (context.blind) return { items: [], known: true, more: false, ...NOTHING }
  if (list.parts) return namedItems(id, list.parts, context, filling)
  const entries = listIn(context.data, list.keys)
  if (!entries) {
    const field = { path: list.keys.join('.'), fact: { id, title: list.title }, reason: 'absent' } as const
    return { items: [], known: false, more: true, ...NOTHING, missing: [field] }
  }
  const dated = entries.map((data, index) => {
    const item: Item = { list: id, at: `${list.keys.join('.')}.${index}`, data, seen: 'unknown' }
    const date = dateOf(item, context)
    return { item: { ...item, seen: isPast(date.value, context) }, date }
  })
  const items = dated.map(({ item }) => item).filter(({ seen }) => seen !== false)
  const years = list.yearly && filling.gaps !== 'skip' ? missingYears(id, dated, context, filling) : []
  const months = dated.map(({ date }) => ({
    ...NOTHING,
    missing: date.missing,
    supposed: doubtfulMonths(date, context),
  }))
  return { items: [...items, ...years], known: true, more: false, ...notesOf(months) }
}

/** The items of other lists that a named list is made of. */
function namedItems(
  id: ListId,
  parts: NonNullable<Context['policy']['lists'][ListId]['parts']>,
  context: Context,
  filling: Filling,
): Items {
  const found = parts.map(({ of, where }, part) => {
    const source = itemsOf(of, context, filling)
    const judged = source.items.map((one) => {
      const trace = where && context.judge(where, { ...context, items: [one] })
      const many = one.many && { many: one.many }
      const item: Item = { list: id, at: one.at, data: one.data, seen: one.seen, ...many, source: { item: one, part } }
      const date = dateOf(item, context)
      const seen = allOf([one.seen, trace?.truth ?? true, isPast(date.value, context)])
      const notes = notesOf([trace ? notesOfTrace(trace) : NOTHING, { ...NOTHING, missing: date.missing }])
      return { item: { ...item, seen }, notes }
    })
    return { source, judged }
  })
  const judged = found.flatMap((one) => one.judged)
  return {
    items: judged.map(({ item }) => item).filter(({ seen }) => seen !== false),
    known: found.every(({ source }) => source.known),
    more: found.some(({ source }) => source.more),
    ...notesOf([...found.map(({ source }) => source), ...judged.map(({ notes }) => notes)]),
  }
}

/** Whether a date has come; what is open never ends. */
function isPast(date: Value, context: Context): Truth {
  return test('onOrBefore', date, dateValue(context.asOf), { ...context, type: { is: 'date' } })
}

/** The date of an item. */
export function dateOf(item: Item, context: Context): Reading {
  const datedBy = context.policy.lists[item.list]?.datedBy
  invariant(datedBy, 'a list has dates')
  const { memory, conventions, policy } = context
  const key = `${item.list} ${item.at} ${item.source?.part ?? ''}`
  const known = conventions === policy.conventions ? memory.others.get(key) : undefined
  if (known) return known
  const date = readOfItem(factNamed(datedBy, context), item, context)
  // What a list was given as dates may look back from another day.
  if (conventions === policy.conventions && !item.source) memory.others.set(key, date)
  return date
}

/** From when an item lasts, and the first day on which it no longer does. */
export function periodOf(item: Item, context: Context): { readonly from: Reading; readonly to: Reading } {
  const period = context.policy.lists[item.list]?.period
  invariant(period, 'the checker lets only lists with periods be asked for them')
  const from = readOfItem(factNamed(period.from, context), item, context)
  const to = readOfItem(factNamed(period.to, context), item, context)
  if (context.conventions.to === 'excluded') return { from, to }
  const next = (end: Value | undefined): Value | undefined =>
    end?.type === 'date' ? dateValue(addDays(firstDay(end.value), 1)) : end
  const { low, high } = endsOf(to.value)
  const moved: Value =
    to.value.type === 'interval'
      ? { ...to.value, ...(low && { low: next(low) ?? low }), ...(high && { high: next(high) ?? high }) }
      : (next(to.value) ?? to.value)
  return { from, to: computed(moved, [to]) }
}

/**
 * The years of service, to the last ended one that is due, that lack an annual assessment. Where nobody knows when work
 * started, the years from the first one assessed were years of service, and any other may have been one.
 */
function missingYears(
  list: ListId,
  dated: readonly { readonly item: Item; readonly date: Reading }[],
  { data, asOf, conventions }: Context,
  { due, since }: Filling,
): Item[] {
  const years = dated.flatMap(({ item, date: { value } }) =>
    item.seen === true && item.data.kind === 'annual' && value.type === 'date' ? [unpack(value.value).year] : [],
  )
  const ended = asOf % 10000 === 1231 ? unpack(asOf).year : unpack(asOf).year - 1
  const duration = due?.type === 'duration' ? due.value : { months: 0, days: 0 }
  const isDue = (year: number): boolean => addDuration(pack(year, 12, 31), duration, conventions.monthEnd) <= asOf
  const started = data.workStartedOn === undefined ? undefined : unpack(parseDate(data.workStartedOn) ?? asOf).year
  const first = started ?? Math.min(...years)
  const window = since?.type === 'date' ? unpack(since.value).year : undefined
  const from = started === undefined ? (window ?? Math.min(first, ended)) : Math.max(window ?? first, first)
  const all = Array.from({ length: Math.max(0, ended - from + 1) }, (_, index) => from + index)
  const annual = (year: number) => ({ list, at: `${list} (${year})`, data: { kind: 'annual', year } })
  const missing = all
    .filter((year) => !years.includes(year) && isDue(year))
    .map((year): Item => {
      const lacks = { path: `${list} (${year})`, reason: 'year-missing', year } as const
      // Before the first year assessed nobody knows whether work had started.
      return { ...annual(year), seen: year >= first ? true : 'unknown', lacks }
    })
  const earlier: Item = {
    ...annual(from - 1),
    seen: 'unknown',
    many: true,
    lacks: { path: 'workStartedOn', reason: 'absent' },
  }
  return started === undefined && window === undefined ? [earlier, ...missing] : missing
}

/** Items of which nothing is known: of a named list, one for each of its parts. */
export function blankItems(id: ListId, context: Context): Item[] {
  const list = context.policy.lists[id]
  invariant(list, 'the list was checked', id)
  const blank: Item = { list: id, at: id, data: {}, seen: 'unknown', lacks: { path: id, reason: 'absent' } }
  if (!list.parts) return [blank]
  return list.parts.flatMap(({ of }, part) =>
    blankItems(of, context).map((item) => ({ ...blank, source: { item, part } })),
  )
}
