import { byCodePoint, sortedUnique } from '../base/index.js'
import type { Kind, RuleReading } from '../kinds/index.js'
import {
  decidingParts,
  type Finding,
  type MissingFact,
  type MissingField,
  nodesOf,
  type Trace,
} from '../model/index.js'

/** The name under which the policy's scope stands among the rules that a missing fact touches. */
export const SCOPE = 'scope'

interface Judged {
  readonly scope: Trace | undefined
  readonly findings: readonly Finding[]
  readonly rules: readonly RuleReading[]
  readonly kind: Kind
}

/**
 * Every field that a rule looked for and did not find, once, sorted by path. It matters if a rule that is undetermined
 * for want of it would, read as met and read as unmet, leave different outcomes possible.
 */
export function missingFacts({ scope, findings, rules, kind }: Judged): MissingFact[] {
  const found = new Map<string, { field: MissingField; touches: Set<string>; matters: boolean }>()
  if (scope) collect(SCOPE, scope, scope.truth === 'unknown')
  for (const { id, trace } of findings) collect(id, trace, trace.truth === 'unknown' && matters(id))
  return [...found.values()]
    .map(({ field, touches, matters }) => ({ ...field, rules: sortedUnique(touches), matters }))
    .sort((a, b) => byCodePoint(a.path, b.path) || byCodePoint(a.fact.id, b.fact.id))

  function collect(rule: string, trace: Trace, ruleMatters: boolean): void {
    const deciding = new Set(nodesOf(trace, decidingParts))
    for (const node of nodesOf(trace)) {
      if (!('missing' in node)) continue
      for (const field of node.missing) {
        const key = `${field.path} ${field.fact.id}`
        const entry = found.get(key) ?? { field, touches: new Set(), matters: false }
        entry.touches.add(rule)
        entry.matters ||= ruleMatters && node.truth === 'unknown' && deciding.has(node)
        found.set(key, entry)
      }
    }
  }

  function matters(id: string): boolean {
    const read = (truth: boolean) => kind.possible(rules.map((one) => (one.rule.id === id ? { ...one, truth } : one)))
    return JSON.stringify(read(true)) !== JSON.stringify(read(false))
  }
}
