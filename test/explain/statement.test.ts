import { expect, it } from 'vitest'
import { explain, render } from '../../src/explain/index.js'
import type { Decision } from '../../src/model/index.js'
import { belowTotal, capped, decision, item, number, overTotal, statement, unsure } from './decisions.js'

/** What stands under one heading, up to the first line that begins so. */
function under(judged: Decision, heading: string, until?: string, locale: 'zh' | 'en' = 'zh'): string {
  const lines = render(explain(judged), { locale }).split('\n')
  const from = lines.indexOf(heading) + 1
  const below = lines.slice(from)
  const end = below.findIndex((line) => !line.startsWith(' ') || (until !== undefined && line.startsWith(until)))
  return below.slice(0, end === -1 ? undefined : end).join('\n')
}

it('a score can be worked out row by row: caps of items and groups, a weight, a floor under negative points', () => {
  expect(under(capped, '积分明细', '  工作实绩（')).toBe(
    `  测试积分表
  项目                原始分      上下限调整  权重  实得分  最高可得
  工作实绩              45.6  -5.6（上限40）            40        40
    年度考核结果          28    -3（上限25）   1.2      30        30
    个人奖励               8                   1.2     9.6        24
    一线任务成绩突出       5                   1.2       6         6
  处分处理               -20   +4（下限-16）           -16         0
  任职年限                 9                             9        12
  总分                    33                            33        52
  实得分 =（原始分 + 上下限调整）× 权重；分组和总分的原始分，是其中各项实得分之和
  及格分为40分，还差7分
  档次：积分不足
  距离上一档“积分达标”（40分及以上）还差7分
  依据：《测试办法》第三条；test.policy.yaml:7:5`,
  )
})

it('the same in English', () => {
  expect(under(capped, 'How the score came about', '  performance (', 'en')).toBe(
    `  test scorecard
  item                             awarded    cap or floor  weight  earned  at most
  performance                         45.6   -5.6 (cap 40)              40       40
    annual assessment                   28     -3 (cap 25)     1.2      30       30
    rewards                              8                     1.2     9.6       24
    outstanding on the front line        5                     1.2       6        6
  sanctions                            -20  +4 (floor -16)             -16        0
  seniority                              9                               9       12
  total                                 33                              33       52
  earned = (awarded + cap or floor) × weight; a group and the total are awarded the sum of what their items earned
  pass mark of 40 points: 7 points short
  band: insufficient
  7 points short of the next band, “sufficient” (40 or more)
  rests on: 《测试办法》 第三条; test.policy.yaml:7:5`,
  )
})

it('every item says what its points came from: dates and what they score by, a quantity in units, a condition', () => {
  const text = render(explain(capped), { locale: 'zh' })
  expect(text).toContain(
    `    个人奖励（honours）
      2023-05-01，“市级”：5分（记录第1项）
      2024-05-01，“县级”：3分（记录第2项）
      依据：《测试办法》第三条；本条细节为假定；test.policy.yaml:7:5
`,
  )
  expect(text).toContain('    任现职级时间：5年3个月 (2021-08-21 → 2026-11-21)，按5个周期计算\n')
  expect(text).toContain('    一线任务成绩突出（front-line-result）\n      ✓ 成绩：“突出”；要求为“突出”\n')
  expect(text).toContain(
    '  权重 一线加大权重（front-line）：乘以1.2（用于工作实绩），成立\n    ✓ 一线时间：2年；要求至少1年\n',
  )
})

it('a gate that is not reached is among the rules that decided, and is said to be not reached', () => {
  expect(under(capped, '决定结论的规则').split('\n').slice(1, 3)).toEqual([
    '    未达到本条要求',
    '    ✗ 积分：33；要求至少40',
  ])
  expect(render(explain(capped), { locale: 'zh' })).not.toContain('不成立的规则')
})

it('points that are assumed are told among the assumptions', () => {
  expect(under(capped, '所用的假定（文件和记录没有写明）')).toBe(
    '  计分规定“个人奖励”（honours，test.policy.yaml:7:5）',
  )
})

