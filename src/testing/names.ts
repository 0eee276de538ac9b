import type { Decision } from '../index.js'
import { valueText } from './value-text.js'

/** The reason codes of all rules that a decision speaks of, those of other versions that may apply included; sorted. */
export function namesIn({ findings, alternatives = [] }: Decision): readonly string[] {
  const all = [...findings, ...alternatives.flatMap((one) => one.findings)]
  return [...new Set(all.map(({ id }) => id))].sort()
}

/** What every item and group of a scorecard earns, as cases write it. */
export function pointsIn(statement: Decision['statement']): ReadonlyMap<string, string> {
  const all = [...(statement?.items ?? []), ...(statement?.groups ?? [])]
  return new Map(all.map(({ id, earned }) => [id, valueText(earned)]))
}
