// The kinds' second door, for the checker: how a policy of each kind is written.
import type { PolicyDocument } from '../model/index.js'
import type { RuleDraft } from './authoring-kind.js'
import { rotationAuthoring } from './rotation/authoring.js'

export type { RuleDraft } from './authoring-kind.js'

const authorings = [rotationAuthoring] as const

/** The rules of a policy whose shape was checked, as they stand in its file. */
export function rulesOf(document: PolicyDocument): readonly RuleDraft[] {
  const authoring = authorings.find(({ name }) => name === document.kind)
  if (!authoring) throw new Error(`no kind of policy is named ${document.kind}`)
  return authoring.rulesOf(document)
}
