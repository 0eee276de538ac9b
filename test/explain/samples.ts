import type { PhraseKey, PhraseParams } from '../../src/explain/phrases/params.js'
import type { Citation, ShownValue, Trace } from '../../src/model/index.js'
import { both, date, number, text } from './decisions.js'

type Samples = { readonly [Key in PhraseKey]: readonly PhraseParams[Key][] }

/** Every phrase with what it may be given; each given word is a mark, so that one can see whether it is said. */
const mark = (name: string): string => `«${name}»`
const title = both(mark('title'), mark('title'))
const other = both(mark('other'), mark('other'))
const fact = { id: mark('fact'), title: both(mark('fact title'), mark('fact title')) }
const value = number(mark('value'))
const low = number(mark('low'))
const high = number(mark('high'))
const range: ShownValue = { type: 'interval', low, high }
const from: ShownValue = { type: 'interval', low }
const upTo: ShownValue = { type: 'interval', high }
const unknown: ShownValue = { type: 'unknown' }
const id = mark('id')
const at = 'posts.0'
const path = mark('path')
const place = { file: mark('file'), line: 1, column: 1 }
const citation: Citation = { document: mark('document'), article: mark('article'), issuer: mark('issuer') }
const truths: readonly Trace['truth'][] = [true, false, 'unknown']
const reasons = ['absent', 'no-current-entry', 'several-current-entries', 'month-only', 'no-result'] as const
const fields = [
  ...reasons.map((reason) => ({ path, fact, reason })),
  { path, fact, reason: 'year-missing' as const, year: 2023 },
]
const values: readonly ShownValue[] = [
  ...[value, range, from, upTo, unknown, date(mark('date')), text(mark('text'))],
  ...[true, false].map((is) => ({ type: 'boolean' as const, value: is })),
  { type: 'number', value: mark('rounded'), fraction: mark('fraction') },
  ...['P2Y3M4D', 'P0D'].map((one) => ({ type: 'duration' as const, value: one })),
  ...['P1Y', '-P1Y'].map((one) => ({
    type: 'elapsed' as const,
    since: mark('since'),
    until: mark('until'),
    value: one,
  })),
  { type: 'list', items: [value, value] },
  { ...range, orNone: true },
  { type: 'none' },
  { type: 'open' },
]

const operators = [
  ...['is', 'isNot', 'in', 'notIn', 'atLeast', 'atMost', 'moreThan', 'lessThan', 'between', 'before', 'after'],
  ...['onOrBefore', 'onOrAfter', 'within', 'contains', 'containsAny', 'containsAll', 'known'],
]

