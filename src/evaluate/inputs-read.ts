import { type FactId, placeholdersIn } from '../base/index.js'
import { factsRead, listsRead } from '../conditions/index.js'
import type { ProgramCondition, ProgramOperand, ProgramPolicy } from '../model/index.js'
import { conditionsOf } from './conditions-of.js'

/**
 * The inputs that a policy may read for somebody: those that its conditions, figures and reasons name, or that facts
 * and lists which they name come from, in the order of the policy. None of a policy that is not in force.
 */
export function inputsRead(policy: ProgramPolicy): FactId[] {
  const { inputs, rules, figures, facts, lists } = policy
  if (inputs.length === 0) return []
  const seen = new Set<FactId>()
  for (const one of conditionsOf(policy)) follow(one)
  for (const id of figures) visit(id)
  for (const { because } of rules)
    for (const name of because ? placeholdersIn(because.zh + because.en) : []) visit(name as FactId)
  return inputs.filter((id) => seen.has(id))

  function follow(part: ProgramCondition | ProgramOperand): void {
    for (const id of [...factsRead(part), ...listsRead(part)]) visit(id)
  }

  /** No fact has the name of a list; what is neither is a parameter. */
  function visit(id: FactId): void {
    if (seen.has(id)) return
    seen.add(id)
    visitFact(id)
    visitList(id)
  }

  function visitFact(id: FactId): void {
    const from = facts[id]?.from
    if (!from) return
    switch (from.kind) {
      case 'field':
      case 'input':
        return
      case 'current':
        visit(from.list)
        visit(from.field)
        return
      case 'parts':
        for (const part of from.parts) typeof part === 'string' ? visit(part) : follow(part)
        return
      default:
        follow(from)
    }
  }

  /** The items of a list are dated, and may be chosen from those of other lists. */
  function visitList(id: FactId): void {
    const list = lists[id]
    if (!list) return
    for (const field of [list.datedBy, ...(list.period ? [list.period.from, list.period.to] : [])]) visit(field)
    for (const { of, where } of list.parts ?? []) {
      visit(of)
      if (where) follow(where)
    }
  }
}
