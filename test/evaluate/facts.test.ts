import { expect, it } from 'vitest'
import { compile } from '../../src/compile/index.js'
import { evaluate } from '../../src/evaluate/index.js'
import type { Decision } from '../../src/model/index.js'
import { loaded, problemsOf, record, trigger } from '../policy.js'
import '../matchers.js'

async function decide(facts: string, when: string, data: object): Promise<Decision> {
  const program = compile(loaded(`facts:\n${facts}triggers:\n${trigger('a', when)}`), { asOf: '2026-11-21' })
  const result = await evaluate(program, record({ id: 'a', ...data }))
  if (!result.ok || !result.value[0]) throw new Error(JSON.stringify(result))
  return result.value[0]
}

const x = (derivation: string): string => `  x: { title: { zh: 甲, en: x }, ${derivation} }\n`
const posts = [
  { mode: 'regular', unit: '甲局', from: '2010-01-01', to: '2015-01-01' },
  { mode: 'regular', unit: '乙局', from: '2015-01-01' },
]

// Expected truths: language.md §2 and §3.
it.each<[string, string, string, object, boolean | 'unknown']>([
  [
    'remaining: at least D means asOf + D ≤ date',
    'remaining: { until: 2028-11-21 }',
    '{ x: { atLeast: 2 years } }',
    {},
    true,
  ],
  ['remaining: a day less', 'remaining: { until: 2028-11-20 }', '{ x: { atLeast: 2 years } }', {}, false],
  [
    'elapsed in whole years is truncated',
    'elapsed: { since: birthDate, in: years }',
    '{ x: 34 }',
    { birthDate: '1991-11-22' },
    true,
  ],
  [
    'elapsed in months',
    'elapsed: { since: birthDate, in: months }',
    '{ x: { between: [1, 2] } }',
    { birthDate: '2026-10-21' },
    true,
  ],
  [
    'elapsed until another date',
    'elapsed: { since: birthDate, until: workStartedOn }',
    '{ x: { lessThan: 18 years } }',
    { birthDate: '1980-05-02', workStartedOn: '1998-05-01' },
    true,
  ],
  [
    'elapsed before its start is negative',
    'elapsed: { since: birthDate, in: years }',
    '{ x: { atMost: -1 } }',
    { birthDate: '2028-01-01' },
    true,
  ],
  [
    'elapsed until an open end counts to the as-of date',
    'elapsed: { since: post.from, until: post.to }',
    '{ x: { atLeast: 11 years } }',
    { posts },
    true,
  ],
  ['elapsed of something unknown', 'elapsed: { since: birthDate, in: years }', '{ x: { atLeast: 0 } }', {}, 'unknown'],
  ['exists', 'exists: { of: posts, where: { unit: 甲局 } }', '{ x: true }', { posts }, true],
  ['exists not', 'exists: { of: posts, where: { unit: 丙局 } }', '{ x: false }', { posts }, true],
  [
    'exists perhaps',
    'exists: { of: posts, where: { unit: 丙局 } }',
    '{ x: false }',
    { posts: [{ from: '2010-01-01' }] },
    'unknown',
  ],
  ['exists in a list that is not there', 'exists: { of: posts }', '{ x: true }', {}, 'unknown'],
  ['count', 'count: { of: posts }', '{ x: 2 }', { posts }, true],
  [
    'a count that lies between, asked below',
    'count: { of: posts, where: { unit: 甲局 } }',
    '{ x: { atLeast: 1 } }',
    { posts: [...posts, { from: '2010-01-01' }] },
    true,
  ],
  [
    'a count that lies between, asked inside',
    'count: { of: posts, where: { unit: 甲局 } }',
    '{ x: { atLeast: 2 } }',
    { posts: [...posts, { from: '2010-01-01' }] },
    'unknown',
  ],
  [
    'a count that lies between, asked above',
    'count: { of: posts, where: { unit: 甲局 } }',
    '{ x: { moreThan: 2 } }',
    { posts: [...posts, { from: '2010-01-01' }] },
    false,
  ],
  [
    'a count that lies between is not known',
    'count: { of: posts, where: { unit: 甲局 } }',
    '{ x: { known: true } }',
    { posts: [{ from: '2010-01-01' }] },
    false,
  ],
  ['the earliest', 'earliest: { of: posts, take: unit }', '{ x: 甲局 }', { posts }, true],
  [
    'the earliest of those chosen',
    'earliest: { of: posts, where: { from: { after: 2012-01-01 } }, take: unit }',
    '{ x: 乙局 }',
    { posts },
    true,
  ],
  ['the latest date', 'latest: { of: posts, take: from }', '{ x: { onOrAfter: 2015-01-01 } }', { posts }, true],
  [
    'two on one day that differ',
    'latest: { of: posts, take: unit }',
    '{ x: 乙局 }',
    { posts: [{ ...posts[1] }, { ...posts[1], unit: '丙局' }] },
    'unknown',
  ],
  [
    'two on one day that agree',
    'latest: { of: posts, take: unit }',
    '{ x: 乙局 }',
    { posts: [{ ...posts[1] }, { ...posts[1] }] },
    true,
  ],
  [
    'a fact of the person inside a list',
    'count: { of: posts, where: { from: { after: { fact: workStartedOn } } } }',
    '{ x: 1 }',
    { posts, workStartedOn: '2012-01-01' },
    true,
  ],
  [
    'another field of the item',
    'count: { of: posts, where: { to: { after: { item: from } } } }',
    '{ x: 2 }',
    { posts },
    true,
  ],
])('%s', async (_, derivation, when, data, truth) => {
  const { findings } = await decide(x(derivation), when, data)
  expect(findings[0]?.trace.truth).toBe(truth)
})

it('a fact may rest on a fact', async () => {
  const facts = `${x('latest: { of: posts, take: from }')}  y: { title: { zh: 乙, en: y }, elapsed: { since: x } }\n`
  expect(await decide(facts, '{ y: { atLeast: 11 years } }', { posts })).toHaveOutcome('required')
})

it('what absence means can be declared, and the decision says that it was supposed', async () => {
  const facts = '  posts.sensitive: { absent: false }\n'
  const decision = await decide(facts, '{ post.sensitive: true }', { posts: [posts[1]] })
  expect(decision).toHaveOutcome('none')
  expect(decision.assumptions).toMatchObject([
    { kind: 'absent-value', path: 'posts.0.sensitive', value: { type: 'boolean', value: false } },
    { kind: 'still-open' },
  ])
})

it('what a locality adds can be used once a dictionary declares it', async () => {
  const facts =
    '  extra.villages: { type: number, title: { zh: 驻村次数, en: stays in villages } }\n  post.extra.window: { type: boolean, title: { zh: 窗口岗位, en: counter post } }\n'
  const when = '{ extra.villages: { atLeast: 2 }, post.extra.window: true }'
  expect(
    (await decide(facts, when, { extra: { villages: 2 }, posts: [{ ...posts[1], extra: { window: true } }] })).outcome,
  ).toBe('required')
  expect((await decide(facts, when, { posts: [posts[1]] })).outcome).toBe('undetermined')
  expect(problemsOf(`triggers:\n${trigger('a', '{ extra.villages: 2 }')}`)).toEqual(['check/unknown-fact 5:13'])
})
