import { expect, it } from 'vitest'
import { loadPolicySet } from '../../src/check/index.js'
import { head, problemsOf, trigger } from '../policy.js'

const rule = (when: string): string => `triggers:\n${trigger('a', when)}`

// Line 5 is the line of `when` in the first trigger; its value begins at column 11.
it.each([
  ['a misspelt fact', '{ timeInPst: { atLeast: 5 years } }', 'check/unknown-fact 5:13 → timeInPost'],
  ['a misspelt field', '{ post.sensitiv: true }', 'check/unknown-fact 5:13 → post.sensitive'],
  ['a fact by its title', '{ 热点岗位: true }', 'check/unknown-fact 5:13 → post.sensitive'],
  ['a fact nobody knows', '{ zzz: true }', 'check/unknown-fact 5:13'],
  ['a misspelt operator', '{ timeInPost: { atleast: 5 years } }', 'check/unknown-operator 5:27 → atLeast'],
  ['a misspelt level', '{ post.level: 乡科级正职务 }', 'check/unknown-value 5:25 → 乡科级正职'],
  ['a misspelt grade in a list', '{ lastGrade: [优秀, 称值] }', 'check/unknown-value 5:29 → 称职'],
  ['a misspelt parameter', '{ timeInPost: { atLeast: $limt } }', 'check/unknown-parameter 5:36'],
  ['a list tested like a fact', '{ posts: 1 }', 'check/list-as-fact 5:13'],
  ['an item’s field tested like a fact', '{ posts.title: x }', 'check/list-as-fact 5:13'],
  [
    'a list that is not there',
    '{ some: { of: supervison, where: { kind: 督办通报 } } }',
    'check/unknown-list 5:25 → supervision',
  ],
  [
    'a field that the items lack',
    '{ some: { of: supervision, where: { severty: 2 } } }',
    'check/unknown-field 5:47 → severity',
  ],
  [
    'a misspelt kind inside a list',
    '{ some: { of: supervision, where: { kind: 督办通告 } } }',
    'check/unknown-value 5:53 → 督办通报',
  ],
  ['item outside a list', '{ age: { atLeast: { item: x } } }', 'check/item-outside-list 5:37'],
  ['a number for a duration', '{ timeInPost: { atLeast: 5 } }', 'check/operand-type 5:36'],
  ['a misspelt unit', '{ timeInPost: { atLeast: 5 yeers } }', 'check/not-a-duration 5:36'],
  ['a day that is none', '{ birthDate: { before: 1990-02-30 } }', 'check/not-a-date 5:34'],
  ['text for a boolean', '{ post.sensitive: "yes" }', 'check/operand-type 5:29'],
  ['a date operator on a number', '{ regularPosts: { before: 3 } }', 'check/operator-type 5:29'],
  ['an order where there is none', '{ post.category: { atLeast: 综合管理 } }', 'check/operator-type 5:30'],
  ['a fact of another type', '{ timeInPost: { atLeast: { fact: birthDate } } }', 'check/operand-type 5:36'],
  ['an empty all', '{ all: [] }', 'shape/too-few 5:18'],
  ['an empty any', '{ any: [] }', 'shape/too-few 5:18'],
  ['an empty condition', '{}', 'shape/too-few 5:11'],
  ['an empty list', '{ lastGrade: [] }', 'shape/too-few 5:24'],
  ['every without ifEmpty', '{ every: { of: posts, where: { mode: regular } } }', 'shape/missing-key 5:13 → '],
  [
    'a value of the schema misspelt',
    '{ some: { of: posts, where: { mode: regularly } } }',
    'check/unknown-value 5:47 → regular',
  ],
  ['nothing where a test should be', '{ age: }', 'shape/wrong-type 5:18'],
  ['between with one end', '{ age: { between: [1 year] } }', 'shape/too-few 5:29'],
  [
    'three things in one reference',
    '{ age: { atLeast: { fact: age, item: x } } }',
    'check/operand-with-several-sources 5:29',
  ],
])('%s is refused where it stands', (_, when, expected) => {
  expect(problemsOf(rule(when))).toEqual([expected.replace(/ → $/, '')])
})

