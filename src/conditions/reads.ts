import { assertNever, type FactId } from '../base/index.js'
import type {
  Condition,
  Derivation,
  Operand,
  ProgramCondition,
  ProgramOperand,
  Scorecard,
  Selection,
} from '../model/index.js'
import { mapDerivation, mapSelection } from './map.js'

type AnyOperand = Operand | ProgramOperand
type AnyCondition = Condition | ProgramCondition

/** The facts and fields of items that a condition or operand names, in the order in which it does; each once. */
export function factsRead(part: AnyOperand | AnyCondition): FactId[] {
  return [...namesIn(part).facts]
}

/** The lists whose items a condition or operand looks at, in the order in which it names them; each once. */
export function listsRead(part: AnyOperand | AnyCondition): FactId[] {
  return [...namesIn(part).lists]
}

function namesIn(part: AnyOperand | AnyCondition): Readonly<Record<'facts' | 'lists', ReadonlySet<FactId>>> {
  const [facts, lists] = [new Set<FactId>(), new Set<FactId>()]
  isCondition(part) ? condition(part) : operand(part)
  return { facts, lists }

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
        if (one.subject.of !== 'parameter') facts.add(one.subject.fact)
        operand(one.operand)
        return
      case 'quantifier':
        selected(one.from)
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
        if (one.subject.of !== 'parameter') facts.add(one.subject.fact)
        return
      case 'list':
        for (const item of one.items) operand(item)
        return
      case 'derived':
        named(one.derivation)
        mapDerivation<AnyOperand, AnyCondition, void, void>(one.derivation, operand, condition)
        return
      default:
        assertNever(one, 'operand')
    }
  }

  /** The lists of a derivation, and the fields of their items that it takes. */
  function named(derivation: Derivation<AnyOperand, AnyCondition>): void {
    if ('from' in derivation) selected(derivation.from)
    if ('take' in derivation && derivation.kind !== 'part') facts.add(derivation.take)
    if (derivation.kind === 'count' && derivation.distinct) facts.add(derivation.distinct)
    if (derivation.kind === 'average' && derivation.weights) facts.add(derivation.weights.by)
    if (derivation.kind === 'time' && derivation.weigh) facts.add(derivation.weigh.by)
    if (derivation.kind === 'score') scored(derivation.card)
    if (derivation.kind === 'length') lists.add(derivation.of)
    if (derivation.kind === 'longest') lists.add(derivation.of.of)
    if (derivation.kind === 'time')
      for (const { of } of [derivation.of, ...derivation.except, ...derivation.during]) lists.add(of)
  }

  function selected({ of, keep }: Pick<Selection<AnyOperand, AnyCondition>, 'of' | 'keep'>): void {
    lists.add(of)
    if (keep) facts.add(keep.per)
  }

  function scored({ items, groups }: Scorecard<AnyOperand, AnyCondition>): void {
    for (const { source } of items) if (source.kind === 'each') selected(source.from)
    for (const { keep } of groups) for (const { per } of Object.values(keep?.of ?? {})) facts.add(per)
  }
}

function isCondition(part: AnyOperand | AnyCondition): part is AnyCondition {
  return ['all', 'any', 'atLeastOf', 'not', 'comparison', 'quantifier'].includes(part.kind)
}
