// Two sides of a test as a checked policy can come to them: of one type, of so few values that ties are common, known or
// unknown, none, open, intervals with and without ends, and lists whose members are not all known. Every side knows what it
// may turn out to be.
import fc from 'fast-check'
import type { DecimalText, Duration, MonthEnd, PlainDate } from '../../src/base/index.js'
import type { FactType, OperatorName, Value } from '../../src/model/index.js'
import type { Testing } from '../../src/operators/index.js'
import { asOf, conventions } from './values.js'

/** What stands on one side, and known values that it can be: all of them if it is `complete`. */
export interface Side {
  readonly value: Value
  readonly known: readonly Value[]
  readonly complete: boolean
}

export interface Asked {
  readonly operator: OperatorName
  readonly left: Side
  readonly right: Side
  readonly testing: Testing
}

/** A type, and some of its values; those of one scale lie between each other in the order in which they stand. */
interface Kind {
  readonly type: FactType
  readonly scales: readonly (readonly Value[])[]
  /** True if the values that are there are all that lie between two of them. */
  readonly complete?: boolean
  /** True if values have no order, and so are known or not. */
  readonly unordered?: true
}

const numberOf = (value: string): Value => ({ type: 'number', value: value as DecimalText })
const textOf = (value: string): Value => ({ type: 'text', value })
const dateOf = (value: number): Value => ({ type: 'date', value: value as PlainDate })
const durationOf = (value: Duration): Value => ({ type: 'duration', value })
const elapsedOf = (since: number, until: number, monthEnd?: MonthEnd): Value => ({
  type: 'elapsed',
  since: since as PlainDate,
  until: until as PlainDate,
  ...(monthEnd && { monthEnd }),
})
const NONE: Value = { type: 'none' }
const OPEN: Value = { type: 'open' }
const UNKNOWN: Value = { type: 'unknown' }

const levels = ['县级', '市级', '省部级', '国家级']
const days = [20251121, 20260131, 20260201, 20260228, 20260300, 20260301, 20260331, 20261100, 20261121, 20261122]
const lengths: readonly Duration[] = [
  { months: -1, days: 0 },
  { months: 0, days: 0 },
  { months: 0, days: 28 },
  { months: 0, days: 29 },
  { months: 0, days: 30 },
  { months: 1, days: 0 },
  { months: 1, days: 1 },
  { months: 2, days: 0 },
  { months: 12, days: 0 },
]
/** Time that runs to one day is the longer the earlier it began. */
const stretches = [20260228, 20260300, 20260301, 20261121].flatMap((until) =>
  [undefined, 'nextDay' as const].map((monthEnd) =>
    days.toReversed().map((since) => elapsedOf(since, until, monthEnd)),
  ),
)

/** A month is as long as thirty days, and yet not the same time since most days: it can be either. */
const either: Side = {
  value: { type: 'interval', low: durationOf({ months: 0, days: 30 }), high: durationOf({ months: 1, days: 0 }) },
  known: [durationOf({ months: 0, days: 30 }), durationOf({ months: 1, days: 0 })],
  complete: false,
}

const kinds = {
  boolean: {
    type: { is: 'boolean' },
    scales: [[true, false].map((value): Value => ({ type: 'boolean', value }))],
    unordered: true,
  },
  text: { type: { is: 'text' }, scales: [['甲', '乙', '甲乙', '乙甲乙'].map(textOf)], unordered: true },
  number: { type: { is: 'number' }, scales: [['-1', '0', '1/3', '0.5', '1', '1.5', '2', '10'].map(numberOf)] },
  whole: {
    type: { is: 'number', whole: true },
    scales: [['-1', '0', '1', '2', '3', '4', '5'].map(numberOf)],
    complete: true,
  },
  level: { type: { is: 'text', ordered: true, values: levels }, scales: [levels.map(textOf)], complete: true },
  date: { type: { is: 'date' }, scales: [[...days.map(dateOf), OPEN]] },
  length: {
    type: { is: 'duration' },
    scales: [
      lengths.filter((one) => one.months === 0).map(durationOf),
      lengths.filter((one) => one.days === 0).map(durationOf),
      ...stretches,
    ],
  },
} as const satisfies Record<string, Kind>

type KindName = keyof typeof kinds

/** What every operator asks, and of what; `list` is whether the left side is one. */
const operators: readonly (readonly [
  OperatorName,
  readonly KindName[],
  'one' | 'list' | 'pair' | 'length' | 'truth',
])[] = [
  ['is', ['boolean', 'text', 'number', 'whole', 'level', 'date', 'length'], 'one'],
  ['isNot', ['boolean', 'text', 'number', 'whole', 'level', 'date', 'length'], 'one'],
  ['in', ['boolean', 'text', 'number', 'whole', 'level', 'date', 'length'], 'list'],
  ['notIn', ['boolean', 'text', 'number', 'whole', 'level', 'date', 'length'], 'list'],
  ['atLeast', ['number', 'whole', 'level', 'date', 'length'], 'one'],
  ['atMost', ['number', 'whole', 'level', 'date', 'length'], 'one'],
  ['moreThan', ['number', 'whole', 'level', 'date', 'length'], 'one'],
  ['lessThan', ['number', 'whole', 'level', 'date', 'length'], 'one'],
  ['between', ['number', 'whole', 'level', 'date', 'length'], 'pair'],
  ['before', ['date'], 'one'],
  ['after', ['date'], 'one'],
  ['onOrBefore', ['date'], 'one'],
  ['onOrAfter', ['date'], 'one'],
  ['within', ['date'], 'length'],
  ['contains', ['text', 'level'], 'one'],
  ['containsAny', ['text', 'level'], 'list'],
  ['containsAll', ['text', 'level'], 'list'],
  ['known', ['boolean', 'text', 'number', 'whole', 'level', 'date', 'length'], 'truth'],
]
const ofLists: readonly OperatorName[] = ['contains', 'containsAny', 'containsAll', 'known']

