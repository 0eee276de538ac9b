// The meaning of the language, as plainly as it can be said. Slow is fine: the other evaluators are tested against it.
// It shares only values and types with them: derivations and operators are its own.
import {
  allOf,
  anyOf,
  assertNever,
  atLeastOf,
  type FactId,
  formatDate,
  invariant,
  negate,
  type RoundingMode,
  type Truth,
} from '../../base/index.js'
import {
  type Derivation,
  isOrdered,
  type ProgramCondition,
  type ProgramOperand,
  type Subject,
  showValue,
  type Trace,
  type Value,
} from '../../model/index.js'
import type { Evaluated, Evaluator } from '../evaluator.js'
import { faultAt } from '../fault.js'
import { average, count, exists, extremeAmount, howMany, outermost, sum } from './aggregates.js'
import { extremeOf, isZeroValue, product, quotient, rounded, sum as sumOf } from './arithmetic.js'
import { edge, elapsed, next, part } from './dates.js'
import { doubtfulMonths, readField, readOfItem } from './fields.js'
import { dateOf, itemsOf, periodOf } from './items.js'
import { test } from './operators.js'
import { hull, type Ordering } from './order.js'
import {
  type Context,
  certain,
  computed,
  dateValue,
  dayOf,
  factNamed,
  lacking,
  NONE,
  type Notes,
  notesOf,
  notesOfTrace,
  type Reading,
  UNKNOWN,
} from './reading.js'
import { isTaken, lookingFrom, type Selected, select } from './selection.js'
import { streak } from './streak.js'
import { length, longest, time } from './time.js'

/** Evaluates by walking the conditions, with a full trace and no short cut. */
export const reference: Evaluator = (policy, { data, inputs, asOf }): Evaluated => {
  const { conventions } = policy
  const memory = new Map<string, Reading>()
  const context: Context = { policy, data, inputs, asOf, conventions, items: [], memory, read: readOperand, judge }
  const appliesTo = policy.appliesTo && judge(policy.appliesTo, context)
  const scope = appliesTo?.truth !== false && policy.scope ? judge(policy.scope, context) : undefined
  const outside = appliesTo?.truth === false || scope?.truth === false
  return {
    ...(appliesTo && { appliesTo }),
    ...(scope && { scope }),
    rules: outside
      ? []
      : policy.rules.map(({ when, unless }) => ({
          when: judge(when, context),
          ...(unless && { unless: judge(unless, context) }),
        })),
    read: (fact) => {
      const { value, ...notes } = readFact(fact, context)
      return { value: showValue(value), ...notes }
    },
  }
}

// --- Conditions -------------------------------------------------------------------------------------------------

function judge(condition: ProgramCondition, context: Context): Trace {
  const { kind, id } = condition
  switch (kind) {
    case 'all':
    case 'any': {
      const parts = condition.parts.map((one) => judge(one, context))
      const truths = parts.map(({ truth }) => truth)
      return { kind, id, truth: kind === 'all' ? allOf(truths) : anyOf(truths), parts }
    }
    case 'atLeastOf': {
      const { n, negated } = condition
      const parts = condition.parts.map((one) => judge(one, context))
      const truth = atLeastOf(
        n,
        parts.map((one) => one.truth),
      )
      return { kind, id, truth: negated ? negate(truth) : truth, n, negated, parts }
    }
    case 'quantifier':
      return judgeQuantifier(condition, context)
    case 'comparison':
      return judgeComparison(condition, context)
    default:
      return assertNever(condition, 'condition')
  }
}

