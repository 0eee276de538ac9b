import { assertNever } from '../base/index.js'
import type {
  Condition,
  Conventions,
  Derivation,
  Operand,
  ProgramCondition,
  ProgramOperand,
  Selection,
  Value,
  WrittenConventions,
} from '../model/index.js'
import { mapDerivation, mapSelection } from './map.js'

/** What the as-of date makes of a parameter. */
export type Bindings = (parameter: string) => Value

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
    case 'comparison':
      return { ...condition, operand: lowerOperand(condition.operand, bindings), negated }
    case 'quantifier': {
      const having = lowerCondition(condition.from.having, bindings)
      return { ...condition, from: { ...lowerSelection(condition.from, bindings), having }, negated }
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
      return { kind: 'constant', value: bindings(operand.name), parameter: operand.name }
    case 'datedParameter':
      return { ...operand, at: lowerOperand(operand.at, bindings) }
    case 'asOf':
    case 'fact':
      return operand
    case 'list':
      return { kind: 'list', items: operand.items.map((item) => lowerOperand(item, bindings)) }
    case 'derived': {
      const { conventions, derivation, ...rest } = operand
      const chosen = conventions && { conventions: lowerConventions(conventions, bindings) }
      return { ...rest, derivation: lowerDerivation(derivation, bindings), ...chosen }
    }
    default:
      return assertNever(operand, 'operand')
  }
}

/** The conventions that an author chose, words from parameters filled in. */
export function lowerConventions(written: WrittenConventions, bindings: Bindings): Partial<Conventions> {
  const entries = Object.entries(written).map(([key, chosen]) => {
    if (typeof chosen !== 'object') return [key, chosen]
    const value = bindings(chosen.parameter)
    return [key, value.type === 'text' ? value.value : undefined]
  })
  return Object.fromEntries(entries)
}

function lowerDerivation(
  derivation: Derivation<Operand, Condition>,
  bindings: Bindings,
): Derivation<ProgramOperand, ProgramCondition> {
  return mapDerivation(
    derivation,
    (operand) => lowerOperand(operand, bindings),
    (condition) => lowerCondition(condition, bindings),
  )
}

function lowerSelection(
  selection: Selection<Operand, Condition>,
  bindings: Bindings,
): Selection<ProgramOperand, ProgramCondition> {
  return mapSelection(
    selection,
    (operand) => lowerOperand(operand, bindings),
    (condition) => lowerCondition(condition, bindings),
  )
}
