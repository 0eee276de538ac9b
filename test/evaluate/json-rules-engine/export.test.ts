// The exported rules are run by json-rules-engine alone: nothing of ours but the facts is given to it.
import fc from 'fast-check'
import { Engine, type RuleProperties } from 'json-rules-engine'
import { describe, expect, it } from 'vitest'
import { compile } from '../../../src/compile/index.js'
import { evaluate, jsonRulesEngineFacts, toJsonRulesEngine } from '../../../src/evaluate/index.js'
import type { Decision, Program } from '../../../src/model/index.js'
import { readRecord } from '../../../src/record/index.js'
import { cli } from '../../cli/command.js'
import { loaded, record, trigger } from '../../policy.js'
import { Language, namedOnly, people, rotation } from '../generated.js'
import { isProgram, policyOf, programOf } from '../running.js'

/** The names of the rules that hold, by a bare engine; or the message with which it refuses. */
async function heldBy(rules: unknown, facts: Readonly<Record<string, unknown>>): Promise<string[] | string> {
  try {
    const { events } = await new Engine(JSON.parse(JSON.stringify(rules)) as RuleProperties[]).run({ ...facts })
    return events.map(({ params }) => String(params?.rule)).sort()
  } catch (error) {
    return String(error)
  }
}

/** The names of the rules whose `when` holds and whose `unless` does not, if the policy is for the person. */
function heldIn({ outcome, findings }: Decision): string[] {
  if (outcome === 'notApplicable') return []
  return findings
    .flatMap(({ id, trace, unless }) => (trace.truth === true && unless?.truth !== true ? [id] : []))
    .sort()
}

async function factsOf(program: Program, data: object): Promise<Readonly<Record<string, unknown>>> {
  const facts = await jsonRulesEngineFacts(program, record(data))
  if (!facts.ok) throw new Error(JSON.stringify(facts.diagnostics))
  return facts.value
}

const program = compile(
  loaded(`facts:
  extra.score: { title: { zh: 得分, en: score }, type: number }
  extra.class: { title: { zh: 等次, en: class }, type: text, values: [低, 中, 高], ordered: true }
  extra.tags: { title: { zh: 标签, en: tags }, type: text, list: true }
  praise: { title: { zh: 表彰次数, en: honours }, count: { of: honours } }
scope: { extra.score: { between: [0, 100] } }
triggers:
${trigger('high', '{ extra.class: { atLeast: 中 }, praise: { moreThan: 1 } }')}${trigger('tagged', '{ extra.tags: { containsAny: [甲, 乙] }, not: { extra.tags: { contains: 丙 } } }')}${trigger('born', '{ birthDate: { onOrAfter: 1980-01-01 }, not: { extra.score: { between: [40, 60] } } }')}${trigger('age', '{ not: { birthDate: { within: 50 years } } }')}`),
  { asOf: '2026-11-21' },
)
const person = {
  id: 'a',
  birthDate: '1980-01-01',
  extra: { score: 61, class: '高', tags: ['甲'] },
  honours: [{ date: '2020-01-01' }, { date: '2021-01-01' }],
}

it('what json-rules-engine can compare is written as a comparison, anything else as an answer', () => {
  const at = (name: string) => `test/rotation@2020-01-01/${name}`
  const scope = {
    all: [
      { name: 'scope/extra.score/between', fact: at('extra.score'), operator: 'greaterThanInclusive', value: 0 },
      { name: 'scope/extra.score/between', fact: at('extra.score'), operator: 'lessThanInclusive', value: 100 },
    ],
  }
  const exported = new Map(toJsonRulesEngine(program).map(({ name, conditions }) => [name, conditions]))
  expect([...exported.keys()]).toEqual(['age', 'born', 'high', 'tagged'].map(at))
  expect(['high', 'tagged', 'born', 'age'].map((id) => exported.get(at(id)))).toEqual([
    {
      all: [
        scope,
        {
          all: [
            {
              name: 'triggers/0/when/extra.class/atLeast',
              fact: at('extra.class'),
              operator: 'in',
              value: ['中', '高'],
            },
            { name: 'triggers/0/when/praise/moreThan', fact: at('praise'), operator: 'greaterThan', value: 1 },
          ],
        },
      ],
    },
    {
      all: [
        scope,
        {
          all: [
            {
              name: 'triggers/1/when/extra.tags/containsAny',
              fact: at('extra.tags'),
              operator: 'someValue:contains',
              value: ['甲', '乙'],
            },
            {
              name: 'triggers/1/when/not/extra.tags/contains',
              fact: at('extra.tags'),
              operator: 'not:contains',
              value: '丙',
            },
          ],
        },
      ],
    },
    {
      all: [
        scope,
        {
          all: [
            {
              name: 'triggers/2/when/birthDate/onOrAfter',
              fact: at('birthDate'),
              operator: 'greaterThanInclusive',
              value: 19800101,
            },
            {
              any: [
                {
                  name: 'triggers/2/when/not/extra.score/between',
                  fact: at('extra.score'),
                  operator: 'not:greaterThanInclusive',
                  value: 40,
                },
                {
                  name: 'triggers/2/when/not/extra.score/between',
                  fact: at('extra.score'),
                  operator: 'not:lessThanInclusive',
                  value: 60,
                },
              ],
            },
          ],
        },
      ],
    },
    {
      all: [
        scope,
        {
          name: 'triggers/3/when/not/birthDate/within',
          fact: at('triggers/3/when/not/birthDate/within'),
          operator: 'equal',
          value: true,
        },
      ],
    },
  ])
})