function judgeQuantifier(condition: Extract<ProgramCondition, { kind: 'quantifier' }>, context: Context): Trace {
  const { kind, id, place, quantifier, n, from, ifEmpty, negated } = condition
  const title = context.policy.lists[from.of]?.title ?? { zh: from.of, en: from.of }
  const about = { kind, id, place, quantifier, ...(n !== undefined && { n }), negated, of: { id: from.of, title } }
  const looking = lookingFrom(from.at, context)
  if (!looking.context) {
    const { missing, supposed, parameters } = looking.notes
    return { ...about, truth: 'unknown', items: [], missing, supposed, parameters }
  }
  const seen = select(from, looking.context)
  const truth = quantify(seen, quantifier, n, ifEmpty)
  const items = seen.chosen.flatMap((one) => {
    if (!one.item || !one.trace) return []
    const taken = isTaken(one, seen)
    if (taken === false) return []
    // An item that may not be there may not meet the condition, nor, for `every`, fail it.
    const met = quantifier === 'every' ? anyOf([negate(taken), one.having]) : allOf([taken, one.having])
    const doubtful = taken === 'unknown' && { taken }
    return [{ at: one.item.at, truth: met, ...doubtful, trace: one.trace }]
  })
  const { missing, supposed, parameters } = notesOf([looking.notes, withoutTests(seen)])
  return { ...about, truth: negated ? negate(truth) : truth, items, missing, supposed, parameters }
}

/** What there is to say of which items are looked at; of what they are asked, their own traces tell. */
function withoutTests(selected: Selected): Notes {
  const told = new Set(selected.chosen.flatMap(({ trace }) => (trace ? notesOfTrace(trace).missing : [])))
  const supposed = new Set(selected.chosen.flatMap(({ trace }) => (trace ? notesOfTrace(trace).supposed : [])))
  return {
    missing: selected.missing.filter((one) => !told.has(one)),
    supposed: selected.supposed.filter((one) => !supposed.has(one)),
    parameters: selected.parameters,
  }
}

function quantify(selected: Selected, quantifier: string, n = 1, ifEmpty: Truth): Truth {
  if (quantifier !== 'every') {
    const { least, most } = howMany(selected)
    const truth = least >= n ? true : most !== undefined && most < n ? false : 'unknown'
    return quantifier === 'none' ? negate(truth) : truth
  }
  if (!selected.known) return 'unknown'
  const taken = selected.chosen.filter((one) => isTaken(one, selected) !== false)
  const failing = howMany(selected, ({ having }) => negate(having))
  const every = failing.least > 0 ? false : failing.most === 0 ? true : 'unknown'
  if (taken.some((one) => isTaken(one, selected) === true)) return every
  // If no item is certainly there, the list may be empty, or hold what may be there.
  const possible = new Set<Truth>([ifEmpty])
  for (const { having } of taken) {
    if (having !== false) possible.add(true)
    if (having !== true) possible.add(false)
  }
  const [only = 'unknown'] = possible
  return possible.size === 1 ? only : 'unknown'
}

function judgeComparison(condition: Extract<ProgramCondition, { kind: 'comparison' }>, context: Context): Trace {
  const { kind, id, place, subject, type, operator, operand, negated } = condition
  const left = readSubject(subject, context)
  const right = readOperand(operand, context)
  const truth = test(operator, left.value, right.value, { ...context, type })
  return {
    kind,
    id,
    truth: negated ? negate(truth) : truth,
    place,
    fact: nameOf(subject, context),
    operator,
    negated,
    actual: showValue(left.value),
    operand: showValue(right.value),
    ...notesOf([left, right]),
  }
}

function nameOf(subject: Subject, { policy }: Context): { id: string; title: { zh: string; en: string } } {
  if (subject.of === 'parameter') {
    const parameter = policy.parameters[subject.name]
    invariant(parameter, `the parameter ${subject.name} was checked`)
    return { id: `$${subject.name}`, title: parameter.title }
  }
  const fact = policy.facts[subject.fact]
  invariant(fact, `the fact ${subject.fact} was checked`)
  return { id: fact.id, title: fact.title }
}

// --- Operands and facts -----------------------------------------------------------------------------------------

