import { invariant, negate, type Truth } from '../../base/index.js'
import type { Operator } from '../../operators/index.js'
import type { EngineModule, EngineOperator, Outcome } from './engine.js'
import { EVENT, type Prepared } from './prepare.js'
import { engineOperator } from './rules.js'

// Without a prototype, since json-rules-engine takes for a fact what anybody wrote on all objects.
const NO_FACTS: object = Object.create(null)

/** What json-rules-engine says: of every leaf by its place, and of every rule by its place whether it holds. */
export interface Ran {
  readonly truths: readonly Truth[]
  readonly holds: readonly boolean[]
}

/**
 * Runs every rule once. Engine and rules are made for this run: an engine that is used twice loses rules without a word,
 * after a failure and in parallel, and a rule asks the operators of the last engine that it was given to. No rule or
 * leaf has a priority, so that each is seen. Throws if one is lost or doubled.
 */
export async function run(
  { Engine, Rule }: EngineModule,
  { rules, leaves, operators, Almanac }: Prepared,
  testOf: (operator: Operator) => EngineOperator,
): Promise<Ran> {
  const engine = new Engine(
    rules.map(({ name, conditions }) => Object.assign(new Rule({ name, event: EVENT }), { conditions })),
  )
  for (const operator of operators) engine.addOperator(engineOperator(operator.name), testOf(operator))
  engine.addOperatorDecorator('not', (fact, value, next) => negate(next(fact, value)))
  const { results, failureResults } = await engine.run(NO_FACTS, { almanac: new Almanac() })
  const found = new Map([...results, ...failureResults].map((one) => [one.name, one]))
  invariant(
    found.size === rules.length && results.length + failureResults.length === rules.length,
    'json-rules-engine evaluated more or fewer rules than it was given',
  )
  const truths: Truth[] = []
  const holds = rules.map(({ name, end }) => {
    const rule = found.get(name)
    invariant(rule && isTruth(rule.result), 'json-rules-engine did not say whether a rule holds', name)
    readTests(rule.conditions)
    invariant(truths.length === end, 'json-rules-engine evaluated more or fewer tests than it was given', name)
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
    invariant(name === id && isTruth(result), 'json-rules-engine did not answer the test that it was given', id)
    truths.push(result)
  }
}

function isTruth(result: unknown): result is Truth {
  return result === true || result === false || result === 'unknown'
}
