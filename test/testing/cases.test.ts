import { expect, it } from 'vitest'
import { loadPolicySet, parseCases } from '../../src/check/index.js'
import type { Extensions } from '../../src/model/index.js'
import { formatResult, runCases, valueText } from '../../src/testing/index.js'

const policy = `policy: test/limit
kind: rotation
title: { zh: 测试, en: test }
effective: { from: 2020-01-01 }
citation: { document: 测试办法 }
facts:
  served: { title: { zh: 工龄, en: service }, elapsed: { since: workStartedOn, in: years } }
inputs:
  enough: { title: { zh: 够了, en: enough }, type: number, least: 0, most: 40 }
figures: [served]
triggers:
  - id: long
    title: { zh: 长, en: long }
    obligation: must
    when: { served: { atLeast: { fact: enough } } }
    because: { zh: '工龄{served}年', en: "{served} years" }
review: [{ id: verify, title: { zh: 核实, en: verification }, to: { zh: 组织部, en: the office } }]
`

async function run(
  expectation: string,
  record = '{ id: a, workStartedOn: 2016-01-01 }',
  more = 'inputs: { enough: 8 }',
) {
  const cases = parseCases({
    file: 'a.cases.yaml',
    text: `policy: test/limit\nasOf: 2026-11-21\ncases:\n  - { name: one, record: ${record}, ${more}, expect: ${expectation} }\n`,
  })
  const policySet = loadPolicySet([{ file: 'a.policy.yaml', text: policy }])
  if (!cases.ok || !policySet.ok) throw new Error(JSON.stringify({ cases, policySet }))
  const [result] = await runCases({
    policySet: policySet.value,
    cases: cases.value,
    readRecordFile: async () => ({ id: 'b', workStartedOn: '2020-01-01' }),
  })
  if (!result) throw new Error('no result')
  return result
}

it('everything that a case can expect passes where it is so', async () => {
  const expectation =
    '{ outcome: required, possible: [required], determinedBy: [long], met: [long], missing: [], decisive: [], figures: { served: 10 }, text: [工龄10年] }'
  expect(await run(expectation)).toMatchObject({ passed: true, differences: [] })
})

it.each([
  ['{ outcome: none }', 'outcome', 'none', 'required'],
  ['{ possible: [none, required] }', 'possible', '[none, required]', '[required]'],
  ['{ determinedBy: [] }', 'determinedBy', '[]', '[long]'],
  ['{ unmet: [long] }', 'unmet', 'unmet', 'met'],
  ['{ undetermined: [long] }', 'undetermined', 'undetermined', 'met'],
  ['{ met: [short] }', 'met', 'met', ''],
  ['{ setAside: { long: long } }', 'setAside', 'setAside', 'met'],
  ['{ missing: [birthDate] }', 'missing', '[birthDate]', '[]'],
  ['{ decisive: [birthDate] }', 'decisive', '[birthDate]', '[]'],
  ['{ assumed: [limit] }', 'assumed', 'limit', ''],
  ['{ figures: { served: 11 } }', 'figures', '11', '10'],
  ['{ figures: { age: 11 } }', 'figures', '11', ''],
  ['{ text: [工龄9年] }', 'text', '工龄9年', ''],
  ['{ rejected: [input/unknown] }', 'rejected', '[input/unknown]', '[]'],
])('%s fails and says what was found', async (expectation, what, expected, actual) => {
  const { passed, differences } = await run(expectation)
  expect(passed).toBe(false)
  expect(differences).toEqual([expect.objectContaining({ what, expected, actual })])
})

it.each([
  ['{ outcome: requierd }', 'requierd', 'required'],
  ['{ possible: [required, nothing] }', 'nothing', undefined],
  ['{ determinedBy: [lonng] }', 'lonng', 'long'],
  ['{ met: [lonng] }', 'lonng', 'long'],
  ['{ setAside: { lonng: long } }', 'lonng', 'long'],
  ['{ figures: { serve: 10 } }', 'serve', 'served'],
])('%s names what the policy does not have', async (expectation, written, suggestion) => {
  const { differences } = await run(expectation)
  expect(differences).toEqual([
    expect.objectContaining({
      unknown: { written, ...(suggestion && { suggestion }), known: expect.not.arrayContaining([written]) },
    }),
  ])
})

it('lists are compared whatever their order', async () => {
  const either = '{ possible: [required, none] }'
  expect((await run(either, '{ id: a }')).passed).toBe(true)
  expect((await run('{ possible: [none, required] }', '{ id: a }')).passed).toBe(true)
  expect((await run('{ possible: [required, none, none] }', '{ id: a }')).passed).toBe(false)
})

