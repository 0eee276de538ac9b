import { byCodePoint, sortedUnique } from '../base/index.js'
import { kindNamed } from '../kinds/index.js'
import { decidingParts, type MissingFact, type MissingField, nodesOf, type Trace } from '../model/index.js'
import type { JudgedRule, Judgement } from './judge.js'

/** The names under which a version's application and scope stand among the rules that a missing fact touches. */
const SCOPE = 'scope'
const APPLIES_TO = 'appliesTo'

/** The conditions of a judgement, each with the name of the rule that it belongs to. */
export function tracesOf({ appliesTo, scope, rules }: Judgement): RuleTrace[] {
  const traces: RuleTrace[] = []
  if (appliesTo) traces.push({ rule: APPLIES_TO, trace: appliesTo })
  if (scope) traces.push({ rule: SCOPE, trace: scope })
  for (const judged of rules) {
    traces.push({ rule: judged.rule.id, trace: judged.trace, judged })
    if (judged.unless) traces.push({ rule: judged.rule.id, trace: judged.unless, judged })
  }
  return traces
}

interface RuleTrace {
  readonly rule: string
  readonly trace: Trace
  readonly judged?: JudgedRule
}

/**
 * Every field that a rule looked for and did not find, once, sorted by path. It matters if a rule that is undetermined
 * for want of it would, read as met and read as unmet, leave different outcomes possible.
 */
export function missingFacts(judgements: readonly Judgement[], versionMatters: boolean): MissingFact[] {
  const found = new Map<string, { field: MissingField; touches: Set<string>; matters: boolean }>()
  for (const judgement of judgements) {
    for (const { rule, trace, judged } of tracesOf(judgement)) {
      const open = judged ? judged.truth === 'unknown' && matters(judgement, judged) : trace.truth === 'unknown'
      collect(rule, trace, open && (rule !== APPLIES_TO || versionMatters))
    }
  }
  return [...found.values()]
    .map(({ field, touches, matters }) => ({ ...field, rules: sortedUnique(touches), matters }))
    .sort((a, b) => byCodePoint(a.path, b.path) || byCodePoint(a.fact.id, b.fact.id))

  function collect(rule: string, trace: Trace, ruleMatters: boolean): void {
    const lacking = nodesOf(trace).filter((node) => 'missing' in node && node.missing.length > 0)
    if (lacking.length === 0) return
    const deciding = new Set(nodesOf(trace, decidingParts))
    for (const node of lacking) {
      for (const field of 'missing' in node ? node.missing : []) {
        const key = `${field.path} ${field.fact.id}`
        const entry = found.get(key) ?? { field, touches: new Set(), matters: false }
        entry.touches.add(rule)
        entry.matters ||= ruleMatters && node.truth === 'unknown' && deciding.has(node)
        found.set(key, entry)
      }
    }
  }
}

/**
 * Whether it makes a difference how an undetermined rule turns out: with the others as open as they are, or with all of
 * them met, or none. What two unknowns hide from each other would else be asked for one after the other.
 */
function matters({ policy, rules }: Judgement, judged: JudgedRule): boolean {
  const { possible, atStake } = kindNamed(policy.kind)
  const result = (own: boolean, others?: boolean): string => {
    const readings = rules.map((one) => {
      if (one === judged) return { ...one, truth: own }
      return others !== undefined && one.truth === 'unknown' ? { ...one, truth: others } : one
    })
    return JSON.stringify([possible(readings), atStake?.(readings)])
  }
  return [undefined, false, true].some((others) => result(true, others) !== result(false, others))
}