it.each([
  [
    'a misspelt key of a rule',
    trigger('a', '{ age: { known: true } }').replace('obligation', 'obligaton'),
    ['shape/unknown-key 4:5 → obligation'],
  ],
  [
    'two misspelt keys',
    trigger('a', '{ age: { known: true } }').replace('obligation', 'obligaton').replace('id: a', 'ids: a'),
    ['shape/unknown-key 2:5 → id', 'shape/unknown-key 4:5 → obligation'],
  ],
  [
    'a key that is missing beside one that nobody knows',
    trigger('a', '{ age: { known: true } }').replace('obligation', 'zzzzz'),
    ['shape/missing-key 2:5', 'shape/unknown-key 4:5'],
  ],
  ['a list for a word', trigger('a', '{ age: { known: true } }', '[must]'), ['shape/wrong-type 4:17']],
  ['a map for a word', trigger('a', '{ age: { known: true } }', '{ is: must }'), ['shape/wrong-type 4:17']],
  ['nothing for a word', trigger('a', '{ age: { known: true } }', 'null'), ['shape/wrong-type 4:17']],
  ['a misspelt obligation', trigger('a', '{ age: { known: true } }', 'mus'), ['shape/not-one-of 4:17 → must']],
  [
    'two rules with one code',
    trigger('a', '{ age: { known: true } }') + trigger('a', '{ age: { known: true } }'),
    ['check/duplicate-rule 6:9'],
  ],
  ['a reason code with capitals', trigger('LongTime', '{ age: { known: true } }'), ['shape/pattern 2:9']],
])('%s is refused', (_, triggers, expected) => {
  expect(problemsOf(`triggers:\n${triggers}`)).toEqual(expected)
})

it('an exemption of a rule that is not there is refused', () => {
  const exemption =
    'exemptions:\n  - { id: e, title: { zh: e, en: e }, when: { age: { known: true } }, exempts: [lagging-pst] }\n'
  expect(problemsOf(`triggers:\n${trigger('lagging-post', '{ age: { known: true } }')}${exemption}`)).toEqual([
    'check/unknown-rule 7:81 → lagging-post',
  ])
})

const parameter = (rest: string): string =>
  `parameters:\n  p: { title: { zh: p, en: p }, ${rest} }\n${rule('{ timeInPost: { atLeast: $p } }')}`
it.each([
  [
    'a value that starts after the policy',
    'provenance: assumed, values: [{ from: 2021-01-01, is: 1 year }]',
    'check/period-not-covered 2:3',
  ],
  [
    'a gap between values',
    'provenance: assumed, values: [{ from: 2020-01-01, until: 2021-01-01, is: 1 year }, { from: 2022-01-01, is: 2 years }]',
    'check/period-not-covered 2:3',
  ],
  [
    'values that overlap',
    'provenance: assumed, values: [{ from: 2020-01-01, until: 2022-01-01, is: 1 year }, { from: 2021-01-01, is: 2 years }]',
    'check/periods-overlap 2:116',
  ],
  [
    'an end before the start',
    'provenance: assumed, values: [{ from: 2020-01-01, until: 2019-01-01, is: 1 year }]',
    'check/period-reversed 2:90',
  ],
  [
    'a regulation without citation',
    'provenance: regulation, values: [{ from: 2020-01-01, is: 1 year }]',
    'check/no-citation 2:3',
  ],
  [
    'a regulation known from memory only',
    'provenance: regulation, citation: { document: 某规定, certainty: M }, values: [{ from: 2020-01-01, is: 1 year }]',
    'shape/not-one-of 2:95',
  ],
  ['provenance left out', 'values: [{ from: 2020-01-01, is: 1 year }]', 'shape/missing-key 2:3'],
  ['a figure of another type', 'provenance: assumed, values: [{ from: 2020-01-01, is: 5 }]', 'check/operand-type 7:36'],
])('parameter: %s is refused', (_, rest, expected) => {
  expect(problemsOf(parameter(rest))).toContain(expected)
})

