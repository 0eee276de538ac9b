import type { Phrases } from './phrases.js'
import { outcome } from './zh/outcome.js'
import { record } from './zh/record.js'
import { review } from './zh/review.js'
import { rules } from './zh/rules.js'
import { columns, score } from './zh/score.js'
import { value } from './zh/words.js'

export const zh: Phrases = {
  headings: {
    outcome: '结论',
    figures: '计算结果',
    inputs: '随记录给出的输入',
    alternatives: '可能适用的其他版本',
    determining: '决定结论的规则',
    setAside: '成立但被搁置的规则',
    excused: '未达到但已获豁免的规则',
    alsoMet: '同时成立的规则',
    met: '成立的规则',
    undetermined: '无法判定的规则',
    missing: '记录中没有的信息',
    assumptions: '所用的假定（文件和记录没有写明）',
    unmet: '不成立的规则',
    review: '由人决定，可以要求复核',
    benefits: '成立的激励',
    statement: '积分明细',
    measures: '拟采取的措施（供决定人选择）',
    hearing: '认定之前须听取意见的人',
    notProposed: '没有建议采取的措施',
  },
  columns,
  value,
  lines: { ...outcome, ...rules, ...record, ...score, ...review },
}