/** Any question that the checker lets a policy ask, and any two sides that it can come to. */
export const asked: fc.Arbitrary<Asked> = fc
  .record({
    operator: fc.constantFrom(...operators),
    anOwnConvention: fc.record({
      monthEnd: fc.constantFrom<MonthEnd>('lastDay', 'nextDay'),
      daysPerMonth: fc.constantFrom(30, 31),
    }),
    asList: fc.boolean(),
  })
  .chain(({ operator: [operator, names, shape], anOwnConvention, asList }) => {
    const list = asList && ofLists.includes(operator)
    const any: readonly KindName[] = ['boolean', 'text', 'number', 'whole', 'level', 'date', 'length']
    return fc.constantFrom(...(list ? any : names)).chain((name): fc.Arbitrary<Asked> => {
      const kind: Kind = kinds[name]
      const testing = {
        type: { ...kind.type, ...(list && { list }) },
        conventions: { ...conventions, ...anOwnConvention },
        asOf,
      }
      const left = list ? listOf(plain(kind)) : sideOf(kind)
      const rights = {
        one: sideOf(kind),
        list: listOf(sideOf(kind)),
        pair: fc.tuple(sideOf(kind), sideOf(kind)).map(listed),
        length: sideOf(kinds.length),
        truth: plain(kinds.boolean),
      }
      return fc.record({ operator: fc.constant(operator), left, right: rights[shape], testing: fc.constant(testing) })
    })
  })

function known(value: Value): Side {
  return { value, known: [value], complete: true }
}

function plain({ scales }: Kind): fc.Arbitrary<Side> {
  return fc.constantFrom(...scales.flat()).map(known)
}

function sideOf(kind: Kind): fc.Arbitrary<Side> {
  const unknown: Side = { value: UNKNOWN, known: [...kind.scales.flat(), NONE], complete: false }
  return fc.oneof(
    { arbitrary: plain(kind), weight: 4 },
    { arbitrary: fc.constant(known(NONE)), weight: 1 },
    { arbitrary: fc.constant(unknown), weight: 1 },
    ...(kind.unordered
      ? []
      : [
          { arbitrary: rangeOf(kind), weight: 5 },
          { arbitrary: severalOf(kind), weight: 2 },
          ...(kind.type.is === 'duration' ? [{ arbitrary: fc.constant(either), weight: 1 }] : []),
        ]),
  )
}

/** An interval between two values of one scale, or without one of its ends: without both, nothing would be known. */
function rangeOf({ scales, complete = false }: Kind): fc.Arbitrary<Side> {
  return fc.constantFrom(...scales).chain((scale) => {
    const end = fc.option(fc.nat(scale.length - 1), { nil: undefined, freq: 4 })
    return fc
      .tuple(end, end, fc.boolean())
      .filter(([one, other]) => (one ?? other) !== undefined)
      .map(([one, other, orNone]) => {
        const [from, to] = one !== undefined && other !== undefined && one > other ? [other, one] : [one, other]
        const [low, high] = [from === undefined ? undefined : scale[from], to === undefined ? undefined : scale[to]]
        const values = scale.slice(from ?? 0, (to ?? scale.length - 1) + 1)
        return {
          value: { type: 'interval', ...(low && { low }), ...(high && { high }), ...(orNone && { orNone }) },
          known: orNone ? [...values, NONE] : values,
          complete: complete && low !== undefined && high !== undefined,
        }
      })
  })
}

/** One of several values, or of none of them. */
function severalOf(kind: Kind): fc.Arbitrary<Side> {
  return fc.constantFrom(...kind.scales).chain((scale) =>
    fc
      .tuple(fc.subarray([...scale], { minLength: 2, maxLength: 3 }), fc.option(rangeOf(kind), { freq: 3 }))
      .map(([values, range]): Side => {
        const [low, high] = [values.at(0), values.at(-1)]
        const members = [...values.map(known), ...(range ? [range] : [])]
        const orNone = members.some((one) => one.known.includes(NONE))
        const of = members.map(({ value }) => value)
        return {
          value: { type: 'interval', ...(!range && low && high && { low, high }), of, ...(orNone && { orNone }) },
          known: members.flatMap((one) => one.known),
          complete: members.every((one) => one.complete),
        }
      }),
  )
}

function listOf(member: fc.Arbitrary<Side>): fc.Arbitrary<Side> {
  return fc.oneof(
    { arbitrary: fc.array(member, { maxLength: 3 }).map(listed), weight: 8 },
    { arbitrary: fc.constantFrom(known(NONE), { value: UNKNOWN, known: [NONE], complete: false }), weight: 1 },
  )
}

/** A list can be whatever its members can be, each by itself. */
function listed(members: readonly Side[]): Side {
  const all = members.reduce<Value[][]>(
    (before, { known }) => before.flatMap((one) => known.map((value) => [...one, value])),
    [[]],
  )
  return {
    value: { type: 'list', items: members.map(({ value }) => value) },
    known: all.map((items): Value => ({ type: 'list', items })),
    complete: members.every(({ complete }) => complete),
  }
}
