import { assertNever } from '../base/index.js'
import {
  type Derivation,
  type GroupKeep,
  isSequence,
  type Scorecard,
  type ScoreSource,
  type Selection,
  type Stretches,
} from '../model/index.js'

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
    case 'score':
      return { kind: 'score', card: mapScorecard(derivation.card, part, when) }
    case 'standing':
      return derivation
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
  { where, since, within, keep, latest, having, at, due, ...rest }: Selection<Part, When>,
  part: (operand: Part) => NewPart,
  when: (condition: When) => NewWhen,
): Selection<NewPart, NewWhen> {
  return {
    ...rest,
    ...(where !== undefined && { where: when(where) }),
    ...(since !== undefined && { since: part(since) }),
    ...(within !== undefined && { within: part(within) }),
    ...(keep && { keep: { ...keep, by: part(keep.by) } }),
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

function mapScorecard<Part, When, NewPart, NewWhen>(
  { items, groups, weights, bands, pass, ...whole }: Scorecard<Part, When>,
  part: (operand: Part) => NewPart,
  when: (condition: When) => NewWhen,
): Scorecard<NewPart, NewWhen> {
  return {
    ...mapBounds(whole, part),
    items: items.map(({ source, ...item }) => ({ ...mapBounds(item, part), source: mapSource(source, part, when) })),
    groups: groups.map(({ keep, ...group }) => ({ ...mapBounds(group, part), ...(keep && { keep: mapKeep(keep) }) })),
    weights: weights.map((weight) => ({ ...weight, when: when(weight.when), times: part(weight.times) })),
    bands: bands.map(({ from, ...band }) => ({ ...band, ...(from !== undefined && { from: part(from) }) })),
    ...(pass !== undefined && { pass: part(pass) }),
  }

  function mapKeep({ of, ...rest }: GroupKeep<Part>): GroupKeep<NewPart> {
    const kept = Object.entries(of).map(([item, { by, per }]) => [item, { by: part(by), per }] as const)
    return { ...rest, of: Object.fromEntries(kept) }
  }
}

function mapSource<Part, When, NewPart, NewWhen>(
  source: ScoreSource<Part, When>,
  part: (operand: Part) => NewPart,
  when: (condition: When) => NewWhen,
): ScoreSource<NewPart, NewWhen> {
  switch (source.kind) {
    case 'each': {
      const { from, award, ...rest } = source
      const mapped = isSequence(award) ? { first: award.first.map(part), rest: part(award.rest) } : part(award)
      return { ...rest, from: mapSelection(from, part, when), award: mapped }
    }
    case 'per': {
      const { of, every, tiers, ...rest } = source
      return { ...rest, of: part(of), every: part(every), tiers: tiers.map((tier) => ({ ...tier, is: part(tier.is) })) }
    }
    case 'when': {
      const { when: condition, award, ...rest } = source
      return { ...rest, ...(condition !== undefined && { when: when(condition) }), award: part(award) }
    }
    default:
      return assertNever(source, 'source of points')
  }
}

function mapBounds<Part, NewPart, Rest extends { readonly cap?: Part; readonly floor?: Part }>(
  { cap, floor, ...rest }: Rest,
  part: (operand: Part) => NewPart,
): Omit<Rest, 'cap' | 'floor'> & { readonly cap?: NewPart; readonly floor?: NewPart } {
  return { ...rest, ...(cap !== undefined && { cap: part(cap) }), ...(floor !== undefined && { floor: part(floor) }) }
}
