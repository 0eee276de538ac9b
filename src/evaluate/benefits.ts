import type { FactId } from '../base/index.js'
import { standing } from '../kinds/index.js'
import type { Benefit, ProgramRule } from '../model/index.js'
import type { Judgement } from './judge.js'

/** The benefits that stand, with what they come to for this person; undefined if the policy's rules yield nothing. */
export function benefitsOf({ policy, rules, read }: Judgement): Benefit[] | undefined {
  if (!policy.rules.some(({ yields }) => yields)) return undefined
  const standingOnes = rules.filter((one) => one.rule.yields && standing(one, rules) === true)
  return standingOnes.map(({ rule }) => {
    const { id, title, yields, provenance, citation, place } = rule
    const readings = factsYielded(rule).map(([part, fact]) => [part, read(fact)] as const)
    return {
      id,
      title,
      ...Object.fromEntries(readings.map(([part, { value }]) => [part, value])),
      ...(yields?.unit && { unit: yields.unit }),
      missing: readings.flatMap(([, { missing }]) => missing),
      provenance,
      citation,
      place,
    }
  })
}

/** The facts that say what a rule yields, by what they say. */
export function factsYielded({ yields = {} }: ProgramRule): (readonly [string, FactId])[] {
  const { unit: _, ...parts } = yields
  return Object.entries(parts)
}
