import type { Citation, ShownValue } from '../../../model/index.js'
import { formatValue, type Vocabulary } from '../../values.js'

const counted = (amount: number, unit: string): string[] =>
  amount ? [`${amount} ${unit}${amount === 1 ? '' : 's'}`] : []

/** The words that values are said with. */
export const vocabulary: Vocabulary = {
  yes: 'yes',
  no: 'no',
  none: 'none',
  open: 'still open',
  unknown: 'not known',
  separator: ', ',
  quote: (text) => `“${text}”`,
  atLeast: (low) => `${low} or more`,
  atMost: (high) => `${high} or less`,
  range: (low, high) => `${low} to ${high}`,
  orNone: (text) => `${text}, or none`,
  duration: ({ months, days }) =>
    [...counted(Math.trunc(months / 12), 'year'), ...counted(months % 12, 'month'), ...counted(days, 'day')].join(
      ' ',
    ) || '0 days',
  before: (duration) => `${duration} to go`,
}

export const value = (shown: ShownValue): string => formatValue(shown, vocabulary)

/** A number with its unit: money. */
export function amountText(amount: ShownValue, unit: string): string {
  if (amount.type === 'unknown') return 'amount not known'
  if (amount.type !== 'interval' || (amount.low && amount.high)) return `${value(amount)} ${unit}`.trim()
  const [word, end] = amount.low ? ['at least', amount.low] : ['at most', amount.high]
  return `${word} ${end ? value(end) : ''} ${unit}`.trim()
}

export function pointsText(points: ShownValue): string {
  const one = points.type === 'number' && /^-?1$/.test(points.value)
  return points.type === 'unknown' ? 'points not known' : amountText(points, one ? 'point' : 'points')
}

export const citationText = ({ document, issuer, article }: Citation): string =>
  [document && `《${document}》`, article, issuer && `(${issuer})`].filter(Boolean).join(' ')

/** `posts.1` is the second item; a missing year names itself. */
export function itemNumber(at: string): string {
  const index = /\.(\d+)$/.exec(at)?.[1]
  return index === undefined ? at : String(Number(index) + 1)
}
