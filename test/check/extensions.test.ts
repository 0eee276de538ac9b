import { expect, it } from 'vitest'
import { loadPolicySet } from '../../src/check/index.js'
import type { Extensions } from '../../src/model/index.js'
import { head, loaded, problemsOf, trigger } from '../policy.js'

const title = { zh: '名称', en: 'name' }
const operator = { title, tests: 'text', operand: 'text', test: () => true } as const
const derivation = { title, args: { since: 'date', until: 'date' }, result: 'number', compute: () => 1 } as const
const extensions: Extensions = {
  operators: {
    'x-startsWith': operator,
    'x-sameMonth': { ...operator, tests: 'date', operand: 'date' },
    'x-multipleOf': { ...operator, tests: 'number', operand: 'number' },
    'x-asLong': { ...operator, tests: 'duration', operand: 'duration' },
    'x-unless': { ...operator, tests: 'boolean', operand: 'boolean' },
  },
  derivations: {
    'x-workdays': derivation,
    'x-rank': { ...derivation, args: { of: 'text' }, result: 'text' },
    'x-term': { ...derivation, args: { conventions: 'number' }, result: 'duration' },
    'x-holiday': { ...derivation, args: {}, result: 'boolean' },
  },
}

/** Codes and places for the condition of a rule: line 5 is that of `when`, whose value begins at column 11. */
const found = (when: string, facts = ''): string[] =>
  problemsOf(`${facts}triggers:\n${trigger('a', when)}`, { extensions })

it.each([
  '{ post.title: { x-startsWith: 县 } }',
  '{ not: { post.title: { x-startsWith: 县, isNot: 县长 } } }',
  '{ post.title: { x-startsWith: { fact: post.unit } } }',
  '{ post.title: { x-startsWith: { fact: lastGrade } } }',
  '{ post.title: { x-startsWith: { x-rank: { of: 甲 } } } }',
  '{ birthDate: { x-sameMonth: post.from } }',
  '{ birthDate: { x-sameMonth: asOf } }',
  '{ age: { x-asLong: 5 years } }',
  '{ age: { atLeast: { x-term: { conventions: 3 } } } }',
  '{ post.sensitive: { x-unless: { x-holiday: {} } } }',
  '{ post.sensitive: { is: { x-holiday: {} } } }',
  '{ regularPosts: { atLeast: { x-workdays: { since: post.from, until: asOf } } } }',
  '{ regularPosts: { atLeast: { plus: [1, { x-workdays: { since: 2020-01-01, until: { fact: birthDate } } }] } } }',
  '{ some: { of: posts, where: { title: { x-startsWith: { item: unit } }, unit: { is: { x-rank: { of: { item: title } } } } } } }',
])('%s is sound', (when) => {
  expect(found(when)).toEqual([])
})

