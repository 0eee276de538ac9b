import {
  addNumbers,
  allOf,
  type DecimalText,
  divideNumbers,
  isZero,
  multiplyNumbers,
  type Place,
  type Truth,
  wholeNumber,
} from '../../base/index.js'
import type {
  Derivation,
  FactType,
  ProgramCondition,
  ProgramFact,
  ProgramOperand,
  Value,
  Weights,
} from '../../model/index.js'
import { faultAt } from '../fault.js'
import { sum as sumOf } from './arithmetic.js'
import { readOfItem } from './fields.js'
import { between, compareValues, endsOf, extreme, type Ordering, sameValue, valueKey } from './order.js'
import {
  type Context,
  computed,
  factNamed,
  type Item,
  NO_TIME,
  NONE,
  numberValue,
  type Reading,
  UNKNOWN,
} from './reading.js'
import { type Chosen, choices, isEndless, isTaken, type Selected, select } from './selection.js'

type Of<Kind> = Extract<Derivation<ProgramOperand, ProgramCondition>, { kind: Kind }>

/** At least and at most how many of the items count; without an upper end there may be any number more. */
export function howMany(
  selected: Selected,
  counts: (one: Chosen) => Truth = ({ having }) => having,
): { readonly least: number; readonly most: number | undefined } {
  const number = (of: readonly Chosen[], test: (truth: Truth) => boolean): number =>
    of.filter((one) => test(counts(one))).length
  const [likely, sure] = [(truth: Truth) => truth !== false, (truth: Truth) => truth === true]
  const prefer = (test: (truth: Truth) => boolean) => (a: Chosen, b: Chosen) =>
    Number(test(counts(b))) - Number(test(counts(a)))
  const highest = choices(selected, prefer(likely), (one) => likely(counts(one)))
  const lowest = choices(
    selected,
    (a, b) => -prefer(sure)(a, b),
    () => false,
  )
  const most = Math.max(0, ...highest.map((of) => number(of, likely)))
  const least = Math.min(...lowest.map((of) => number(of, sure)))
  return { least, most: isEndless(selected, counts) ? undefined : most }
}

export function count({ from, distinct }: Of<'count'>, context: Context): Reading {
  const selected = select(from, context)
  if (distinct === undefined) {
    const { least, most } = howMany(selected)
    return computed(range(numberValue(least), most === undefined ? undefined : numberValue(most), context), [selected])
  }
  const fact = factNamed(distinct, context)
  const read = members(selected).map((one) => ({ ...one, reading: readOfItem(fact, one.item, selected.context) }))
  const sure = read.filter(({ truth }) => truth === true)
  const valuesOf = (of: typeof read): number =>
    new Set(
      of.flatMap(({ reading: { value } }) =>
        value.type === 'unknown' || value.type === 'none' ? [] : [valueKey(value)],
      ),
    ).size
  const unclear = read.filter(({ reading }) => reading.value.type === 'unknown').length
  const least = Math.max(valuesOf(sure), sure.some(({ reading }) => reading.value.type === 'unknown') ? 1 : 0)
  const most = isEndless(selected) ? undefined : numberValue(valuesOf(read) + unclear + unseen(selected))
  return computed(range(numberValue(least), most, context), [selected, ...read.map(({ reading }) => reading)])
}

export function exists({ from }: Of<'exists'>, context: Context): Reading {
  const selected = select(from, context)
  const { least, most } = howMany(selected)
  const value: Value =
    least > 0 ? { type: 'boolean', value: true } : most === 0 ? { type: 'boolean', value: false } : UNKNOWN
  return computed(value, [selected])
}

/** What an item counts for: its amount, or between its bounds where that is not known. */
export interface Amount {
  readonly low: Value | undefined
  readonly high: Value | undefined
  readonly orNone: boolean
  readonly reading: Reading | undefined
}

