// Scorecards, and policies of the kinds promotion, fitness and incentive, for property tests.
import fc from 'fast-check'
import { inOrder, type Json, type Language, seldom, shaped } from './generated.js'

type Some = fc.Arbitrary<unknown>

/** What cards are made of. */
export interface Pieces {
  /** `each` with its `award`. */
  readonly each: fc.Arbitrary<Json>
  /** `of` and `every`. */
  readonly quantity: fc.Arbitrary<Json>
  readonly condition: Some
  /** An award that is no item's, a cap or a floor. */
  readonly number: Some
  /** By what a scorecard's items of a group may be kept. */
  readonly per: string
}

const points = fc.constantFrom(0, 1, 2, 3, 5, -1, -2, 0.5, 1.25)
/** Everything that can be written. */
export function wild(language: Language): Pieces {
  return {
    each: language.each(),
    quantity: language.quantity(),
    condition: language.rule(1),
    number: fc.oneof({ weight: 3, arbitrary: points }, { weight: 1, arbitrary: language.number() }),
    per: 'matter',
  }
}

/** The lists that the plain cards know: a field to look an award up by, one to be awarded, one that matters are told by. */
const lists = {
  honours: { by: 'level', take: 'extra.points', matter: true },
  sanctions: { by: 'matter', take: 'months', matter: true },
  supervision: { by: 'kind', take: 'severity', matter: false },
} as const
type List = keyof typeof lists

export interface Plainness {
  /** No award of this list is below zero, and nothing there puts one item in another's place but for more points. */
  readonly growing?: List
}

/** Awards, bounds and conditions that can be read at a glance. */
export function plain({ growing }: Plainness = {}): Pieces {
  return {
    each: fc.oneof(...(Object.keys(lists) as List[]).map((of) => plainEach(of, of === growing))),
    quantity: fc.record({ of: fc.constant('extra.quota'), every: fc.constantFrom(1, 2, 0.5) }),
    condition: fc.constantFrom(
      { 'family.spouseAbroad': true },
      { residence: '甲' },
      { partyJoinedOn: { onOrBefore: '2025-11-21' } },
    ),
    number: points,
    per: 'matter',
  }
}

function plainEach(of: List, growing: boolean): fc.Arbitrary<Json> {
  const { by, take, matter } = lists[of]
  const worth: fc.Arbitrary<unknown> = growing ? points.map(Math.abs) : points
  const where = seldom(fc.constant({ [by]: '甲' }), 3)
  const award = fc.oneof(
    worth,
    fc.constant({ item: take }),
    shaped({ times: fc.tuple(fc.constant({ item: take }), worth) }),
    shaped({ by: fc.constant(by), table: shaped({ 甲: worth, 乙: worth }), else: worth }),
  )
  const kept = fc.constantFrom<unknown>(
    { highest: 'points', per: 'matter' },
    ...(growing ? [] : [{ prefer: { [by]: ['甲', '乙'] }, per: 'matter' }]),
  )
  const sequence = inOrder(worth)
  return fc.oneof(
    {
      weight: 4,
      arbitrary: shaped({
        each: shaped({
          of: fc.constant(of),
          where,
          keep: matter ? seldom(kept, 4) : undefined,
          latest: growing ? undefined : seldom(fc.constantFrom(1, 2), 4),
        }),
        award,
      }),
    },
    { weight: 1, arbitrary: shaped({ each: shaped({ of: fc.constant(of), where }), award: sequence }) },
  )
}

/** A cap, a floor, neither or both; of two numbers the cap is the higher one. */
function bounds(number: Some): fc.Arbitrary<Json> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 2, arbitrary: shaped({ cap: number }) },
    { weight: 1, arbitrary: shaped({ floor: number }) },
    {
      weight: 1,
      arbitrary: fc.tuple(number, number).map(([a, b]) => {
        const swapped = typeof a === 'number' && typeof b === 'number' && a < b
        return swapped ? { cap: b, floor: a } : { cap: a, floor: b }
      }),
    },
  )
}

