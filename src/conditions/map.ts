import { assertNever } from '../base/index.js'
import type { Derivation, Selection, Stretches } from '../model/index.js'

/** The same derivation over other operands and conditions; each is asked for exactly once, in a fixed order. */
export function mapDerivation<Part, When, NewPart, NewWhen>(
  derivation: Derivation<Part, When>,
  part: (operand: Part) => NewPart,
  when: (condition: When) => NewWhen,
): Derivation<NewPart, NewWhen> {
  const optional = <Key extends string>(key: Key, operand: Part | undefined): { [K in Key]?: NewPart } =>
    operand === undefined ? {} : ({ [key]: part(operand) } as { [K in Key]: NewPart })
  switch (derivation.kind) {
    case 'elapsed': {
      const { since, until, at, ...rest } = derivation
      return { ...rest, since: part(since), until: part(until), ...optional('at', at) }
    }
    case 'least':
    case 'greatest':
    case 'latest':
    case 'earliest':
    case 'average': {
      const { from, otherwise, ...rest } = derivation
      return { ...rest, from: mapSelection(from, part, when), ...optional('otherwise', otherwise) }
    }
    case 'count':
    case 'exists':
    case 'sum':
    case 'streak':
      return { ...derivation, from: mapSelection(derivation.from, part, when) }
    case 'time': {
      const { of, since, at, except, during, ...rest } = derivation
      return {
        ...rest,
        of: mapStretches(of, when),
        ...optional('since', since),
        ...optional('at', at),
        except: except.map((one) => mapStretches(one, when)),
        during: during.map((one) => mapStretches(one, when)),
      }
    }
    case 'longest': {
      const { of, since, at, otherwise, ...rest } = derivation
      return {
        ...rest,
        of: mapStretches(of, when),
        ...optional('since', since),
        ...optional('at', at),
        ...optional('otherwise', otherwise),
      }
    }
    case 'length':
      return derivation
    case 'plus':
      return { ...derivation, terms: derivation.terms.map(part), less: derivation.less.map(part) }
    case 'times':
      return { ...derivation, factors: derivation.factors.map(part) }
    case 'divide':
      return { ...derivation, dividend: part(derivation.dividend), divisor: part(derivation.divisor) }
    case 'leastOf':
    case 'greatestOf':
      return { ...derivation, of: derivation.of.map(part) }
    case 'round':
      return { ...derivation, of: part(derivation.of), to: part(derivation.to) }
    case 'choose': {
      const branches = derivation.branches.map((one) => ({
        ...(one.when !== undefined && { when: when(one.when) }),
        is: part(one.is),
      }))
      return { kind: 'choose', branches }
    }
    case 'when':
      return { kind: 'when', condition: when(derivation.condition) }
    case 'part':
    case 'startOf':
    case 'endOf':
      return { ...derivation, of: part(derivation.of) }
    case 'next': {
      const { kind, every, anchor, onOrAfter } = derivation
      return { kind, every: part(every), anchor: part(anchor), onOrAfter: part(onOrAfter) }
    }
    case 'extension': {
      const args = Object.entries(derivation.args).map(([name, operand]) => [name, part(operand)])
      return { ...derivation, args: Object.fromEntries(args) }
    }
    default:
      return assertNever(derivation, 'derivation')
  }
}

/** The same selection over other operands and conditions. */
export function mapSelection<Part, When, NewPart, NewWhen>(
  { where, since, within, latest, having, at, due, ...rest }: Selection<Part, When>,
  part: (operand: Part) => NewPart,
  when: (condition: When) => NewWhen,
): Selection<NewPart, NewWhen> {
  return {
    ...rest,
    ...(where !== undefined && { where: when(where) }),
    ...(since !== undefined && { since: part(since) }),
    ...(within !== undefined && { within: part(within) }),
    ...(latest !== undefined && { latest: part(latest) }),
    ...(having !== undefined && { having: when(having) }),
    ...(at !== undefined && { at: part(at) }),
    ...(due !== undefined && { due: part(due) }),
  }
}

function mapStretches<When, NewWhen>(
  { of, where }: Stretches<When>,
  when: (condition: When) => NewWhen,
): Stretches<NewWhen> {
  return { of, ...(where !== undefined && { where: when(where) }) }
}
