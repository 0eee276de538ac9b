import { type FactId, type Path, placeOf, type ReasonCode } from '../base/index.js'
import type { PolicyParts, RuleDraft } from '../kinds/authoring.js'
import type { Condition, Fact, FactType } from '../model/index.js'
import { nodeId } from './condition.js'
import { readOperand } from './operand.js'
import type { NameScope } from './scope.js'

export const NUMBER: FactType = { is: 'number' }
export const WHOLE: FactType = { is: 'number', whole: true }

/** The condition that a fact which the policy makes reaches so much. */
export function readReaching(
  { fact, atLeast, path }: NonNullable<RuleDraft['reaches']>,
  type: FactType,
  scope: NameScope,
): Condition {
  const id = fact as FactId
  return {
    kind: 'comparison',
    id: nodeId(path),
    place: placeOf(scope.document.keySpanOf(path)),
    subject: { of: 'person', fact: id },
    type,
    operator: 'atLeast',
    operand: readOperand(atLeast, { type: NUMBER, fact: id }, path, scope),
  }
}

/** The condition of a rule that has none: it holds of everybody. */
export function ofEverybody(path: Path): Condition {
  return { kind: 'all', id: nodeId(path), parts: [] }
}

/** How many of some rules stand, as a fact. Nothing in a file can name it, so that no rule rests on itself. */
export function standingFact({ fact, title, rules }: NonNullable<PolicyParts['standing']>): Fact {
  const id = fact as FactId
  const place = { file: '', line: 1, column: 1 }
  const derivation = { kind: 'standing', rules: rules as ReasonCode[] } as const
  return { id, title, type: WHOLE, from: { kind: 'derived', id: nodeId([fact]), place, type: WHOLE, derivation } }
}
