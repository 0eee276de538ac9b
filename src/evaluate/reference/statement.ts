import type { FactId } from '../../base/index.js'
import { type ScoreStatement, showValue, type Value } from '../../model/index.js'
import { extremeOf, sum } from './arithmetic.js'
import { compareValues, endsOf } from './order.js'
import { ZERO } from './points.js'
import { type Context, factNamed } from './reading.js'
import { type Bounded, type ProgramScorecard, type ScoredItem, scoreOf } from './score.js'

type Parts = Pick<ScoreStatement['items'][number], 'cap' | 'floor' | 'lost' | 'raised' | 'possible'>

/** How the score of a person came about, as decisions show it. */
export function statementOf(card: ProgramScorecard, context: Context): ScoreStatement {
  const score = scoreOf(card, context)
  const { items, groups, weights } = card
  return {
    title: card.title,
    items: items.flatMap((item, index) => {
      const scored = score.items[index]
      const group = groups.find(({ of }) => of.includes(item.id))
      return scored ? itemOf(item, scored, group?.id) : []
    }),
    groups: groups.flatMap(({ id, title, of, provenance, citation, place }, index) => {
      const scored = score.groups[index]
      if (!scored) return []
      const { sum: together, bounded, most } = scored
      const earned = showValue(bounded.result)
      return [
        { id, title, of, sum: showValue(together), ...partsOf(bounded, most), earned, provenance, citation, place },
      ]
    }),
    weights: weights.flatMap(({ id, title, on, provenance, citation, place }, index) => {
      const scored = score.weights[index]
      if (!scored) return []
      const { truth, trace, times } = scored
      return [{ id, title, truth, times: showValue(times), on, trace, provenance, citation, place }]
    }),
    sum: showValue(score.sum),
    ...partsOf(score.whole, score.most),
    total: showValue(score.total),
    ...bandsOf(card, score.total, context),
    ...passOf(card, score.total, context),
    missing: score.missing,
    provenance: card.provenance,
    citation: card.citation,
    place: card.place,
  }

  function itemOf(
    { id, title, source, provenance, citation, place }: ProgramScorecard['items'][number],
    { points, bounded, weights: on, earned, most, missing }: ScoredItem,
    group: string | undefined,
  ): ScoreStatement['items'][number] {
    const { awarded, lines, quantity, by, trace } = points
    return {
      id,
      title,
      ...(group !== undefined && { group }),
      lines: lines.map(({ date, by: looked, points: worth, ...line }) => ({
        ...line,
        date: showValue(date),
        ...(looked && { by: showValue(looked) }),
        points: showValue(worth),
      })),
      ...(quantity &&
        source.kind === 'per' && {
          quantity: {
            fact: source.fact ? nameOf(source.fact) : { id, title },
            value: showValue(quantity.value),
            units: showValue(quantity.units),
          },
        }),
      ...(by && source.kind === 'when' && source.by && { by: { fact: nameOf(source.by), value: showValue(by) } }),
      ...(trace && { when: trace }),
      awarded: showValue(awarded),
      ...partsOf(bounded, most),
      weights: on,
      earned: showValue(earned),
      missing,
      provenance,
      citation,
      place,
    }
  }

  function nameOf(id: FactId): { id: string; title: { zh: string; en: string } } {
    const { title } = factNamed(id, context)
    return { id, title }
  }
}

function partsOf({ cap, floor, lost, raised }: Bounded, most: Value | undefined): Parts {
  return {
    ...(cap && { cap: showValue(cap) }),
    ...(floor && { floor: showValue(floor) }),
    ...(isSome(lost) && { lost: showValue(lost) }),
    ...(isSome(raised) && { raised: showValue(raised) }),
    ...(most && { possible: showValue(most) }),
  }
}

/** The bands that the total may lie in, and how far the lowest of them is from the next. */
function bandsOf(
  { bands }: ProgramScorecard,
  total: Value,
  context: Context,
): Partial<Pick<ScoreStatement, 'bands' | 'band' | 'toNextBand'>> {
  if (bands.length === 0) return {}
  const starts = bands.map(({ from }) => from && context.read(from, context).value)
  const { low, high } = endsOf(total)
  const touched = bands.filter((_, index) => {
    const [from, above] = [starts[index], starts[index - 1]]
    const reached = !from || !high || compareValues(high, from, context) >= 0
    return reached && (!above || !low || compareValues(low, above, context) < 0)
  })
  const lowest = bands.findLastIndex((band) => touched.includes(band))
  const [next, from] = [bands[lowest - 1], starts[lowest - 1]]
  return {
    bands: bands.map(({ id, title }, index) => {
      const start = starts[index]
      return { id, title, ...(start && { from: showValue(start) }) }
    }),
    band: touched.map(({ id }) => id),
    ...(next &&
      from && {
        toNextBand: {
          id: next.id,
          title: next.title,
          from: showValue(from),
          points: showValue(lack(from, total, context)),
        },
      }),
  }
}

function passOf({ pass }: ProgramScorecard, total: Value, context: Context): Partial<Pick<ScoreStatement, 'pass'>> {
  if (!pass) return {}
  const mark = context.read(pass, context).value
  const lacking = lack(mark, total, context)
  return { pass: { atLeast: showValue(mark), ...(isSome(lacking) && { lacking: showValue(lacking) }) } }
}

/** What a total lacks to reach a mark; nothing if it does. A mark that is none is reached by no total. */
function lack(mark: Value, total: Value, context: Context): Value {
  if (mark.type === 'none') return mark
  return extremeOf([ZERO, sum([mark], [total], context)], 1, context)
}

/** Whether it is, or may be, any points at all. */
function isSome(points: Value): boolean {
  return points.type !== 'number' || points.value !== '0'
}
