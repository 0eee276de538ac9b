import { allOf, type FactId, formatDate, invariant, startingAt, type Truth } from '../../base/index.js'
import { relatedPlace } from '../../diagnostics/index.js'
import {
  type ComparisonTrace,
  isOrdered,
  type ProgramOperand,
  type ProgramPolicy,
  SCORE,
  type ScoreStatement,
  type Subject,
  showValue,
} from '../../model/index.js'
import type { Subject as Person, ReadFact } from '../evaluator.js'
import { faultAt } from '../fault.js'
import { derive } from './derive.js'
import { doubtfulMonths, readField, readOfItem } from './fields.js'
import { dateOf, itemsOf, periodOf } from './items.js'
import { test } from './operators.js'
import { hull } from './order.js'
import {
  type Context,
  certain,
  computed,
  dateValue,
  dayOf,
  factNamed,
  lacking,
  NONE,
  type Reading,
  UNKNOWN,
} from './reading.js'
import { statementOf } from './statement.js'

/** How facts and operands are read for a person; conditions that are nested in them are judged by `judge`. */
export function contextFor(
  policy: ProgramPolicy,
  { data, asOf, extensions, inputs, anyDayOf }: Person,
  judge: Context['judge'],
): Context {
  const { conventions } = policy
  const given = inputs.get(policy) ?? {}
  const memory = { facts: new Map(), others: new Map() }
  const doubt = anyDayOf !== undefined && { anyDayOf }
  return {
    policy,
    data,
    inputs: given,
    asOf,
    ...doubt,
    extensions,
    conventions,
    items: [],
    memory,
    read: readOperand,
    judge,
  }
}

/** What stands on the left of a test, or a fact or field that an operand names. */
export function readSubject(subject: Subject, context: Context): Reading {
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
      invariant(parameter, 'the parameter was checked', subject.name)
      return { ...certain(parameter.value), parameters: [subject.name] }
    }
  }
}

/** What stands wherever a form takes a value. */
export function readOperand(operand: ProgramOperand, context: Context): Reading {
  switch (operand.kind) {
    case 'constant':
      if (operand.parameter === undefined) return certain(operand.value)
      return { ...certain(operand.value), parameters: [operand.parameter] }
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
export function readFact(id: FactId, context: Context): Reading {
  const { conventions, policy, asOf, blind, memory } = context
  if (conventions !== policy.conventions) return readAnew(id, { ...context, items: [] })
  const day = blind ? 0 : asOf
  const facts = memory.facts.get(day) ?? new Map<FactId, Reading>()
  memory.facts.set(day, facts)
  const known = facts.get(id)
  if (known) return known
  const reading = readAnew(id, { ...context, items: [] })
  facts.set(id, reading)
  return reading
}

/** The same as decisions show it. */
export function readShown(id: FactId, context: Context): ReadFact {
  const { value, ...notes } = readFact(id, context)
  return { value: showValue(value), ...notes }
}

/** How the score came about as decisions show it; undefined if the policy has no scorecard. */
export function shownStatement(context: Context): ScoreStatement | undefined {
  const from = context.policy.facts[SCORE]?.from
  return from?.kind === 'derived' && from.derivation.kind === 'score'
    ? statementOf(from.derivation.card, context)
    : undefined
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
  invariant(parameter, 'the parameter was checked', name)
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
  if (!found) {
    const declared = [relatedPlace('parameter', { parameter: name }, startingAt(parameter.place))]
    throw faultAt('fact/no-parameter-value', { parameter: name, date: formatDate(date) }, place, declared)
  }
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

/** What a trace calls the left of a test. */
export function nameOf(subject: Subject, { facts, parameters }: ProgramPolicy): FactName {
  if (subject.of === 'parameter') {
    const parameter = parameters[subject.name]
    invariant(parameter, 'the parameter was checked', subject.name)
    return { id: `$${subject.name}`, title: parameter.title }
  }
  const fact = facts[subject.fact]
  invariant(fact, 'the fact was checked', subject.fact)
  return { id: fact.id, title: fact.title }
}

type FactName = ComparisonTrace['fact']
