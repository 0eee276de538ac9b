// What json-rules-engine does by default to those who use it as it comes, and that it happens to nobody here. The first
// half of each test holds the version that is pinned: should it fail after an update, the trap may be gone.
import * as genuine from 'json-rules-engine'
import { Engine, type RuleProperties } from 'json-rules-engine'
import { afterEach, describe, expect, it } from 'vitest'
import { compile } from '../../../src/compile/index.js'
import { evaluate } from '../../../src/evaluate/index.js'
import { jsonRulesEngine } from '../../../src/evaluate/json-rules-engine/index.js'
import type { Decision, SubjectRecord } from '../../../src/model/index.js'
import { readRecord } from '../../../src/record/index.js'
import { loaded, problemsOf, record, trigger } from '../../policy.js'

const score = `facts:
  extra.score: { title: { zh: 得分, en: score }, type: number }
  extra.word: { title: { zh: 文字, en: word }, type: text, values: [甲, 乙] }
  extra.tags: { title: { zh: 标签, en: tags }, type: text, list: true }
inputs:
  test: { title: { zh: 测验, en: test }, type: number }
triggers:
`
const programOf = (...triggers: string[]) => compile(loaded(score + triggers.join('')), { asOf: '2026-11-21' })

async function decide(
  program: ReturnType<typeof programOf>,
  person: SubjectRecord,
  options: Parameters<typeof evaluate>[2] = {},
): Promise<Decision> {
  const judged = await evaluate(program, person, options)
  if (!judged.ok) throw new Error(JSON.stringify(judged.diagnostics))
  const [decision] = judged.value
  if (!decision) throw new Error('no decision')
  return decision
}

const rule = (name: string, conditions: unknown): RuleProperties =>
  ({ name, conditions, event: { type: name } }) as RuleProperties
const test = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
const fired = async (facts: Record<string, unknown>, ...rules: RuleProperties[]): Promise<string[]> =>
  (await new Engine(rules, { allowUndefinedFacts: true }).run(facts)).events.map(({ type }) => type)
/** Whether a single test passes in bare json-rules-engine. */
const passes = async (fact: unknown, operator: string, value: unknown): Promise<boolean> =>
  (await fired({ fact }, rule('it', { all: [test('fact', operator, value)] }))).length === 1
/** The truth of a single condition here. */
const truthOf = async (when: string, data: object): Promise<unknown> =>
  (await decide(programOf(trigger('it', when)), record({ id: 'a', ...data }))).findings[0]?.trace.truth

describe('the run after a failed one', () => {
  it('finds no rules, without a word, where one engine is used for all', async () => {
    const engine = new Engine([rule('low', { all: [test('score', 'lessThan', 60)] })])
    const results: (number | 'failed')[] = []
    for (const facts of [{ score: 10 }, {}, { score: 10 }, { score: 10 }])
      try {
        results.push((await engine.run(facts)).events.length)
      } catch {
        results.push('failed')
      }
    expect(results).toEqual([1, 'failed', 0, 1])
  })

  it('finds what it finds alone, here', async () => {
    const program = programOf(trigger('low', '{ test: { lessThan: 60 } }'))
    const results: string[] = []
    for (const source of [() => 10, () => Promise.reject(new Error('down')), () => 10, () => 10]) {
      const judged = await evaluate(program, record({ id: 'a' }), { sources: { test: source } })
      results.push(judged.ok ? String(judged.value[0]?.outcome) : String(judged.diagnostics[0]?.code))
    }
    expect(results).toEqual(['required', 'fact/failed', 'required', 'required'])
  })
})

describe('runs in parallel', () => {
  const later = async (value: number): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, value % 3))
    return value
  }

  it('lose rules, without a word, where one engine is used for all', async () => {
    const engine = new Engine(
      [3, 2, 1].map((priority) => ({ ...rule(`p${priority}`, { all: [test('score', 'atAll', 0)] }), priority })),
    )
    engine.addOperator('atAll', () => true)
    const counts = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const { results } = await engine.run({ score: () => later(index) })
        return results.length
      }),
    )
    expect(counts.filter((count) => count < 3).length).toBeGreaterThan(100)
  })

  it('lose nothing here', async () => {
    const program = programOf(...['a', 'b', 'c'].map((id) => trigger(id, '{ test: { atLeast: 0 } }')))
    const decisions = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        decide(program, record({ id: `P-${index}` }), { sources: { test: () => later(index) } }),
      ),
    )
    for (const { findings } of decisions) expect(findings.map(({ status }) => status)).toEqual(['met', 'met', 'met'])
  })
})

