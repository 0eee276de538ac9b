import { durationText } from '../../values.js'
import type { ReviewPhrases } from '../params.js'
import type { Saying } from '../phrases.js'
import { citationText, vocabulary } from './words.js'

export const review: Saying<ReviewPhrases> = {
  hearing: ({ who, what, citation, assumed }) =>
    `${who.zh}：${what.zh}${citation ? `；依据：${citationText(citation)}` : ''}${assumed ? '（文件没有写明，为假定）' : ''}`,
  humanDecision: ({ adverse, citation }) => {
    const basis = citationText(citation)
    const rule = adverse
      ? `对当事人不利的结论，必须由有权决定的人${basis ? `依据${basis}` : ''}核实后作出，并听取本人意见`
      : '由有权决定的人作出决定'
    return `以上是供决定人参考的建议，不是决定；${rule}。`
  },
  remedy: ({ title, to, within, citation, assumed }) => {
    const limit = within === undefined ? '' : `，期限：自知道之日起${durationText(within, vocabulary)}`
    const basis = citation ? `；依据：${citationText(citation)}` : ''
    return `${title.zh}：向${to.zh}提出${limit}${basis}${assumed ? '（途径为假定）' : ''}`
  },
}
