import type { ReasonCode } from '../base/index.js'
import type { Measure } from '../model/index.js'
import type { Judgement } from './judge.js'

/** The measures that the determining rules propose and that are, or may be, open to the person; undefined if there are none in the policy. */
export function measuresOf({ policy, rules }: Judgement, determinedBy: readonly ReasonCode[]): Measure[] | undefined {
  if (!policy.rules.some(({ proposes }) => proposes)) return undefined
  const proposing = policy.rules.filter(({ id }) => determinedBy.includes(id))
  return rules.flatMap(({ rule, truth }) => {
    const proposedBy = proposing.filter(({ proposes }) => proposes?.includes(rule.id)).map(({ id }) => id)
    if (proposedBy.length === 0 || truth === false) return []
    const { id, title, provenance, citation, place } = rule
    return [{ id, title, status: truth === true ? 'open' : 'uncertain', proposedBy, provenance, citation, place }]
  })
}
