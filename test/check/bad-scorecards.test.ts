import { expect, it } from 'vitest'
import { loadPolicySet } from '../../src/check/index.js'
import { head, markedProblems } from '../policy.js'
import { around, expectMarked, items, pass } from './scorecard.js'

it('the scorecard around the mistakes is sound', () => {
  expectMarked(`${around}scorecard:\n${items}${pass}`)
})

const SAME = '{ id: honours, …, each: { of: honours }, award: 1 }'
it.each([
  [
    'a group of an item that is not there',
    'groups: [{ id: g, …, of: [honours, ^medals] }]',
    'check/unknown-score-item',
  ],
  ['a group of a misspelt item', 'groups: [{ id: g, …, of: [^honurs] }]', 'check/unknown-score-item → honours'],
  [
    'an item in two groups',
    'groups: [{ id: g, …, of: [honours] }, { id: h, …, of: [^honours, courses] }]',
    'check/item-in-two-groups',
  ],
  ['an item twice in a group', 'groups: [{ id: g, …, of: [honours, ^honours] }]', 'shape/repeated'],
  ['a group with the id of an item', 'groups: [{ id: ^honours, …, of: [courses] }]', 'check/duplicate-score-id'],
  [
    'a weight with the id of an item',
    'weights: [{ id: ^courses, …, when: { extra.own: true }, times: 2 }]',
    'check/duplicate-score-id',
  ],
  ['a band with the id of an item', 'bands: [{ id: ^honours, from: 5 }, { id: low }]', 'check/duplicate-score-id'],
  ['two bands with one id', 'bands: [{ id: low, from: 5 }, { id: ^low }]', 'check/duplicate-score-id'],
  [
    'a weight on what is not there',
    'weights: [{ id: w, …, when: { extra.own: true }, times: 2, on: [^performance] }]',
    'check/unknown-score-item',
  ],
  ['a group of nothing', 'groups: [{ id: g, …, of: ^[] }]', 'shape/too-few'],
  ['a group of a group', 'groups: [{ id: g, …, of: [honours] }, { id: h, …, of: [^g] }]', 'check/unknown-score-item'],
  ['a negative weight', 'weights: [{ id: w, …, when: { extra.own: true }, times: ^-1 }]', 'check/negative-weight'],
  [
    'a weight that is negative in one of its periods',
    'weights: [{ id: w, …, when: { extra.own: true }, times: ^$below }]',
    'check/negative-weight',
  ],
  [
    'a weight that is a length of time',
    'weights: [{ id: w, …, when: { extra.own: true }, times: ^1 year }]',
    'check/operand-type',
  ],
  [
    'a weight that is a list',
    'weights: [{ id: w, …, when: { extra.own: true }, times: ^$several }]',
    'check/operand-type',
  ],
  ['a weight without a condition', 'weights: [^{ id: w, …, times: 2 }]', 'shape/missing-key'],
  ['a weight on nothing', 'weights: [{ id: w, …, when: { extra.own: true }, times: 2, on: ^[] }]', 'shape/too-few'],
  ['a floor above the cap', '^cap: 10, floor: 20', 'check/cap-below-floor'],
  [
    'a group’s floor above its cap',
    'groups: [{ id: g, …, of: [honours], ^cap: 0, floor: 1 }]',
    'check/cap-below-floor',
  ],
  ['a cap that is text', 'cap: ^市级', 'check/operand-type'],
  ['a cap that is a length of time', 'cap: ^1 year', 'check/operand-type'],
  ['a cap of nothing', 'cap: ^none', 'check/operand-type'],
  ['a cap by the items of a list', 'cap: { item: ^extra.points }', 'check/item-outside-list'],
  ['bands that rise', 'bands: [{ id: low, from: 10 }, { id: high, from: ^20 }, { id: no }]', 'check/bands-not-falling'],
  ['a band of nothing', 'bands: [{ id: a, from: 20 }, { id: b, from: ^20 }, { id: c }]', 'check/bands-not-falling'],
  [
    'bands that rise from some day on',
    'bands: [{ id: a, from: $below }, { id: b, from: ^1 }, { id: c }]',
    'check/bands-not-falling',
  ],
  [
    'a band without a start between others',
    'bands: [{ id: a, from: 20 }, ^{ id: b }, { id: c, from: 5 }]',
    'check/band-without-from',
  ],
  ['a last band with a start', 'bands: [{ id: a, from: 20 }, { id: b, ^from: 10 }]', 'check/band-without-from'],
  ['a band by a fact', 'bands: [{ id: a, from: ^{ fact: extra.hours } }, { id: b }]', 'check/not-constant'],
  ['a band from text', 'bands: [{ id: a, from: ^市级 }, { id: b, from: 10 }, { id: c }]', 'check/operand-type'],
  ['a band from a list', 'bands: [{ id: a, from: ^$several }, { id: b, from: 10 }, { id: c }]', 'check/operand-type'],
])('scorecard: %s', (_, part, ...codes) => {
  const [first = '', ...others] = part.split(/, (?=floor: 20)/)
  const lines = [first, ...others].map((line) => `  ${line}\n`).join('')
  expectMarked(`${around}scorecard:\n${items}${lines}${pass}`, ...codes)
})

