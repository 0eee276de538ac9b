// json-rules-engine as an evaluator: it answers every test by our operators and combines them in its own way; what it
// says is checked against three-valued logic, and anything lost or doubled throws.
import { invariant } from '../../base/index.js'
import { type ProgramPolicy, showValue, type Trace } from '../../model/index.js'
import type { Evaluated, Evaluator } from '../evaluator.js'
import { contextFor, readFact } from '../reference/operands.js'
import type { Context } from '../reference/reading.js'
import { readLeaf } from './leaf.js'
import { judgeNested } from './nested.js'
import { type Prepared, prepare } from './prepare.js'
import { type EngineModule, run } from './run.js'
import { traceOf } from './trace.js'

/** Evaluates by json-rules-engine; another module in its place is for tests. */
export function jsonRulesEngine(load: () => Promise<EngineModule> = loadModule): Evaluator {
  return async (policy, subject): Promise<Evaluated> => {
    const module = await load()
    const context = contextFor(policy, subject, judgeNested)
    const prepared = preparedFor(policy)
    const judgeOne = async (one: Prepared | undefined): Promise<Trace | undefined> =>
      one && (await judgeAll(one, context, module))[0]
    const appliesTo = await judgeOne(prepared.appliesTo)
    const scope = appliesTo?.truth === false ? undefined : await judgeOne(prepared.scope)
    const outside = appliesTo?.truth === false || scope?.truth === false
    const traces = outside ? [] : await judgeAll(prepared.rules, context, module)
    const byCondition = new Map(prepared.rules.conditions.map((condition, index) => [condition, traces[index]]))
    return {
      ...(appliesTo && { appliesTo }),
      ...(scope && { scope }),
      rules: outside
        ? []
        : policy.rules.map(({ when, unless }) => {
            const [trace, exception] = [byCondition.get(when), unless && byCondition.get(unless)]
            invariant(trace, 'every rule is judged')
            return { when: trace, ...(exception && { unless: exception }) }
          }),
      read: (fact) => {
        const { value, ...notes } = readFact(fact, context)
        return { value: showValue(value), ...notes }
      },
    }
  }
}

let loading: Promise<EngineModule> | undefined

async function loadModule(): Promise<EngineModule> {
  loading ??= import('json-rules-engine').then(({ Engine, Fact }) => ({ Engine, Fact }) as unknown as EngineModule)
  return loading
}

/** Judges conditions by one run of json-rules-engine. */
async function judgeAll(prepared: Prepared, context: Context, module: EngineModule): Promise<Trace[]> {
  const { conditions, leaves, factPlaces } = prepared
  const read = leaves.map((leaf) => readLeaf(leaf, context))
  const { truths, holds } = await run(module, prepared, ({ test }) => (fact, place) => {
    const leaf = read[place]
    invariant(leaf && factPlaces[place] === fact, 'json-rules-engine compared another fact than it was given')
    return test(leaf.left, leaf.right, leaf.testing)
  })
  let next = 0
  return conditions.map((condition, place) => {
    const trace = traceOf(condition, () => {
      const [leaf, truth] = [read[next], truths[next]]
      invariant(leaf && truth !== undefined, 'every leaf is judged')
      next += 1
      return leaf.trace(truth)
    })
    invariant(
      holds[place] === (trace.truth === true),
      `json-rules-engine says otherwise than three-valued logic: ${condition.id}`,
    )
    return trace
  })
}

interface PreparedPolicy {
  readonly appliesTo: Prepared | undefined
  readonly scope: Prepared | undefined
  readonly rules: Prepared
}

/** A policy's rules do not change: they are prepared when it is first evaluated, and kept as long as it is. */
const preparedPolicies = new WeakMap<ProgramPolicy, PreparedPolicy>()

function preparedFor(policy: ProgramPolicy): PreparedPolicy {
  const known = preparedPolicies.get(policy)
  if (known) return known
  const { appliesTo, scope, rules } = policy
  const prepared = {
    appliesTo: appliesTo && prepare([appliesTo]),
    scope: scope && prepare([scope]),
    rules: prepare(rules.flatMap(({ when, unless }) => (unless ? [when, unless] : [when]))),
  }
  preparedPolicies.set(policy, prepared)
  return prepared
}