function amountsOf(selected: Selected, take: Of<'sum'>['take']): Map<Chosen, Amount> {
  const fact = factNamed(take, selected.context)
  const bounds = boundsOf(fact)
  return new Map(
    selected.chosen.map((one) => {
      const reading = one.item && readOfItem(fact, one.item, selected.context)
      const { value } = reading ?? { value: UNKNOWN }
      if (value.type === 'none') return [one, { low: undefined, high: undefined, orNone: true, reading }]
      return [one, { ...(value.type === 'unknown' ? { ...bounds, orNone: false } : endsOf(value)), reading }]
    }),
  )
}

/** The bounds that a field declares; an item does not last for less than no time. */
export function boundsOf({ type: { least, most }, from }: ProgramFact): {
  low: Value | undefined
  high: Value | undefined
} {
  const isLength = from.kind === 'derived' && from.derivation.kind === 'length'
  return { low: isLength ? NO_TIME : least && numberValue(least), high: most && numberValue(most) }
}

/** What a fact that is not known can be, if it says between which bounds. */
export function readBounded(operand: ProgramOperand, context: Context): Reading {
  const reading = context.read(operand, context)
  if (reading.value.type !== 'unknown' || operand.kind !== 'fact' || operand.subject.of === 'parameter') return reading
  const { low, high } = boundsOf(factNamed(operand.subject.fact, context))
  return { ...reading, value: between({ low, high, orNone: false }, context) }
}

export function sum({ from, take }: Of<'sum'>, context: Context): Reading {
  const selected = select(from, context)
  const amounts = amountsOf(selected, take)
  const fact = factNamed(take, context)
  const zero: Value = fact.type.is === 'number' ? numberValue(0) : NO_TIME
  const value = sumOver(selected, amounts, { zero, ...boundsOf(fact) }, context)
  return computed(value, [selected, ...readingsIn(amounts)])
}

/** The sum over the items that count; one that nobody knows of may have any amount between the bounds. */
export function sumOver(
  selected: Selected,
  amounts: ReadonlyMap<Chosen, Amount>,
  { zero, low: least, high: most }: Pick<Amount, 'low' | 'high'> & { readonly zero: Value },
  context: Context,
): Value {
  const notNegative = least !== undefined && compareValues(least, zero, context) >= 0
  const notPositive = most !== undefined && compareValues(most, zero, context) <= 0
  const open = isEndless(selected)
  const low = open && !notNegative ? undefined : furthest(-1)
  const high = open && !notPositive ? undefined : furthest(1)
  return range(low, high, context)

  /** The greatest (or least) sum that some choice of items comes to. */
  function furthest(sign: 1 | -1): Value | undefined {
    const worth = (one: Chosen): Value | undefined => {
      const { low, high, orNone } = amounts.get(one) ?? { low: zero, high: zero, orNone: true }
      const amount = sign === 1 ? high : low
      if (one.having === false || (orNone && !low && !high)) return zero
      const optional = one.having !== true || orNone
      return optional && amount && sign * compareValues(amount, zero, context) < 0 ? zero : amount
    }
    const better = (a: Chosen, b: Chosen): number => {
      const [x, y] = [worth(a), worth(b)]
      if (!x || !y) return Number(x !== undefined) - Number(y !== undefined)
      return sign * compareValues(y, x, context)
    }
    const wanted = (one: Chosen): boolean => {
      const value = worth(one)
      return !value || sign * compareValues(value, zero, context) > 0
    }
    const sums = choices(selected, better, wanted).map((of) => {
      const values = of.map(worth)
      return values.includes(undefined)
        ? undefined
        : sumOf([zero, ...values.filter((one) => one !== undefined)], [], context)
    })
    return extreme(sums, context, sign)
  }
}

