import type { FactId, Path } from '../base/index.js'
import { factsRead } from '../conditions/index.js'
import type { Fact } from '../model/index.js'
import { declaredFact } from './declared.js'
import { type FactLookup, type NameScope, reportAtKey } from './scope.js'

/**
 * Whether a fact is sensitive itself or comes from one that is. The total of a scorecard tells nobody what it was made
 * of: there each part has its own ground.
 */
export function isConfidential(fact: Fact, facts: FactLookup): boolean {
  if (fact.confidential) return true
  const { from } = fact
  if (from.kind === 'field' || from.kind === 'input' || from.kind === 'current') return false
  if (from.kind === 'derived' && from.derivation.kind === 'score') return false
  const sources = from.kind === 'parts' ? [] : factsRead(from)
  return sources.some((id) => {
    const source = facts.fact(id)
    return source !== undefined && isConfidential(source, facts)
  })
}

/** Reports what is nobody's business where a part of the policy reads it without its own ground in a document. */
export function reportConfidential(read: readonly FactId[], path: Path, scope: NameScope): void {
  const found = read.find((id) => {
    const fact = scope.facts.fact(id)
    return fact && isConfidential(fact, scope.facts)
  })
  if (found)
    reportAtKey(scope, path, 'check/confidential-without-citation', { fact: found }, declaredFact(found, scope))
}
