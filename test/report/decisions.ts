import { type Rejection, rejectionOf } from '../../src/files/index.js'
import type { Decision } from '../../src/index.js'
import { decisionsIn, judgedNdjson } from '../roster.js'

const rows = await judgedNdjson()

/** Everybody of the sample roster under every policy. */
export const decisions: readonly Decision[] = decisionsIn(rows)

export const rejections: readonly Rejection[] = rows.flatMap((row) =>
  'decisions' in row ? [] : [rejectionOf(row, { locale: 'zh' })],
)

const number = (value: string) => ({ type: 'number', value }) as const
const between = (low: string, high: string) => ({ type: 'interval', low: number(low), high: number(high) }) as const

/** A person with a score that is not certain: two items, one in a group that is capped, one weight. */
export const scored: readonly Decision[] = decisions.slice(0, 1).map((decision) => {
  const { citation, place } = decision.policy
  const basis = { provenance: 'assumed', citation, place } as const
  const line = { at: 'assessments.0', date: { type: 'date', value: '2025-12-31' }, counted: 'unknown' } as const
  const trace = { kind: 'all', id: 'weights/front-line/when', truth: true, parts: [] } as const
  return {
    ...decision,
    subject: 'R-900',
    statement: {
      title: { zh: '积分', en: 'points' },
      items: [
        {
          id: 'excellent',
          title: { zh: '优秀等次', en: 'excellent grades' },
          group: 'assessment',
          lines: [{ ...line, by: { type: 'text', value: '优秀' }, points: number('12') }],
          awarded: between('12', '16'),
          weights: ['front-line'],
          earned: between('12', '16'),
          missing: [],
          ...basis,
        },
        {
          id: 'seniority',
          title: { zh: '任职年限', en: 'seniority' },
          lines: [],
          awarded: between('2', '8.5'),
          weights: [],
          earned: between('2', '8.5'),
          missing: [],
          ...basis,
        },
      ],
      groups: [
        {
          id: 'assessment',
          title: { zh: '年度考核', en: 'assessment' },
          of: ['excellent'],
          sum: between('12', '16'),
          cap: number('10'),
          lost: number('2'),
          possible: number('10'),
          earned: number('10'),
          ...basis,
        },
      ],
      weights: [
        {
          id: 'front-line',
          title: { zh: '一线加权', en: 'front line' },
          truth: true,
          times: number('1.5'),
          on: ['excellent'],
          trace,
          ...basis,
        },
      ],
      sum: between('12', '18.5'),
      total: between('12', '18.5'),
      pass: { atLeast: number('60'), lacking: between('41.5', '48') },
      missing: [],
      ...basis,
    },
  }
})
