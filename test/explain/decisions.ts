import type { Localized } from '../../src/base/index.js'
import type { Decision, Finding, ScoreStatement, ShownValue, Trace } from '../../src/model/index.js'

// Decisions made by hand: every number in them can be worked out on paper.

type Item = ScoreStatement['items'][number]
type Group = ScoreStatement['groups'][number]

export const number = (value: string): ShownValue => ({ type: 'number', value })
export const text = (value: string): ShownValue => ({ type: 'text', value })
export const date = (value: string): ShownValue => ({ type: 'date', value })
export const duration = (value: string): ShownValue => ({ type: 'duration', value })
export const between = (low: string, high: string): ShownValue => ({
  type: 'interval',
  low: number(low),
  high: number(high),
})
export const both = (zh: string, en: string): Localized => ({ zh, en })

const citation = { document: '测试办法', article: '第三条' }
const place = { file: 'test.policy.yaml', line: 7, column: 5 }
export const stated = { provenance: 'stated', citation, place } as const
const assumed = { ...stated, provenance: 'assumed' } as const

/** A decision of a kind with nothing in it; a fixture adds what it is about. */
export function decision(kind: string, outcome: string, more: Partial<Decision> = {}): Decision {
  return {
    schemaVersion: 1,
    engineVersion: '0.1.0',
    recordDigest: `sha256:${'0'.repeat(64)}`,
    policy: {
      id: `test/${kind}`,
      kind,
      title: both('测试政策', 'test policy'),
      version: '2023-05-01',
      effective: { from: '2023-05-01' },
      citation: { document: '测试办法', issuer: '测试机关' },
      digest: `sha256:${'1'.repeat(64)}`,
      place,
    },
    subject: 'T-001',
    asOf: '2026-11-21',
    outcome,
    determinedBy: [],
    findings: [],
    missing: [],
    assumptions: [],
    review: { humanDecision: true, adverse: false, remedies: [] },
    ...more,
  }
}

export function comparison(truth: Trace['truth'], more: Partial<Extract<Trace, { kind: 'comparison' }>> = {}): Trace {
  return {
    kind: 'comparison',
    id: 'when',
    truth,
    place,
    fact: { id: 'age', title: both('年龄', 'age') },
    operator: 'atLeast',
    negated: false,
    actual: duration('P56Y'),
    operand: duration('P55Y'),
    missing: [],
    supposed: [],
    parameters: [],
    ...more,
  }
}

export const always: Trace = { kind: 'all', id: 'when', truth: true, parts: [] }

export function finding(
  id: string,
  title: Localized,
  role: string,
  status: Finding['status'],
  more: Partial<Finding> = {},
): Finding {
  return { id, role, title, status, ...stated, trace: always, ...more }
}

/** An item that earns what it is awarded, unless it says otherwise. */
export function item(id: string, title: Localized, awarded: ShownValue, more: Partial<Item> = {}): Item {
  return { id, title, lines: [], awarded, weights: [], earned: awarded, missing: [], ...assumed, ...more }
}

export function group(id: string, title: Localized, of: readonly string[], sum: ShownValue, more: Partial<Group> = {}) {
  return { id, title, of, sum, earned: sum, ...assumed, ...more }
}

/** A scorecard whose sum is its total, unless it says otherwise. */
export function statement(items: readonly Item[], sum: ShownValue, more: Partial<ScoreStatement> = {}): ScoreStatement {
  return {
    title: both('测试积分表', 'test scorecard'),
    items,
    groups: [],
    weights: [],
    sum,
    total: sum,
    missing: [],
    ...stated,
    ...more,
  }
}

export const scored = (at: string, on: string, points: string, by?: string): Item['lines'][number] => ({
  at,
  date: date(on),
  ...(by && { by: text(by) }),
  points: number(points),
  counted: true,
})

const bands = [
  { id: 'strong', title: both('积分靠前', 'strong'), from: number('50') },
  { id: 'sufficient', title: both('积分达标', 'sufficient'), from: number('40') },
  { id: 'insufficient', title: both('积分不足', 'insufficient') },
]

const frontLine: ScoreStatement['weights'][number] = {
  id: 'front-line',
  title: both('一线加大权重', 'more weight for the front line'),
  truth: true,
  times: number('1.2'),
  on: ['performance'],
  trace: comparison(true, {
    fact: { id: 'frontLine', title: both('一线时间', 'time on the front line') },
    actual: duration('P2Y'),
    operand: duration('P1Y'),
  }),
  ...assumed,
}