it('a rejected record fails a case that expects a decision, with the reason', async () => {
  const result = await run('{ outcome: none }', '{ id: a, workStartedOn: 2016-02-30 }')
  expect(result.differences).toEqual([{ what: 'rejected', expected: '[]', actual: '[record/not-a-date]' }])
  expect(formatResult(result, { locale: 'en' })).toContain('workStartedOn: ')
  expect((await run('{ rejected: [record/not-a-date] }', '{ id: a, workStartedOn: 2016-02-30 }')).passed).toBe(true)
  for (const [given, code] of [
    ['八', 'input/wrong-type'],
    ['41', 'input/out-of-range'],
    ['-1', 'input/out-of-range'],
  ])
    expect((await run(`{ rejected: [${code}] }`, '{ id: a }', `inputs: { enough: ${given} }`)).passed).toBe(true)
})

it('a record from a file with changes, and null takes a field away', async () => {
  const from = (changes: string): string => `{ from: b.json, with: ${changes} }`
  expect((await run('{ outcome: none, figures: { served: 6 } }', from('{}'))).passed).toBe(true)
  expect((await run('{ outcome: required }', from('{ workStartedOn: 2018-01-01 }'))).passed).toBe(true)
  const unknown = await run('{ outcome: undetermined, missing: [workStartedOn] }', from('{ workStartedOn: null }'))
  expect(unknown.passed).toBe(true)
})

it('a failure shows expected, actual and the part of the explanation that says why', async () => {
  const result = await run('{ outcome: none, unmet: [long] }')
  expect(formatResult(result, { locale: 'en' }).split('\n')).toEqual([
    '  outcome: expected none (no exchange called for), found required (exchange required)',
    '  rule long: expected unmet, found met',
    '  policy: test/limit, a.policy.yaml:1:1',
    '    a  test',
    '    Outcome',
    '      exchange required',
    '      under the policy: test (test/limit, version 2020-01-01); as of 2026-11-21',
    '    Given beside the record',
    '      enough: 8',
    '    Rules that decided it',
    '      trigger long (long)',
    '        10 years',
    '        consequence: must be exchanged',
    '        ✓ service: 10; asked for: at least 8',
    '        rests on: 《测试办法》; a.policy.yaml:12:5',
  ])
  expect(formatResult(await run('{ outcome: required }'), { locale: 'en' })).toBe('')
})

it('a text that is not there is looked for in the whole Chinese explanation', async () => {
  const text = formatResult(await run('{ text: [工龄9年] }'), { locale: 'en' })
  expect(text).toContain('text in the Chinese explanation: expected 工龄9年, found nothing')
  for (const part of ['工龄10年', '核实：向组织部提出']) expect(text).toContain(part)
})

it('cases of a policy that is not there are refused', async () => {
  const cases = { policy: 'test/other', asOf: '2026-11-21', cases: [] }
  await expect(runCases({ policySet: { policies: [] }, cases, readRecordFile: async () => ({}) })).rejects.toThrow(
    RangeError,
  )
})

it.each([
  [{ type: 'number', value: '0.33333333333333333333', fraction: '1/3' }, '1/3'],
  [{ type: 'interval', low: { type: 'number', value: '2' } }, '[2, ∞)'],
  [{ type: 'interval', high: { type: 'number', value: '2' }, orNone: true }, '(-∞, 2] or none'],
  [
    { type: 'interval', low: { type: 'number', value: '5' }, high: { type: 'number', value: '5' }, orNone: true },
    '5 or none',
  ],
  [{ type: 'boolean', value: false }, 'false'],
  [
    {
      type: 'list',
      items: [
        { type: 'text', value: '甲' },
        { type: 'text', value: '乙' },
      ],
    },
    '甲, 乙',
  ],
  [{ type: 'unknown' }, 'unknown'],
] as const)('%o is written %s', (value, text) => {
  expect(valueText(value)).toBe(text)
})

it('what a policy names of an embedder is given to the cases as to evaluate', async () => {
  const title = { zh: '…的倍数', en: 'a multiple of …' }
  const test = (left: number, right: number): boolean => left % right === 0
  const extensions: Extensions = {
    operators: { 'x-multipleOf': { title, tests: 'number', operand: 'number', test } },
  }
  const own = policy.replace('atLeast:', 'x-multipleOf:')
  const policySet = loadPolicySet([{ file: 'a.policy.yaml', text: own }], { extensions })
  const cases = parseCases({
    file: 'a.cases.yaml',
    text: `policy: test/limit\nasOf: 2026-11-21\ncases:\n  - { name: one, record: { id: a, workStartedOn: 2016-01-01 }, inputs: { enough: 5 }, expect: { outcome: required } }\n`,
  })
  if (!cases.ok || !policySet.ok) throw new Error(JSON.stringify({ cases, policySet }))
  const given = { policySet: policySet.value, cases: cases.value, readRecordFile: async () => ({}) }
  expect(await runCases({ ...given, extensions })).toMatchObject([{ passed: true }])
  await expect(runCases(given)).rejects.toThrow(TypeError)
})