describe('two people whose names collide', () => {
  const names = { 张漫: 95, 刘漓: 40 }

  it('are one to the cache of computed facts', async () => {
    const engine = new Engine(
      Object.keys(names).map((name) =>
        rule(name, { all: [{ ...test('score', 'greaterThanInclusive', 60), params: { name } }] }),
      ),
    )
    engine.addFact('score', (params) => names[params.name as keyof typeof names])
    const { events } = await engine.run()
    expect(events.map(({ type }) => type).sort()).toEqual(['刘漓', '张漫'])
  })

  it('are two here', async () => {
    const program = programOf(trigger('passed', '{ test: { atLeast: 60 } }'))
    const outcomes = await Promise.all(
      Object.keys(names).map(async (id) => {
        const test = async ({ record: { id } }: { record: SubjectRecord }) => names[id as keyof typeof names]
        return (await decide(program, record({ id }), { sources: { test } })).outcome
      }),
    )
    expect(outcomes).toEqual(['required', 'none'])
  })
})

describe('what is missing', () => {
  it('passes every negative test', async () => {
    const person = { file: {} }
    const at = (operator: string, value: unknown) => ({ ...test('file', operator, value), path: '$.grade' })
    for (const one of [at('notEqual', '甲'), at('notIn', ['甲']), at('not:lessThan', 60), { not: at('equal', '甲') }])
      expect(await fired(person, rule('it', { all: [one] }))).toEqual(['it'])
  })

  it.each([
    '{ extra.word: { isNot: 甲 } }',
    '{ extra.word: { notIn: [甲] } }',
    '{ not: { extra.word: 甲 } }',
    '{ not: { extra.score: { lessThan: 60 } } }',
    '{ not: { not: { extra.word: { isNot: 甲 } } } }',
    '{ not: { extra.tags: { contains: 甲 } } }',
    '{ none: { of: sanctions, where: { type: 撤职 } } }',
  ])('is unknown here: %s', async (when) => {
    expect(await truthOf(when, {})).toBe('unknown')
  })

  it('an unknown answer makes a rule of one test succeed', async () => {
    const engine = new Engine([rule('it', { all: [test('fact', 'asks', 1)] })])
    engine.addOperator('asks', () => 'unknown' as never)
    expect((await engine.run({ fact: 1 })).events).toHaveLength(1)
  })

  it('an unknown answer leaves a rule of one test undetermined here', async () => {
    const { findings, outcome } = await decide(programOf(trigger('it', '{ extra.score: 1 }')), record({ id: 'a' }))
    expect([findings[0]?.status, outcome]).toEqual(['undetermined', 'undetermined'])
  })
})

describe('groups', () => {
  it('that are empty hold for everybody; of two kinds side by side one is dropped', async () => {
    expect(await fired({}, rule('all', { all: [] }), rule('any', { any: [] }))).toEqual(['all', 'any'])
    const both = { all: [test('fact', 'equal', 1)], any: [test('fact', 'equal', 2)] }
    expect(await fired({ fact: 2 }, rule('it', both))).toEqual(['it'])
  })

  it('that are empty are refused here; side by side both must hold', async () => {
    for (const when of ['{ all: [] }', '{ any: [] }', '{}', '{ not: {} }'])
      expect(problemsOf(`triggers:\n${trigger('it', when)}`)).toEqual([expect.stringMatching(/^shape\/too-few /)])
    expect(await truthOf('{ all: [{ extra.score: 1 }], any: [{ extra.score: 2 }] }', { extra: { score: 2 } })).toBe(
      false,
    )
  })
})

describe('values of another type', () => {
  it.each([
    ['5', 'lessThan', 10],
    ['10', 'lessThan', '9'],
    [[5], 'greaterThan', 3],
    ['0x20', 'greaterThan', 10],
    [' 5 ', 'lessThan', 10],
    [0, 'lessThanInclusive', null],
    ['a', 'in', 'abc'],
    ['05 Apr 2022', 'lessThan', '06 Apr 2021'],
    [Number.NaN, 'notEqual', Number.NaN],
  ])('are coerced: %j %s %j', async (fact, operator, value) => {
    expect(await passes(fact, operator, value)).toBe(true)
  })

  it.each(['"5"', '[5]', '" 5 "', 'true', '{ "fact": "score" }'])(
    'are rejected here, in a record: %s',
    async (value) => {
      const person = readRecord({ id: 'a', extra: { score: JSON.parse(value) } })
      const judged = person.ok ? await evaluate(programOf(trigger('it', '{ extra.score: 1 }')), person.value) : person
      expect(judged).toMatchObject({ ok: false })
    },
  )

  it('are no numbers here: NaN and infinity', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(readRecord({ id: 'a', extra: { score: value } }).ok).toBe(false)
  })

  it.each([
    ['{ extra.score: { lessThan: "10" } }', 'check/operand-type'],
    ['{ extra.word: { in: 甲乙 } }', 'check/operand-type'],
    ['{ extra.word: { lessThan: 乙 } }', 'check/'],
    ['{ extra.score: { lessThan: null } }', 'shape/'],
    ['{ birthDate: { before: 05 Apr 2022 } }', 'check/'],
  ])('are refused here, in a policy: %s', (when, code) => {
    expect(problemsOf(score + trigger('it', when))).toEqual([expect.stringContaining(code)])
  })
})