it('a weight on a band is refused, and so is an item with the id of another', () => {
  const weight = '  weights: [{ id: w, …, when: { extra.own: true }, times: 2, on: [^strong] }]\n'
  const bands = '  bands: [{ id: strong, from: 2 }, { id: weak }]\n'
  expectMarked(`${around}scorecard:\n${items}${weight}${bands}${pass}`, 'check/unknown-score-item')
  expectMarked(
    `${around}scorecard:\n${items}    - ${SAME.replace('honours', '^honours')}\n${pass}`,
    'check/duplicate-score-id',
  )
})

const sequence = '    - { id: first, …, each: { of: honours }, award: { first: [5], then: 1 } }\n'
const quantity = '    - { id: hours, …, per: { of: extra.hours, every: 8 }, award: 1 }\n'
it.each([
  [
    'what scores by quantity',
    quantity,
    'of: [honours, ^hours], keep: { highest: points, per: matter }',
    'check/keep-needs-each',
  ],
  [
    'what lacks the matter',
    '',
    'of: [honours, courses], keep: { highest: points, per: ^matter }',
    'check/unknown-field',
  ],
  [
    'a sequence by points',
    sequence,
    'of: [honours, first], keep: { highest: ^points, per: matter }',
    'check/sequence-by-points',
  ],
  ['a sequence by a field', sequence, 'of: [honours, first], keep: { highest: level, per: matter }'],
])('one of each matter in a group: %s', (_, more, part, ...codes) => {
  expectMarked(`${around}scorecard:\n${items}${more}  groups: [{ id: g, …, ${part} }]\n${pass}`, ...codes)
})

it('one of each matter in a group cannot be kept by values that have another order in another list', () => {
  const facts = `  honours.extra.rank: { …, type: text, ordered: true, values: [低, 高] }
  filings.extra.rank: { …, type: text, ordered: true, values: [高, 低] }
`
  const filings = '    - { id: filings, …, each: { of: filings }, award: 1 }\n'
  const group = (keep: string): string =>
    `  groups: [{ id: g, …, of: [honours, filings], keep: { ${keep}, per: matter } }]\n`
  const card = `${around}${facts}scorecard:\n${items}${filings}`
  expectMarked(`${card}${group('highest: ^extra.rank')}${pass}`, 'check/other-enumeration')
  expectMarked(`${card}${group('highest: points')}${pass}`)
})

it('an item whose list is not there is not said to lack one', () => {
  const text = `    - { id: i, …, each: { of: ^medals, where: { level: $limit } }, award: $limit }
  groups: [{ id: g, …, of: [honours, i], keep: { highest: points, per: matter } }]\n`
  expectMarked(`${around}scorecard:\n${items}${text}${pass}`, 'check/unknown-list')
})

it.each([
  ['an item', '    - { id: i, …, when: { ^score: { atLeast: 5 } }, award: 1 }\n'],
  ['an award', '    - { id: i, …, award: ^score }\n'],
  ['an award by name', '    - { id: i, …, award: { fact: ^score } }\n'],
  ['a quantity', '    - { id: i, …, per: { of: ^score, every: 5 }, award: 1 }\n'],
  ['a weight', '  weights: [{ id: w, …, when: { ^score: { atLeast: 5 } }, times: 2 }]\n'],
  ['a weight that reads the band', '  weights: [{ id: w, …, when: { ^band: strong }, times: 2 }]\n'],
  ['a cap', '  cap: { times: [2, ^score] }\n'],
  ['a floor of the band', '  floor: { choose: [{ when: { ^band: strong }, is: 1 }, { else: 0 }] }\n'],
])('%s that rests on the score is a circle, told where it is named', (_, part) => {
  const bands = '  bands: [{ id: strong, from: 2 }, { id: weak }]\n'
  expectMarked(`${around}scorecard:\n${items}${part}${bands}${pass}`, 'check/circular-fact')
})

it('each of two circles is told; one by way of a fact is told where the fact names the score', () => {
  const two =
    '    - { id: i, …, when: { ^band: strong }, award: 1 }\n    - { id: j, …, when: { ^band: weak }, award: 1 }\n'
  const bands = '  bands: [{ id: strong, from: 2 }, { id: weak }]\n'
  expectMarked(`${around}scorecard:\n${items}${two}${bands}${pass}`, 'check/circular-fact', 'check/circular-fact')
  const half = '  part: { …, divide: [^score, 2] }\n'
  expectMarked(`${around}${half}scorecard:\n${items}  cap: { fact: part }\n${pass}`, 'check/circular-fact')
})

