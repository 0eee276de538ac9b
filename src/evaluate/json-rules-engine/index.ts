// json-rules-engine as an evaluator: it answers every test by our operators and combines them in its own way; what it
// says is checked against three-valued logic, and anything lost or doubled throws.
import { invariant } from '../../base/index.js'
import type { ProgramPolicy, Trace } from '../../model/index.js'
import type { Evaluated, Evaluator } from '../evaluator.js'
import { contextFor, readShown, shownStatement } from '../reference/operands.js'
import type { Context } from '../reference/reading.js'
import { type EngineModule, loadEngine, silent } from './engine.js'
import { judgeNested } from './nested.js'
import { type Prepared, prepare } from './prepare.js'
import { run } from './run.js'
import { traceOf } from './trace.js'

/** Evaluates by json-rules-engine; another module in its place is for tests. */
export function jsonRulesEngine(load: () => Promise<EngineModule> = loadEngine): Evaluator {
  /** A policy's rules do not change: they are prepared when it is first evaluated, and kept as long as it is. */
  const known = new WeakMap<ProgramPolicy, PreparedPolicy>()
  let loading: Promise<EngineModule> | undefined
  return async (policy, subject): Promise<Evaluated> => {
    loading ??= load().then(silent)
    const module = await loading
    const prepared = known.get(policy) ?? preparePolicy(policy, module)
    known.set(policy, prepared)
    const context = contextFor(policy, subject, judgeNested)
    const judgeOne = async (one: Prepared | undefined): Promise<Trace | undefined> =>
      one && (await judgeAll(one, context, module))[0]
    const appliesTo = await judgeOne(prepared.appliesTo)
    const scope = appliesTo?.truth === false ? undefined : await judgeOne(prepared.scope)
    const outside = appliesTo?.truth === false || scope?.truth === false
    const traces = outside ? [] : await judgeAll(prepared.rules, context, module)
    return {
      ...(appliesTo && { appliesTo }),
      ...(scope && { scope }),
      rules: outside ? [] : byRule(policy, traces),
      read: (fact) => readShown(fact, context),
      statement: () => shownStatement(context),
    }
  }
}

interface PreparedPolicy {
  readonly appliesTo: Prepared | undefined
  readonly scope: Prepared | undefined
  readonly rules: Prepared
}

function preparePolicy(policy: ProgramPolicy, module: EngineModule): PreparedPolicy {
  const { appliesTo, scope, rules } = policy
  const all = rules.flatMap(({ when, unless }) => (unless ? [when, unless] : [when]))
  return {
    appliesTo: appliesTo && prepare([appliesTo], policy, module),
    scope: scope && prepare([scope], policy, module),
    rules: prepare(all, policy, module),
  }
}

/** The traces of all conditions, each with its rule. */
function byRule({ rules }: ProgramPolicy, traces: readonly Trace[]): Evaluated['rules'] {
  let next = 0
  return rules.map(({ unless: exception }) => {
    const when = traces[next++]
    const unless = exception && traces[next++]
    invariant(when, 'every rule is judged')
    return unless ? { when, unless } : { when }
  })
}

/** Judges conditions by one run of json-rules-engine. */
async function judgeAll(prepared: Prepared, context: Context, module: EngineModule): Promise<Trace[]> {
  const { conditions, readers, factPlaces } = prepared
  const read = readers.map((reader) => reader(context))
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
      'json-rules-engine says otherwise than three-valued logic',
      condition.id,
    )
    return trace
  })
}
