// An engine that loses, doubles or changes what it is given is caught, each time.
import * as genuine from 'json-rules-engine'
import { describe, expect, it } from 'vitest'
import { compile } from '../../../src/compile/index.js'
import type { EngineModule } from '../../../src/evaluate/json-rules-engine/engine.js'
import { jsonRulesEngine } from '../../../src/evaluate/json-rules-engine/index.js'
import type { ProgramPolicy, SubjectRecord } from '../../../src/model/index.js'
import { loaded, record, trigger } from '../../policy.js'

const [policy] = compile(
  loaded(`facts:
  extra.a: { title: { zh: 甲, en: a }, type: number }
  extra.b: { title: { zh: 乙, en: b }, type: number }
scope: { extra.a: { atLeast: 0 } }
triggers:
${trigger('both', '{ extra.a: { moreThan: 1 }, extra.b: { moreThan: 1 } }')}${trigger('either', '{ any: [{ extra.a: 1 }, { extra.b: 1 }] }')}${trigger('single', '{ not: { extra.b: { atLeast: 5 } } }')}`),
  { asOf: '2026-11-21' },
).policies as [ProgramPolicy]

const person = record({ id: 'a', extra: { a: 2, b: 3 } })
/** Of whom `b` is not known. */
const uncertain = record({ id: 'b', extra: { a: 1 } })

interface RuleResult {
  readonly name: string
  result: unknown
  conditions: Tree
}
interface Tree {
  name?: string
  result?: unknown
  all?: Tree[]
  any?: Tree[]
}
interface Outcome {
  results: RuleResult[]
  failureResults: RuleResult[]
}

/** json-rules-engine, but that its results go through other hands. */
function tampering(change: (outcome: Outcome) => Outcome): EngineModule {
  class Engine extends genuine.Engine {
    override async run(...given: Parameters<genuine.Engine['run']>): Promise<never> {
      return change((await super.run(...given)) as unknown as Outcome) as never
    }
  }
  return { ...genuine, Engine } as unknown as EngineModule
}

async function evaluated(module: EngineModule, { data }: SubjectRecord = person): Promise<unknown> {
  const evaluate = jsonRulesEngine(async () => module)
  const { scope, rules } = await evaluate(policy, {
    data,
    inputs: new Map(),
    asOf: 20261121 as never,
    extensions: { operators: {}, derivations: {} },
  })
  return { scope, rules }
}

const untouched = tampering((outcome) => outcome)
const leavesOf = (tree: Tree): Tree[] => (tree.all ?? tree.any)?.flatMap(leavesOf) ?? [tree]
const allOf = ({ results, failureResults }: Outcome): RuleResult[] => [...results, ...failureResults]
const onLeaves = (outcome: Outcome, change: (leaf: Tree) => unknown): Outcome => {
  for (const rule of allOf(outcome)) for (const leaf of leavesOf(rule.conditions)) change(leaf)
  return outcome
}
const withoutLast = <One>(list: readonly One[]): One[] => list.slice(0, -1)

it('the genuine engine says what three-valued logic says', async () => {
  expect(await evaluated(untouched)).toMatchObject({
    scope: { truth: true },
    rules: [{ when: { truth: true } }, { when: { truth: false } }, { when: { truth: true } }],
  })
  expect(await evaluated(untouched, uncertain)).toMatchObject({
    scope: { truth: true },
    rules: [{ when: { truth: false } }, { when: { truth: true } }, { when: { truth: 'unknown' } }],
  })
})

const swap = (rules: RuleResult[], change: (a: RuleResult, b: RuleResult) => void): void => {
  const [a, b] = rules
  if (a && b) change(a, b)
}

