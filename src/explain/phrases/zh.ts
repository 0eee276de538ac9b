import { fillPlaceholders, formatPlace } from '../../base/index.js'
import type { Citation } from '../../model/index.js'
import { durationText, formatInSentence, formatValue, type Vocabulary, verdict, withOperand } from '../values.js'
import type { Phrases } from './phrases.js'

const vocabulary: Vocabulary = {
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

const value = (shown: Parameters<typeof formatValue>[0]): string => formatValue(shown, vocabulary)

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

const citationText = ({ document, issuer, article }: Citation): string =>
  [document && `《${document}》`, article, issuer && `（${issuer}）`].filter(Boolean).join('')

export const zh: Phrases = {
  headings: {
    outcome: '结论',
    figures: '计算结果',
    inputs: '随记录给出的输入',
    alternatives: '可能适用的其他版本',
    determining: '决定结论的规则',
    setAside: '成立但被搁置的规则',
    alsoMet: '同时成立的规则',
    undetermined: '无法判定的规则',
    missing: '记录中没有的信息',
    assumptions: '所用的假定（文件和记录没有写明）',
    unmet: '不成立的规则',
    review: '由人决定，可以要求复核',
  },
  value,
  lines: {
    outcome: ({ title }) => title.zh,
    possible: ({ titles }) => `现有信息不足，以下结论都有可能：${titles.map(({ zh: text }) => text).join('、')}`,
    notInForce: ({ from, until }) => `政策在基准日没有施行（施行期自 ${from}${until ? ` 至 ${until}，不含该日` : ''}）`,
    outOfScope: () => '不在政策的适用范围内：',
    noVersionApplies: () => '没有一个版本适用于此人：',
    versionUnclear: () => '不知道适用哪个版本：',
    policy: ({ title, id, version, asOf }) => `依据政策：${title.zh}（${id}，${version} 版）；基准日 ${asOf}`,
    rule: ({ id, title, role }) => `${role.zh} ${title.zh}（${id}）`,
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
        default:
          return `${word}：${by === 'exemption' ? '豁免情形' : '暂缓情形'} ${title?.zh ?? ''}（${id}）`
      }
    },
    unless: ({ truth }) => `例外情形：${truth === 'unknown' ? '无法判定' : truth ? '成立' : '不成立'}`,
    value: ({ fact, value: shown }) => `${fact.title.zh}：${value(shown)}`,
    alternative: ({ title, id, version, titles }) =>
      `${title.zh}（${id}，${version} 版）：${titles.map(({ zh: text }) => text).join('、')}`,
    source: ({ citation, place, assumed }) =>
      `依据：${citationText(citation)}${assumed ? '；本条细节为假定' : ''}；${formatPlace(place)}`,
    missing: ({ path, fact, reason, matters, rules, year }) => {
      const what = {
        absent: `${fact.title.zh}（${path}）`,
        'no-current-entry': `没有${fact.title.zh}（${path} 中没有一条正在进行）`,
        'several-current-entries': `${fact.title.zh}不止一条（${path} 中有几条正在进行）`,
        'year-missing': `${year}年度考核`,
        'month-only': `${fact.title.zh}（${path}）的具体日期`,
        'no-result': `${fact.title.zh}（${fact.id}，由嵌入程序计算）没有结果`,
      }[reason]
      return `${what}：${matters ? '补充后才能判定' : '不影响本结论'}（涉及 ${rules.join('、')}）`
    },
    parameterAssumed: ({ name, title, value: shown, place }) =>
      `${title.zh} = ${value(shown)}（$${name}，${formatPlace(place)}）`,
    ruleAssumed: ({ title, id, place }) => `规则“${title.zh}”（${id}，${formatPlace(place)}）`,
    periodAssumed: ({ from }) => `政策自 ${from} 起施行`,
    supposed: ({ kind, path, fact, value: shown, decisive }) => {
      if (kind === 'still-open') return `${fact.title.zh}（${path}）没有记录，视为尚未结束`
      if (kind === 'absent-value') return `${fact.title.zh}（${path}）没有记录，按规定视为${value(shown)}`
      const hangs = decisive ? '当月其他日子会得出不同结论，请核实具体日期' : '当月任何一天结论都相同'
      return `${fact.title.zh}（${path}）只知年月 ${value(shown)}，按当月第一天计；${hangs}`
    },
    humanDecision: ({ adverse }) =>
      `以上是供决定人参考的建议，不是决定；${adverse ? '对当事人不利的结论必须由人核实后作出，并听取本人意见' : '由有权决定的人作出决定'}。`,
    remedy: ({ title, to, within, citation, assumed }) => {
      const limit = within === undefined ? '' : `，期限：自知道之日起${durationText(within, vocabulary)}`
      const basis = citation ? `；依据：${citationText(citation)}` : ''
      return `${title.zh}：向${to.zh}提出${limit}${basis}${assumed ? '（途径为假定）' : ''}`
    },
  },
}

/** `posts.1` is the second item; a missing year names itself. */
function itemNumber(at: string): string {
  const index = /\.(\d+)$/.exec(at)?.[1]
  return index === undefined ? at.replace(/^.*\((\d+)\)$/, ' $1 年（缺）') : String(Number(index) + 1)
}