export const samples: Samples = {
  outcome: [{ title }],
  findingNeeded: [{}],
  notInForce: [{ from: mark('from') }, { from: mark('from'), until: mark('until') }],
  outOfScope: [{}],
  noVersionApplies: [{}],
  versionUnclear: [{}],
  possible: [{ titles: [title, other] }],
  policy: [{ title, id, version: mark('version'), asOf: mark('as of') }],
  alternative: [{ title, id, version: mark('version'), titles: [title, other] }],
  benefit: [
    { id, title },
    ...[value, range, from, upTo, unknown].map((amount) => ({ id, title, amount, unit: other })),
  ],
  term: [
    { from: value, until: high },
    { from: value, term: low },
    { from: unknown, until: unknown },
  ],
  measure: [
    { id, title, status: 'open' },
    { id, title, status: 'uncertain' },
  ],
  proposedBy: [{ rules: [title, other] }],
  rule: [{ id, title, status: 'met', role: other }],
  notMet: [{}],
  because: [{ text: both('{a}', '{a}'), values: { a: value } }],
  consequence: [{ words: [title, other] }],
  comparison: [
    ...operators.flatMap((operator) =>
      [true, false].map((negated) => ({
        ...{ fact, operator, negated, actual: value, operand: low, truth: true },
        parameters: [
          { name: mark('name'), assumed: true },
          { name: mark('name'), assumed: false },
        ],
      })),
    ),
    {
      fact,
      operator: 'x-own',
      operatorTitle: other,
      negated: true,
      actual: value,
      operand: low,
      truth: false,
      parameters: [],
    },
  ],
  quantifier: [
    { of: fact, truth: true, n: 2, items: 3, known: true, meeting: true, shown: 2 },
    { of: fact, truth: 'unknown', items: 3, known: true, meeting: 'unknown', shown: 1 },
    { of: fact, truth: false, items: 3, known: true, meeting: false, shown: 1 },
    { of: fact, truth: false, items: 3, known: true, meeting: false, shown: 0 },
    { of: fact, truth: true, items: 3, known: true, meeting: true, shown: 0 },
    { of: fact, truth: false, items: 0, known: true, meeting: false, shown: 0 },
    { of: fact, truth: 'unknown', items: 0, known: false, meeting: 'unknown', shown: 0 },
  ],
  item: [
    { at, truth: true, doubtful: false },
    { at, truth: true, doubtful: true },
  ],
  group: [
    { kind: 'any', truth: true },
    { kind: 'atLeastOf', n: 2, truth: true },
  ],
  setAsideBy: [
    ...(['exemption', 'deferral', 'exclusion', 'benefit'] as const).flatMap((by) =>
      [true, false].map((may) => ({ by, id, title, may })),
    ),
    { by: 'unless', id, may: false },
    { by: 'waiver', id, may: false, approvedBy: mark('who'), on: mark('on'), evidence: mark('evidence') },
  ],
  unless: truths.map((truth) => ({ truth })),
  source: [
    { citation, place, assumed: true },
    { citation, place, assumed: false },
  ],
  value: values.map((one) => ({ fact, value: one })),
  missing: fields.flatMap((field) => [true, false].map((matters) => ({ ...field, matters, rules: [id] }))),
  wanting: fields,
  parameterAssumed: [{ name: mark('name'), title, value, place }],
  ruleAssumed: [{ title, id, place }],
  scoreAssumed: [{ title, id, place }],
  periodAssumed: [{ from: mark('from') }],
  supposed: (['month-precision', 'still-open', 'absent-value'] as const).flatMap((kind) =>
    [true, false].map((decisive) => ({ kind, path, fact, value, decisive })),
  ),
  name: [{ title }],
  total: [{}],
  points: [{ value }, { value: range }],
  limited: [{ lost: value, cap: low, raised: range, floor: high }, { lost: range }, { raised: value }],
  weighted: [
    { factors: [{ times: value, sure: true }] },
    {
      factors: [
        { times: low, sure: true },
        { times: high, sure: false },
      ],
    },
  ],
  reading: [
    { limited: true, weighted: true },
    { limited: true, weighted: false },
    { limited: false, weighted: true },
  ],
  band: [{ bands: [{ title, from: value }] }, { bands: [{ title, from: value }, { title: other }] }],
  nextBand: [{ title, from: low, points: range }],
  pass: [
    { atLeast: value },
    { atLeast: value, lacking: number('0') },
    { atLeast: value, lacking: low },
    { atLeast: value, lacking: { type: 'interval', low: number('0'), high } },
    { atLeast: value, lacking: { type: 'interval', low: number('0') } },
    { atLeast: value, lacking: range },
    { atLeast: value, lacking: unknown },
  ],
  scoring: [{ id, title }],
  scored: [
    { at, date: value, points: low, doubtful: false },
    { at, date: value, by: high, points: low, doubtful: true },
    { at, date: unknown, by: unknown, points: unknown, doubtful: true },
  ],
  quantity: [{ fact, value, units: low }],
  nothingScored: [{}],
  weight: truths.flatMap((truth) => [[], [title, other]].map((on) => ({ id, title, times: value, truth, on }))),
  hearing: [
    { who: title, what: other, citation, assumed: true },
    { who: title, what: other, assumed: false },
  ],
  humanDecision: [
    { adverse: true, citation },
    { adverse: true, citation: {} },
    { adverse: false, citation: {} },
  ],
  remedy: [
    { title, to: other, within: 'P30D', citation, assumed: true },
    { title, to: other, assumed: false },
  ],
}
