// What json-rules-engine does when it is used carelessly must not happen to anybody here: each person gets the decision
// that he gets alone.
import { expect, it } from 'vitest'
import { compile } from '../../../src/compile/index.js'
import { evaluate } from '../../../src/evaluate/index.js'
import type { SubjectRecord } from '../../../src/model/index.js'
import { loaded, record, trigger } from '../../policy.js'

const policies = loaded(`facts:
  extra.score: { title: { zh: 得分, en: score }, type: number }
  extra.days: { title: { zh: 天数, en: days }, type: number }
  share: { title: { zh: 日均, en: a day }, divide: [extra.score, extra.days] }
inputs:
  audit: { title: { zh: 审计, en: audit }, type: number }
scope: { extra.days: { atLeast: 0 } }
triggers:
${trigger('share', '{ share: { atLeast: 40 } }')}${trigger('score', '{ any: [{ extra.score: { lessThan: 10 } }, { extra.score: { moreThan: 90 } }] }')}${trigger('audited', '{ not: { audit: { atMost: 1 } } }', 'should')}${trigger('good', '{ some: { of: honours, where: { level: 省部级 } } }', 'should')}`)
const program = compile(policies, { asOf: '2026-11-21' })

/** Every third person divides by nothing, which rejects the record. */
const people = Array.from({ length: 200 }, (_, index) =>
  record({
    id: `P-${index}`,
    extra: { score: (index * 37) % 101, days: index % 3 === 0 ? 0 : (index % 7) + 1 },
    ...(index % 2 === 0 && { honours: [{ level: index % 4 === 0 ? '省部级' : '县级', date: '2025-01-01' }] }),
  }),
)

/** A source that answers sooner for the one than for the other, and for one in five not at all. */
const audit = async ({ record: { id } }: { record: SubjectRecord }): Promise<number | undefined> => {
  const index = Number(id.slice(2))
  await new Promise((resolve) => setTimeout(resolve, index % 4))
  return index % 5 === 0 ? undefined : index % 3
}

const decide = async (person: SubjectRecord, by = program): Promise<string> =>
  JSON.stringify(await evaluate(by, person, { sources: { audit } }))

it('alone, after one that fails, and 200 at once: everybody gets the same decision', async () => {
  const alone: string[] = []
  for (const person of people) alone.push(await decide(person, compile(policies, { asOf: '2026-11-21' })))
  const failed = alone.filter((one) => one.includes('fact/division-by-zero'))
  expect(failed).toHaveLength(67)
  const outcomes = alone.flatMap((one) => /"outcome":"(\w+)"/.exec(one)?.[1] ?? [])
  for (const outcome of ['required', 'advised', 'none', 'undetermined'])
    expect(outcomes.filter((one) => one === outcome).length, outcome).toBeGreaterThan(5)
  const afterFailing: string[] = []
  for (const person of people) {
    const [, own] = await Promise.all([decide(people[0] as SubjectRecord), decide(person)])
    afterFailing.push(own)
  }
  expect(afterFailing).toEqual(alone)
  expect(await Promise.all(people.map((one) => decide(one)))).toEqual(alone)
  expect((await Promise.all([...people].reverse().map((one) => decide(one)))).reverse()).toEqual(alone)
})
