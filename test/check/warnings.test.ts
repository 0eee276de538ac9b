import { expect, it } from 'vitest'
import { problemsOf, trigger } from '../policy.js'

const facts = `facts:
  health: { values: [良好, 一般, 差] }
  extra.disciplined: { type: boolean, absent: false, title: { zh: 受过处分, en: disciplined } }
  extra.grade: { type: text, values: [甲, 乙, 丙], absent: 乙, title: { zh: 档次, en: grade } }
  honours.extra.national: { type: boolean, absent: false, title: { zh: 全国性, en: national } }
  ill: { title: { zh: 健康差, en: ill }, when: { health: 差 } }
`
const lines = facts.split('\n').length - 1
/** Codes with the column, the line being that of the rule's condition. */
const found = (when: string, more = ''): string[] =>
  problemsOf(`${facts}triggers:\n${trigger('a', when)}${more}`).map((problem) =>
    problem.replace(/ (\d+):/, (_, line) => ` ${line - lines}:`),
  )
const because = (text: string): string =>
  `    because: { zh: '${text}', en: '${text}' }\n    citation: { article: 第一条 }\n`

it.each([
  ['a sensitive field of the record', '{health}', 'health'],
  ['a fact that comes from one', '{ill}', 'ill'],
])('%s must not be quoted in a reason', (_, text, fact) => {
  const problems = found('{ age: { known: true } }', because(text))
  expect(problems).toEqual([
    'check/confidential-in-reason 6:21',
    expect.stringContaining('check/confidential-in-reason 6:'),
  ])
  expect(fact).not.toBe('')
})

it('what a person can be told of may be quoted', () => {
  expect(found('{ age: { known: true } }', because('{age} {post.title}'))).toEqual([])
})

it.each([
  '{ health: 差 }',
  '{ ill: true }',
  '{ any: [{ age: { known: true } }, { not: { family.spouseAbroad: true } }] }',
])('a rule that reads what is sensitive (%s) needs a citation of its own', (when) => {
  expect(found(when).map((problem) => problem.split(' ')[0])).toContain('check/confidential-without-citation')
  expect(found(when, '    citation: { article: 第一条 }\n')).toEqual([])
})

it.each([
  ['isNot', '{ extra.disciplined: { isNot: true } }', true],
  ['isNot of the very value', '{ extra.grade: { isNot: 乙 } }', false],
  ['notIn', '{ extra.grade: { notIn: [甲, 丙] } }', true],
  ['notIn with the value', '{ extra.grade: { notIn: [甲, 乙] } }', false],
  ['not', '{ not: { extra.disciplined: true } }', true],
  ['not of not', '{ not: { not: { extra.disciplined: true } } }', false],
  ['not of isNot', '{ not: { extra.disciplined: { isNot: true } } }', false],
  ['none', '{ none: { of: honours, where: { extra.national: true } } }', true],
  ['some', '{ some: { of: honours, where: { extra.national: true } } }', false],
  ['a positive test', '{ extra.disciplined: false }', false],
  ['a field whose absence is unknown', '{ post.sensitive: { isNot: true } }', false],
  ['an end still open', '{ not: { some: { of: leaves, where: { to: { after: asOf } } } } }', false],
])('a negative test that absence passes is warned of: %s', (_, when, warned) => {
  expect(found(when).map((problem) => problem.split(' ')[0])).toEqual(warned ? ['check/absent-passes'] : [])
})

it.each([
  ['a field of the current post', '{ some: { of: posts, where: { unit: post.unit } } }', true],
  ['in a list', '{ some: { of: posts, where: { unit: { in: [甲局, post.unit] } } } }', true],
  ['a fact that a dictionary names', '{ post.unit: ill }', true],
  ['the fact itself', '{ some: { of: posts, where: { unit: { fact: post.unit } } } }', false],
  ['a plain text', '{ some: { of: posts, where: { unit: 甲局 } } }', false],
  ['a word that also names a field of the record', '{ post.unit: workStartedOn }', false],
])('a text that is the name of a fact is warned of: %s', (_, when, warned) => {
  const codes = found(when, '    citation: { article: 第一条 }\n').map((problem) => problem.split(' ')[0])
  expect(codes).toEqual(warned ? ['check/text-names-a-fact'] : [])
})

it.each([
  ['in full', '｛age｝'],
  ['at the beginning', '｛age}'],
  ['at the end', '{age｝'],
])('a placeholder with full-width braces (%s) would be printed, and is refused', (_, text) => {
  const codes = found('{ age: { known: true } }', because(text)).map((problem) => problem.split(' ')[0])
  expect(codes).toEqual(['source/full-width', 'source/full-width'])
})