/** A scorecard of up to four items in up to two groups, with up to two weights; with bands and a pass mark if asked for. */
export function cards({ each, quantity, condition, number, per }: Pieces): fc.Arbitrary<Json> {
  const tiers = fc
    .tuple(fc.constantFrom(1, 2, 2.5), number, number)
    .map(([upTo, first, rest]) => ({ tiers: [{ upTo, is: first }, { is: rest }] }))
  const byQuantity = fc
    .tuple(quantity, seldom(fc.constantFrom({ to: 'up' }, { to: 'halfUp' }, { to: 'down', step: 0.5 }), 3))
    .chain(([counted, round]) =>
      shaped({ per: fc.constant({ ...counted, ...(round && { round }) }), award: fc.oneof(number, tiers) }),
    )
  const table = shaped({ by: fc.constant('residence'), table: shaped({ 甲: number, 乙: number }), else: number })
  const byCondition = shaped({ when: seldom(condition, 2), award: fc.oneof(number, table) })
  const source = fc.oneof(
    { weight: 4, arbitrary: each },
    { weight: 1, arbitrary: byQuantity },
    { weight: 1, arbitrary: byCondition },
  )
  const item = fc.tuple(source, bounds(number)).map(([from, bound]): Json => ({ ...from, ...bound }))
  const group = fc.record({ bound: bounds(number), keep: fc.boolean() })
  const factor = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<unknown>(0, 0.5, 1.5, 2, '$n') },
    // A factor below zero rejects the record.
    { weight: 1, arbitrary: number.map((one) => ({ max: [one, { choose: [{ when: { $n: 1 }, is: 0 }] }] })) },
  )
  const weight = fc.record({ when: condition, times: factor, on: seldom(fc.nat(5), 2) })
  return fc
    .record({
      items: fc.array(fc.tuple(item, fc.constantFrom(undefined, undefined, 0, 1)), { minLength: 1, maxLength: 4 }),
      groups: fc.tuple(group, group),
      weights: fc.array(weight, { maxLength: 2 }),
      whole: bounds(number),
    })
    .map(({ items: drawn, groups: pair, weights, whole }) => {
      const items: Json[] = drawn.map(([one], index) => ({ id: `i${index}`, ...one }))
      const groups = pair.flatMap(({ bound, keep }, index) => {
        const members = items.filter((_, at) => drawn[at]?.[1] === index)
        if (members.length === 0) return []
        const canKeep = keep && members.every(hasMatters)
        const kept = canKeep && { keep: { highest: 'points', per } }
        return [{ id: `g${index}`, of: members.map(({ id }) => id), ...kept, ...bound }]
      })
      const names = [...items, ...groups].map(({ id }) => id)
      return {
        items,
        ...(groups.length > 0 && { groups }),
        ...(weights.length > 0 && {
          weights: weights.map(({ on, ...one }, index) => ({
            id: `w${index}`,
            ...one,
            ...(on !== undefined && { on: [names[on % names.length]] }),
          })),
        }),
        ...whole,
      }
    })
}

/** Whether the items of a list are of matters, and not awarded by position. */
function hasMatters({ each, award }: Json): boolean {
  const { of } = (each ?? {}) as { of?: string }
  const inOrder = typeof award === 'object' && award !== null && 'first' in award
  return !inOrder && ['honours', 'sanctions', 'investigations', 'bars'].includes(of ?? '')
}

const marks = fc.constantFrom(0, 1, 2.5, 4)
const bands = seldom(
  fc
    .subarray([5, 3, 1.5, 0, -1], { minLength: 1, maxLength: 3 })
    .map((starts) => [
      ...starts.map((from) => ({ id: `from${String(from).replace(/\W/g, '-')}`, from })),
      { id: 'rest' },
    ]),
  2,
)

/** A card with what a policy makes of its total. */
function marked(card: fc.Arbitrary<Json>, pass: fc.Arbitrary<unknown>): fc.Arbitrary<Json> {
  return shaped({ bands, pass }).chain((more) => card.map((one) => ({ ...one, ...more })))
}

