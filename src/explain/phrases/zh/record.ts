import { formatPlace } from '../../../base/index.js'
import type { RecordPhrases } from '../params.js'
import type { Saying } from '../phrases.js'
import { value } from './words.js'

export const record: Saying<RecordPhrases> = {
  value: ({ fact, value: shown }) => `${fact.title.zh}：${value(shown)}`,
  missing: ({ matters, rules, ...field }) =>
    `${fieldText(field)}：${matters ? '补充后才能判定' : '不影响本结论'}（涉及 ${rules.join('、')}）`,
  wanting: (field) => `尚缺：${fieldText(field)}`,
  parameterAssumed: ({ name, title, value: shown, place }) =>
    `${title.zh} = ${value(shown)}（$${name}，${formatPlace(place)}）`,
  ruleAssumed: ({ title, id, place }) => `规则“${title.zh}”（${id}，${formatPlace(place)}）`,
  scoreAssumed: ({ title, id, place }) => `计分规定“${title.zh}”（${id}，${formatPlace(place)}）`,
  periodAssumed: ({ from }) => `政策自 ${from} 起施行`,
  supposed: ({ kind, path, fact, value: shown, decisive }) => {
    if (kind === 'still-open') return `${fact.title.zh}（${path}）没有记录，视为尚未结束`
    if (kind === 'absent-value') return `${fact.title.zh}（${path}）没有记录，按规定视为${value(shown)}`
    const hangs = decisive ? '当月其他日子会得出不同的结论、激励或措施，请核实具体日期' : '当月任何一天结果都相同'
    return `${fact.title.zh}（${path}）只知年月 ${value(shown)}，按当月第一天计；${hangs}`
  },
}

function fieldText({ path, fact, reason, year }: RecordPhrases['wanting']): string {
  return {
    absent: `${fact.title.zh}（${path}）`,
    'no-current-entry': `没有${fact.title.zh}（${path} 中没有一条正在进行）`,
    'several-current-entries': `${fact.title.zh}不止一条（${path} 中有几条正在进行）`,
    'year-missing': `${year}年度考核`,
    'month-only': `${fact.title.zh}（${path}）的具体日期`,
    'no-result': `${fact.title.zh}（${fact.id}，由嵌入程序计算）没有结果`,
  }[reason]
}
