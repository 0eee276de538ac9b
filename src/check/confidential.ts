import { factsRead } from '../conditions/index.js'
import type { Fact } from '../model/index.js'
import type { FactLookup } from './scope.js'

/** Whether a fact is sensitive itself or comes from one that is. */
export function isConfidential(fact: Fact, facts: FactLookup): boolean {
  if (fact.confidential) return true
  const { from } = fact
  if (from.kind === 'field' || from.kind === 'input' || from.kind === 'current') return false
  const sources = from.kind === 'parts' ? [] : factsRead(from)
  return sources.some((id) => {
    const source = facts.fact(id)
    return source !== undefined && isConfidential(source, facts)
  })
}
