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
  run(): Promise<{ readonly results: readonly RuleResult[]; readonly failureResults: readonly RuleResult[] }>
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
  { rules, facts, leaves, operators }: Prepared,
  testOf: (operator: OperatorName) => EngineTest,
): Promise<Ran> {
  const engine = new Engine([...rules], OPTIONS)
  for (const operator of operators) engine.addOperator(engineOperator(operator), testOf(operator))
  engine.addOperatorDecorator('not', (fact, value, next) => negate(next(fact, value)))
  for (const [place, fact] of facts.entries()) engine.addFact(new Fact(fact, place, { cache: false }))
  const { results, failureResults } = await engine.run()
  const ran = { leaves: new Map<string, Truth>(), rules: new Map<string, boolean>() }
  for (const { name, result, conditions } of [...results, ...failureResults]) {
    invariant(!ran.rules.has(name), `json-rules-engine evaluated a rule twice: ${name}`)
    invariant(isTruth(result), `json-rules-engine did not say whether a rule holds: ${name}`)
    // A group takes 'unknown' for not true, but a rule with a single test passes it on, and calls that a success.
    ran.rules.set(name, result === true)
    noteLeaves(conditions, ran.leaves)
  }
  invariant(
    ran.rules.size === rules.length && rules.every(({ name }) => ran.rules.has(name)),
    'json-rules-engine evaluated other rules than it was given',
  )
  invariant(
    ran.leaves.size === leaves.length && leaves.every(({ id }) => ran.leaves.has(id)),
    'json-rules-engine evaluated other tests than it was given',
  )
  return ran
}

function noteLeaves({ name, result, all, any }: Outcome, leaves: Map<string, Truth>): void {
  const parts = all ?? any
  if (parts) {
    for (const part of parts) noteLeaves(part, leaves)
    return
  }
  invariant(name !== undefined && !leaves.has(name), `json-rules-engine evaluated a test twice: ${name}`)
  invariant(isTruth(result), `json-rules-engine left out a test: ${name}`)
  leaves.set(name, result)
}

function isTruth(result: unknown): result is Truth {
  return result === true || result === false || result === 'unknown'
}
