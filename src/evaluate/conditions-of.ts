import type { ProgramCondition, ProgramPolicy } from '../model/index.js'

/** Every condition of a policy: whom it is for, then each rule's and its exception's. */
export function conditionsOf({ appliesTo, scope, rules }: ProgramPolicy): readonly ProgramCondition[] {
  const all = [appliesTo, scope, ...rules.flatMap(({ when, unless }) => [when, unless])]
  return all.filter((condition) => condition !== undefined)
}