it('what the cap of the total takes; a table without weights has no column for them', () => {
  expect(under(overTotal, '积分明细', '  依据')).toBe(
    `  测试积分表
  项目  原始分     上下限调整  实得分  最高可得
  甲项      45                     45        50
  乙项      30                     30        30
  总分      75  -15（上限60）      60        60
  实得分 = 原始分 + 上下限调整；分组和总分的原始分，是其中各项实得分之和
  及格分为40分，已达到
  档次：积分靠前（50分及以上）`,
  )
})

it('what the floor of the total adds; negative points; an item for which nothing is on record', () => {
  expect(under(belowTotal, '积分明细')).toBe(
    `  测试积分表
  项目  原始分   上下限调整  实得分
  甲项       2                    2
  乙项      -6                   -6
  丙项       0                    0
  总分      -4  +4（下限0）       0
  实得分 = 原始分 + 上下限调整；分组和总分的原始分，是其中各项实得分之和
  依据：《测试办法》第三条；test.policy.yaml:7:5
  甲项（a）
    2024-05-01：2分（记录第1项）
    依据：《测试办法》第三条；本条细节为假定；test.policy.yaml:7:5
  乙项（b）
    2025-05-01：-6分（记录第1项）
    依据：《测试办法》第三条；本条细节为假定；test.policy.yaml:7:5
  丙项（c）
    记录中没有可以计分的事项
    依据：《测试办法》第三条；本条细节为假定；test.policy.yaml:7:5`,
  )
})

it('where something is unknown the least and the most are told, and what is missing', () => {
  expect(under(unsure, '积分明细', '  职级（')).toBe(
    `  测试积分表
  项目          原始分       上下限调整    权重  实得分  最高可得
  年度考核结果   0至12  -2至0（上限10）  1或1.2   0至12        12
  职级              30                               30        30
  总分          30至42                           30至42        42
  实得分 =（原始分 + 上下限调整）× 权重；分组和总分的原始分，是其中各项实得分之和
  及格分为40分，尚不能确定是否达到，最多还差10分
  档次尚不能确定，可能是：积分达标（40分及以上）、积分不足
  尚缺：加分（extra.credit）
  依据：《测试办法》第三条；test.policy.yaml:7:5
  年度考核结果（annual-assessment）
    2024-12-31，“优秀”：6分（记录第1项）
    日期未知，计分情形未知：-6至6分（记录第2项，能否计入尚不能确定）
    尚缺：考核结果（assessments.1.grade）
    依据：《测试办法》第三条；本条细节为假定；test.policy.yaml:7:5`,
  )
})

it('points without an upper bound are said to be so much at least', () => {
  const open = { type: 'interval', low: number('0') } as const
  const judged = decision('promotion', 'undetermined', {
    statement: statement([item('a', { zh: '甲项', en: 'first item' }, open)], open, {
      pass: { atLeast: number('1'), lacking: { type: 'interval', low: number('0'), high: number('1') } },
    }),
  })
  expect(under(judged, '积分明细')).toContain('  甲项  0或更多  0或更多\n')
  expect(under(judged, 'How the score came about', undefined, 'en')).toContain(
    '  pass mark of 1 point: not known whether it is reached; 1 point short at most\n',
  )
})

it('a table is data without a language', () => {
  const table = explain(capped).sections.find(({ heading }) => heading === 'statement')?.table
  expect(table?.columns.map(({ key, align }) => `${key} ${align}`)).toEqual([
    'name start',
    'awarded end',
    'limited end',
    'weighted end',
    'earned end',
    'possible end',
  ])
  expect(table?.rows.map(({ kind, depth }) => `${kind} ${depth}`)).toEqual([
    'group 0',
    'item 1',
    'item 1',
    'item 1',
    'item 0',
    'item 0',
    'total 0',
  ])
  expect(JSON.parse(JSON.stringify(table))).toEqual(table)
})