it('a parameter that nothing uses is a warning', () => {
  const unused =
    'parameters:\n  p: { title: { zh: p, en: p }, provenance: assumed, values: [{ from: 2020-01-01, is: 1 year }] }\n'
  expect(problemsOf(unused + rule('{ age: { known: true } }'))).toEqual(['check/unused-parameter 2:3'])
})

it('a parameter that only a convention names is used', () => {
  const monthEnd =
    'parameters:\n  p: { title: { zh: p, en: p }, provenance: assumed, oneOf: [lastDay, nextDay], values: [{ from: 2020-01-01, is: lastDay }] }\n'
  expect(problemsOf(`${monthEnd}conventions: { monthEnd: $p }\n${rule('{ age: { known: true } }')}`)).toEqual([])
})

it('a placeholder that names nothing is refused in each language', () => {
  const because = '    because: { zh: "{timeInPots}", en: "{$x} {age}" }\n'
  expect(problemsOf(rule('{ age: { known: true } }') + because)).toEqual([
    'check/unknown-placeholder 6:21 → timeInPost',
    'check/unknown-placeholder 6:41',
  ])
})

const facts = (entries: string): string => `facts:\n${entries}${rule('{ age: { known: true } }')}`
it.each([
  [
    'facts that refer to one another',
    '  x: { title: { zh: x, en: x }, elapsed: { since: y } }\n  y: { title: { zh: y, en: y }, latest: { of: posts, where: { from: { before: { fact: x } } }, take: from } }\n',
    /check\/circular-fact/,
  ],
  [
    'two ways to come about',
    '  x: { title: { zh: x, en: x }, elapsed: { since: birthDate }, count: { of: posts } }\n',
    /check\/fact-with-several-sources 2:3/,
  ],
  ['no way to come about', '  x: { title: { zh: x, en: x } }\n', /check\/fact-without-source 2:3/],
  ['no title', '  x: { count: { of: posts } }\n', /check\/fact-without-title 2:3/],
  ['a name that is taken', '  age: { title: { zh: x, en: x }, count: { of: posts } }\n', /check\/duplicate-fact 2:3/],
  [
    'elapsed since something that is no date',
    '  x: { title: { zh: x, en: x }, elapsed: { since: sex } }\n',
    /check\/operand-type 2:51/,
  ],
  [
    'values for a derived fact',
    '  x: { title: { zh: x, en: x }, count: { of: posts }, values: [a] }\n',
    /check\/not-a-record-field/,
  ],
  ['a field misspelt', '  posts.levle: { values: [a] }\n', /check\/unknown-fact 2:3 → posts.level/],
])('fact: %s is refused', (_, entries, expected) => {
  const problems = problemsOf(facts(entries))
  expect(
    problems.some((problem) => expected.test(problem)),
    problems.join('\n'),
  ).toBe(true)
})

it('every problem comes at once, sorted by place', () => {
  const body = `triggers:\n${trigger('a', '{ timeInPst: { atLeast: 5 yeers } }')}${trigger('b', '{ post.levl: x }')}`
  expect(problemsOf(body)).toEqual(['check/unknown-fact 5:13 → timeInPost', 'check/unknown-fact 9:13 → post.level'])
})

it('a misspelt fact hides no misspelt parameter, and does not make a right one seem unused', () => {
  const parameters =
    'parameters:\n  limit: { title: { zh: p, en: p }, provenance: assumed, values: [{ from: 2020-01-01, is: 1 year }] }\n'
  expect(problemsOf(parameters + rule('{ timeInPst: { between: [$limit, $limt] } }'))).toEqual([
    'check/unknown-fact 7:13 → timeInPost',
    'check/unknown-parameter 7:44 → limit',
  ])
})

it('two versions in force at once are refused', () => {
  const text = head.replace('uses: [../cadre.facts.yaml]\n', '') + rule('{ birthDate: { known: true } }')
  const result = loadPolicySet([
    { file: 'a.policy.yaml', text },
    { file: 'b.policy.yaml', text: text.replace('2020-01-01', '2022-01-01') },
  ])
  expect(result.ok ? [] : result.diagnostics.map(({ code }) => code)).toEqual(['check/versions-overlap'])
})

