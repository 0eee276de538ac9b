import { expect, it } from 'vitest'
import { markedProblems } from '../policy.js'

// A `^` stands before each place where a problem must be reported; the codes follow in that order.
function expectMarked(kind: string, text: string, ...codes: readonly string[]): void {
  expect(markedProblems(text, { kind })).toEqual({ text, codes })
}

const figures = `parameters:
  limit: { …, provenance: assumed, values: [{ from: 2020-01-01, until: 2027-01-01, is: 2 }, { from: 2027-01-01, is: 5 }] }
  years: { …, provenance: assumed, values: [{ from: 2020-01-01, is: 2 years }] }
  several: { …, provenance: assumed, values: [{ from: 2020-01-01, is: [1, 2] }] }
facts:
  extra.delay: { …, type: boolean }
  extra.salary: { …, type: number }
  used: { …, choose: [{ when: { extra.salary: { in: $several } }, is: $limit }, { else: 0 }] }
  days: { …, plus: [asOf, $years] }
`
const DELAY = 'when: { extra.delay: true }'

interface Fitness {
  readonly criteria?: string
  readonly tally?: string
  readonly exemptions?: string
  readonly measures?: string
  readonly hearing?: string
  readonly more?: string
}

const delay = `{ id: delay, …, severity: watch, measures: [coaching], ${DELAY} }`
const quarrel = `{ id: quarrel, …, severity: watch, ${DELAY} }`
const coaching = '{ id: coaching, … }'
const person = '{ id: person, who: { zh: 当事人, en: the person }, what: { zh: 陈述, en: account } }'

function fitness({
  criteria = `[${delay}, ${quarrel}]`,
  tally,
  exemptions,
  measures = `[${coaching}]`,
  hearing = `[${person}]`,
  more = '',
}: Fitness): string {
  const parts = Object.entries({ tally, exemptions }).map(([key, part]) => (part ? `${key}: ${part}\n` : ''))
  return `${figures}${more}criteria: ${criteria}\n${parts.join('')}measures: ${measures}\nhearing: ${hearing}\n`
}

it('the fitness policy around the mistakes is sound', () => {
  expectMarked('fitness', fitness({ tally: '{ watch: 2, measures: [coaching] }' }))
})