it('a fact and a gate may rest on the score', () => {
  const part = '  part: { …, divide: [score, 2] }\n'
  const bands = '  bands: [{ id: strong, from: 2 }, { id: weak }]\n'
  const gates = 'gates: [{ id: g, …, when: { part: { atLeast: 1 }, band: { atLeast: weak } } }]\n'
  expectMarked(`${around}${part}scorecard:\n${items}${bands}${pass}${gates}`)
})

const bands = '  bands: [{ id: strong, from: 2 }, { id: weak }]\n'
it.each([
  ['a fact called score', 'facts: { ^score: { …, count: { of: honours } } }\n', bands, 'check/reserved-name'],
  ['a fact called band', 'facts: { ^band: { …, count: { of: honours } } }\n', bands, 'check/reserved-name'],
  ['an input called band', 'inputs: { ^band: { …, type: number } }\n', bands, 'check/reserved-name'],
  ['an input called score', 'inputs: { ^score: { …, type: number } }\n', '', 'check/reserved-name'],
  ['a list called score', 'lists: { ^score: { of: honours } }\n', '', 'check/reserved-name'],
  ['a fact called band, where there are no bands', 'facts: { band: { …, count: { of: honours } } }\n', ''],
  [
    'a band that there is not',
    'gates: [{ id: g, …, when: { band: ^stron } }]\n',
    bands,
    'check/unknown-value → strong',
  ],
  ['the band, where there are no bands', 'gates: [{ id: g, …, when: { ^band: strong } }]\n', '', 'check/unknown-fact'],
  ['a gate called pass', 'gates: [{ id: ^pass, …, when: { age: { known: true } } }]\n', '', 'check/duplicate-rule'],
  [
    'an exclusion called pass',
    'exclusions: [{ id: ^pass, …, when: { age: { known: true } } }]\n',
    '',
    'check/duplicate-rule',
  ],
])('policy: %s', (_, more, inside, ...codes) => {
  expectMarked(`${more}scorecard:\n${items}${inside}${pass}`, ...codes)
})

it.each([
  ['without a mark', '^pass: {}', 'shape/missing-key'],
  ['with a title only', '^pass: { … }', 'shape/missing-key'],
  ['of a band', 'pass: { atLeast: ^strong }', 'check/operand-type'],
  ['of nothing', 'pass: { atLeast: ^none }', 'check/operand-type'],
  ['of a list', 'pass: { atLeast: ^$several }', 'check/operand-type'],
  ['by another operator', '^pass: { ^moreThan: 10 }', 'shape/missing-key', 'shape/unknown-key'],
  ['from a regulation that is not named', '^pass: { atLeast: 1, provenance: regulation }', 'check/no-citation'],
  [
    'a placeholder of nothing',
    "pass: { atLeast: 1, because: { zh: '^{scor} {$limit}', en: '^{$limt} {score}' } }",
    'check/unknown-placeholder → {score}',
    'check/unknown-placeholder → {$limit}',
  ],
])('pass mark: %s', (_, part, ...codes) => {
  expectMarked(`${around}scorecard:\n${items}  ${part}\n`, ...codes.map((code) => code.replace(/[{}]/g, '')))
})

it('a scorecard from a regulation that is not named is told once, the pass mark being part of it', () => {
  expectMarked(`^scorecard:\n  provenance: regulation\n${items}${pass}`, 'check/no-citation')
})

it('a promotion policy without a gate and a pass mark is refused', () => {
  const exclusions = 'exclusions: [{ id: e, …, when: { age: { known: true } } }]\n'
  const { codes } = markedProblems(`${exclusions}scorecard:\n${items}`, { kind: 'promotion' })
  expect(codes).toEqual(['check/nothing-to-meet'])
})

it('a scorecard needs items, and a rotation policy has none', () => {
  expectMarked('scorecard:\n  items: ^[]\n  pass: { atLeast: 1 }\n', 'shape/too-few')
  const text = `triggers: [{ id: t, …, obligation: must, when: { age: { known: true } } }]\n^scorecard:\n${items}`
  expect(markedProblems(text)).toEqual({ text, codes: ['shape/unknown-key'] })
})

