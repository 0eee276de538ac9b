import { lackingAtMost, negated } from '../../values.js'
import type { ScorePhrases } from '../params.js'
import type { Saying } from '../phrases.js'
import { amountText, itemNumber, value } from './words.js'

export const score: Saying<ScorePhrases> = {
  name: ({ title }) => title.zh,
  total: () => '总分',
  points: ({ value: points }) => value(points),
  limited: ({ lost, cap, raised, floor }) =>
    [
      lost && `${value(negated(lost))}${cap ? `（上限${value(cap)}）` : ''}`,
      raised && `+${value(raised)}${floor ? `（下限${value(floor)}）` : ''}`,
    ]
      .filter(Boolean)
      .join(' '),
  weighted: ({ factors }) => factors.map(({ times, sure }) => `${sure ? '' : '1或'}${value(times)}`).join(' × '),
  band: ({ bands }) => {
    const named = bands.map(({ title, from }) => `${title.zh}${from ? `（${amountText(from, '分')}及以上）` : ''}`)
    return named.length > 1 ? `档次尚不能确定，可能是：${named.join('、')}` : `档次：${named.join('')}`
  },
  nextBand: ({ title, from, points }) =>
    `距离上一档“${title.zh}”（${amountText(from, '分')}及以上）还差${amountText(points, '分')}`,
  pass: ({ atLeast, lacking }) => {
    const mark = `及格分为${amountText(atLeast, '分')}`
    const most = lackingAtMost(lacking)
    if (!lacking || most === 'nothing') return `${mark}，已达到`
    if (most === 'sure') return `${mark}，还差${amountText(lacking, '分')}`
    return `${mark}，尚不能确定是否达到${most === 'unknown' ? '' : `，最多还差${amountText(most, '分')}`}`
  },
  scoring: ({ id, title }) => `${title.zh}（${id}）`,
  scored: ({ at, date, by, points, doubtful }) => {
    const when = date.type === 'unknown' ? '日期未知' : value(date)
    const what = by ? `${when}，${value(by)}` : when
    const unsure = doubtful ? '，能否计入尚不能确定' : ''
    return `${what}：${amountText(points, '分')}（第${itemNumber(at)}项${unsure}）`
  },
  quantity: ({ fact, value: quantity, units }) => `${fact.title.zh}：${value(quantity)}，计${value(units)}个单位`,
  nothingScored: () => '记录中没有可以计分的事项',
  weight: ({ id, title, times, truth, on }) => {
    const where = on.length > 0 ? `（用于${on.map(({ zh: text }) => text).join('、')}）` : ''
    const holds = truth === 'unknown' ? '无法判定' : truth ? '成立' : '不成立，不加权'
    return `权重 ${title.zh}（${id}）：乘以${value(times)}${where}，${holds}`
  },
}
