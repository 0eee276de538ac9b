import { invariant, negate, type Truth } from '../../base/index.js'
import type { OperatorName } from '../../model/index.js'
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

/** What json-rules-engine says of every leaf and of every rule, by their names. */
export interface Ran {
  readonly leaves: ReadonlyMap<string, Truth>
  readonly rules: ReadonlyMap<string, boolean>
}

/**
 * Runs every rule once. The engine is made for this run: one that is used twice loses rules without a word, after a
 * failure and in parallel. No rule or leaf has a priority, so that each is seen. Throws if one is lost or doubled.
 */
export async function run(
  { Engine, Fact }: EngineModule,
  { rules, facts, leavesOfRules, operators }: Prepared,
  testOf: (operator: OperatorName) => EngineTest,
): Promise<Ran> {
  const engine = new Engine([...rules], OPTIONS)
  for (const operator of operators) engine.addOperator(engineOperator({ operator }), testOf(operator))
  engine.addOperatorDecorator('not', (fact, value, next) => negate(next(fact, value)))
  for (const [place, fact] of facts.entries()) engine.addFact(new Fact(fact, place, { cache: false }))
  const { results, failureResults } = await engine.run(NO_MORE_FACTS)
  const found = [...results, ...failureResults]
  invariant(found.length === rules.length, 'json-rules-engine evaluated more or fewer rules than it was given')
  const ran = { leaves: new Map<string, Truth>(), rules: new Map<string, boolean>() }
  const byName = new Map(found.map((one) => [one.name, one]))
  for (const [place, { name }] of rules.entries()) {
    const one = byName.get(name)
    invariant(one && isTruth(one.result), `json-rules-engine did not say whether a rule holds: ${name}`)
    // A group takes 'unknown' for not true, but a rule with a single test passes it on, and calls that a success.
    ran.rules.set(name, one.result === true)
    const tests = testsIn(one.conditions)
    const given = leavesOfRules[place] ?? []
    invariant(
      tests.length === given.length && tests.every((test, index) => test.name === given[index]?.id),
      `json-rules-engine evaluated other tests than it was given: ${name}`,
    )
    for (const test of tests) {
      invariant(test.name !== undefined && isTruth(test.result), `json-rules-engine left out a test: ${test.name}`)
      ran.leaves.set(test.name, test.result)
    }
  }
  return ran
}

/** The tests of a rule, in the order in which they were given. */
function testsIn(outcome: Outcome): readonly Outcome[] {
  return (outcome.all ?? outcome.any)?.flatMap(testsIn) ?? [outcome]
}

function isTruth(result: unknown): result is Truth {
  return result === true || result === false || result === 'unknown'
}