it('a dictionary that was not given is named, with the nearest that was', () => {
  const result = loadPolicySet([
    { file: 'policies/test/a.policy.yaml', text: head + rule('{ birthDate: { known: true } }') },
    { file: 'policies/cader.facts.yaml', text: 'facts: { x: { title: { zh: x, en: x }, count: { of: posts } } }' },
  ])
  expect(result.ok ? [] : result.diagnostics.map(({ code, params }) => ({ code, params }))).toEqual([
    {
      code: 'check/unknown-dictionary',
      params: { file: 'policies/cadre.facts.yaml', suggestion: 'policies/cader.facts.yaml' },
    },
  ])
})

it('cases of a policy that is broken are not said to be of none', () => {
  const cases = {
    file: 'a.cases.yaml',
    text: 'policy: test/rotation\nasOf: 2026-11-21\ncases:\n  - { name: a, record: { id: a }, expect: { outcome: none } }\n',
  }
  const codes = (text: string): string[] => {
    const result = loadPolicySet([{ file: 'a.policy.yaml', text }, cases])
    return result.ok ? [] : result.diagnostics.map(({ code }) => code)
  }
  const sound = `${head.replace('uses: [../cadre.facts.yaml]\n', '')}${rule('{ birthDate: { known: true } }')}`
  expect(codes(sound)).toEqual([])
  expect(codes(sound.replace('title:', 'titel:'))).toEqual(['shape/unknown-key'])
  expect(codes(sound.replace('test/rotation', 'test/other'))).toEqual(['check/unknown-policy'])
})

it('a dictionary that no policy uses is checked too', () => {
  const result = loadPolicySet([
    { file: 'a.facts.yaml', text: 'facts:\n  x: { title: { zh: x, en: x }, count: { of: post } }\n' },
  ])
  expect(result.ok ? [] : result.diagnostics.map(({ code, span }) => `${code} ${span?.line}:${span?.column}`)).toEqual([
    'check/unknown-list 2:46',
  ])
})

it('an unknown kind of policy is named with the nearest', () => {
  const kinds = ['fitness', 'incentive', 'promotion', 'rotation']
  const text = head.replace('kind: rotation', 'kind: rotatoin') + rule('{ birthDate: { known: true } }')
  const result = loadPolicySet([{ file: 'a.policy.yaml', text }])
  expect(result.ok ? [] : result.diagnostics.map(({ code, params }) => ({ code, params }))).toEqual([
    { code: 'shape/not-one-of', params: { found: 'rotatoin', expected: kinds, suggestion: 'rotation' } },
  ])
})

it('a policy without a way to ask for review is refused', () => {
  const text =
    head.replace(/review:.*\n/, '').replace('uses: [../cadre.facts.yaml]\n', '') +
    rule('{ birthDate: { known: true } }')
  const result = loadPolicySet([{ file: 'a.policy.yaml', text }])
  expect(result.ok ? [] : result.diagnostics.map(({ code, params }) => ({ code, params }))).toEqual([
    { code: 'shape/missing-key', params: { key: 'review' } },
  ])
})

it('a list that the policy names, and what is no list, are told from one another', () => {
  const lists = 'lists: { mine: { of: honours } }\n'
  expect(problemsOf(lists + rule('{ mine: 1 }'))).toEqual(['check/list-as-fact 6:13'])
  expect(problemsOf(lists + rule('{ some: { of: timeInPost, where: { kind: x } } }'))).toEqual([
    'check/unknown-list 6:25',
  ])
})

it('the key of a table is read as it is written: a truth and a number have one spelling', () => {
  const points = 'honours.extra.points: { type: number, title: { zh: 分, en: points } }'
  const average = 'mean: { title: { zh: 均, en: mean }, average: { of: honours, take: extra.points, weights: '
  const weights = '{ by: extra.points, table: { 1: 1, 1.50: 2 } } } }'
  expect(problemsOf(`facts:\n  ${points}\n  ${average}${weights}\n${rule('{ mean: { known: true } }')}`)).toEqual([
    `check/operand-type 3:${3 + average.length + weights.indexOf('1.50')}`,
  ])
})
