// The meaning of the language, as plainly as it can be said. Slow is fine: the other evaluators are tested against it.
// It shares only values and types with them: derivations and operators are its own.
import {
  allOf,
  anyOf,
  assertNever,
  atLeastOf,
  type FactId,
  firstDay,
  invariant,
  mayBe,
  negate,
  parseDate,
  type Truth,
  unitsBetween,
  unpack,
} from '../../base/index.js'
import {
  decidingParts,
  type Field,
  listIn,
  nodesOf,
  type ProgramCondition,
  type ProgramFact,
  type ProgramOperand,
  type Subject,
  type Supposition,
  showValue,
  type Trace,
  type Value,
} from '../../model/index.js'
import type { Evaluated, Evaluator } from '../evaluator.js'
import { readField } from './fields.js'
import { test } from './operators.js'
import { type Context, certain, decimal, type Item, merge, NONE, type Reading, UNKNOWN } from './reading.js'

/** Evaluates by walking the conditions, with a full trace and no short cut. */
export const reference: Evaluator = (policy, data, asOf): Evaluated => {
  const context = { policy, data, asOf }
  return {
    ...(policy.scope && { scope: judge(policy.scope, context) }),
    rules: policy.rules.map(({ when }) => judge(when, context)),
    read: (fact) => showValue(readFact(fact, context).value),
  }
}

// --- Conditions -------------------------------------------------------------------------------------------------

