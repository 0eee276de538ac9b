import { assertNever, invariant, type RoundingMode } from '../../base/index.js'
import {
  type Derivation,
  isOrdered,
  type ProgramCondition,
  type ProgramOperand,
  type Value,
} from '../../model/index.js'
import { deriveByExtension } from '../extensions.js'
import { faultAt } from '../fault.js'
import { average, count, exists, extremeAmount, outermost, readBounded, sum } from './aggregates.js'
import { extremeOf, isZeroValue, product, quotient, rounded, sum as sumOf } from './arithmetic.js'
import { edge, elapsed, next, part } from './dates.js'
import { hull, type Ordering } from './order.js'
import { type Context, certain, computed, NONE, type Notes, notesOfTrace, type Reading, UNKNOWN } from './reading.js'
import { score } from './score.js'
import { lookingFrom } from './selection.js'
import { standingRules } from './standing.js'
import { streak } from './streak.js'
import { length, longest, time } from './time.js'

type Derived = Extract<ProgramOperand, { kind: 'derived' }>

/** A value that comes from others. */
export function derive({ derivation, type, place }: Derived, context: Context): Reading {
  const ordering: Ordering = { ...context, type }
  const readAll = (operands: readonly ProgramOperand[]): Reading[] => operands.map((one) => readBounded(one, context))
  const valuesOf = (readings: readonly Reading[]): Value[] => readings.map(({ value }) => value)
  const lookFrom = (at: ProgramOperand | undefined, read: (from: Context) => Reading): Reading => {
    const { context: from, notes } = lookingFrom(at, context)
    if (!from) return computed(UNKNOWN, [notes])
    const reading = read(from)
    return computed(reading.value, [reading, notes])
  }
  switch (derivation.kind) {
    case 'elapsed':
      return lookFrom(derivation.at, (from) => {
        if (from.blind) return certain(NONE)
        const [since, until] = [context.read(derivation.since, from), context.read(derivation.until, from)]
        return computed(elapsed(since.value, until.value, derivation.in, from), [since, until])
      })
    case 'count':
      return lookFrom(derivation.from.at, (from) => count(derivation, from))
    case 'exists':
      return lookFrom(derivation.from.at, (from) => exists(derivation, from))
    case 'sum':
      return lookFrom(derivation.from.at, (from) => sum(derivation, from))
    case 'least':
    case 'greatest':
      return lookFrom(derivation.from.at, (from) => extremeAmount(derivation, from))
    case 'latest':
    case 'earliest':
      return lookFrom(derivation.from.at, (from) => outermost(derivation, from))
    case 'average':
      return lookFrom(derivation.from.at, (from) => average(derivation, from, place))
    case 'streak':
      return lookFrom(derivation.from.at, (from) => streak(derivation, from))
    case 'time':
      return lookFrom(derivation.at, (from) => time(derivation, from, place))
    case 'longest':
      return lookFrom(derivation.at, (from) => longest(derivation, from, place))
    case 'length':
      return length(context)
    case 'plus': {
      const [terms, less] = [readAll(derivation.terms), readAll(derivation.less)]
      return computed(sumOf(valuesOf(terms), valuesOf(less), ordering), [...terms, ...less])
    }
    case 'times': {
      const factors = readAll(derivation.factors)
      return computed(product(valuesOf(factors), ordering), factors)
    }
    case 'divide': {
      const [dividend, divisor] = [
        context.read(derivation.dividend, context),
        context.read(derivation.divisor, context),
      ]
      if (isZeroValue(divisor.value) && dividend.value.type !== 'none')
        throw faultAt('fact/division-by-zero', {}, place)
      return computed(quotient(dividend.value, divisor.value, ordering), [dividend, divisor])
    }
    case 'leastOf':
    case 'greatestOf': {
      const of = readAll(derivation.of)
      return computed(extremeOf(valuesOf(of), derivation.kind === 'greatestOf' ? 1 : -1, ordering), of)
    }
    case 'round': {
      const [of, to] = [context.read(derivation.of, context), context.read(derivation.to, context)]
      const { step } = derivation
      invariant(to.value.type === 'text' && step.type === 'number', 'the checker lets only a way and a step stand here')
      return computed(rounded(of.value, to.value.value as RoundingMode, step.value, ordering), [of, to])
    }
    case 'choose':
      return choose(derivation, isOrdered(type), ordering, context)
    case 'when': {
      const trace = context.judge(derivation.condition, context)
      const { truth } = trace
      return computed(truth === 'unknown' ? UNKNOWN : { type: 'boolean', value: truth }, [notesOfTrace(trace)])
    }
    case 'part': {
      const of = context.read(derivation.of, context)
      return computed(part(of.value, derivation.take), [of])
    }
    case 'startOf':
    case 'endOf': {
      const of = context.read(derivation.of, context)
      return computed(edge(of.value, derivation.kind, derivation.unit, context), [of])
    }
    case 'next': {
      const [every, anchor, after] = readAll([derivation.every, derivation.anchor, derivation.onOrAfter])
      invariant(every && anchor && after, 'three operands have three readings')
      return computed(next(every.value, anchor.value, after.value, context), [every, anchor, after])
    }
    case 'score':
      return score(derivation.card, context)
    case 'standing':
      return standingRules(derivation.rules, context)
    case 'extension':
      return deriveByExtension(derivation, place, context)
    default:
      return assertNever(derivation, 'derivation')
  }
}

/** The first branch whose condition holds; the branches that may be that one, if it is not known. */
function choose(
  { branches }: Extract<Derivation<ProgramOperand, ProgramCondition>, { kind: 'choose' }>,
  ordered: boolean,
  ordering: Ordering,
  context: Context,
): Reading {
  const readings: Notes[] = []
  const possible: Value[] = []
  for (const { when, is } of branches) {
    const trace = when && context.judge(when, context)
    const truth = trace?.truth ?? true
    if (trace) readings.push(notesOfTrace(trace))
    if (truth === false) continue
    const reading = context.read(is, context)
    readings.push(reading)
    possible.push(reading.value)
    if (truth === true) return computed(hull(possible, ordered, ordering), readings)
  }
  return computed(hull([...possible, NONE], ordered, ordering), readings)
}