export function extremeAmount({ kind, from, take, otherwise }: Of<'least' | 'greatest'>, context: Context): Reading {
  const sign = kind === 'greatest' ? 1 : -1
  const fact = factNamed(take, context)
  const { type } = fact
  const ordering: Ordering = { ...context, type }
  const selected = select(from, context)
  const amounts = amountsOf(selected, take)
  const counting = selected.chosen.filter(
    (one) => one.having !== false && isTaken(one, selected) !== false && !isNone(amounts.get(one)),
  )
  const notes = [selected, ...readingsIn(amounts)]
  const open = isEndless(selected)
  if (counting.length === 0 && !open) return orElse(computed(NONE, notes), otherwise, context, type)

  const [near, far] = sign === 1 ? (['low', 'high'] as const) : (['high', 'low'] as const)
  const bounds = boundsOf(fact)
  const reach = extreme(
    [...counting.map((one) => amounts.get(one)?.[far]), ...(open ? [bounds[far]] : [])],
    ordering,
    sign,
  )
  // The least that the greatest can be: on some choice of items only what surely counts, and of that the smallest.
  const sure = (one: Chosen): boolean => one.having === true && !amounts.get(one)?.orNone
  const nearEnd = (one: Chosen): Value | undefined => amounts.get(one)?.[near]
  const better = (a: Chosen, b: Chosen): number => {
    if (sure(a) !== sure(b)) return Number(sure(a)) - Number(sure(b))
    const [x, y] = [nearEnd(a), nearEnd(b)]
    if (!x || !y) return Number(x !== undefined) - Number(y !== undefined)
    return sign * compareValues(x, y, ordering)
  }
  const worst = choices(selected, better, () => false).map((of) => of.filter((one) => sure(one)))
  const mayBeEmpty = worst.some((of) => of.length === 0)
  const bound = mayBeEmpty
    ? extreme([...counting.map(nearEnd), ...(open ? [bounds[near]] : [])], ordering, sign === 1 ? -1 : 1)
    : weakest(worst.map((of) => of.map(nearEnd)))
  const [low, high] = sign === 1 ? [bound, reach] : [reach, bound]
  return orElse(computed(between({ low, high, orNone: mayBeEmpty }, ordering), notes), otherwise, context, type)

  /** Of each choice the extreme of what is bounded, of these the least. */
  function weakest(ends: readonly (readonly (Value | undefined)[])[]): Value | undefined {
    const extremes = ends.map((of) => {
      const known = of.filter((one) => one !== undefined)
      return known.length > 0 ? extreme(known, ordering, sign) : undefined
    })
    return extreme(extremes, ordering, sign === 1 ? -1 : 1)
  }
}

function isNone(amount: Amount | undefined): boolean {
  return amount?.reading?.value.type === 'none'
}

/** The field of the newest (or oldest) item; unknown as soon as an item that is not known could be that one. */
export function outermost({ kind, from, take, otherwise }: Of<'latest' | 'earliest'>, context: Context): Reading {
  const selected = select(from, context)
  const fact = factNamed(take, context)
  if (!selected.known) return orElse(computed(UNKNOWN, [selected]), otherwise, context, fact.type)
  const possible = members(selected)
  const beaten = (one: Member): boolean =>
    possible.some(
      (other) => other.truth === true && (kind === 'latest' ? other.first > one.last : other.last < one.first),
    )
  // An item is certainly not the one sought if another that is certainly there is later (earlier) whatever its day.
  const candidates = possible.filter((one) => !beaten(one))
  if (candidates.length === 0) return orElse(computed(NONE, [selected]), otherwise, context, fact.type)
  const readings = candidates.map(({ item }) => readOfItem(fact, item, selected.context))
  const [first] = readings
  const sure = candidates.some(({ truth }) => truth === true)
  const agree = readings.every(({ value }) => first && sameValue(value, first.value))
  const value = first && sure && agree ? first.value : UNKNOWN
  return orElse(computed(value, [selected, ...readings]), otherwise, context, fact.type)
}