it.each([
  ['a misspelt operator', '{ post.title: { x-startWith: 县 } }', ['check/unknown-extension 5:27 → x-startsWith']],
  ['an operator that nobody gave', '{ post.title: { x-zzz: 县 } }', ['check/unknown-extension 5:27']],
  [
    'a misspelt derivation',
    '{ age: { atLeast: { x-terms: { conventions: 3 } } } }',
    ['check/unknown-extension 5:31 → x-term'],
  ],
  ['a misspelt word of the language', '{ post.title: { x-is: 县 } }', ['check/unknown-extension 5:27']],
  ['a name that is none', '{ post.title: { x-starts-with: 县 } }', ['check/unknown-operator 5:27']],
  ['x without its name', '{ post.title: { x-: 县 } }', ['check/unknown-operator 5:27']],
  ['a name of a derivation that is none', '{ age: { atLeast: { x-1: { a: 3 } } } }', ['shape/unknown-key 5:31']],
  ['a text operator on a date', '{ birthDate: { x-startsWith: 县 } }', ['check/operator-type 5:26']],
  ['a date operator on a duration', '{ age: { x-sameMonth: asOf } }', ['check/operator-type 5:20']],
  [
    'an operator on a list',
    '{ extra.tags: { x-startsWith: 县 } }',
    ['check/operator-type 7:27'],
    'facts:\n  extra.tags: { type: text, list: true, title: { zh: 标签, en: tags } }\n',
  ],
  ['a number for a text', '{ post.title: { x-startsWith: 5 } }', ['check/operand-type 5:41']],
  ['a date fact for a text', '{ post.title: { x-startsWith: { fact: birthDate } } }', ['check/operand-type 5:41']],
  ['a list for a text', '{ post.title: { x-startsWith: [甲, 乙] } }', ['shape/wrong-type 5:41']],
  ['a day that is none', '{ birthDate: { x-sameMonth: 2026-02-30 } }', ['check/not-a-date 5:39']],
  ['a derivation of another type', '{ birthDate: { before: { x-holiday: {} } } }', ['check/operand-type 5:34']],
  [
    'a text that may be of no enumeration',
    '{ lastGrade: { is: { x-rank: { of: 甲 } } } }',
    ['check/other-enumeration 5:30'],
  ],
  [
    'an argument of another type',
    '{ regularPosts: { x-multipleOf: { x-workdays: { since: age, until: asOf } } } }',
    ['check/operand-type 5:66'],
  ],
  [
    'an argument that is missing',
    '{ regularPosts: { x-multipleOf: { x-workdays: { since: asOf } } } }',
    ['shape/missing-key 5:45'],
  ],
  [
    'a misspelt argument',
    '{ regularPosts: { x-multipleOf: { x-workdays: { since: asOf, untill: asOf } } } }',
    ['shape/missing-key 5:45', 'shape/unknown-key 5:72 → until'],
  ],
  ['an argument too many', '{ age: { x-asLong: { x-term: { conventions: 3, zzz: 3 } } } }', ['shape/unknown-key 5:58']],
  ['arguments that are a list', '{ age: { x-asLong: { x-term: [3] } } }', ['shape/wrong-type 5:40']],
  [
    'two derivations in one value',
    '{ age: { x-asLong: { x-term: { conventions: 3 }, plus: [age] } } }',
    ['check/operand-with-several-sources 5:30'],
  ],
  [
    'a derivation that stands as a test',
    '{ regularPosts: { x-workdays: { since: asOf, until: asOf } } }',
    ['check/derivation-as-test 5:29'],
  ],
  ['a misspelt reference', '{ post.title: { x-startsWith: { fct: name } } }', ['shape/unknown-key 5:43 → fact']],
  [
    'a derivation without arguments that stands as a test',
    '{ post.sensitive: { x-holiday: {} } }',
    ['check/derivation-as-test 5:31'],
  ],
  [
    'a derivation that stands as a test with a value',
    '{ post.sensitive: { x-holiday: true } }',
    ['check/derivation-as-test 5:31'],
  ],
  [
    'an operator that stands as a value',
    '{ post.title: { is: { x-startsWith: { of: 甲 } } } }',
    ['check/unknown-extension 5:33'],
  ],
  [
    'days beside what may be months',
    '{ age: { atLeast: { plus: [5 days, 5 months, { x-term: { conventions: 3 } }] } } }',
    ['check/mixed-units 5:37'],
  ],
  [
    'a misspelt parameter beside an unknown name',
    '{ post.title: { x-zzz: $limt } }',
    ['check/unknown-extension 5:27', 'check/unknown-parameter 5:34'],
  ],
])('%s is refused where it stands', (_, when, expected, facts = '') => {
  expect(found(when, facts)).toEqual(expected)
})

it('without the extensions that it names a policy is refused', () => {
  const body = `triggers:\n${trigger('a', '{ post.title: { x-startsWith: 县 }, age: { atLeast: { x-term: { conventions: 3 } } } }')}`
  const expected = ['check/unknown-extension 5:27', 'check/unknown-extension 5:64']
  expect(problemsOf(body)).toEqual(expected)
  expect(problemsOf(body, {})).toEqual(expected)
  expect(problemsOf(body, { extensions: {} })).toEqual(expected)
})

it('a fact may be a derivation that the embedder brings', () => {
  const facts =
    'facts:\n  worked: { title: { zh: 工作日, en: worked }, x-workdays: { since: birthDate, until: asOf } }\n'
  expect(found('{ worked: { atLeast: 5 } }', facts)).toEqual([])
  expect(found('{ worked: { atLeast: 5 years } }', facts)).toEqual(['check/operand-type 7:32'])
  expect(found('{ age: { known: true } }', facts.replace('worked: {', 'worked: { count: { of: posts },'))).toEqual([
    'check/fact-with-several-sources 2:3',
  ])
  expect(found('{ age: { known: true } }', facts.replace('worked: {', 'posts.title: {'))).toEqual([
    'check/duplicate-fact 2:3',
  ])
})