it.each<[string, Fitness, ...string[]]>([
  [
    'a criterion with a misspelt measure',
    { criteria: `[{ id: delay, …, severity: watch, measures: [^coachin], ${DELAY} }]` },
    'check/unknown-rule → coaching',
  ],
  ['a criterion without a severity', { criteria: `[^{ id: delay, …, ${DELAY} }]` }, 'shape/missing-key'],
  [
    'a severity that there is not',
    { criteria: `[{ id: delay, …, severity: ^warning, ${DELAY} }]` },
    'shape/not-one-of',
  ],
  ['a tally of none', { tally: '{ watch: ^0 }' }, 'shape/too-small'],
  ['a tally of less than none', { tally: '{ watch: ^-2 }' }, 'shape/too-small'],
  ['a tally that is not whole', { tally: '{ watch: ^1.5 }' }, 'shape/wrong-type'],
  ['a tally out of reach', { tally: '{ watch: ^3 }' }, 'check/tally-out-of-reach'],
  ['a tally out of reach from some day on', { tally: '{ watch: ^$limit }' }, 'check/tally-out-of-reach'],
  ['a tally that is a length of time', { tally: '{ watch: ^$years }' }, 'check/operand-type'],
  ['a tally that is a list', { tally: '{ watch: ^$several }' }, 'check/operand-type'],
  ['a tally of nothing', { tally: '{ watch: ^none }' }, 'check/operand-type'],
  [
    'a tally where there is nothing to count',
    { criteria: `[{ id: a, …, severity: unfit, ${DELAY} }]`, tally: '{ watch: ^1 }' },
    'check/tally-out-of-reach',
  ],
  ['a tally with a measure that is not there', { tally: '{ watch: 1, measures: [^demotion] }' }, 'check/unknown-rule'],
  [
    'a tally whose reason quotes nothing',
    { tally: "{ watch: 1, because: { zh: '^{$limt}', en: '{$limit}' } }" },
    'check/unknown-placeholder → $limit',
  ],
  [
    'a tally from a regulation that is not named',
    { tally: '{ watch: 1, provenance: regulation }' },
    'check/no-citation',
  ],
  ['no hearing', { hearing: '^[]' }, 'shape/too-few'],
  ['a hearing of nobody', { hearing: '[^{ id: person, what: { zh: 陈述, en: account } }]' }, 'shape/missing-key'],
  [
    'an exemption of a misspelt criterion',
    { exemptions: `[{ id: e, …, ${DELAY}, exempts: [^delays] }]` },
    'check/unknown-rule → delay',
  ],
  ['an exemption of a measure', { exemptions: `[{ id: e, …, ${DELAY}, exempts: [^coaching] }]` }, 'check/unknown-rule'],
  ['an exemption of itself', { exemptions: `[{ id: e, …, ${DELAY}, exempts: [^e] }]` }, 'check/unknown-rule'],
  [
    'an exemption of the tally',
    { tally: '{ watch: 1 }', exemptions: `[{ id: e, …, ${DELAY}, exempts: [^tally] }]` },
    'check/unknown-rule',
  ],
  ['a criterion and a measure of one id', { measures: `[${coaching}, { id: ^delay, … }]` }, 'check/duplicate-rule'],
  ['a criterion and an exemption of one id', { exemptions: `[{ id: ^delay, …, ${DELAY} }]` }, 'check/duplicate-rule'],
  [
    'a criterion called tally beside a tally',
    { criteria: `[${delay}, { id: ^tally, …, severity: watch, ${DELAY} }]`, tally: '{ watch: 1 }' },
    'check/duplicate-rule',
  ],
  [
    'a measure called tally beside a tally',
    { measures: `[${coaching}, { id: ^tally, … }]`, tally: '{ watch: 1 }' },
    'check/duplicate-rule',
  ],
  ['a criterion called tally without one', { criteria: `[${delay}, { id: tally, …, severity: watch, ${DELAY} }]` }],
  [
    'a criterion that counts itself',
    {
      criteria: `[${delay}, { id: many, …, severity: watch, when: { ^watchCriteria: { atLeast: 1 } } }]`,
      tally: '{ watch: 1 }',
    },
    'check/unknown-fact',
  ],
  [
    'a criterion that names the count',
    {
      criteria: `[${delay}, { id: many, …, severity: watch, when: { ^$watchCriteria: { atLeast: 1 } } }]`,
      tally: '{ watch: 1 }',
    },
    'check/unknown-parameter',
  ],
  [
    'a fact called like the count',
    { more: '  watchCriteria: { …, count: { of: sanctions } }\n', tally: '{ watch: 1 }' },
  ],
  [
    'a fact with the count’s very name',
    { more: '  ^$watchCriteria: { …, count: { of: sanctions } }\n', tally: '{ watch: 1 }' },
    'check/reserved-name',
  ],
  ['no criteria', { criteria: '^[]' }, 'shape/too-few'],
  [
    'a key of another kind on a criterion',
    { criteria: `[{ id: delay, …, severity: watch, ^obligation: must, ${DELAY} }]` },
    'shape/unknown-key → citation',
  ],
  [
    'a measure named twice',
    { criteria: `[{ id: delay, …, severity: watch, measures: [coaching, ^coaching], ${DELAY} }]` },
    'shape/repeated',
  ],
  ['a force that there is not', { exemptions: `[{ id: e, …, ${DELAY}, force: ^must }]` }, 'shape/not-one-of'],
  [
    'several mistakes',
    {
      criteria: `[{ id: delay, …, severity: watch, measures: [^coachin], when: { ^extra.dely: true } }]`,
      tally: '{ watch: ^2 }',
    },
    'check/unknown-rule → coaching',
    'check/unknown-fact → extra.delay',
    'check/tally-out-of-reach',
  ],
])('fitness: %s', (name, parts, ...codes) => {
  const text = fitness(parts)
  // What the rule as a whole lacks is told at its key.
  expectMarked('fitness', name.startsWith('a tally from') ? text.replace('tally:', '^tally:') : text, ...codes)
})

