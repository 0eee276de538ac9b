import type { Decision } from '../../src/model/index.js'
import { always, both, comparison, date, decision, duration, finding, number, stated } from './decisions.js'

const { place } = stated
const honours = { id: 'honours', title: both('表彰奖励', 'honours') }
const birthDate = { id: 'birthDate', title: both('出生日期', 'date of birth') }

const undetermined = decision('rotation', 'undetermined', {
  possible: ['required', 'none'],
  appliesTo: comparison('unknown'),
  figures: [
    {
      fact: birthDate,
      value: duration('P56Y'),
      from: [{ fact: birthDate, value: date('1970-01'), from: [] }],
      missing: [],
    },
  ],
  inputs: [{ fact: birthDate, value: number('1') }],
  findings: [
    finding('a', both('甲', 'first'), 'trigger', 'setAside', {
      consequence: { obligation: 'must' },
      setAsideBy: [{ by: 'exemption', id: 'b' }],
    }),
    finding('b', both('乙', 'second'), 'exemption', 'met', { because: { text: both('理由', 'reason'), values: {} } }),
    finding('c', both('丙', 'third'), 'trigger', 'undetermined', {
      trace: {
        ...{ kind: 'any', id: 'when', truth: 'unknown' },
        parts: [
          comparison('unknown'),
          {
            ...{ kind: 'quantifier', id: 'when/any/1', truth: 'unknown', place, quantifier: 'some', negated: false },
            ...{ of: honours, missing: [], supposed: [], parameters: [] },
            items: [{ at: 'honours.0', truth: 'unknown' as const, trace: comparison('unknown') }],
          },
        ],
      },
      unless: comparison('unknown'),
    }),
    finding('d', both('丁', 'fourth'), 'trigger', 'unmet', { trace: comparison(false) }),
  ],
  alternatives: [
    { policy: decision('rotation', 'none').policy, possible: ['required'], appliesTo: always, findings: [] },
  ],
  missing: [{ path: 'birthDate', fact: birthDate, reason: 'absent', rules: ['c'], matters: true }],
  assumptions: [
    { kind: 'parameter', name: 'limit', title: both('期限', 'limit'), value: duration('P5Y'), rules: ['a'], place },
    { kind: 'rule', id: 'a', title: both('甲', 'first'), place },
    { kind: 'effective', from: '2023-05-01', place },
    { kind: 'still-open', path: 'posts.0.to', fact: birthDate, value: { type: 'open' }, rules: ['a'] },
  ],
})

/** Decisions that show what those about scores, benefits and measures do not. */
export const circumstances: readonly Decision[] = [
  undetermined,
  decision('promotion', 'eligible', {
    findings: [
      finding('e', both('戊', 'fifth'), 'gate', 'setAside', {
        trace: comparison(false),
        setAsideBy: [{ by: 'waiver', id: 'e', approvedBy: '区委组织部', on: '2026-06-01' }],
      }),
      finding('f', both('己', 'sixth'), 'gate', 'met'),
    ],
  }),
  decision('rotation', 'notApplicable', { reason: 'not-in-force' }),
  decision('rotation', 'notApplicable', { reason: 'out-of-scope', scope: comparison(false) }),
  decision('rotation', 'notApplicable', { reason: 'no-version-applies', appliesTo: comparison(false) }),
]