it('a fact that comes from itself by way of an extension is refused', () => {
  const facts = 'facts:\n  round: { title: { zh: 圈, en: round }, x-rank: { of: { fact: round } } }\n'
  expect(found('{ round: 甲 }', facts)).toEqual(['check/circular-fact 2:63'])
})

it('what a sensitive fact was asked of an extension stays sensitive', () => {
  const facts =
    'facts:\n  place: { title: { zh: 甲, en: place }, x-rank: { of: { fact: secret } } }\n  secret: { title: { zh: 密, en: s }, sensitivity: sensitive, is: { fact: post.title } }\n'
  expect(found('{ place: 甲 }', facts)).toEqual(['check/confidential-without-citation 5:5'])
})

it.each([
  ['negated', '{ not: { extra.grade: { x-startsWith: 甲 } } }', true],
  ['negated, of the very value', '{ not: { extra.grade: { x-startsWith: 乙 } } }', true],
  ['not negated', '{ extra.grade: { x-startsWith: 甲 } }', false],
])('a test by an extension that absence may pass is warned of: %s', (_, when, warned) => {
  const facts = 'facts:\n  extra.grade: { type: text, absent: 乙, title: { zh: 档次, en: grade } }\n'
  expect(found(when, facts).map((problem) => problem.split(' ')[0])).toEqual(warned ? ['check/absent-passes'] : [])
})

it('a policy says which extensions it needs, with their signatures and nothing else', () => {
  const when = '{ post.title: { x-startsWith: { x-rank: { of: 甲 } } } }'
  const [policy] = loaded(`triggers:\n${trigger('a', when)}`, { extensions }).policies
  expect(policy?.extensions).toEqual({
    operators: { 'x-startsWith': { tests: 'text', operand: 'text' } },
    derivations: { 'x-rank': { args: { of: 'text' }, result: 'text' } },
  })
  const [without] = loaded(`triggers:\n${trigger('a', '{ age: 5 years }')}`, { extensions }).policies
  expect(without).not.toHaveProperty('extensions')
})

// A programmer's mistake, not a policy author's.
it.each<[string, unknown]>([
  ['a name without x-', { operators: { startsWith: operator } }],
  ['a word of the language', { operators: { atLeast: operator } }],
  ['a name with a hyphen', { operators: { 'x-starts-with': operator } }],
  ['a name that begins with a digit', { derivations: { 'x-1': derivation } }],
  ['one name for an operator and a derivation', { operators: { 'x-a': operator }, derivations: { 'x-a': derivation } }],
  ['an operator that is nothing', { operators: { 'x-a': undefined } }],
  ['no title', { operators: { 'x-a': { ...operator, title: undefined } } }],
  ['a title in one language', { operators: { 'x-a': { ...operator, title: { zh: '甲' } } } }],
  ['an unknown type on the left', { operators: { 'x-a': { ...operator, tests: 'string' } } }],
  ['an unknown type on the right', { operators: { 'x-a': { ...operator, operand: 'list' } } }],
  ['an operator without a function', { operators: { 'x-a': { ...operator, test: true } } }],
  ['a derivation without arguments named', { derivations: { 'x-a': { ...derivation, args: undefined } } }],
  ['an argument of an unknown type', { derivations: { 'x-a': { ...derivation, args: { of: 'item' } } } }],
  ['an argument with a name that is none', { derivations: { 'x-a': { ...derivation, args: { 'the date': 'date' } } } }],
  ['a derivation without a result', { derivations: { 'x-a': { ...derivation, result: undefined } } }],
  ['a derivation without a function', { derivations: { 'x-a': { ...derivation, compute: undefined } } }],
])('%s is a TypeError that says which extension is meant', (_, malformed) => {
  const load = () => loadPolicySet([{ file: 'a.policy.yaml', text: head }], { extensions: malformed as Extensions })
  expect(load).toThrow(TypeError)
  expect(load).toThrow(/the extension "(x-|startsWith|atLeast)/)
})