function readSubject(subject: Subject, context: Context): Reading {
  switch (subject.of) {
    case 'person':
      return readFact(subject.fact, context)
    case 'item': {
      const item = context.items[subject.level]
      invariant(item, 'a field of an item is read inside its list')
      return readOfItem(factNamed(subject.fact, context), item, context)
    }
    case 'parameter': {
      const parameter = context.policy.parameters[subject.name]
      invariant(parameter, `the parameter ${subject.name} was checked`)
      return { ...certain(parameter.value), parameters: [subject.name] }
    }
  }
}

function readOperand(operand: ProgramOperand, context: Context): Reading {
  switch (operand.kind) {
    case 'constant':
      return { ...certain(operand.value), parameters: operand.parameter === undefined ? [] : [operand.parameter] }
    case 'asOf':
      return certain(dateValue(context.asOf))
    case 'fact':
      return readSubject(operand.subject, context)
    case 'list': {
      const items = operand.items.map((item) => readOperand(item, context))
      return computed({ type: 'list', items: items.map(({ value }) => value) }, items)
    }
    case 'datedParameter':
      return readDatedParameter(operand, context)
    case 'derived': {
      const conventions = operand.conventions ? { ...context.conventions, ...operand.conventions } : context.conventions
      try {
        return derive(operand, { ...context, conventions })
      } catch (error) {
        // The calendar and the numbers refuse what they cannot count.
        if (error instanceof RangeError) throw faultAt('fact/out-of-range', {}, operand.place)
        throw error
      }
    }
  }
}

/** A fact about the person, whatever item is being tested. */
function readFact(id: FactId, { memory, ...inside }: Context): Reading {
  const context: Context = { ...inside, memory, items: [] }
  const { conventions, policy, asOf, blind } = context
  if (conventions !== policy.conventions) return readAnew(id, context)
  const key = `${id} ${blind ? 'never' : asOf}`
  const reading = memory.get(key) ?? readAnew(id, context)
  memory.set(key, reading)
  return reading
}

function readAnew(id: FactId, context: Context): Reading {
  const fact = factNamed(id, context)
  const { from } = fact
  switch (from.kind) {
    case 'field':
      return readField(fact, from, undefined, context)
    case 'current':
      return readCurrent(from, context)
    case 'input': {
      const value = context.inputs[id]
      if (value) return certain(value)
      return lacking({ path: `inputs.${id}`, fact: { id, title: fact.title }, reason: 'absent' })
    }
    case 'parts':
      throw new Error(`${id} is a field of an item`)
    default:
      return readOperand(from, context)
  }
}

/** The value of a parameter on another day; before its first value there is none, which is a fault. */
function readDatedParameter(
  { name, at, place }: Extract<ProgramOperand, { kind: 'datedParameter' }>,
  context: Context,
): Reading {
  const parameter = context.policy.parameters[name]
  invariant(parameter, `the parameter ${name} was checked`)
  const day = readOperand(at, context)
  const notes = [day, { ...certain(NONE), parameters: [name] }]
  const { value } = day
  if (value.type === 'none') return computed(NONE, notes)
  const date = dayOf(value, context)
  if (date === undefined) {
    const all = parameter.values.map(({ is }) => is)
    return computed(hull(all, isOrdered(parameter.type), { ...context, type: parameter.type }), notes)
  }
  const found = parameter.values.find(({ from, until }) => from <= date && (until === undefined || date < until))
  if (!found) throw faultAt('fact/no-parameter-value', { parameter: name, date: formatDate(date) }, place)
  return computed(found.is, notes)
}

