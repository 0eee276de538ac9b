import type { OutcomePhrases } from '../params.js'
import type { Saying } from '../phrases.js'
import { amountText, value } from './words.js'

export const outcome: Saying<OutcomePhrases> = {
  outcome: ({ title }) => title.zh,
  findingNeeded: () =>
    '以上结论只是提示，不是认定。情况是否属实、结论是否成立，须由有权机关按照规定程序核实认定；认定之前须听取意见，当事人可以要求复核，详见下文。',
  possible: ({ titles }) => `现有信息不足，以下结论都有可能：${titles.map(({ zh: text }) => text).join('、')}`,
  notInForce: ({ from, until }) => `政策在基准日没有施行（施行期自 ${from}${until ? ` 至 ${until}，不含该日` : ''}）`,
  outOfScope: () => '不在政策的适用范围内：',
  noVersionApplies: () => '没有一个版本适用于此人：',
  versionUnclear: () => '不知道适用哪个版本：',
  policy: ({ title, id, version, asOf }) => `依据政策：${title.zh}（${id}，${version} 版）；基准日 ${asOf}`,
  alternative: ({ title, id, version, titles }) =>
    `${title.zh}（${id}，${version} 版）：${titles.map(({ zh: text }) => text).join('、')}`,
  benefit: ({ id, title, amount, unit }) =>
    `${title.zh}（${id}）${amount ? `：${amountText(amount, unit?.zh ?? '')}` : ''}`,
  term: ({ from, until, term }) =>
    [
      from && (from.type === 'unknown' ? '开始日期未知' : `自 ${value(from)} 起`),
      until && (until.type === 'unknown' ? '截止日期未知' : `至 ${value(until)} 止`),
      term && `期限：${value(term)}`,
    ]
      .filter(Boolean)
      .join('，'),
  measure: ({ id, title, status }) => `${status === 'open' ? '可以采取' : '条件尚不能确定'}：${title.zh}（${id}）`,
  proposedBy: ({ rules }) => `对应的规则：${rules.map(({ zh: text }) => text).join('、')}`,
}
