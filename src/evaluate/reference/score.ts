import { invariant, type Truth } from '../../base/index.js'
import type {
  FactType,
  GroupKeep,
  ProgramCondition,
  ProgramOperand,
  Scorecard,
  Trace,
  Value,
} from '../../model/index.js'
import { faultAt } from '../fault.js'
import { readBounded } from './aggregates.js'
import { extremeOf, sum } from './arithmetic.js'
import { readOfItem } from './fields.js'
import { endsOf, hull } from './order.js'
import { orInstead, type Points, pointsOf, selectedBy, timesOf, ZERO } from './points.js'
import {
  type Context,
  computed,
  factNamed,
  NOTHING,
  type Notes,
  notesOf,
  notesOfTrace,
  numberValue,
  type Reading,
  UNKNOWN,
} from './reading.js'
import { isTaken, keptOf, type Rival, type Selected } from './selection.js'

export type ProgramScorecard = Scorecard<ProgramOperand, ProgramCondition>

/** What came of points when their cap and floor were applied; a cap acts before a floor. */
export interface Bounded {
  readonly cap?: Value
  readonly floor?: Value
  readonly lost: Value
  readonly raised: Value
  readonly result: Value
}

/** A scorecard worked out for one person, from the items to the total. */
export interface Score extends Notes {
  readonly items: readonly ScoredItem[]
  readonly groups: readonly ScoredGroup[]
  readonly weights: readonly ScoredWeight[]
  readonly sum: Value
  readonly whole: Bounded
  /** The most that it could bring; undefined if there is no bound. */
  readonly most: Value | undefined
  readonly total: Value
}

export interface ScoredItem extends Notes {
  readonly points: Points
  readonly bounded: Bounded
  /** The weights that hold, or may hold. */
  readonly weights: readonly string[]
  readonly earned: Value
  readonly most: Value | undefined
}

export interface ScoredGroup {
  readonly sum: Value
  readonly bounded: Bounded
  readonly most: Value | undefined
}

export interface ScoredWeight extends Notes {
  readonly truth: Truth
  readonly trace: Trace
  readonly times: Value
}

/** Works a scorecard out: keep → award → cap and floor of the item → weight → of the group → of the whole. */
export function scoreOf({ items, groups, weights, ...card }: ProgramScorecard, context: Context): Score {
  const selected = new Map(items.map(({ id, source }) => [id, selectedBy(source, context)]))
  for (const { keep } of groups)
    for (const [id, kept] of keep ? keepAcross(keep, selected, context) : []) selected.set(id, kept)
  const weighed = weights.map((weight) => weigh(weight, context))
  const scored = items.map((item): ScoredItem => {
    const points = pointsOf(item.source, selected.get(item.id), context)
    const { bounded, notes } = boundedBy(points.awarded, item, context)
    const on = weights.flatMap(({ id, on }, index) => {
      const weight = weighed[index]
      return weight && weight.truth !== false && on.includes(item.id) ? [{ id, weight }] : []
    })
    const factors = on.map(({ weight }) => weight.factor)
    const most = mostOf([points.most], item)
    return {
      points,
      bounded,
      weights: on.map(({ id }) => id),
      earned: timesOf(bounded.result, factors, context),
      most: endsOf(timesOf(most ?? UNKNOWN, factors, context)).high,
      ...notesOf([...points.notes, notes]),
    }
  })
  const earnedBy = (id: string): ScoredItem => {
    const found = scored[items.findIndex((item) => item.id === id)]
    invariant(found, 'the items of a group were checked', id)
    return found
  }
  const grouped = groups.map((group) => {
    const members = group.of.map(earnedBy)
    const total = added(members.map(({ earned }) => earned))
    const { bounded, notes } = boundedBy(total, group, context)
    return {
      sum: total,
      bounded,
      most: mostOf(
        members.map(({ most }) => most),
        group,
      ),
      notes,
    }
  })
  const alone = items.flatMap(({ id }, index) =>
    groups.some(({ of }) => of.includes(id)) ? [] : (scored[index] ?? []),
  )
  const total = added([...grouped.map(({ bounded }) => bounded.result), ...alone.map(({ earned }) => earned)])
  const { bounded: whole, notes } = boundedBy(total, card, context)
  return {
    items: scored,
    groups: grouped,
    weights: weighed,
    sum: total,
    whole,
    most: mostOf(
      [...grouped, ...alone].map(({ most }) => most),
      card,
    ),
    total: whole.result,
    ...notesOf([...scored, ...grouped.map((group) => group.notes), ...weighed, notes]),
  }

  function added(parts: readonly Value[]): Value {
    return sum([ZERO, ...parts], [], context)
  }

  /** The most that parts can bring together; without one that has no bound, unless a cap bounds them. */
  function mostOf(
    parts: readonly (Value | undefined)[],
    bounds: Pick<ProgramScorecard, 'cap' | 'floor'>,
  ): Value | undefined {
    const known = parts.filter((one) => one !== undefined)
    const together: Value = known.length < parts.length ? { type: 'interval', low: ZERO } : added(known)
    return endsOf(boundedBy(together, bounds, context).bounded.result).high
  }
}

