import { lackingAtMost, negated } from '../../values.js'
import type { ScorePhrases } from '../params.js'
import type { Phrases, Saying } from '../phrases.js'
import { itemNumber, pointsText, value } from './words.js'

export const columns: Phrases['columns'] = {
  name: 'item',
  awarded: 'awarded',
  limited: 'cap or floor',
  weighted: 'weight',
  earned: 'earned',
  possible: 'at most',
}

export const score: Saying<ScorePhrases> = {
  name: ({ title }) => title.en,
  total: () => 'total',
  points: ({ value: points }) => value(points),
  limited: ({ lost, cap, raised, floor }) =>
    [
      lost && `${value(negated(lost))}${cap ? ` (cap ${value(cap)})` : ''}`,
      raised && `+${value(raised)}${floor ? ` (floor ${value(floor)})` : ''}`,
    ]
      .filter(Boolean)
      .join(' '),
  weighted: ({ factors }) => factors.map(({ times, sure }) => `${sure ? '' : '1 or '}${value(times)}`).join(' × '),
  reading: ({ limited, weighted }) => {
    const points = limited ? `${columns.awarded} + ${columns.limited}` : columns.awarded
    const formula = weighted ? `${limited ? `(${points})` : points} × ${columns.weighted}` : points
    return `${columns.earned} = ${formula}; a group and the total are ${columns.awarded} the sum of what their items ${columns.earned}`
  },
  band: ({ bands }) => {
    const named = bands.map(({ title, from }) => `${title.en}${from ? ` (${value(from)} or more)` : ''}`)
    return named.length > 1 ? `the band is not known; it may be: ${named.join(', ')}` : `band: ${named.join('')}`
  },
  nextBand: ({ title, from, points }) =>
    `${pointsText(points)} short of the next band, “${title.en}” (${value(from)} or more)`,
  pass: ({ atLeast, lacking }) => {
    const mark = `pass mark of ${pointsText(atLeast)}`
    if (atLeast.type === 'none') return 'there is no pass mark, so it is not reached'
    const most = lackingAtMost(lacking)
    if (!lacking || most === 'nothing') return `${mark}: reached`
    if (most === 'sure') return `${mark}: ${pointsText(lacking)} short`
    return `${mark}: not known whether it is reached${most === 'unknown' ? '' : `; ${pointsText(most)} short at most`}`
  },
  scoring: ({ id, title }) => `${title.en} (${id})`,
  scored: ({ at, date, by, points, doubtful }) => {
    const when = date.type === 'unknown' ? 'date not known' : value(date)
    const what = by ? `${when}, ${by.type === 'unknown' ? 'what it scores by not known' : value(by)}` : when
    const unsure = doubtful ? '; not known whether it counts' : ''
    return `${what}: ${pointsText(points)} (item ${itemNumber(at)} on record${unsure})`
  },
  quantity: ({ fact, value: quantity, units }) =>
    `${fact.title.en}: ${value(quantity)}; units counted: ${value(units)}`,
  nothingScored: () => 'nothing on record scores here',
  weight: ({ id, title, times, truth, on }) => {
    const where = on.length > 0 ? ` (on ${on.map(({ en: text }) => text).join(', ')})` : ''
    const holds = truth === 'unknown' ? 'cannot be determined' : truth ? 'met' : 'not met, so it does not count'
    return `weight ${title.en} (${id}): times ${value(times)}${where}; ${holds}`
  },
}