/** Caps of an item and of a group, a weight, negative points with a floor: 40 + 9 - 16 = 33. */
export const capped = decision('promotion', 'notYet', {
  statement: statement(
    [
      item('annual-assessment', both('年度考核结果', 'annual assessment'), number('28'), {
        group: 'performance',
        lines: [
          scored('assessments.0', '2021-12-31', '6', '优秀'),
          scored('assessments.1', '2022-12-31', '6', '优秀'),
          scored('assessments.2', '2023-12-31', '6', '优秀'),
          scored('assessments.3', '2024-12-31', '6', '优秀'),
          scored('assessments.4', '2025-12-31', '4', '称职'),
        ],
        cap: number('25'),
        lost: number('3'),
        weights: ['front-line'],
        earned: number('30'),
        possible: number('30'),
      }),
      item('sanctions', both('处分处理', 'sanctions'), number('-20'), {
        lines: [
          scored('sanctions.0', '2024-03-01', '-8', 'party'),
          scored('sanctions.1', '2024-09-01', '-8', 'state'),
          scored('sanctions.2', '2025-03-01', '-4', 'organisational'),
        ],
        floor: number('-16'),
        raised: number('4'),
        earned: number('-16'),
        possible: number('0'),
      }),
      item('seniority', both('任职年限', 'seniority'), number('9'), {
        quantity: {
          fact: { id: 'timeInRank', title: both('任现职级时间', 'time in the present rank') },
          value: { type: 'elapsed', since: '2021-08-21', until: '2026-11-21', value: 'P5Y3M' },
          units: number('5'),
        },
        cap: number('12'),
        possible: number('12'),
      }),
      item('honours', both('个人奖励', 'rewards'), number('8'), {
        group: 'performance',
        lines: [scored('honours.0', '2023-05-01', '5', '市级'), scored('honours.1', '2024-05-01', '3', '县级')],
        weights: ['front-line'],
        earned: number('9.6'),
        possible: number('24'),
      }),
      item('front-line-result', both('一线任务成绩突出', 'outstanding on the front line'), number('5'), {
        group: 'performance',
        when: comparison(true, {
          fact: { id: 'result', title: both('成绩', 'result') },
          operator: 'is',
          actual: text('突出'),
          operand: text('突出'),
        }),
        weights: ['front-line'],
        earned: number('6'),
        possible: number('6'),
      }),
    ],
    number('33'),
    {
      groups: [
        group(
          'performance',
          both('工作实绩', 'performance'),
          ['annual-assessment', 'honours', 'front-line-result'],
          number('45.6'),
          { cap: number('40'), lost: number('5.6'), earned: number('40'), possible: number('40') },
        ),
      ],
      weights: [frontLine],
      cap: number('60'),
      floor: number('0'),
      possible: number('52'),
      bands,
      band: ['insufficient'],
      toNextBand: {
        id: 'sufficient',
        title: both('积分达标', 'sufficient'),
        from: number('40'),
        points: number('7'),
      },
      pass: { atLeast: number('40'), lacking: number('7') },
    },
  ),
  findings: [
    finding('pass', both('及格分', 'pass mark'), 'gate', 'unmet', {
      trace: comparison(false, {
        fact: { id: 'score', title: both('积分', 'score') },
        actual: number('33'),
        operand: number('40'),
      }),
    }),
  ],
  determinedBy: ['pass'],
  assumptions: [{ kind: 'score', id: 'honours', title: both('个人奖励', 'rewards'), place }],
  review: { humanDecision: true, adverse: true, remedies: [] },
})

/** 45 + 30 = 75, of which the total may be 60. */
export const overTotal = decision('promotion', 'eligible', {
  statement: statement(
    [
      item('a', both('甲项', 'first item'), number('45'), { possible: number('50') }),
      item('b', both('乙项', 'second item'), number('30'), { possible: number('30') }),
    ],
    number('75'),
    {
      cap: number('60'),
      lost: number('15'),
      possible: number('60'),
      total: number('60'),
      bands,
      band: ['strong'],
      pass: { atLeast: number('40') },
    },
  ),
})

/** 2 - 6 = -4, raised to 0; nothing is bounded above. */
export const belowTotal = decision('promotion', 'notYet', {
  statement: statement(
    [
      item('a', both('甲项', 'first item'), number('2'), { lines: [scored('honours.0', '2024-05-01', '2')] }),
      item('b', both('乙项', 'second item'), number('-6'), { lines: [scored('sanctions.0', '2025-05-01', '-6')] }),
      item('c', both('丙项', 'third item'), number('0')),
    ],
    number('-4'),
    { floor: number('0'), raised: number('4'), total: number('0') },
  ),
})

const gradeMissing = {
  path: 'assessments.1.grade',
  fact: { id: 'grade', title: both('考核结果', 'grade') },
  reason: 'absent',
} as const

