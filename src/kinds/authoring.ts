// The kinds' second door, for the checker: how a policy of each kind is written.
import type { PolicyDocument } from '../model/index.js'
import type { Authoring } from './authoring-kind.js'
import * as authorings from './authorings.js'

export type { PolicyParts, RuleDraft } from './authoring-kind.js'

/** How a policy whose shape was checked is written. */
export function authoringOf({ kind }: PolicyDocument): Authoring<PolicyDocument> {
  const authoring = Object.values(authorings).find(({ name }) => name === kind)
  if (!authoring) throw new Error(`no kind of policy is named ${kind}`)
  return authoring as Authoring<PolicyDocument>
}
