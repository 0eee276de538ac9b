import { assertNever, type FactId, startingAt } from '../base/index.js'
import { diagnostic, relatedPlace } from '../diagnostics/index.js'
import type { Condition, Operand, Value } from '../model/index.js'
import { isExtensionName, operatorNamed } from '../operators/index.js'
import type { NameScope } from './scope.js'

type Comparison = Extract<Condition, { kind: 'comparison' }>

/**
 * Reports every negative test that somebody passes for want of a record, because a dictionary says what the absence of
 * the field means. Without such a word, absence is unknown and passes nothing.
 */
export function reportAbsentPasses(condition: Condition, scope: NameScope, negated = false): void {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'atLeastOf':
      for (const part of condition.parts) reportAbsentPasses(part, scope, negated)
      return
    case 'not':
      reportAbsentPasses(condition.part, scope, !negated)
      return
    case 'quantifier':
      reportAbsentPasses(condition.from.having, scope, (condition.quantifier === 'none') !== negated)
      return
    case 'comparison':
      reportComparison(condition, scope, negated)
      return
    default:
      assertNever(condition, 'condition')
  }
}

function reportComparison(comparison: Comparison, { facts, report }: NameScope, negated: boolean): void {
  const { subject, operator, operand, place } = comparison
  const fact = subject.of === 'parameter' ? undefined : facts.fact(subject.fact)
  const negative = (operatorNamed(operator)?.negationOf !== undefined) !== negated
  const absent = fact && absentValue(fact.id, { facts })
  // What an embedder's operator says of the absent value, nobody knows before it is asked.
  const spared = absent && !isExtensionName(operator) && mayBe(absent, operand)
  if (!fact || !negative || !absent || spared) return
  const said = facts.writtenAt(fact.id, 'absent')
  const related = said ? [relatedPlace('absent', { fact: fact.id }, said)] : []
  report(diagnostic('check/absent-passes', { fact: fact.id, operator }, { span: startingAt(place), related }))
}

/** What the absence of a field means by a dictionary's word; an open end is no such word. */
function absentValue(id: FactId, { facts }: Pick<NameScope, 'facts'>): Value | undefined {
  const from = facts.fact(id)?.from
  if (from?.kind === 'current') return absentValue(from.field, { facts })
  return from?.kind === 'field' && from.absent?.type !== 'open' ? from.absent : undefined
}

/** Whether the operand is, or lists, that value: then absence does not pass the negative test. */
function mayBe(value: Value, operand: Operand): boolean {
  if (operand.kind === 'list') return operand.items.some((item) => mayBe(value, item))
  return operand.kind === 'literal' && JSON.stringify(operand.value) === JSON.stringify(value)
}