describe('what is misspelt', () => {
  it('goes unnoticed: a key, and an operator where it is not reached', async () => {
    const misspelt = { ...test('fact', 'notEqual', 1), pathh: '$.grade' }
    expect(await fired({ fact: {} }, rule('it', { all: [misspelt] }))).toEqual(['it'])
    const engine = new Engine([
      rule('it', { any: [{ ...test('fact', 'equal', 1), priority: 2 }, test('fact', 'lesThan', 1)] }),
    ])
    expect((await engine.run({ fact: 1 })).events).toHaveLength(1)
  })

  it.each([
    ['{ any: [{ extra.score: 1 }, { extra.score: { lesThan: 1 } }] }', 'lessThan'],
    ['{ any: [{ extra.score: 1 }, { extra.scroe: 1 }] }', 'extra.score'],
    ['{ any: [{ extra.score: 1 }, { extra.word: 丙 }] }', '甲'],
  ])('is refused here, with what was meant: %s', (when, meant) => {
    const problems = problemsOf(score + trigger('it', when))
    expect(problems).toHaveLength(1)
    if (meant !== '甲') expect(problems[0]).toContain(`→ ${meant}`)
  })
})

describe('names', () => {
  afterEach(() => {
    Reflect.deleteProperty(Object.prototype, 'score')
    Reflect.deleteProperty(Object.prototype, 'birthDate')
  })

  it('an event that is called error rejects the run', async () => {
    await expect(fired({ fact: 1 }, rule('error', { all: [test('fact', 'equal', 1)] }))).rejects.toThrow()
  })

  it.each(['error', 'success', 'failure', 'constructor', 'to-string'])(
    'a rule can be called anything here: %s',
    async (id) => {
      const { findings } = await decide(
        programOf(trigger(id, '{ extra.score: 1 }')),
        record({ id: 'a', extra: { score: 1 } }),
      )
      expect(findings.map(({ id, status }) => [id, status])).toEqual([[id, 'met']])
    },
  )

  it('what somebody else writes on all objects becomes a fact', async () => {
    Object.defineProperty(Object.prototype, 'score', {
      value: 10,
      enumerable: true,
      configurable: true,
      writable: true,
    })
    const { events } = await new Engine([rule('low', { all: [test('score', 'lessThan', 60)] })]).run({})
    expect(events).toHaveLength(1)
  })

  it('what somebody else writes on all objects is no fact here', async () => {
    const program = programOf(
      trigger('low', '{ extra.score: { lessThan: 60 } }'),
      trigger('old', '{ birthDate: { before: 1960-01-01 } }'),
    )
    const [bare, extra] = [record({ id: 'a' }), record({ id: 'b', extra: {} })]
    for (const [name, value] of [
      ['score', 10],
      ['birthDate', '1950-01-01'],
    ] as const)
      Object.defineProperty(Object.prototype, name, { value, enumerable: true, configurable: true, writable: true })
    const decisions = [await decide(program, bare), await decide(program, extra)]
    for (const { findings } of decisions)
      expect(findings.map(({ status }) => status)).toEqual(['undetermined', 'undetermined'])
  })
})

it('nothing of a person is handed to json-rules-engine, nor stands in its results', async () => {
  const seen: unknown[] = []
  class Listening extends genuine.Engine {
    constructor(rules: never[]) {
      seen.push(rules)
      super(rules)
    }
    override async run(...given: Parameters<Engine['run']>): ReturnType<Engine['run']> {
      const result = await super.run(...given)
      const { results, failureResults, events, failureEvents } = result
      seen.push(given[0], results, failureResults, events, failureEvents)
      return result
    }
  }
  const [policy] = programOf(
    trigger('word', '{ extra.word: 乙, extra.score: { atLeast: 77 } }'),
    trigger('born', '{ birthDate: { before: 1999-09-09 } }'),
    trigger('tags', '{ some: { of: sanctions, where: { matter: { contains: 秘密 } } } }'),
  ).policies
  if (!policy) throw new Error('no policy')
  const { data } = record({
    id: '张三-4711',
    birthDate: '1988-08-08',
    extra: { word: '乙', score: 77 },
    sanctions: [{ type: '警告', matter: '秘密事项', decidedOn: '2020-02-02' }],
  })
  const evaluator = jsonRulesEngine(async () => ({ ...genuine, Engine: Listening }) as never)
  const { rules } = await evaluator(policy, {
    data,
    inputs: new Map(),
    asOf: 20261121 as never,
    extensions: { operators: {}, derivations: {} },
  })
  expect(rules.map(({ when }) => when.truth)).toEqual([true, true, true])
  const text = JSON.stringify(seen)
  expect(text).toContain('extra.word')
  for (const token of ['4711', '张三', '1988', '乙', '77', '秘密', '警告', '2020']) expect(text).not.toContain(token)
})