export function average(
  { from, take, weights, missing, otherwise }: Of<'average'>,
  context: Context,
  place: Place,
): Reading {
  const selected = select(from, context)
  const fact = factNamed(take, context)
  const taken = members(selected)
  const read = taken.map((one) => {
    const amount = readOfItem(fact, one.item, selected.context)
    const weight = weights ? weightOf(weights, one.item, selected.context, place) : undefined
    return { truth: one.truth, amount, weight }
  })
  const notes = [selected, ...read.flatMap(({ amount, weight }) => (weight ? [amount, weight] : [amount]))]
  const unclear = isEndless(selected) || unseen(selected) > 0 || read.some(({ truth }) => truth !== true)
  const some = read.filter(({ amount }) => amount.value.type !== 'none')
  const known = some.filter(({ amount }) => amount.value.type === 'number')
  const left = known.length < some.length
  const lost = missing === 'renormalise' ? known.length === 0 && left : left
  if (unclear || lost || known.some(({ weight }) => weight && weight.value.type !== 'number'))
    return orElse(computed(UNKNOWN, notes), otherwise, context)
  if (known.length === 0) return orElse(computed(NONE, notes), otherwise, context)
  let [total, of]: [DecimalText, DecimalText] = [wholeNumber(0), wholeNumber(0)]
  for (const { amount, weight } of known) {
    const by = weight?.value.type === 'number' ? weight.value.value : wholeNumber(1)
    total = addNumbers(total, multiplyNumbers(by, amount.value.type === 'number' ? amount.value.value : wholeNumber(0)))
    of = addNumbers(of, by)
  }
  const mean = isZero(of) ? undefined : divideNumbers(total, of)
  if (mean === undefined) throw faultAt('fact/division-by-zero', {}, place)
  return computed(numberValue(mean), notes)
}

/** The weight of an item by a field of it; a value without one is a fault. */
export function weightOf({ by, table, otherwise }: Weights, item: Item, context: Context, place: Place): Reading {
  const reading = readOfItem(factNamed(by, context), item, context)
  const { value } = reading
  if (value.type === 'unknown') return computed(UNKNOWN, [reading])
  const row = table.find((one) => sameValue(one.value, value))?.weight ?? otherwise
  if (!row) throw faultAt('fact/no-weight', { field: by }, place)
  return computed(row, [reading])
}

type Member = Chosen & { readonly item: Item }

/** The items that are, or may be, among those that are taken and count. */
function members(selected: Selected): Member[] {
  return selected.chosen.flatMap((one) => {
    const truth = allOf([isTaken(one, selected), one.having])
    return one.item && truth !== false ? [{ ...one, item: one.item, truth }] : []
  })
}

/** How many of those that nobody knows of may be among the latest so many that are taken, and count. */
function unseen({ chosen }: Selected): number {
  return chosen.filter(({ item, having }) => !item && having !== false).length
}

function readingsIn(amounts: ReadonlyMap<Chosen, Amount>): Reading[] {
  return [...amounts.values()].flatMap(({ reading }) => reading ?? [])
}

/** What lies between two ends and cannot be nothing. */
export function range(low: Value | undefined, high: Value | undefined, context: Context): Value {
  return between({ low, high, orNone: false }, context)
}

/** What stands in where there is nothing; where there may be nothing, either. */
export function orElse(
  reading: Reading,
  otherwise: ProgramOperand | undefined,
  context: Context,
  type?: FactType,
): Reading {
  if (!otherwise) return reading
  const ordering: Ordering = { ...context, ...(type && { type }) }
  const { value } = reading
  const { orNone, low, high } = endsOf(value)
  if (value.type !== 'none' && !(value.type === 'interval' && orNone)) return reading
  const other = context.read(otherwise, context)
  if (value.type === 'none') return computed(other.value, [reading, other])
  if (other.value.type === 'none') return computed(value, [reading, other])
  const ends = endsOf(other.value)
  const covering = {
    low: low && ends.low && extreme([low, ends.low], ordering, -1),
    high: high && ends.high && extreme([high, ends.high], ordering, 1),
    orNone: ends.orNone,
  }
  return computed(between(covering, ordering), [reading, other])
}
