import { expect, it } from 'vitest'
import { loadPolicySet } from '../../src/check/index.js'
import { compile } from '../../src/compile/index.js'
import { evaluate } from '../../src/evaluate/index.js'
import type { Decision } from '../../src/model/index.js'
import { matchers } from '../../src/testing/index.js'
import '../matchers.js'
import { record } from '../policy.js'

const policy = (kind: string, rules: string): string => `policy: test/${kind}
kind: ${kind}
title: { zh: 测试, en: test }
effective: { from: 2020-01-01 }
citation: { document: 测试办法 }
inputs:
  years: { title: { zh: 年数, en: years }, type: number, least: 0, most: 40 }
  merit: { title: { zh: 立功, en: merit }, type: boolean }
${rules}
review: [{ id: verify, title: { zh: 核实, en: verification }, to: { zh: 组织部, en: the office } }]
`
const rotation = policy(
  'rotation',
  `triggers:
  - { id: long, title: { zh: 长, en: long time }, obligation: must, when: { years: { atLeast: 10 } } }
  - { id: merited, title: { zh: 功, en: merit }, obligation: may, when: { merit: true } }`,
)
const promotion = policy(
  'promotion',
  `gates: [{ id: adult, title: { zh: 成年, en: adult }, when: { years: { atLeast: 0 } } }]
scorecard:
  title: { zh: 表, en: card }
  items:
    - { id: merit, title: { zh: 功, en: merit }, when: { merit: true }, award: 2.5, cap: 10 }`,
)

const judged = (text: string, inputs: object) => {
  const loaded = loadPolicySet([{ file: 'a.policy.yaml', text }])
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return evaluate(compile(loaded.value, { asOf: '2026-11-21' }), record({ id: 'a' }), { inputs: { ...inputs } })
}
async function decide(text: string, inputs: object): Promise<Decision> {
  const result = await judged(text, inputs)
  const [decision] = result.ok ? result.value : []
  if (!decision) throw new Error(JSON.stringify(result))
  return decision
}
const [ten, nine, open] = await Promise.all(
  [{ years: 10, merit: false }, { years: 9, merit: false }, { merit: true }].map((inputs) => decide(rotation, inputs)),
)
const [scored, unscored] = await Promise.all(
  [{ years: 1, merit: true }, { years: 1 }].map((one) => decide(promotion, one)),
)

it('what is so passes, and what is not so passes after not', () => {
  expect(ten).toHaveOutcome('required')
  expect(ten).not.toHaveOutcome('none')
  expect(ten).toBeDeterminedBy('long')
  expect(ten).not.toBeDeterminedBy('long', 'merited')
  expect(nine).toBeDeterminedBy()
  expect(nine).toBeMissing()
  expect(open).toHaveOutcome('undetermined')
  expect(open).toBeMissing('inputs.years')
  expect(open).not.toBeMissing()
  expect({ decisions: [nine] }).toEqual({ decisions: [expect.objectContaining({ outcome: 'none' })] })
})

it('the order of codes and paths, and one that is given twice, make no difference', async () => {
  const both = await decide(rotation, {})
  expect(both).toBeMissing('inputs.years', 'inputs.merit', 'inputs.years')
  expect(both).toBeMissing('inputs.merit', 'inputs.years')
})

it('a field that cannot change anything any more is not missing', async () => {
  const decision = await decide(rotation, { years: 10 })
  expect(decision.missing.map(({ path }) => path)).toEqual(['inputs.merit'])
  expect(decision).toBeMissing()
})

it.each([2.5, '2.5', '2.50'])('points are written as a number or as cases write them (%s)', (points) => {
  expect(scored).toScore(points)
})

it('a score that is not known is an interval', () => {
  expect(unscored).toScore('[0, 2.5]')
  expect(unscored).toScore('[0,2.50]')
  expect(unscored).not.toScore(0)
})

