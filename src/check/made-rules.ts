import { type FactId, type Path, placeOf, type ReasonCode } from '../base/index.js'
import type { PolicyParts, RuleDraft } from '../kinds/authoring.js'
import type { Condition, Fact, FactType, Operand } from '../model/index.js'
import { nodeId } from './condition.js'
import { constantsOf, numbersOf } from './constants.js'
import { declaredIn } from './declared.js'
import { type NameScope, reportAt } from './scope.js'
import { readPoints } from './score-source.js'

const NUMBER: FactType = { is: 'number' }
const WHOLE: FactType = { is: 'number', whole: true }

/** The condition that a fact which the policy makes reaches so much; `standing` is given if it counts rules. */
export function readReaching(
  { fact, atLeast, path }: NonNullable<RuleDraft['reaches']>,
  standing: PolicyParts['standing'],
  scope: NameScope,
): Condition {
  const id = fact as FactId
  const type = standing ? WHOLE : NUMBER
  const operand = readPoints(atLeast, id, path, scope)
  if (standing) reportCount(operand, standing.rules.length, path, scope)
  return {
    kind: 'comparison',
    id: nodeId(path),
    place: placeOf(scope.document.keySpanOf(path)),
    subject: { of: 'person', fact: id },
    type,
    operator: 'atLeast',
    operand,
  }
}

/** So many rules must be able to stand, and not none. */
function reportCount(operand: Operand, most: number, path: Path, scope: NameScope): void {
  const declared = declaredIn([operand], scope)
  const counts = numbersOf(constantsOf(operand, scope)).map(Number)
  if (counts.some((count) => !Number.isInteger(count)))
    reportAt(scope, path, 'shape/wrong-type', { expected: ['integer'], found: 'number' }, declared)
  else if (counts.some((count) => count < 1)) reportAt(scope, path, 'shape/too-small', { least: 1 }, declared)
  else if (counts.some((count) => count > most))
    reportAt(scope, path, 'check/tally-out-of-reach', { criteria: most }, declared)
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