/** `post` is the one regular post that is open at the as-of date, `rank` the one open rank; none or several: unknown. */
function readCurrent(
  { list, current, field }: { readonly list: FactId; readonly current: 'post' | 'rank'; readonly field: FactId },
  context: Context,
): Reading {
  const { items, known, missing, supposed } = itemsOf(list, context)
  const judged = items.map((item) => {
    const { to } = periodOf(item, context)
    const mode = current === 'post' ? readOfItem(factNamed(`${list}.mode` as FactId, context), item, context) : REGULAR
    const open = test('after', to.value, dateValue(context.asOf), { ...context, type: { is: 'date' } })
    const regular: Truth = mode.value.type === 'text' ? mode.value.value === 'regular' : 'unknown'
    // What was supposed of an entry that is not regular anyway tells nothing.
    const told = regular === false ? [] : to.value.type === 'open' ? to.supposed : doubtfulMonths(to, context)
    const { missing: undated } = dateOf(item, context)
    const truth = allOf([item.seen, open, regular])
    return {
      item,
      truth,
      missing: [...undated, ...(truth === 'unknown' ? to.missing : []), ...mode.missing],
      supposed: [...told, ...mode.supposed],
    }
  })
  const [only, ...others] = judged.filter(({ truth }) => truth !== false)
  const doubts = [...supposed, ...judged.flatMap((one) => one.supposed)]
  if (only?.truth === true && others.length === 0) {
    const reading = readOfItem(factNamed(field, context), only.item, context)
    return { ...reading, supposed: [...reading.supposed, ...doubts] }
  }
  if (!known) return { ...certain(UNKNOWN), missing }
  const doubtful = judged.filter(({ truth }) => truth === 'unknown').flatMap((one) => one.missing)
  const title = current === 'post' ? { zh: '现任职务', en: 'current post' } : { zh: '现任职级', en: 'current rank' }
  const reason = only ? 'several-current-entries' : 'no-current-entry'
  return {
    ...certain(UNKNOWN),
    missing: doubtful.length > 0 ? doubtful : [{ path: list, fact: { id: current, title }, reason }],
    supposed: doubts,
  }
}

const REGULAR: Reading = certain({ type: 'text', value: 'regular' })

// --- Derivations ------------------------------------------------------------------------------------------------

type Derived = Extract<ProgramOperand, { kind: 'derived' }>

function derive({ derivation, type, place }: Derived, context: Context): Reading {
  const ordering: Ordering = { ...context, type }
  const readAll = (operands: readonly ProgramOperand[]): Reading[] => operands.map((one) => readOperand(one, context))
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
        const [since, until] = [readOperand(derivation.since, from), readOperand(derivation.until, from)]
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
      const [dividend, divisor] = [readOperand(derivation.dividend, context), readOperand(derivation.divisor, context)]
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
      const [of, to] = [readOperand(derivation.of, context), readOperand(derivation.to, context)]
      const { step } = derivation
      invariant(to.value.type === 'text' && step.type === 'number', 'the checker lets only a way and a step stand here')
      return computed(rounded(of.value, to.value.value as RoundingMode, step.value, ordering), [of, to])
    }
    case 'choose':
      return choose(derivation, isOrdered(type), ordering, context)
    case 'when': {
      const trace = judge(derivation.condition, context)
      const { truth } = trace
      return computed(truth === 'unknown' ? UNKNOWN : { type: 'boolean', value: truth }, [notesOfTrace(trace)])
    }
    case 'part': {
      const of = readOperand(derivation.of, context)
      return computed(part(of.value, derivation.take), [of])
    }
    case 'startOf':
    case 'endOf': {
      const of = readOperand(derivation.of, context)
      return computed(edge(of.value, derivation.kind, derivation.unit, context), [of])
    }
    case 'next': {
      const [every, anchor, after] = readAll([derivation.every, derivation.anchor, derivation.onOrAfter])
      invariant(every && anchor && after, 'three operands have three readings')
      return computed(next(every.value, anchor.value, after.value, context), [every, anchor, after])
    }
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
    const trace = when && judge(when, context)
    const truth = trace?.truth ?? true
    if (trace) readings.push(notesOfTrace(trace))
    if (truth === false) continue
    const reading = readOperand(is, context)
    readings.push(reading)
    possible.push(reading.value)
    if (truth === true) return computed(hull(possible, ordered, ordering), readings)
  }
  return computed(hull([...possible, NONE], ordered, ordering), readings)
}
