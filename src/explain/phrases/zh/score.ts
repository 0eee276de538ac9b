import { isTime, lackingAtMost, negated } from '../../values.js'
import type { ScorePhrases } from '../params.js'
import type { Phrases, Saying } from '../phrases.js'
import { itemNumber, pointsText, value } from './words.js'

export const columns: Phrases['columns'] = {
  name: '项目',
  awarded: '原始分',
  limited: '上下限调整',
  weighted: '权重',
  earned: '实得分',
  possible: '最高可得',
}

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
  reading: ({ limited, weighted }) => {
    const points = limited ? `${columns.awarded} + ${columns.limited}` : columns.awarded
    const formula = weighted ? `${limited ? `（${points}）` : ` ${points} `}× ${columns.weighted}` : ` ${points}`
    return `${columns.earned} =${formula}；分组和总分的${columns.awarded}，是其中各项${columns.earned}之和`
  },
  band: ({ bands }) => {
    const named = bands.map(({ title, from }) => `${title.zh}${from ? `（${pointsText(from)}及以上）` : ''}`)
    return named.length > 1 ? `档次尚不能确定，可能是：${named.join('、')}` : `档次：${named.join('')}`
  },
  nextBand: ({ title, from, points }) =>
    `距离上一档“${title.zh}”（${pointsText(from)}及以上）还差${pointsText(points)}`,
  pass: ({ atLeast, lacking }) => {
    const mark = `及格分为${pointsText(atLeast)}`
    if (atLeast.type === 'none') return '没有及格分，视为未达到'
    const most = lackingAtMost(lacking)
    if (!lacking || most === 'nothing') return `${mark}，已达到`
    if (most === 'sure') return `${mark}，还差${pointsText(lacking)}`
    return `${mark}，尚不能确定是否达到${most === 'unknown' ? '' : `，最多还差${pointsText(most)}`}`
  },
  scoring: ({ id, title }) => `${title.zh}（${id}）`,
  scored: ({ at, date, by, points, doubtful }) => {
    const when = date.type === 'unknown' ? '日期未知' : value(date)
    const what = by ? `${when}，${by.type === 'unknown' ? '计分情形未知' : value(by)}` : when
    const unsure = doubtful ? '，能否计入尚不能确定' : ''
    return `${what}：${pointsText(points)}（记录第${itemNumber(at)}项${unsure}）`
  },
  quantity: ({ fact, value: quantity, units }) =>
    `${fact.title.zh}：${value(quantity)}，按${value(units)}${isTime(quantity) ? '个周期' : ''}计算`,
  nothingScored: () => '记录中没有可以计分的事项',
  weight: ({ id, title, times, truth, on }) => {
    const where = on.length > 0 ? `（用于${on.map(({ zh: text }) => text).join('、')}）` : ''
    const holds = truth === 'unknown' ? '无法判定' : truth ? '成立' : '不成立，不加权'
    return `权重 ${title.zh}（${id}）：乘以${value(times)}${where}，${holds}`
  },
}
