import { invariant, negate, type Truth } from '../../base/index.js'
import type { Operator } from '../../operators/index.js'
import type { Prepared } from './prepare.js'
import { type EngineRule, engineOperator } from './rules.js'

/** What is used of json-rules-engine. */
export interface EngineModule {
  readonly Engine: new (rules: EngineRule[], options: typeof OPTIONS) => Engine
  readonly Fact: new (id: string, value: number, options: { readonly cache: false }) => unknown
}

interface Engine {
  addOperator(name: string, test: EngineTest): void
  addOperatorDecorator(name: string, test: (fact: number, value: number, next: EngineTest) => Truth): void
  addFact(fact: unknown): unknown
  run(
    facts: object,
  ): Promise<{ readonly results: readonly RuleResult[]; readonly failureResults: readonly RuleResult[] }>
}

type EngineTest = (fact: number, value: number) => Truth

interface RuleResult {
  readonly name: string
  readonly result: unknown
  readonly conditions: Outcome
}

/** A group or a test, after the run. */
interface Outcome {
  readonly name?: string
  readonly result?: unknown
  readonly all?: readonly Outcome[]
  readonly any?: readonly Outcome[]
}

const OPTIONS = {
  allowUndefinedFacts: false,
  pathResolver: (): never => {
    throw new Error('no condition has a path')
  },
} as const

// Without a prototype, since json-rules-engine takes for a fact what anybody wrote on all objects.
const NO_MORE_FACTS: object = Object.create(null)

/** What json-rules-engine says: of every leaf by its place, and of every rule by its place whether it holds. */
export interface Ran {
  readonly truths: readonly Truth[]
  readonly holds: readonly boolean[]
}

/**
 * Runs every rule once. The engine is made for this run: one that is used twice loses rules without a word, after a
 * failure and in parallel. No rule or leaf has a priority, so that each is seen. Throws if one is lost or doubled.
 */
export async function run(
  { Engine, Fact }: EngineModule,
  { rules, leaves, ends, facts, operators }: Prepared,
  testOf: (operator: Operator) => EngineTest,
): Promise<Ran> {
  const engine = new Engine([...rules], OPTIONS)
  for (const operator of operators) engine.addOperator(engineOperator(operator.name), testOf(operator))
  engine.addOperatorDecorator('not', (fact, value, next) => negate(next(fact, value)))
  for (const [place, fact] of facts.entries()) engine.addFact(new Fact(fact, place, { cache: false }))
  const { results, failureResults } = await engine.run(NO_MORE_FACTS)
  const found = new Map([...results, ...failureResults].map((one) => [one.name, one]))
  invariant(
    found.size === rules.length && results.length + failureResults.length === rules.length,
    'json-rules-engine evaluated more or fewer rules than it was given',
  )
  const truths: Truth[] = []
  const holds = rules.map(({ name }, place) => {
    const rule = found.get(name)
    invariant(rule && isTruth(rule.result), `json-rules-engine did not say whether a rule holds: ${name}`)
    readTests(rule.conditions)
    invariant(
      truths.length === ends[place],
      `json-rules-engine evaluated more or fewer tests than it was given: ${name}`,
    )
    // A group takes 'unknown' for not true, but a rule with a single test passes it on, and calls that a success.
    return rule.result === true
  })
  return { truths, holds }

  /** The tests of a rule must come back in the order in which they were given. */
  function readTests({ name, result, all, any }: Outcome): void {
    const parts = all ?? any
    if (parts) {
      for (const part of parts) readTests(part)
      return
    }
    const id = leaves[truths.length]?.id
    invariant(name === id && isTruth(result), `json-rules-engine did not answer the test that it was given: ${id}`)
    truths.push(result)
  }
}

function isTruth(result: unknown): result is Truth {
  return result === true || result === false || result === 'unknown'
}
