import { assertNever, type FactId } from '../base/index.js'
import type { Condition, Derivation, Operand, ProgramCondition, ProgramOperand } from '../model/index.js'
import { mapDerivation, mapSelection } from './map.js'

type AnyOperand = Operand | ProgramOperand
type AnyCondition = Condition | ProgramCondition

/** The facts and fields of items that a condition or operand names, in the order in which it does; each once. */
export function factsRead(part: AnyOperand | AnyCondition): FactId[] {
  const found = new Set<FactId>()
  isCondition(part) ? condition(part) : operand(part)
  return [...found]

  function condition(one: AnyCondition): void {
    switch (one.kind) {
      case 'all':
      case 'any':
      case 'atLeastOf':
        for (const inner of one.parts) condition(inner)
        return
      case 'not':
        condition(one.part)
        return
      case 'comparison':
        if (one.subject.of !== 'parameter') found.add(one.subject.fact)
        operand(one.operand)
        return
      case 'quantifier':
        mapSelection<AnyOperand, AnyCondition, void, void>(one.from, operand, condition)
        return
      default:
        assertNever(one, 'condition')
    }
  }

  function operand(one: AnyOperand): void {
    switch (one.kind) {
      case 'literal':
      case 'constant':
      case 'parameter':
      case 'asOf':
        return
      case 'datedParameter':
        operand(one.at)
        return
      case 'fact':
        if (one.subject.of !== 'parameter') found.add(one.subject.fact)
        return
      case 'list':
        for (const item of one.items) operand(item)
        return
      case 'derived':
        fields(one.derivation)
        mapDerivation<AnyOperand, AnyCondition, void, void>(one.derivation, operand, condition)
        return
      default:
        assertNever(one, 'operand')
    }
  }

  /** The fields of items that a derivation takes. */
  function fields(derivation: Derivation<AnyOperand, AnyCondition>): void {
    if ('take' in derivation && derivation.kind !== 'part') found.add(derivation.take)
    if (derivation.kind === 'count' && derivation.distinct) found.add(derivation.distinct)
    if (derivation.kind === 'average' && derivation.weights) found.add(derivation.weights.by)
    if (derivation.kind === 'time' && derivation.weigh) found.add(derivation.weigh.by)
    if ('from' in derivation && derivation.from.keep) found.add(derivation.from.keep.by).add(derivation.from.keep.per)
  }
}

function isCondition(part: AnyOperand | AnyCondition): part is AnyCondition {
  return ['all', 'any', 'atLeastOf', 'not', 'comparison', 'quantifier'].includes(part.kind)
}