it('figures that change on the same day are compared as they stand together', () => {
  const steps = (high: string, low: string): string => `parameters:
  high: { …, provenance: assumed, values: [${high}] }
  low: { …, provenance: assumed, values: [${low}] }
`
  const card = `scorecard:\n${items}  cap: $high\n  floor: $low\n  bands: [{ id: a, from: $high }, { id: b, from: $low }, { id: c }]\n`
  const falling = steps(
    '{ from: 2020-01-01, until: 2024-01-01, is: 20 }, { from: 2024-01-01, is: 8 }',
    '{ from: 2020-01-01, until: 2024-01-01, is: 10 }, { from: 2024-01-01, is: 4 }',
  )
  expectMarked(`${falling}${card}${pass}`)
  // The policy is in force from 2020.
  const before = steps(
    '{ from: 2010-01-01, until: 2020-01-01, is: 1 }, { from: 2020-01-01, is: 8 }',
    '{ from: 2010-01-01, is: 4 }',
  )
  expectMarked(`${before}${card}${pass}`)
})

it('a parameter of a scorecard is used, and only that', () => {
  const parameter = (name: string, mark = ''): string =>
    `  ${mark}${name}: { …, provenance: assumed, values: [{ from: 2020-01-01, is: 2 }] }\n`
  const names = ['award', 'cap', 'group', 'weight', 'band', 'total', 'pass', 'every', 'row', 'then', 'tier', 'latest']
  const card = `scorecard:
  items:
    - { id: a, …, each: { of: honours, latest: $latest }, award: $award, cap: $cap }
    - { id: b, …, per: { of: age, every: 1 year }, award: { tiers: [{ upTo: 1, is: $tier }, { is: 0 }] } }
    - { id: c, …, per: { of: { count: { of: honours } }, every: $every }, award: 1 }
    - { id: d, …, award: { by: sex, table: { 男: $row }, else: 0 } }
    - { id: e, …, each: { of: honours }, award: { first: [1], then: $then } }
  groups: [{ id: g, …, of: [a], cap: $group }]
  weights: [{ id: w, …, when: { age: { known: true } }, times: $weight }]
  cap: $total
  bands: [{ id: strong, from: $band }, { id: weak }]
  pass: { atLeast: $pass }
`
  const parameters = `parameters:\n${names.map((name) => parameter(name)).join('')}`
  expectMarked(`${parameters}${parameter('idle', '^')}${card}`, 'check/unused-parameter')
})

it('who scores by what is sensitive needs a citation of the item or weight; the total says nothing of it', () => {
  const facts = 'facts: { health: { values: [良好, 一般, 差] } }\n'
  const card = (mark: string, own: string): string => `scorecard:
  items:
    - ${mark}{ id: a, …, award: { by: health, table: { 良好: 1 }, else: 0 }${own} }
    - ${mark}{ id: b, …, when: { health: 良好 }, award: 1${own} }
    - { id: c, …, award: 1 }
  weights: [${mark}{ id: w, …, when: { family.spouseAbroad: false }, times: 2${own} }]
  pass: { atLeast: 1, because: { zh: '{score}', en: '{score}' } }
gates: [{ id: g, …, when: { score: { atLeast: 0 } } }]
`
  const code = 'check/confidential-without-citation'
  expectMarked(`${facts}${card('^', '')}`, code, code, code)
  expectMarked(`${facts}${card('', ', citation: { article: 第一条 }')}`)
})

it('points for want of a record are warned of', () => {
  const facts = `facts:
  extra.disciplined: { …, type: boolean, absent: false }
  honours.extra.national: { …, type: boolean, absent: false }
`
  const card = `scorecard:
  items:
    - { id: a, …, when: { extra.disciplined: { ^isNot: true } }, award: 1 }
    - { id: b, …, each: { of: honours, where: { extra.national: { ^isNot: true } } }, award: 1 }
    - { id: c, …, when: { extra.disciplined: true }, award: -1 }
  weights: [{ id: w, …, when: { not: { ^extra.disciplined: true } }, times: 2 }]
  pass: { atLeast: 1 }
`
  const code = 'check/absent-passes'
  expectMarked(`${facts}${card}`, code, code, code)
})

it('a dictionary that defines the band is refused where a policy with bands uses it', () => {
  const dictionary = 'facts: { band: { title: { zh: 段, en: band }, count: { of: honours } } }'
  const policy = (card: string): string =>
    `${head.replace('rotation\ntitle', 'promotion\ntitle').replace('../cadre', 'own')}scorecard:\n${card}`
  const load = (card: string) => {
    const text = policy(card).replaceAll('…', 'title: { zh: 题, en: title }')
    const result = loadPolicySet([
      { file: 'own.facts.yaml', text: dictionary },
      { file: 'a.policy.yaml', text },
    ])
    return result.ok ? [] : result.diagnostics.map(({ code, span }) => `${code} ${span?.file} ${span?.column}`)
  }
  expect(load(`${items}${bands}${pass}`)).toEqual(['check/reserved-name own.facts.yaml 10'])
  expect(load(`${items}${pass}`)).toEqual([])
})
