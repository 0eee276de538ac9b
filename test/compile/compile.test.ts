import { expect, it } from 'vitest'
import { loadPolicySet } from '../../src/check/index.js'
import { at, compile } from '../../src/compile/index.js'
import { evaluate } from '../../src/evaluate/index.js'
import type { PolicySet } from '../../src/model/index.js'
import { record } from '../policy.js'
import '../matchers.js'

const policy = (effective: string, limit: string, extra = ''): string => `policy: test/limit
kind: rotation
title: { zh: 测试, en: test }
effective: { ${effective} }
citation: { document: 测试办法 }
${extra}
parameters:
  limit:
    title: { zh: 上限, en: limit }
    provenance: stated
    values: [${limit}]
facts:
  served: { title: { zh: 工龄, en: service }, elapsed: { since: workStartedOn } }
triggers:
  - { id: long, title: { zh: 长, en: long }, obligation: must, when: { served: { atLeast: $limit } } }
review: [{ id: verify, title: { zh: 核实, en: verification }, to: { zh: 组织部, en: the office } }]
`

function setOf(...texts: readonly string[]): PolicySet {
  const loaded = loadPolicySet(texts.map((text, index) => ({ file: `${index}.policy.yaml`, text })))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return loaded.value
}

const values = '{ from: 2020-01-01, until: 2024-07-01, is: 5 years }, { from: 2024-07-01, is: 8 years }'
const two = setOf(
  policy('from: 2020-01-01, until: 2026-01-01', values),
  policy('from: 2026-01-01', '{ from: 2026-01-01, is: 3 years }'),
)

it.each([
  ['2019-06-01', 10000101, 20200101], // before anything is in force
  ['2020-01-01', 20200101, 20240701],
  ['2024-06-30', 20200101, 20240701],
  ['2024-07-01', 20240701, 20260101],
  ['2026-01-01', 20260101, undefined],
])('at %s versions and figures hold from %s to %s', (asOf, from, until) => {
  expect(compile(two, { asOf }).segment).toEqual({ from, ...(until && { until }) })
})

it('a program moves within its segment and not beyond', async () => {
  const program = compile(two, { asOf: '2024-07-01' })
  const started = record({ id: 'a', workStartedOn: '2016-09-01' })
  const decision = async (date: string): Promise<unknown> => {
    const judged = await evaluate(at(program, date), started)
    return judged.ok ? judged.value[0] : judged
  }
  // Eight years are full on 2024-09-01.
  expect(await decision('2024-08-31')).toHaveOutcome('none')
  expect(await decision('2024-09-01')).toHaveOutcome('required')
  expect(at(program, '2025-12-31')).toEqual(compile(two, { asOf: '2025-12-31' }))
  expect(() => at(program, '2024-06-30')).toThrow(RangeError)
  expect(() => at(program, '2026-01-01')).toThrow(RangeError)
  expect(() => at(program, '2024-09')).toThrow(TypeError)
})

it('a program is plain JSON and judges the same after a round trip', async () => {
  const program = compile(two, { asOf: '2026-11-21' })
  const copy = JSON.parse(JSON.stringify(program))
  expect(copy).toEqual(program)
  const person = record({ id: 'a', workStartedOn: '2023-11-21' })
  expect(await evaluate(copy, person)).toEqual(await evaluate(program, person))
})

it('two versions on one day are refused unless one says whom it is for', () => {
  const general = policy('from: 2020-01-01', '{ from: 2020-01-01, is: 5 years }')
  const load = (other: string) =>
    loadPolicySet([general, other].map((text, index) => ({ file: `${index}.policy.yaml`, text })))
  const overlapping = load(policy('from: 2026-01-01', '{ from: 2026-01-01, is: 3 years }'))
  expect(overlapping.ok ? [] : overlapping.diagnostics.map(({ code }) => code)).toEqual(['check/versions-overlap'])
  const appliesTo = 'appliesTo: { workStartedOn: { onOrAfter: 2026-01-01 } }'
  expect(load(policy('from: 2026-01-01', '{ from: 2026-01-01, is: 3 years }', appliesTo)).ok).toBe(true)
})

it('two versions that both say they are for one person reject the record', async () => {
  const since = (year: number): string => `appliesTo: { workStartedOn: { onOrAfter: ${year}-01-01 } }`
  const set = setOf(
    policy('from: 2020-01-01', '{ from: 2020-01-01, is: 5 years }', since(2010)),
    policy('from: 2021-01-01', '{ from: 2021-01-01, is: 3 years }', since(2015)),
  )
  const judged = async (workStartedOn: string) => {
    const result = await evaluate(compile(set, { asOf: '2026-11-21' }), record({ id: 'a', workStartedOn }))
    return result.ok ? [result.value[0]?.outcome, result.value[0]?.reason] : result.diagnostics.map(({ code }) => code)
  }
  expect(await judged('2016-01-01')).toEqual(['fact/two-versions'])
  const result = await evaluate(compile(set, { asOf: '2026-11-21' }), record({ id: 'a', workStartedOn: '2016-01-01' }))
  const [problem] = result.ok ? [] : result.diagnostics
  const files = [problem?.span, ...(problem?.related ?? []).map(({ span }) => span)].map((span) => span?.file)
  expect(files.sort()).toEqual(['0.policy.yaml', '1.policy.yaml'])
  expect(await judged('2012-01-01')).toEqual(['required', undefined])
  expect(await judged('2005-01-01')).toEqual(['notApplicable', 'no-version-applies'])
})