describe('caught is an engine that', () => {
  it.each<[string, (outcome: Outcome) => Outcome]>([
    ['drops a rule that holds', ({ results, ...rest }) => ({ ...rest, results: withoutLast(results) })],
    [
      'drops a rule that does not hold',
      ({ failureResults, ...rest }) => ({ ...rest, failureResults: withoutLast(failureResults) }),
    ],
    ['drops all rules, as after a failed run', () => ({ results: [], failureResults: [] })],
    ['doubles a rule', ({ results, ...rest }) => ({ ...rest, results: [...results, ...results.slice(0, 1)] })],
    [
      'drops one rule and doubles another',
      ({ results, failureResults }) => ({
        results: results.map(() => results[0] as RuleResult),
        failureResults: failureResults.map(() => results[0] as RuleResult),
      }),
    ],
    [
      'brings a rule of its own',
      ({ results, ...rest }) => ({
        ...rest,
        results: [...results, { name: 'other', result: true, conditions: { all: [] } }],
      }),
    ],
    [
      'gives one rule the tests of another',
      (outcome) => {
        swap(allOf(outcome), (a, b) => {
          const { conditions } = a
          a.conditions = b.conditions
          b.conditions = conditions
        })
        return outcome
      },
    ],
    [
      'drops a test',
      (outcome) => {
        for (const { conditions } of allOf(outcome)) (conditions.all ?? conditions.any)?.pop()
        return outcome
      },
    ],
    [
      'doubles a test',
      (outcome) => {
        for (const {
          conditions: { all, any },
        } of allOf(outcome))
          for (const list of [all, any]) if (list?.[0]) list.push(list[0])
        return outcome
      },
    ],
    [
      'turns the order of tests round',
      (outcome) => {
        for (const {
          conditions: { all, any },
        } of allOf(outcome))
          (all ?? any)?.reverse()
        return outcome
      },
    ],
    ['leaves a test out', (outcome) => onLeaves(outcome, (leaf) => delete leaf.result)],
    [
      'answers a test with undefined',
      (outcome) => onLeaves(outcome, (leaf) => Object.assign(leaf, { result: undefined })),
    ],
    [
      'answers a test with something else than a truth',
      (outcome) => onLeaves(outcome, (leaf) => Object.assign(leaf, { result: 1 })),
    ],
    ['loses the names of tests', (outcome) => onLeaves(outcome, (leaf) => delete leaf.name)],
    [
      'turns the answers round',
      (outcome) => onLeaves(outcome, (leaf) => Object.assign(leaf, { result: leaf.result !== true })),
    ],
    [
      'says that a rule holds which does not',
      (outcome) => {
        for (const rule of outcome.failureResults) rule.result = true
        return outcome
      },
    ],
    [
      'says that a rule does not hold which does',
      (outcome) => {
        for (const rule of outcome.results) rule.result = false
        return outcome
      },
    ],
    [
      'does not say whether a rule holds',
      (outcome) => {
        for (const rule of outcome.results) rule.result = null
        return outcome
      },
    ],
  ])('%s', async (_, change) => {
    await expect(evaluated(tampering(change))).rejects.toThrow(/^invariant broken: json-rules-engine/)
  })

  it('takes what is not known for true', async () => {
    const careless = tampering((outcome) => {
      for (const rule of allOf(outcome)) if (rule.result === 'unknown') rule.result = true
      return outcome
    })
    await expect(evaluated(careless, uncertain)).rejects.toThrow(/otherwise than three-valued logic/)
  })

  it('rejects', async () => {
    const failing = tampering(() => {
      throw new Error('broken')
    })
    await expect(evaluated(failing)).rejects.toThrow('broken')
  })

  it('asks for a test with another fact than its own', async () => {
    class Rule extends genuine.Rule {
      constructor(rule: genuine.RuleProperties) {
        super(JSON.parse(JSON.stringify(rule).replaceAll('"extra.b"', '"extra.a"')))
      }
    }
    const module = { ...genuine, Rule } as unknown as EngineModule
    await expect(evaluated(module)).rejects.toThrow(/^invariant broken: json-rules-engine/)
  })
})

it('in which order the engine tells of rules makes no difference', async () => {
  const turned = tampering(({ results, failureResults }) => ({
    results: results.reverse(),
    failureResults: failureResults.reverse(),
  }))
  const mixed = tampering((outcome) => ({ results: [], failureResults: allOf(outcome).reverse() }))
  for (const module of [turned, mixed]) {
    expect(await evaluated(module)).toEqual(await evaluated(untouched))
    expect(await evaluated(module, uncertain)).toEqual(await evaluated(untouched, uncertain))
  }
})