it.each(['criteria', 'hearing'])('fitness: %s left out is refused', (key) => {
  const text = fitness({}).replace(new RegExp(`^${key}:.*\n`, 'm'), '')
  expect(markedProblems(text, { kind: 'fitness' }).codes).toEqual(['shape/missing-key'])
})

it('fitness: triggers are of another kind', () => {
  expectMarked('fitness', `${fitness({})}^triggers: []\n`, 'shape/unknown-key')
})

const YUAN = 'unit: { zh: 元, en: yuan }'
const silver = `{ id: silver, …, ${DELAY}, amount: 200.25, ${YUAN} }`
const incentive = (benefits: string, more = ''): string => `${figures}benefits: [${benefits}]\n${more}`
const gold = (rest: string): string => `{ id: gold, …, ${DELAY}, ${rest} }`

it.each([
  ['an amount, a start and a term', `from: asOf, term: $years, amount: $limit, ${YUAN}`],
  ['an amount that is a length of time', 'amount: 5 days'],
  ['an amount by a fact', `amount: extra.salary, ${YUAN}`],
  ['a start and an end', 'from: rank.from, until: 2030-01-01'],
])('incentive: %s may be granted', (_, rest) => {
  expectMarked('incentive', incentive(`${silver}, ${gold(rest)}`))
})

it.each([
  ['a misspelt benefit', 'excludes: [^silber]', 'check/unknown-rule → silver'],
  ['itself', 'excludes: ^[gold]', 'check/circular-exclusion'],
  ['an exclusion', 'excludes: [^barred]', 'check/unknown-rule'],
  ['none', 'excludes: ^[]', 'shape/too-few'],
  ['an amount without a unit', 'amount: ^300', 'check/amount-without-unit'],
  ['a unit without an amount', `unit: ^{ zh: 元, en: yuan }`, 'check/unit-without-amount'],
  ['an amount that is text', `amount: ^lastGrade, ${YUAN}`, 'check/operand-type'],
  ['an amount that is a day', `amount: ^2026-01-01, ${YUAN}`, 'check/operand-type'],
  ['an amount that is a truth', `amount: ^true, ${YUAN}`, 'check/operand-type'],
  ['an amount of nothing', `amount: ^none, ${YUAN}`, 'check/operand-type'],
  ['an amount that is a list', `amount: ^$several, ${YUAN}`, 'check/operand-type'],
  ['an amount by a list', `amount: ^honours, ${YUAN}`, 'check/list-as-fact'],
  ['an amount by a misspelt fact', `amount: ^extra.salarry, ${YUAN}`, 'check/unknown-fact → extra.salary'],
  [
    'an amount by a misspelt factor',
    `amount: { times: [2, ^extra.salarry] }, ${YUAN}`,
    'check/unknown-fact → extra.salary',
  ],
  ['two ends', 'from: asOf, term: ^1 year, until: 2028-01-01', 'check/until-and-term'],
  ['a term that is a number', 'from: asOf, term: ^2', 'check/operand-type'],
  ['a term of no time', 'from: asOf, term: ^0 years', 'shape/not-positive'],
  ['a start that is a length of time', 'from: ^2 years', 'check/not-a-date'],
  ['an end that is a number', 'until: ^2028', 'check/operand-type'],
  ['a start of nothing', 'from: ^none', 'check/operand-type'],
  ['an end that is not after the start', 'from: 2026-01-01, until: ^2026-01-01', 'check/period-reversed'],
  ['a reason that quotes nothing', "because: { zh: '^{$limt}', en: '{$limit}' }", 'check/unknown-placeholder → $limit'],
  [
    'several mistakes',
    'amount: ^$limt, from: ^2 years, term: ^1, excludes: [^silber]',
    'check/unknown-parameter → limit',
    'check/not-a-date',
    'check/operand-type',
    'check/unknown-rule → silver',
  ],
])('incentive: %s is refused', (_, rest, ...codes) => {
  const barred = `exclusions: [{ id: barred, …, ${DELAY} }]\n`
  expectMarked('incentive', incentive(`${silver}, ${gold(rest)}`, barred), ...codes)
})

