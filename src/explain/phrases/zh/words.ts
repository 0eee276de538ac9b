import type { Citation, ShownValue } from '../../../model/index.js'
import { formatValue, type Vocabulary } from '../../values.js'

/** The words that values are said with. */
export const vocabulary: Vocabulary = {
  yes: '是',
  no: '否',
  none: '无',
  open: '尚未结束',
  unknown: '未知',
  separator: '、',
  quote: (text) => `“${text}”`,
  atLeast: (low) => `${low}或更多`,
  atMost: (high) => `${high}或更少`,
  range: (low, high) => `${low}至${high}`,
  orNone: (text) => `${text}，也可能没有`,
  duration: ({ months, days }) => {
    const [years, rest] = [Math.trunc(months / 12), months % 12]
    return `${years ? `${years}年` : ''}${rest ? `${rest}个月` : ''}${days ? `${days}天` : ''}` || '0天'
  },
  before: (duration) => `还差${duration}`,
}

export const value = (shown: ShownValue): string => formatValue(shown, vocabulary)

/** A number with its unit: money. */
export function amountText(amount: ShownValue, unit: string): string {
  if (amount.type === 'unknown') return '数额未知'
  if (amount.type !== 'interval' || (amount.low && amount.high)) return `${value(amount)}${unit}`
  return amount.low ? `至少${value(amount.low)}${unit}` : `至多${amount.high ? value(amount.high) : ''}${unit}`
}

export function pointsText(points: ShownValue): string {
  return points.type === 'unknown' ? '分值未知' : amountText(points, '分')
}

export const citationText = ({ document, issuer, article }: Citation): string =>
  [document && `《${document}》`, article, issuer && `（${issuer}）`].filter(Boolean).join('')

/** `posts.1` is the second item; a missing year names itself. */
export function itemNumber(at: string): string {
  const index = /\.(\d+)$/.exec(at)?.[1]
  return index === undefined ? at.replace(/^.*\((\d+)\)$/, ' $1 年（缺）') : String(Number(index) + 1)
}
