import { assertNever } from '../base/index.js'
import type { Condition, Operand, ProgramCondition, ProgramOperand, Value } from '../model/index.js'

/** What the as-of date makes of a parameter and of the word `asOf`. */
export interface Bindings {
  readonly parameter: (name: string) => Value
  readonly asOf: Value
}

/**
 * The same condition for a program: negation moved to the leaves (not (a and b) is not a or not b, which holds in
 * Kleene's logic too), parameters replaced by their values. Node ids stay.
 */
export function lowerCondition(condition: Condition, bindings: Bindings, negated = false): ProgramCondition {
  const { id } = condition
  switch (condition.kind) {
    case 'not':
      return lowerCondition(condition.part, bindings, !negated)
    case 'all':
    case 'any': {
      const flipped = condition.kind === 'all' ? 'any' : 'all'
      const parts = condition.parts.map((part) => lowerCondition(part, bindings, negated))
      return { kind: negated ? flipped : condition.kind, id, parts }
    }
    case 'atLeastOf': {
      const parts = condition.parts.map((part) => lowerCondition(part, bindings))
      return { kind: 'atLeastOf', id, n: condition.n, parts, negated }
    }
    case 'comparison': {
      const { place, subject, operator } = condition
      return {
        kind: 'comparison',
        id,
        place,
        subject,
        operator,
        operand: lowerOperand(condition.operand, bindings),
        negated,
      }
    }
    case 'quantifier': {
      const { place, quantifier, of, ifEmpty } = condition
      const where = lowerCondition(condition.where, bindings)
      return { kind: 'quantifier', id, place, quantifier, of, where, ifEmpty, negated }
    }
    default:
      return assertNever(condition, 'condition')
  }
}

/** The same operand with parameters replaced by their values; a constant remembers the parameter it was. */
export function lowerOperand(operand: Operand, bindings: Bindings): ProgramOperand {
  switch (operand.kind) {
    case 'literal':
      return { kind: 'constant', value: operand.value }
    case 'parameter':
      return { kind: 'constant', value: bindings.parameter(operand.name), parameter: operand.name }
    case 'asOf':
      return { kind: 'constant', value: bindings.asOf }
    case 'fact':
      return operand
    case 'list':
      return { kind: 'list', items: operand.items.map((item) => lowerOperand(item, bindings)) }
    default:
      return assertNever(operand, 'operand')
  }
}
