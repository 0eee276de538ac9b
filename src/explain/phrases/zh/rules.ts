import { fillPlaceholders, formatPlace } from '../../../base/index.js'
import { formatInSentence, verdict, withOperand } from '../../values.js'
import type { RulePhrases } from '../params.js'
import type { Saying } from '../phrases.js'
import { citationText, itemNumber, value, vocabulary } from './words.js'

/** Each operator as it is asked for, and as its opposite is. */
const operators: Readonly<Record<string, readonly [string, string]>> = {
  is: ['为', '不为'],
  isNot: ['不为', '为'],
  in: ['属于', '不属于'],
  notIn: ['不属于', '属于'],
  atLeast: ['至少', '不满'],
  atMost: ['至多', '超过'],
  moreThan: ['超过', '至多'],
  lessThan: ['不满', '至少'],
  between: ['介于', '不介于'],
  before: ['早于', '不早于'],
  after: ['晚于', '不晚于'],
  onOrBefore: ['不晚于', '晚于'],
  onOrAfter: ['不早于', '早于'],
  within: ['在最近', '不在最近'],
  contains: ['包含', '不包含'],
  containsAny: ['包含其中之一：', '不包含其中任何一个：'],
  containsAll: ['包含全部：', '未包含全部：'],
  known: ['已知', '未知'],
}

const asides = {
  exemption: '豁免情形',
  deferral: '暂缓情形',
  exclusion: '排除情形',
} as const

export const rules: Saying<RulePhrases> = {
  rule: ({ id, title, role }) => `${role.zh} ${title.zh}（${id}）`,
  notMet: () => '未达到本条要求',
  because: ({ text, values }) => fillPlaceholders(text.zh, (name) => formatInSentence(values[name], vocabulary)),
  consequence: ({ words }) => `后果：${words.map(({ zh: text }) => text).join('，')}`,
  comparison: ({ fact, operator, operatorTitle, negated, actual, operand, truth, parameters }) => {
    const word = operators[operator]?.[negated ? 1 : 0] ?? operator
    const named = parameters.map(({ name, assumed }) => `$${name}${assumed ? '，假定' : ''}`)
    const figure = named.length > 0 ? `（${named.join('；')}）` : ''
    const asked = operatorTitle
      ? `${negated ? '不' : ''}${withOperand(operatorTitle.zh, value(operand))}`
      : operator === 'known'
        ? word
        : `${word}${value(operand)}${operator === 'within' ? '内' : ''}`
    return `${verdict(truth, '？')} ${fact.title.zh}：${value(actual)}；要求${asked}${figure}`
  },
  quantifier: ({ of, truth, n, items, known, meeting, shown }) => {
    const asked = n === undefined ? '' : `，至少${n}项须符合`
    const list = `${verdict(truth, '？')} ${of.title.zh}`
    if (!known) return `${list}：记录中没有这一项，不知道有没有`
    if (items === 0) return `${list}${n === undefined ? '' : `（至少${n}项须符合）`}：没有相关记录`
    if (shown > 0)
      return `${list}（共${items}项${asked}）：其中${meeting === 'unknown' ? '无法判定的' : meeting ? '符合条件的' : '不符合条件的'}${shown}项`
    return `${list}（共${items}项${asked}）：${meeting === false ? '没有一项符合条件' : '每一项都符合条件'}`
  },
  item: ({ at, doubtful }) => `第${itemNumber(at)}项${doubtful ? '（不知是否在所看的项之内）' : ''}：`,
  group: ({ kind, n }) => (kind === 'any' ? '下列至少一条须成立：' : `下列至少${n}条须成立：`),
  setAsideBy: ({ by, id, title, may, approvedBy, on, evidence }) => {
    const word = may ? '决定人可以据以搁置' : '搁置'
    switch (by) {
      case 'unless':
        return `${word}：例外情形成立`
      case 'waiver':
        return `${word}：个案豁免，${approvedBy}于 ${on} 批准${evidence ? `，凭据：${evidence}` : ''}`
      case 'benefit':
        return `${word}：不与激励“${title?.zh ?? ''}”（${id}）重复享受`
      default:
        return `${word}：${asides[by]} ${title?.zh ?? ''}（${id}）`
    }
  },
  unless: ({ truth }) => `例外情形：${truth === 'unknown' ? '无法判定' : truth ? '成立' : '不成立'}`,
  source: ({ citation, place, assumed }) =>
    `依据：${citationText(citation)}${assumed ? '；本条细节为假定' : ''}；${formatPlace(place)}`,
}
