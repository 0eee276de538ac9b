import { expect, it } from 'vitest'
import { loadPolicySet } from '../../src/check/index.js'
import { compile } from '../../src/compile/index.js'
import { evaluate } from '../../src/evaluate/index.js'
import { readRecord } from '../../src/record/index.js'

const policy = `policy: test/unit
kind: rotation
subject: unit
title: { zh: 单位测试, en: test of units }
effective: { from: 2020-01-01 }
citation: { document: 测试办法 }
facts:
  kind: { values: [镇, 街道] }
  headcount: { title: { zh: 编制数, en: headcount }, type: number, least: 0 }
  vacancies: { title: { zh: 空缺, en: vacancies }, type: number }
  reviewedOn: { title: { zh: 上次检查, en: last review }, type: date }
  share: { title: { zh: 空缺率, en: share vacant }, divide: [vacancies, headcount] }
triggers:
  - { id: vacant, title: { zh: 空缺多, en: many vacant }, obligation: must, when: { share: { atLeast: 0.2 }, reviewedOn: { before: 2026-01-01 } } }
review: [{ id: verify, title: { zh: 核实, en: verification }, to: { zh: 组织部, en: the office } }]
`

async function judged(data: object): Promise<unknown> {
  const loaded = loadPolicySet([{ file: 'a.policy.yaml', text: policy }])
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  const record = readRecord({ id: 'u', ...data })
  if (!record.ok) return record.diagnostics.map(({ code, path }) => `${code} ${path.join('.')}`)
  const result = await evaluate(compile(loaded.value, { asOf: '2026-11-21' }), record.value)
  return result.ok
    ? result.value.map(({ outcome }) => outcome)
    : result.diagnostics.map(({ code, path }) => `${code} ${path.join('.')}`)
}

const town = { kind: '镇', headcount: 50, vacancies: 10, reviewedOn: '2025-12-31' }

it('a policy judges units by the fields that it declares', async () => {
  expect(await judged(town)).toEqual(['required'])
  expect(await judged({ ...town, vacancies: 9 })).toEqual(['none'])
  expect(await judged({ ...town, reviewedOn: '2026-01-01' })).toEqual(['none'])
  expect(await judged({ ...town, vacancies: null })).toEqual(['undetermined'])
})

it.each([
  ['a field that nobody declares', { headcont: 50 }, 'record/unknown-field headcont'],
  ['a text for a number', { headcount: '50' }, 'record/wrong-type headcount'],
  ['a day that is none', { reviewedOn: '2025-02-30' }, 'record/not-a-date reviewedOn'],
  ['a number out of bounds', { headcount: -1 }, 'record/out-of-range headcount'],
  ['a kind that is not listed', { kind: '村' }, 'record/unknown-value kind'],
  ['a list', { headcount: [50] }, 'record/wrong-type headcount'],
])('%s rejects the unit', async (_, change, expected) => {
  expect(await judged({ ...town, ...change })).toEqual([expected])
})

it('no headcount at all cannot be divided by, and rejects the unit', async () => {
  expect(await judged({ ...town, headcount: 0 })).toEqual(['fact/division-by-zero '])
})

it('a person is not judged by a policy for units, nor passed over', async () => {
  expect(await judged({ birthDate: '1980-01-01' })).toEqual(['record/no-policy '])
})

it('what a policy for units does not declare is no fact, a person’s fields included', () => {
  const load = (when: string) => {
    const text = policy.replace('share: { atLeast: 0.2 }', when)
    const loaded = loadPolicySet([{ file: 'a.policy.yaml', text }])
    return loaded.ok ? [] : loaded.diagnostics.map(({ code }) => code)
  }
  expect(load('birthDate: { known: true }')).toEqual(['check/unknown-fact'])
  expect(load('some: { of: posts, where: { sensitive: true } }')).toEqual(['check/unknown-list'])
})