it.each([
  [
    'two',
    [
      ['gold', '^[silver]'],
      ['silver', '[gold]'],
    ],
    1,
  ],
  [
    'three',
    [
      ['gold', '^[silver]'],
      ['silver', '[bronze]'],
      ['bronze', '[gold]'],
    ],
    1,
  ],
  [
    'two circles',
    [
      ['a', '^[b]'],
      ['b', '[a, c]'],
      ['c', '^[d]'],
      ['d', '[c]'],
    ],
    2,
  ],
  [
    'a chain into a circle',
    [
      ['a', '[b]'],
      ['b', '^[c]'],
      ['c', '[b]'],
    ],
    1,
  ],
  [
    'a chain',
    [
      ['a', '[b, c]'],
      ['b', '[c]'],
      ['c', '[d]'],
    ],
    0,
  ],
] as const)('incentive: %s that exclude one another are told once', (_, rules, circles) => {
  const written = rules.map(([id, excludes]) => `{ id: ${id}, …, ${DELAY}, excludes: ${excludes} }`)
  const last = rules.length === 3 && circles === 0 ? [`{ id: d, …, ${DELAY} }`] : []
  const codes = Array.from({ length: circles }, () => 'check/circular-exclusion')
  expectMarked('incentive', incentive([...written, ...last].join(', ')), ...codes)
})

it.each([
  [
    'an exclusion of an exclusion',
    `exclusions: [{ id: barred, …, ${DELAY} }, { id: e, …, ${DELAY}, excludes: [^barred] }]`,
    'check/unknown-rule',
  ],
  ['an exclusion of none', `exclusions: [{ id: e, …, ${DELAY}, excludes: ^[] }]`, 'shape/too-few'],
  ['a benefit and an exclusion of one id', `exclusions: [{ id: ^silver, …, ${DELAY} }]`, 'check/duplicate-rule'],
  ['a pass mark', 'scorecard: { items: [{ id: i, …, award: 1 }], pass: ^{ atLeast: 1 } }', 'check/pass-without-gates'],
])('incentive: %s is refused', (_, more, ...codes) => {
  expectMarked('incentive', incentive(silver, `${more}\n`), ...codes)
})

it('incentive: benefits for everybody, and none, are refused', () => {
  expectMarked('incentive', incentive('^{ id: gold, … }'), 'shape/missing-key')
  expectMarked('incentive', `${figures}benefits: ^[]\n`, 'shape/too-few')
  expect(markedProblems(figures, { kind: 'incentive' }).codes).toEqual(['shape/missing-key'])
})

it('incentive: what a benefit comes to is no fact that a file could name or take', () => {
  const lists = `lists: { gold: { of: extra.gold, datedBy: on, fields: { on: { type: date }, amount: { type: number } } } }\n`
  const when = 'when: { some: { of: gold, where: { amount: { atLeast: 1 } } } }'
  expectMarked('incentive', `${lists}benefits: [{ id: gold, …, ${when}, amount: 300, ${YUAN} }]\n`)
  expectMarked(
    'incentive',
    `benefits: [{ id: gold, …, when: { ^gold.amount: { atLeast: 1 } }, amount: 300, ${YUAN} }]\n`,
    'check/unknown-fact',
  )
})

it('a figure that a benefit or a tally reads must have a value as long as the policy is in force', () => {
  const late = (mark: string): string =>
    `  ${mark}late: { …, provenance: assumed, values: [{ from: 2021-01-01, is: 1 }] }\n`
  const text = `parameters:\n${late('^')}`
  const benefits = `benefits: [{ id: gold, …, when: { age: { known: true } }, amount: $late, ${YUAN} }]\n`
  expectMarked('incentive', `${text}${benefits}`, 'check/period-not-covered')
  const criteria = 'criteria: [{ id: a, …, severity: watch, when: { age: { known: true } } }]\n'
  expectMarked(
    'fitness',
    `${text}${criteria}tally: { watch: $late }\nhearing: [${person}]\n`,
    'check/period-not-covered',
  )
})