/** The total of a scorecard, with all that there is to say of it. */
export function score(card: ProgramScorecard, context: Context): Reading {
  const { total, ...notes } = scoreOf(card, context)
  return computed(total, [notes])
}

function boundedBy(
  points: Value,
  { cap, floor }: Pick<ProgramScorecard, 'cap' | 'floor'>,
  context: Context,
): { readonly bounded: Bounded; readonly notes: Notes } {
  const [most, least] = [cap, floor].map((bound) => bound && readBounded(bound, context))
  const capped = most ? extremeOf([points, most.value], -1, context) : points
  const result = least ? extremeOf([capped, least.value], 1, context) : capped
  const above = (a: Value, b: Value): Value => extremeOf([ZERO, sum([a], [b], context)], 1, context)
  return {
    bounded: {
      ...(most && { cap: most.value }),
      ...(least && { floor: least.value }),
      lost: most ? above(points, most.value) : ZERO,
      raised: least ? above(least.value, capped) : ZERO,
      result,
    },
    notes: notesOf([most, least].filter((one) => one !== undefined)),
  }
}

function weigh(
  { id, when, times, place }: ProgramScorecard['weights'][number],
  context: Context,
): ScoredWeight & { readonly factor: Value } {
  const trace = context.judge(when, context)
  const { truth } = trace
  const read = readBounded(times, context)
  const { high } = endsOf(read.value)
  if (truth !== false && high?.type === 'number' && high.value.startsWith('-'))
    throw faultAt('fact/negative-weight', { weight: id }, place)
  const one = numberValue(1)
  // A factor that is none changes nothing, as a cap or a floor that is none does.
  const held = orInstead(read.value, one, context)
  const factor = truth === 'unknown' ? hull([one, held], true, context) : truth ? held : one
  return { truth, trace, times: read.value, factor, ...notesOf([notesOfTrace(trace), read]) }
}

/** Of the record's items that belong together, one is kept, whichever scorecard items of the group they count for. */
function keepAcross(
  { of, type, prefer }: GroupKeep<ProgramOperand>,
  selected: ReadonlyMap<string, Selected | undefined>,
  context: Context,
): Map<string, Selected> {
  const members = Object.entries(of).flatMap(([id, keep]) => {
    const from = selected.get(id)
    return from ? [{ id, keep, from }] : []
  })
  const rivals = members.flatMap(({ id, keep: { by, per }, from }) =>
    from.chosen.flatMap((one): Rival<Rival['one'] & { readonly of: string }>[] => {
      const { item } = one
      if (!item || one.having === false || isTaken(one, from) === false) return []
      const inside = { ...from.context, items: [item] }
      const taken = isTaken(one, from) === true && one.having === true
      const rival = {
        ...one,
        item,
        notes: NOTHING,
        truth: taken || ('unknown' as const),
        having: true as const,
        of: id,
      }
      return [
        { one: rival, group: readOfItem(factNamed(per, context), item, from.context), rank: context.read(by, inside) },
      ]
    }),
  )
  const more = members.some(({ from }) => from.more)
  const [first] = members
  const per: FactType = first ? factNamed(first.keep.per, context).type : { is: 'text' }
  const notes = rivals.flatMap(({ group, rank }) => [group, rank])
  const kept = keptOf(rivals, { type, per, more, ...(prefer && { prefer }) }, context)
  return new Map(
    members.map(({ id, from }) => {
      // Those that nobody knows of stay as they were.
      const unseen = from.chosen.filter(({ item }) => !item)
      // Which of several is kept links items of different lists: of that nothing is made.
      const own = kept.filter((one) => one.of === id).map(({ rivals: _, leads: _leads, ...one }) => one)
      const endless = from.more && from.latest === undefined
      const chosen = [...own, ...unseen]
      return [id, { ...from, chosen, more: endless, latest: undefined, ...notesOf([from, ...notes]) }]
    }),
  )
}