describe('a bare engine', () => {
  it.each<[string, object, readonly string[]]>([
    ['all known', person, ['born', 'high', 'tagged']],
    [
      'at the edges',
      { ...person, birthDate: '1976-11-21', extra: { score: 60, class: '中', tags: ['乙', '丙'] } },
      ['age', 'high'],
    ],
    [
      'one day younger',
      { ...person, birthDate: '1976-11-22', extra: { score: 40, class: '低', tags: ['乙'] } },
      ['tagged'],
    ],
    ['out of scope', { ...person, extra: { score: 101, class: '高', tags: ['甲'] } }, []],
  ])('holds the same rules: %s', async (_, data, held) => {
    expect(await heldBy(toJsonRulesEngine(program), await factsOf(program, data))).toEqual(held)
  })

  it.each([
    ['a field that is compared', { ...person, extra: { score: 61, tags: ['甲'] } }, 'extra.class'],
    ['a field that is answered for', { ...person, birthDate: undefined }, 'birthDate'],
    ['a list', { ...person, honours: undefined }, 'praise'],
  ])('refuses to run where something is not known: %s', async (_, data, name) => {
    const facts = await factsOf(program, JSON.parse(JSON.stringify(data)))
    expect(await heldBy(toJsonRulesEngine(program), facts)).toMatch(
      new RegExp(`^Error: Undefined fact: test/rotation@2020-01-01/.*${name}`),
    )
  })
})

const language = new Language({ tellsUnknown: true, extraLists: true })
const programs = fc
  .tuple(language.parts(), rotation(language))
  .map(([parts, rules]) => programOf(policyOf(namedOnly(parts, rules), rules)))
  .filter(isProgram)

it('a bare engine holds the rules that hold here, or refuses to run: generated policies and records', async () => {
  const seen = { same: 0, holding: 0, refused: 0 }
  const several = fc.array(people, { minLength: 10, maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(programs, several, async (program, persons) => {
      for (const data of persons) {
        const own = readRecord(data)
        const judged = own.ok ? await evaluate(program, own.value) : own
        if (!own.ok || !judged.ok || !judged.value[0]) continue
        const facts = await jsonRulesEngineFacts(program, own.value)
        if (!facts.ok) continue
        const held = await heldBy(toJsonRulesEngine(program), facts.value)
        if (typeof held === 'string') {
          expect(held).toMatch(/Undefined fact/)
          seen.refused += 1
        } else {
          expect(held).toEqual(heldIn(judged.value[0]))
          seen.same += 1
          if (held.length > 0) seen.holding += 1
        }
      }
    }),
    { seed: 20261121, numRuns: 100 },
  )
  expect(seen.same).toBeGreaterThan(100)
  expect(seen.holding).toBeGreaterThan(30)
}, 120_000)

describe('cadre-policy export', () => {
  it('prints rules that json-rules-engine takes', async () => {
    const { code, out, err } = await cli('export', 'policies', '--to', 'json-rules-engine', '--as-of', '2026-11-21')
    expect([code, err]).toEqual([0, ''])
    const rules = JSON.parse(out) as RuleProperties[]
    expect(rules.length).toBeGreaterThan(5)
    expect(() => new Engine(rules)).not.toThrow()
  })

  it.each([
    [['export', 'policies', '--as-of', '2026-11-21']],
    [['export', 'policies', '--to', 'drools', '--as-of', '2026-11-21']],
    [['export', 'policies', '--to', 'json-rules-engine']],
    [['export', 'policies', '--to', 'json-rules-engine', '--as-of', '2026-02-30']],
    [['export', 'no-such-folder', '--to', 'json-rules-engine', '--as-of', '2026-11-21']],
  ])('wrong use is 2 and prints no rules: %j', async (argv) => {
    const { code, out, err } = await cli(...argv)
    expect([code, out]).toEqual([2, ''])
    expect(err).not.toBe('')
  })
})