/** One grade is not known: 6 and between -6 and 6; nobody knows whether the weight counts; 30 for sure. */
export const unsure = decision('promotion', 'undetermined', {
  possible: ['eligible', 'notYet'],
  statement: statement(
    [
      item('annual-assessment', both('年度考核结果', 'annual assessment'), between('0', '12'), {
        lines: [
          scored('assessments.0', '2024-12-31', '6', '优秀'),
          {
            at: 'assessments.1',
            date: { type: 'unknown' },
            by: { type: 'unknown' },
            points: between('-6', '6'),
            counted: 'unknown',
          },
        ],
        cap: number('10'),
        lost: between('0', '2'),
        weights: ['front-line'],
        earned: between('0', '12'),
        possible: number('12'),
        missing: [gradeMissing],
      }),
      item('rank', both('职级', 'rank'), number('30'), {
        by: { fact: { id: 'rank.name', title: both('职级', 'rank') }, value: text('一级科员') },
        possible: number('30'),
      }),
    ],
    between('30', '42'),
    {
      weights: [
        { ...frontLine, truth: 'unknown', on: [], trace: comparison('unknown', { actual: { type: 'unknown' } }) },
      ],
      possible: number('42'),
      bands,
      band: ['sufficient', 'insufficient'],
      pass: { atLeast: number('40'), lacking: between('0', '10') },
      missing: [
        gradeMissing,
        { path: 'extra.credit', fact: { id: 'extra.credit', title: both('加分', 'credit') }, reason: 'absent' },
      ],
    },
  ),
})

export const granted = decision('incentive', 'granted', {
  benefits: [
    {
      id: 'steed-award',
      title: both('骏马奖', 'Steed award'),
      amount: number('5000'),
      unit: both('元', 'yuan'),
      missing: [],
      ...stated,
    },
    {
      id: 'allowance',
      title: both('一线补助', 'front-line allowance'),
      amount: between('150.5', '301'),
      unit: both('元', 'yuan'),
      missing: [
        {
          path: 'assignments.0.to',
          fact: { id: 'to', title: both('结束日期', 'end') },
          reason: 'month-only',
        },
      ],
      ...stated,
    },
    {
      id: 'priority-cultivation',
      title: both('优先培养', 'priority cultivation'),
      from: date('2026-11-21'),
      term: duration('P2Y'),
      missing: [],
      ...stated,
    },
    {
      id: 'training',
      title: both('脱产学习', 'full-time study'),
      amount: { type: 'unknown' },
      unit: both('天', 'days'),
      from: { type: 'unknown' },
      until: date('2027-12-31'),
      missing: [],
      ...stated,
    },
  ],
  determinedBy: ['steed-award'],
  findings: [
    finding('steed-award', both('骏马奖', 'Steed award'), 'benefit', 'met'),
    finding('good-deputy', both('好副手', 'good deputy'), 'benefit', 'setAside', {
      setAsideBy: [
        { by: 'benefit', id: 'steed-award' },
        { by: 'exclusion', id: 'effect-period' },
      ],
    }),
    finding('effect-period', both('处分影响期未满', 'an effect period is running'), 'exclusion', 'met'),
  ],
})

export const unfit = decision('fitness', 'unfit', {
  determinedBy: ['weak-years'],
  findings: [
    finding('weak-years', both('连续基本称职以下', 'weak year after year'), 'criterion', 'met', {
      because: { text: both('已连续{weakYears}年', '{weakYears} years running'), values: { weakYears: number('2') } },
    }),
    finding('convert-to-rank', both('改任职级', 'conversion to rank'), 'measure', 'met'),
    finding('early-exit', both('提前退出领导岗位', 'early exit from leadership'), 'measure', 'undetermined', {
      trace: comparison('unknown', { actual: { type: 'unknown' } }),
    }),
    finding('reverse-adjustment', both('逆向调整岗位', 'reverse adjustment of post'), 'measure', 'met'),
  ],
  measures: [
    {
      id: 'convert-to-rank',
      title: both('改任职级', 'conversion to rank'),
      status: 'open',
      proposedBy: ['weak-years'],
      ...stated,
    },
    {
      id: 'early-exit',
      title: both('提前退出领导岗位', 'early exit from leadership'),
      status: 'uncertain',
      proposedBy: ['weak-years'],
      ...stated,
    },
  ],
  review: {
    humanDecision: true,
    adverse: true,
    finding: true,
    hearing: [
      {
        id: 'person',
        who: both('本人', 'the person concerned'),
        what: both('听取本人的陈述和申辩', 'the person’s own account and defence'),
        citation: { document: '公务员法', article: '第九十五条' },
      },
      {
        id: 'unit',
        who: both('所在单位党组织', 'the unit’s Party organisation'),
        what: both('核实情况，听取意见', 'to verify the facts and hear its views'),
        provenance: 'assumed',
      },
    ],
    remedies: [
      {
        id: 'review',
        title: both('申请复核', 'ask for review'),
        to: both('作出处理的机关', 'the authority that decided'),
        within: '30 days',
        citation: { document: '公务员法', article: '第九十五条' },
        provenance: 'regulation',
      },
    ],
  },
})