const clean = (rules: unknown): Json => JSON.parse(JSON.stringify(rules)) as Json
const numbered = (name: string, rules: readonly Json[] | undefined) =>
  rules && rules.length > 0 ? rules.map((one, index) => ({ id: `${name}${index}`, ...one })) : undefined
const score = fc.constantFrom({ atLeast: 1 }, { lessThan: 0 }, { between: [0, 3] }).map((asked) => ({ score: asked }))

/** A promotion policy by a scorecard, with gates, exclusions or both. */
export function promotion({ condition }: Pick<Pieces, 'condition'>, card: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const rule = shaped({ when: condition, unless: seldom(condition, 4) })
  return fc
    .record({
      scope: seldom(condition, 6),
      gates: fc.array(rule, { maxLength: 2 }),
      exclusions: fc.array(rule, { maxLength: 2 }),
      scorecard: marked(
        card,
        marks.map((atLeast) => ({ atLeast })),
      ),
    })
    .map(({ gates, exclusions, ...rest }) =>
      clean({ kind: 'promotion', gates: numbered('g', gates), exclusions: numbered('x', exclusions), ...rest }),
    )
}

/** A fitness policy: criteria of both severities, a tally, exemptions, measures. */
export function fitness({ condition }: Pick<Pieces, 'condition'>): fc.Arbitrary<Json> {
  const measures = seldom(fc.subarray(['m0', 'm1'], { minLength: 1 }), 2)
  const severity = fc.constantFrom('unfit', 'watch', 'watch')
  const criterion = shaped({ severity, when: condition, unless: seldom(condition, 4), measures })
  return fc
    .record({
      criteria: fc.array(criterion, { minLength: 1, maxLength: 4 }),
      tally: seldom(shaped({ watch: fc.constantFrom<unknown>(1, 2, '$n'), measures }), 2),
      exemptions: fc.array(
        shaped({
          when: condition,
          unless: seldom(condition, 4),
          exempts: seldom(fc.constant(['c0']), 2),
          force: seldom(fc.constant('may'), 4),
        }),
        { maxLength: 2 },
      ),
      first: seldom(condition, 2),
      second: condition,
    })
    .map(({ criteria, tally, exemptions, first, second }) => {
      const watched = criteria.filter((one) => one.severity === 'watch').length
      const reachable = tally && (typeof tally.watch !== 'number' || tally.watch <= watched) && watched > 0
      return clean({
        kind: 'fitness',
        criteria: numbered('c', criteria),
        ...(reachable && { tally }),
        exemptions: numbered('e', exemptions),
        measures: numbered('m', [{ when: first }, { when: second }]),
      })
    })
}

/** An incentive policy: benefits that exclude later ones, some with an amount, and exclusions. */
export function incentive(
  { condition, number }: Pick<Pieces, 'condition' | 'number'>,
  card: fc.Arbitrary<Json | undefined>,
): fc.Arbitrary<Json> {
  const benefit = fc.record({
    when: fc.oneof({ weight: 3, arbitrary: condition }, { weight: 2, arbitrary: score }),
    unless: seldom(condition, 4),
    amount: seldom(number, 2),
    excludes: fc.nat(3),
  })
  return fc
    .record({
      benefits: fc.array(benefit, { minLength: 1, maxLength: 4 }),
      exclusions: fc.array(
        shaped({ when: condition, unless: seldom(condition, 4), excludes: seldom(fc.constant(['b0']), 2) }),
        { maxLength: 2 },
      ),
      scorecard: card,
    })
    .map(({ benefits, exclusions, scorecard }) => {
      const usable = benefits.map(({ when, excludes, amount, ...one }, index) => {
        const asksScore = typeof when === 'object' && when !== null && 'score' in when
        const later = index + excludes
        return {
          ...one,
          ...(amount !== undefined && { amount, unit: { zh: '元', en: 'yuan' } }),
          when: asksScore && !scorecard ? { $n: { atLeast: 1 } } : when,
          ...(excludes > 0 && later < benefits.length && { excludes: [`b${later}`] }),
        }
      })
      return clean({
        kind: 'incentive',
        benefits: numbered('b', usable),
        exclusions: numbered('x', exclusions),
        scorecard,
      })
    })
}