const failure = (claim: () => unknown): string => {
  try {
    claim()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new Error('the claim holds')
}

it('a failure says what was expected, what was found, and why it is so', () => {
  expect(failure(() => expect(nine).toHaveOutcome('required'))).toBe(
    `outcome: expected required (exchange required), found none (no exchange called for)
  policy: test/rotation, a.policy.yaml:1:1
    a  test
    Outcome
      no exchange called for
      under the policy: test (test/rotation, version 2020-01-01); as of 2026-11-21
    Given beside the record
      years: 9
      merit: no
    Rules not met
      trigger long time (long)
        ✗ years: 9; asked for: at least 10
        rests on: 《测试办法》; a.policy.yaml:10:5
      trigger merit (merited)
        ✗ merit: no; asked for: yes
        rests on: 《测试办法》; a.policy.yaml:11:5`,
  )
  expect(failure(() => expect(nine).toBeDeterminedBy('long'))).toContain(
    'determined by: expected [long], found nothing',
  )
  expect(failure(() => expect(open).toBeMissing())).toContain('missing: expected nothing, found [inputs.years]')
  const score = failure(() => expect(scored).toScore(3))
  expect(score).toContain('score: expected 3, found 2.5')
  expect(score).toContain('How the score came about')
})

it('a failure after not says that it is so, and why', () => {
  const text = failure(() => expect(ten).not.toHaveOutcome('required'))
  expect(text).toContain('outcome: expected anything but required (exchange required), found just that')
  expect(text).toContain('✓ years: 10; asked for: at least 10')
  expect(failure(() => expect(ten).not.toBeDeterminedBy('long'))).toContain('anything but [long]')
})

it('in Chinese unless another language is given', () => {
  const { toHaveOutcome, toBeDeterminedBy, toBeMissing, toScore } = matchers()
  expect(toHaveOutcome(nine, 'required')).toMatchObject({ pass: false })
  expect(toHaveOutcome(nine, 'required').message()).toContain('结论：应为 required（必须交流），实为 none（不需交流）')
  expect(toHaveOutcome(nine, 'none').message()).toContain('结论：不应为 none（不需交流），实际正是如此')
  expect(toBeDeterminedBy(ten).message()).toContain('决定性规则：应为无，实为 [long]')
  expect(toBeMissing(open).message()).toContain('仍有影响的未知字段：应为无，实为 [inputs.years]')
  expect(toScore(scored, 3).message()).toContain('总分：应为 3，实为 2.5')
  expect(() => toHaveOutcome(nine, 'requierd')).toThrow('政策中没有“requierd”，是否想写 required？')
  expect(() => toHaveOutcome(undefined, 'none')).toThrow('给 expect 的不是决定建议')
})

it('an outcome that the kind does not have is an error, also after not', () => {
  const message = 'the policy has no “requierd”: did you mean required?'
  expect(() => expect(ten).toHaveOutcome('requierd')).toThrow(message)
  expect(() => expect(ten).not.toHaveOutcome('requierd')).toThrow(message)
  expect(() => expect(ten).not.toHaveOutcome('eligible')).toThrow(
    /no “eligible”, only required, advised, .*, undetermined/,
  )
  expect(ten).not.toHaveOutcome('notApplicable')
})

it('a reason code that no rule has is an error, also after not', () => {
  const message = 'the policy has no “lonng”: did you mean long?'
  expect(() => expect(ten).toBeDeterminedBy('lonng')).toThrow(message)
  expect(() => expect(ten).not.toBeDeterminedBy('long', 'lonng')).toThrow(message)
})

it('a score that there is not, or that is none, is an error, also after not', () => {
  expect(() => expect(ten).not.toScore(3)).toThrow('the decision holds no score')
  for (const points of ['three', Number.NaN, '[1 2]', '1,5'])
    expect(() => expect(scored).not.toScore(points)).toThrow('is no number of points')
})

it('what is no decision is an error that says what it is, also after not', async () => {
  const none = 'what was given to expect is no decision'
  for (const value of [undefined, null, 'required', {}, { outcome: 'none' }])
    expect(() => expect(value).not.toHaveOutcome('none')).toThrow(none)
  expect(() => expect([ten, nine]).toHaveOutcome('required')).toThrow('but a list of 2: take one of them')
  expect(() => expect(Promise.resolve(ten)).toHaveOutcome('required')).toThrow('but a promise: await it first')
  const result = await judged(rotation, { years: 10, merit: true })
  expect(() => expect(result).toHaveOutcome('required')).toThrow('take one of its decisions')
  const rejected = await judged(rotation, { years: 41 })
  expect(() => expect(rejected).toHaveOutcome('required')).toThrow(/there is none:\n.*input\/out-of-range/)
  await expect(Promise.resolve(ten)).resolves.toHaveOutcome('required')
})