function judge(condition: ProgramCondition, context: Context): Trace {
  const { kind, id } = condition
  switch (kind) {
    case 'all':
    case 'any': {
      const parts = condition.parts.map((part) => judge(part, context))
      const truths = parts.map(({ truth }) => truth)
      return { kind, id, truth: kind === 'all' ? allOf(truths) : anyOf(truths), parts }
    }
    case 'atLeastOf': {
      const { n, negated } = condition
      const parts = condition.parts.map((part) => judge(part, context))
      const truth = atLeastOf(
        n,
        parts.map((part) => part.truth),
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
  const { kind, id, place, quantifier, of, where, ifEmpty, negated } = condition
  const { items, known, missing, supposed } = itemsOf(of, context)
  const judged = items.map((item) => {
    const trace = judge(where, { ...context, item })
    // An item that may not be there may not meet the condition, nor, for `every`, fail it.
    const met = quantifier === 'every' ? anyOf([negate(item.seen), trace.truth]) : allOf([item.seen, trace.truth])
    return { at: item.at, truth: met, trace }
  })
  const truth = known ? quantify() : 'unknown'
  const title = context.policy.lists[of]?.title ?? { zh: of, en: of }
  return {
    kind,
    id,
    truth: negated ? negate(truth) : truth,
    place,
    quantifier,
    negated,
    of: { id: of, title },
    items: judged,
    missing,
    supposed,
  }

  function quantify(): Truth {
    const truths = judged.map((item) => item.truth)
    if (quantifier !== 'every') return quantifier === 'some' ? anyOf(truths) : negate(anyOf(truths))
    const every = judged.length === 0 ? ifEmpty : allOf(truths)
    // If no item is certainly there, the list may be empty.
    return every === ifEmpty || items.some(({ seen }) => seen === true) ? every : 'unknown'
  }
}

function judgeComparison(condition: Extract<ProgramCondition, { kind: 'comparison' }>, context: Context): Trace {
  const { kind, id, place, subject, operator, operand, negated } = condition
  const fact = factOf(subject, context)
  const left = readSubject(subject, context)
  const right = readOperand(operand, context)
  const { value: _, ...both } = merge([left, right])
  const truth = test(operator, left.value, right.value, fact, context.asOf)
  return {
    kind,
    id,
    truth: negated ? negate(truth) : truth,
    place,
    fact: { id: fact.id, title: fact.title },
    operator,
    negated,
    actual: showValue(left.value),
    operand: showValue(right.value),
    ...both,
  }
}

// --- Facts ------------------------------------------------------------------------------------------------------

function factOf({ fact }: Subject, { policy }: Context): ProgramFact {
  const found = policy.facts[fact]
  invariant(found, `the fact ${fact} was checked`)
  return found
}

function readSubject(subject: Subject, context: Context): Reading {
  if (subject.of === 'person') return readFact(subject.fact, context)
  const { from } = factOf(subject, context)
  invariant(from.kind === 'field' && context.item, 'a field of an item is read inside its list')
  return readField(factOf(subject, context), from, context.item, context)
}

function readOperand(operand: ProgramOperand, context: Context): Reading {
  switch (operand.kind) {
    case 'constant':
      return { ...certain(operand.value), parameters: operand.parameter === undefined ? [] : [operand.parameter] }
    case 'fact':
      return readSubject(operand.subject, context)
    case 'list': {
      const items = operand.items.map((item) => readOperand(item, context))
      return { ...merge(items), value: { type: 'list', items: items.map(({ value }) => value) } }
    }
  }
}

/** A fact about the person, whatever item is being tested. */
function readFact(id: FactId, { policy, data, asOf }: Context): Reading {
  const context: Context = { policy, data, asOf }
  const fact = factOf({ of: 'person', fact: id }, context)
  const { from } = fact
  switch (from.kind) {
    case 'field':
      return from.current ? readCurrent(fact, from, context) : readField(fact, from, undefined, context)
    case 'elapsed': {
      const [since, until] = [readOperand(from.since, context), readOperand(from.until, context)]
      const end: Value = until.value.type === 'open' ? { type: 'date', value: asOf } : until.value // still going on
      return { ...merge([since, until]), value: elapsed(since.value, end, from.in) }
    }
    case 'count':
    case 'exists': {
      const { chosen, more, ...rest } = select(from, context)
      const sure = chosen.filter(({ truth }) => truth === true).length
      const most = more ? undefined : chosen.length
      return { ...rest, value: from.kind === 'count' ? between(sure, most) : exists(sure, most) }
    }
    case 'latest':
    case 'earliest':
      return readOutermost(from, context)
  }
}

function elapsed(since: Value, until: Value, unit: Extract<ProgramFact['from'], { kind: 'elapsed' }>['in']): Value {
  if (since.type === 'unknown' || until.type === 'unknown') return UNKNOWN
  if (since.type !== 'date' || until.type !== 'date') return NONE
  if (!unit) return { type: 'elapsed', since: since.value, until: until.value }
  return { type: 'number', value: decimal(unitsBetween(firstDay(since.value), firstDay(until.value), unit)) }
}

function between(low: number, high: number | undefined): Value {
  if (low === high) return { type: 'number', value: decimal(low) }
  return { type: 'interval', low: decimal(low), ...(high !== undefined && { high: decimal(high) }) }
}

function exists(sure: number, most: number | undefined): Value {
  if (sure > 0) return { type: 'boolean', value: true }
  return most === 0 ? { type: 'boolean', value: false } : UNKNOWN
}

/** The field of the newest (or oldest) item; unknown as soon as an item that is not known could be that one. */
function readOutermost(from: Extract<ProgramFact['from'], { kind: 'latest' | 'earliest' }>, context: Context): Reading {
  const { chosen, known, more: _, ...whole } = select(from, context)
  if (!known) return { ...whole, value: UNKNOWN }
  if (chosen.length === 0) return { ...whole, value: NONE }
  const dated = chosen.map((one) => {
    const date = dateOfItem(one.item, context)
    return { ...one, ...spanOf(date.value), date }
  })
  const newest = from.kind === 'latest'
  // An item is certainly not the one sought if another that is certainly there is later (earlier) whatever its day.
  const beaten = (one: (typeof dated)[number]): boolean =>
    dated.some((other) => other.truth === true && (newest ? other.first > one.last : other.last < one.first))
  const candidates = dated.filter((one) => !beaten(one))
  const readings = candidates.map(({ item }) => {
    const fact = factOf({ of: 'item', fact: from.take }, context)
    invariant(fact.from.kind === 'field', 'what is taken is a field')
    return readField(fact, fact.from, item, context)
  })
  const [first] = readings
  const sure = candidates.some(({ truth }) => truth === true)
  const agree = readings.every(({ value }) => JSON.stringify(value) === JSON.stringify(first?.value))
  const gathered = merge([whole, ...readings, ...dated.map(({ date }) => date)])
  if (!first || !sure || !agree || first.value.type === 'unknown') return { ...gathered, value: UNKNOWN }
  return { ...gathered, missing: first.missing, value: first.value }
}

/** The first and last day that a date can be; an unknown one can be any. */
function spanOf(value: Value): { first: number; last: number } {
  return value.type === 'date'
    ? { first: firstDay(value.value), last: firstDay(value.value) }
    : { first: 0, last: Number.POSITIVE_INFINITY }
}

// --- Lists ------------------------------------------------------------------------------------------------------

/** The items that are, or may be, selected, with what keeps the others open. */
function select({ of, where }: { readonly of: FactId; readonly where?: ProgramCondition }, context: Context) {
  const { items, known, more, missing, supposed } = itemsOf(of, context)
  const judged = items.map((item) => ({ item, trace: where && judge(where, { ...context, item }) }))
  const chosen = judged
    .map(({ item, trace }) => ({ item, truth: allOf([item.seen, trace?.truth ?? true]) }))
    .filter(({ truth }) => truth !== false)
  const leaves = judged.flatMap(({ trace }) => (trace ? nodesOf(trace, decidingParts) : []))
  return {
    chosen,
    known,
    more,
    missing: [...missing, ...leaves.flatMap((leaf) => ('missing' in leaf ? leaf.missing : []))],
    supposed: [...supposed, ...leaves.flatMap((leaf) => ('supposed' in leaf ? leaf.supposed : []))],
    parameters: leaves.flatMap((leaf) => ('parameters' in leaf ? leaf.parameters : [])),
  }
}

interface Items extends Pick<Reading, 'missing' | 'supposed'> {
  readonly items: readonly Item[]
  /** False if the record does not have the list. */
  readonly known: boolean
  /** True if there may be more items than these, nobody knows how many. */
  readonly more: boolean
}

/** The items dated on or before the as-of date, those without a date, and the years of service that lack an item. */
function itemsOf(id: FactId, context: Context): Items {
  const list = context.policy.lists[id]
  invariant(list, `the list ${id} was checked`)
  const entries = listIn(context.data, id)
  if (!entries) {
    const field = { path: id, fact: { id, title: list.title }, reason: 'absent' } as const
    return { items: [], known: false, more: true, missing: [field], supposed: [] }
  }
  const dated = entries.map((data, index) => {
    const item: Item = { list: id, at: `${id}.${index}`, data, seen: 'unknown' }
    const date = dateOfItem(item, context)
    const { value } = date
    return { item: value.type === 'date' ? { ...item, seen: firstDay(value.value) <= context.asOf } : item, date }
  })
  const items = dated.map(({ item }) => item).filter(({ seen }) => seen !== false)
  const years = list.yearly ? missingYears(id, dated, context) : []
  return {
    items: [...items, ...years],
    known: true,
    more: years.some(({ seen }) => seen === 'unknown'),
    missing: dated.flatMap(({ date }) => date.missing),
    supposed: dated.flatMap(({ date }) => doubtfulMonth(date, context)),
  }
}

/** What was supposed of a month if it holds the as-of date: on some of its days the date is past, on others to come. */
function doubtfulMonth({ value, supposed }: Reading, { asOf }: Context): readonly Supposition[] {
  return value.type === 'date' && mayBe(value.value, asOf) ? supposed : []
}

function dateOfItem(item: Item, context: Context): Reading {
  const datedBy = context.policy.lists[item.list]?.datedBy
  invariant(datedBy, 'a list has dates')
  const fact = factOf({ of: 'item', fact: datedBy }, context)
  invariant(fact.from.kind === 'field', 'an item is dated by a field')
  return readField(fact, fact.from, item, context)
}

/**
 * The years of service, to the last ended one, that lack an annual assessment. Where nobody knows when work started
 * they begin with the first year assessed (the last ended one is due all the same), and there may be more before.
 */
function missingYears(list: FactId, dated: readonly { item: Item; date: Reading }[], { data, asOf }: Context): Item[] {
  const ended = asOf % 10000 === 1231 ? unpack(asOf).year : unpack(asOf).year - 1
  const years = dated.flatMap(({ item, date: { value } }) =>
    item.seen === true && item.data.kind === 'annual' && value.type === 'date' ? [unpack(value.value).year] : [],
  )
  const started = data.workStartedOn === undefined ? undefined : unpack(parseDate(data.workStartedOn) ?? asOf).year
  const first = started ?? Math.min(...years, ended)
  const due = Array.from({ length: Math.max(0, ended - first + 1) }, (_, index) => first + index)
  const annual = (year: number) => ({ list, at: `${list} (${year})`, data: { kind: 'annual', year } })
  const missing = due
    .filter((year) => !years.includes(year))
    .map(
      (year): Item => ({
        ...annual(year),
        seen: true,
        lacks: { path: `${list} (${year})`, reason: 'year-missing', year },
      }),
    )
  const earlier: Item = { ...annual(first - 1), seen: 'unknown', lacks: { path: 'workStartedOn', reason: 'absent' } }
  return started === undefined ? [earlier, ...missing] : missing
}

// --- Fields -----------------------------------------------------------------------------------------------------

/** `post` is the one regular post that is open at the as-of date, `rank` the one open rank; none or several: unknown. */
function readCurrent(fact: ProgramFact, from: Field, context: Context): Reading {
  const { list, current } = from
  invariant(list && current, 'a current entry is one of a list')
  const { items, known, missing, supposed } = itemsOf(list, context)
  const field = (name: string, item: Item): Reading => {
    const found = context.policy.facts[`${list}.${name}` as FactId]
    invariant(found?.from.kind === 'field', `the record has ${list}.${name}`)
    return readField(found, found.from, item, context)
  }
  const judged = items.map((item) => {
    const to = field('to', item)
    const mode = current === 'post' ? field('mode', item) : certain({ type: 'text', value: 'regular' })
    const open = to.value.type === 'open' || (to.value.type === 'date' && firstDay(to.value.value) > context.asOf)
    const regular: Truth = mode.value.type === 'text' ? mode.value.value === 'regular' : 'unknown'
    // What was supposed of an entry that is not regular anyway tells nothing.
    const told = regular === false ? [] : to.value.type === 'open' ? to.supposed : doubtfulMonth(to, context)
    const { missing: undated } = dateOfItem(item, context)
    const truth = allOf([item.seen, open, regular])
    return { item, truth, missing: [...undated, ...mode.missing], supposed: [...told, ...mode.supposed] }
  })
  const [only, ...others] = judged.filter(({ truth }) => truth !== false)
  const doubts = [...supposed, ...judged.flatMap((one) => one.supposed)]
  if (only?.truth === true && others.length === 0) {
    const reading = readField(fact, from, only.item, context)
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
