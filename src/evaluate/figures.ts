import type { FactId } from '../base/index.js'
import { factsRead } from '../conditions/index.js'
import type { Decision, ProgramPolicy } from '../model/index.js'
import type { Evaluated } from './evaluator.js'

export type Figure = NonNullable<Decision['figures']>[number]
type Working = Figure['from'][number]

/** The facts that a policy lets its decisions carry, each with the facts that it was computed from, down to the record. */
export function figuresOf({ figures, facts }: ProgramPolicy, read: Evaluated['read']): Figure[] {
  return figures.map((id) => ({ ...workingOf(id, new Set()), missing: read(id).missing }))

  /** The working of a fact is told where the fact is first met. */
  function workingOf(id: FactId, told: Set<FactId>): Working {
    const title = facts[id]?.title ?? { zh: id, en: id }
    const sources = told.has(id) ? [] : sourcesOf(id)
    told.add(id)
    return { fact: { id, title }, value: read(id).value, from: sources.map((source) => workingOf(source, told)) }
  }

  function sourcesOf(id: FactId): FactId[] {
    const from = facts[id]?.from
    if (!from || from.kind === 'field' || from.kind === 'current' || from.kind === 'input' || from.kind === 'parts')
      return []
    // A field of a list's items is nothing that the person has one of.
    return factsRead(from).filter((one) => facts[one] && facts[one].list === undefined)
  }
}
