// The kinds' second door, for the checker: how a policy of each kind is written. Adding a kind adds a line to the table.
import type { PolicyDocument } from '../model/index.js'
import type { Authoring } from './authoring-kind.js'
import { fitnessAuthoring } from './fitness/authoring.js'
import { incentiveAuthoring } from './incentive/authoring.js'
import { promotionAuthoring } from './promotion/authoring.js'
import { rotationAuthoring } from './rotation/authoring.js'

export type { PolicyParts, RuleDraft } from './authoring-kind.js'

const authorings = [rotationAuthoring, promotionAuthoring, fitnessAuthoring, incentiveAuthoring] as const

/** How a policy whose shape was checked is written. */
export function authoringOf({ kind }: PolicyDocument): Authoring<PolicyDocument> {
  const authoring = authorings.find(({ name }) => name === kind)
  if (!authoring) throw new Error(`no kind of policy is named ${kind}`)
  return authoring as Authoring<PolicyDocument>
}
