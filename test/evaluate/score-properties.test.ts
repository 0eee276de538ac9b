// What holds of every scorecard, tried on generated ones.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addNumbers,
  compareDecimals,
  type DecimalText,
  multiplyNumbers,
  subtractNumbers,
  wholeNumber,
} from '../../src/base/index.js'
import type { Decision, Program, ScoreStatement, ShownValue } from '../../src/model/index.js'
import { type Json, Language, namedOnly, people, withDays } from './generated.js'
import { cards, plain, promotion, wild } from './generated-scores.js'
import { counting, endsOf, exact, isDecided, isNoLess, same, settings, TIMEOUT, total } from './points.js'
import { decisionOn, isProgram, policyOf, programOf } from './running.js'

const language = new Language({ tellsUnknown: true })
const anything = wild(language)
const plainCards = cards(plain())
/** One policy is read once and asked of several records, since reading it takes longest. */
const person = fc.oneof({ weight: 1, arbitrary: people }, { weight: 9, arbitrary: people.map(withDays) })
const several = fc.array(person, { minLength: 5, maxLength: 5 })

/** Promotion by a card that changes nothing but the score. */
function byCard(scorecard: Json): Program | undefined {
  const rules = { kind: 'promotion', gates: [{ id: 'open', when: { $n: { atLeast: 0 } } }], scorecard }
  const program = programOf(policyOf({}, { ...rules, figures: { score: undefined } }))
  return isProgram(program) ? program : undefined
}

async function scored(program: Program, person: Json): Promise<ScoreStatement | undefined> {
  return (await decisionOn(program, person))?.statement
}

async function compareScores(
  name: string,
  pairs: fc.Arbitrary<readonly [Json, Json]>,
  records: fc.Arbitrary<readonly (readonly [Json, Json])[]>,
  numRuns: number,
  compare: (one: ScoreStatement, other: ScoreStatement, card: Json) => void,
): Promise<void> {
  const { seen, enough } = counting(name)
  await fc.assert(
    fc.asyncProperty(pairs, records, async ([card, changed], both) => {
      const [first, second] = [byCard(card), byCard(changed)]
      for (const [person, other] of both) {
        const one = first && (await scored(first, person))
        const two = second && (await scored(second, other))
        if (!one || !two) {
          seen.skipped += 1
          continue
        }
        seen.compared += 1
        if (isDecided(one.total) && isDecided(two.total)) seen.decided += 1
        if (JSON.stringify(one.total) !== JSON.stringify(two.total)) seen.changed += 1
        compare(one, two, card)
      }
    }),
    settings(numRuns),
  )
  enough()
  expect(seen.changed).toBeGreaterThan(seen.compared / 50)
}

const twice = several.map((persons) => persons.map((one) => [one, one] as const))

describe('one more item that earns points', () => {
  const honour = fc.record({
    level: fc.constantFrom('甲', '乙'),
    matter: fc.constantFrom('甲', '乙'),
    date: fc.constantFrom('2025-02-28', '2026-06-30', '2026-11-20'),
    extra: fc.record({ points: fc.integer({ min: 0, max: 3 }) }),
  })
  const withOneMore = fc.array(
    fc.tuple(person, honour, fc.nat(3)).map(([person, more, at]) => {
      const honours = person.honours as Json[] | undefined
      return [person, honours ? { ...person, honours: honours.toSpliced(at, 0, more) } : person] as const
    }),
    { minLength: 5, maxLength: 5 },
  )

  // On what it stands: no award of the list is below zero, whatever the place in a sequence; no `latest`; an item is
  // put in another's place only for more points, and never one that counts for another item of the card, whose cap,
  // floor and weights are its own. So no group here keeps one of its items; cap, floors, weights stand anywhere.
  it(
    'never lowers a score',
    async () => {
      const growing = cards(plain({ growing: 'honours' })).map((card) => ({
        ...card,
        ...(card.groups !== undefined && {
          groups: (card.groups as Json[]).map(({ keep: _, ...group }) => group),
        }),
      }))
      await compareScores(
        'more',
        growing.map((card) => [card, card] as const),
        withOneMore,
        120,
        (less, more) => {
          expect(isNoLess(more.total, less.total), JSON.stringify([less.total, more.total])).toBe(true)
          for (const [index, { earned }] of less.items.entries()) {
            const grown = more.items[index]?.earned
            expect(grown && isNoLess(grown, earned), JSON.stringify([earned, grown])).toBe(true)
          }
        },
      )
    },
    TIMEOUT,
  )

  const two = (...honours: Json[]) => ({ id: 'a', honours })
  const of = async (card: Json, person: Json): Promise<unknown> => {
    const program = byCard(card)
    const statement = program && (await scored(program, person))
    return statement && exact(statement.total)
  }
  const good = { level: '甲', matter: '甲', date: '2025-02-28', extra: { points: 3 } }
  const small = { level: '乙', matter: '甲', date: '2026-06-30', extra: { points: 1 } }

  it('does not take the place of those that earn more, though nobody knows for which matters they are', async () => {
    const keep = { highest: 'points', per: 'matter' }
    const card = { items: [{ id: 'i', each: { of: 'honours', keep }, award: { item: 'extra.points' }, cap: 0.5 }] }
    const unclear = [{ extra: { points: 1 } }, { date: '2024-11-21', extra: { points: 1 } }]
    expect(await of(card, two(...unclear))).toBe('0.5')
    expect(await of(card, two(...unclear, { ...good, extra: { points: 0 } }))).toBe('0.5')
  })

  it('does not hide that of two others for one matter one counts, and one only', async () => {
    const keep = { highest: 'points', per: 'matter' }
    const card = { items: [{ id: 'i', each: { of: 'honours', keep }, award: { item: 'extra.points' } }] }
    const unplaced = { date: '2024-11-21', extra: { points: 0 } }
    const alike = [{ date: '2024-11-21' }, {}].map((one) => ({ ...one, matter: '乙', extra: { points: 1 } }))
    expect(await of(card, two(unplaced, ...alike))).toBe('1')
    expect(await of(card, two({ ...good, extra: { points: 0 } }, unplaced, ...alike))).toBe('1')
  })

  it('may lower it where only the latest count', async () => {
    const card = { items: [{ id: 'i', each: { of: 'honours', latest: 1 }, award: { item: 'extra.points' } }] }
    expect(await of(card, two(good))).toBe('3')
    expect(await of(card, two(good, small))).toBe('1')
  })

  it('may lower it where another order than that of points decides which one is kept', async () => {
    const keep = { prefer: { level: ['乙', '甲'] }, per: 'matter' }
    const card = { items: [{ id: 'i', each: { of: 'honours', keep }, award: { item: 'extra.points' } }] }
    expect(await of(card, two(good))).toBe('3')
    expect(await of(card, two(good, small))).toBe('1')
  })

  it('may lower it where it costs an item of the card its place, and brings less by a cap of its own', async () => {
    const card = {
      items: [
        { id: 'i', each: { of: 'honours', where: { level: '乙' } }, award: 2 },
        { id: 'j', each: { of: 'honours', where: { level: '甲' } }, award: 3, cap: 1 },
      ],
      groups: [{ id: 'g', of: ['i', 'j'], keep: { highest: 'points', per: 'matter' } }],
    }
    expect(await of(card, two(small))).toBe('2')
    expect(await of(card, two(small, good))).toBe('1')
  })
})

describe('bounds', () => {
  const numbers = fc.constantFrom(-1, 0, 0.5, 1, 2, 4)
  /** A card, and the same with a bound set somewhere; left as it is where the other bound stands in the way. */
  const bounded = (key: 'cap' | 'floor') =>
    fc.tuple(plainCards, fc.nat(), numbers, fc.nat(5)).map(([card, at, bound]) => {
      const items = card.items as Json[]
      const groups = (card.groups ?? []) as Json[]
      const place = at % (items.length + groups.length + 1)
      const stricter = (one: Json): Json => {
        const own = one[key] as number | undefined
        const least = key === 'cap' ? Math.min(bound, own ?? bound) : Math.max(bound, own ?? bound)
        const { cap = least, floor = least } = { ...one, [key]: least } as { cap?: number; floor?: number }
        return cap < floor ? one : { ...one, [key]: least }
      }
      const changed = {
        ...(place === items.length + groups.length ? stricter(card) : card),
        items: items.map((one, index) => (index === place ? stricter(one) : one)),
        ...(groups.length > 0 && {
          groups: groups.map((one, index) => (index + items.length === place ? stricter(one) : one)),
        }),
      }
      return [card, changed] as const
    })

  it(
    'a cap that is added or lowered never raises a score',
    () =>
      compareScores('cap', bounded('cap'), twice, 60, (without, within) => {
        expect(isNoLess(without.total, within.total), JSON.stringify([without.total, within.total])).toBe(true)
      }),
    TIMEOUT,
  )

  it(
    'a floor that is added or raised never lowers one',
    () =>
      compareScores('floor', bounded('floor'), twice, 60, (without, within) => {
        expect(isNoLess(within.total, without.total), JSON.stringify([without.total, within.total])).toBe(true)
      }),
    TIMEOUT,
  )
})

describe('the statement', () => {
  type Part = Pick<ScoreStatement['items'][number], 'lost' | 'raised' | 'earned'>

  /** What stands before cap and floor, less what is lost, more what is raised, is what comes out. */
  function expectBounded(before: ShownValue, after: ShownValue, { lost, raised }: Omit<Part, 'earned'>): void {
    if (![before, after, lost, raised].every(isDecided)) return
    expect(same(subtractNumbers(total(before, raised), total(lost)), total(after))).toBe(true)
  }

  function expectToAddUp({ items, groups, weights, ...statement }: ScoreStatement): void {
    for (const item of items) {
      const factors = item.weights.map((id) => {
        const weight = weights.find((one) => one.id === id)
        if (weight?.truth !== true) return undefined
        return weight.times.type === 'none' ? wholeNumber(1) : exact(weight.times)
      })
      if (factors.every((one) => one !== undefined) && [item.awarded, item.lost, item.raised].every(isDecided)) {
        const bounded = subtractNumbers(total(item.awarded, item.raised), total(item.lost))
        expect(same(factors.reduce(multiplyNumbers, bounded), total(item.earned))).toBe(true)
      }
      const counted = item.lines.filter((line) => line.counted === true && line.points.type !== 'none')
      const sure = item.lines.every((line) => line.counted === true && ['number', 'none'].includes(line.points.type))
      if (isDecided(item.awarded) && sure && item.lines.length > 0)
        expect(same(total(...counted.map(({ points }) => points)), total(item.awarded))).toBe(true)
    }
    for (const group of groups) {
      const members = items.filter((item) => item.group === group.id)
      expect(members.map(({ id }) => id).sort()).toEqual([...group.of].sort())
      expectEndsToAddUp(
        members.map(({ earned }) => earned),
        group.sum,
      )
      expectBounded(group.sum, group.earned, group)
    }
    const alone = items.filter(({ group }) => group === undefined)
    expectEndsToAddUp(
      [...alone, ...groups].map(({ earned }) => earned),
      statement.sum,
    )
    expectBounded(statement.sum, statement.total, statement)
  }

  /** Each end of the sum is the sum of those ends. */
  function expectEndsToAddUp(parts: readonly ShownValue[], sum: ShownValue): void {
    for (const end of ['low', 'high'] as const) {
      const ends = parts.map((one) => endsOf(one)[end])
      const known = ends.filter((one) => one !== undefined)
      const own = endsOf(sum)[end]
      if (known.length < ends.length) expect(own).toBeUndefined()
      else expect(own !== undefined && same(known.reduce(addNumbers, wholeNumber(0)), own)).toBe(true)
    }
  }

  /** The bands that some value between the ends lies in. */
  function bandsOf({ bands = [], total: points }: ScoreStatement): string[] {
    const { low, high } = endsOf(points)
    return bands.flatMap(({ id, from }, index) => {
      const [start, above] = [exact(from), exact(bands[index - 1]?.from)]
      const reached = !start || !high || compareDecimals(high, start) >= 0
      return reached && (!above || !low || compareDecimals(low, above) < 0) ? [id] : []
    })
  }

  function expectToFollow(decision: Decision, statement: ScoreStatement): void {
    const { total: points, bands, band, toNextBand, pass } = statement
    expect(decision.figures?.find(({ fact }) => fact.id === 'score')?.value).toEqual(points)
    if (bands) expect(band).toEqual(bandsOf(statement))
    const lacking = (mark: ShownValue): DecimalText => {
      const short = subtractNumbers(total(mark), total(points))
      return short.startsWith('-') ? wholeNumber(0) : short
    }
    if (!isDecided(points)) return
    const next = bands?.[bands.findIndex(({ id }) => id === band?.[0]) - 1]
    expect(toNextBand?.id).toBe(next?.id)
    if (next?.from && toNextBand) expect(same(total(toNextBand.points), lacking(next.from))).toBe(true)
    if (!pass) return
    expect(same(total(pass.lacking), lacking(pass.atLeast))).toBe(true)
    const finding = decision.findings.find(({ id }) => id === 'pass')
    expect(finding?.trace.truth).toBe(pass.lacking === undefined)
  }

  it(
    'adds up, and band, distance and pass mark follow from its total',
    async () => {
      const { seen, enough } = counting('statement')
      const card = fc.oneof(plainCards, cards(anything))
      await fc.assert(
        fc.asyncProperty(language.parts(), promotion(anything, card), several, async (parts, rules, persons) => {
          const figures = { score: undefined }
          const program = programOf(policyOf(namedOnly(parts, rules), { ...rules, figures }))
          for (const person of persons) {
            const decision = isProgram(program) ? await decisionOn(program, person) : undefined
            const statement = decision?.statement
            if (!decision || !statement) {
              seen.skipped += 1
              continue
            }
            seen.compared += 1
            if (isDecided(statement.total)) seen.decided += 1
            expectToAddUp(statement)
            expectToFollow(decision, statement)
          }
        }),
        settings(60),
      )
      enough()
    },
    TIMEOUT,
  )
})

it(
  'a weight that is changed changes only what it weighs',
  async () => {
    const reweighed = fc
      .tuple(plainCards, fc.constantFrom(0, 0.5, 3), fc.nat(5))
      .filter(([card]) => card.weights !== undefined)
      .map(([card, times, at]) => {
        const weights = card.weights as Json[]
        const changed = weights.map((one, index) => (index === at % weights.length ? { ...one, times } : one))
        return [card, { ...card, weights: changed }] as const
      })
    const unplaced = (part: object) => ({ ...part, place: undefined })
    await compareScores('weight', reweighed, twice, 60, (one, two) => {
      const changed = one.weights.filter(
        ({ times }, index) => JSON.stringify(times) !== JSON.stringify(two.weights[index]?.times),
      )
      for (const [index, item] of one.items.entries()) {
        const other = two.items[index]
        const weighed = changed.some(({ on }) => on.includes(item.id))
        const { earned, possible, ...rest } = item
        expect(unplaced({ ...other, ...(weighed && { earned, possible }), place: item.place })).toEqual(
          unplaced({ ...rest, earned, possible }),
        )
      }
      for (const [index, group] of one.groups.entries())
        if (!changed.some(({ on }) => on.some((id) => group.of.includes(id))))
          expect(unplaced(two.groups[index] as typeof group)).toEqual(unplaced(group))
    })
  },
  TIMEOUT,
)

it(
  'the order of items, groups, weights and of the record’s lists never matters',
  async () => {
    const turned = (card: Json): Json =>
      Object.fromEntries(
        Object.entries(card).map(([key, list]) => [
          key,
          Array.isArray(list) && key !== 'bands' ? list.toReversed() : list,
        ]),
      )
    const reversed = (node: unknown): unknown => {
      if (Array.isArray(node)) return node.map(reversed).reverse()
      if (typeof node !== 'object' || node === null) return node
      return Object.fromEntries(
        Object.entries(node).map(([key, value]) => [key, key === 'tags' ? value : reversed(value)]),
      )
    }
    /** All but places and paths; lists by id, lines by what they say. */
    const told = (statement: ScoreStatement) => {
      const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort()
      const { items, groups, weights, place: _, missing, ...rest } = statement
      return {
        ...rest,
        missing: missing.length,
        items: sorted(
          items.map(({ lines, missing: _missing, place: _place, when, weights: on, ...item }) => ({
            ...item,
            truth: when?.truth,
            on: on.toSorted(),
            lines: sorted(lines.map(({ at: _at, ...line }) => line)),
          })),
        ),
        groups: sorted(groups.map(({ place: _place, of, ...group }) => ({ ...group, of: of.toSorted() }))),
        weights: sorted(
          weights.map(({ place: _place, on, trace, ...weight }) => ({
            ...weight,
            truth: trace.truth,
            on: on.toSorted(),
          })),
        ),
      }
    }
    const { seen, enough } = counting('order')
    const card = fc.oneof(plainCards, cards(anything))
    await fc.assert(
      fc.asyncProperty(language.parts(), promotion(anything, card), several, async (parts, rules, persons) => {
        const named = namedOnly(parts, rules)
        const other = { ...(turned(rules) as typeof rules), scorecard: turned(rules.scorecard as Json) }
        const [first, second] = [programOf(policyOf(named, rules)), programOf(policyOf(named, other))]
        expect(isProgram(second)).toBe(isProgram(first))
        for (const person of persons) {
          const one = isProgram(first) ? await decisionOn(first, person) : undefined
          const two = isProgram(second) ? await decisionOn(second, reversed(person) as Json) : undefined
          expect(two?.outcome).toBe(one?.outcome)
          if (!one?.statement || !two?.statement) {
            seen.skipped += 1
            continue
          }
          seen.compared += 1
          if (isDecided(one.statement.total)) seen.decided += 1
          expect(two.possible).toEqual(one.possible)
          expect(told(two.statement)).toEqual(told(one.statement))
        }
      }),
      settings(50),
    )
    enough()
  },
  TIMEOUT,
)

// What the properties found; each was wrong once. Nobody has a mark of any sanction, so the greatest one is none.
describe('what is none', () => {
  const honours = { of: 'honours' }
  const most = { fact: 'amount' }
  const parts = { facts: { amount: { max: { of: 'sanctions', take: 'months' } } } }
  const given = {
    id: 'a',
    sanctions: [],
    honours: [{ date: '2025-02-28' }, { date: '2026-06-30' }],
    extra: { quota: 3 },
  }
  const inOrder = Object.fromEntries([
    ['first', [2]],
    ['then', most],
  ])
  const tiers = [{ upTo: 1, is: 2 }, { is: most }]
  const item = { id: 'i', each: honours, award: 2 }
  const weight = { id: 'w', when: { $n: { atLeast: 0 } } }

  it.each<[string, Json, Json, string]>([
    [
      'awarded for items that nobody knows of, earns nothing',
      { items: [{ ...item, award: most }] },
      { honours: null },
      '0',
    ],
    ['awarded in its turn, earns nothing', { items: [{ ...item, award: inOrder }] }, {}, '2'],
    [
      'a tier, earns nothing',
      { items: [{ id: 'i', per: { of: 'extra.quota', every: 1 }, award: { tiers } }] },
      {},
      '2',
    ],
    ['a cap or a floor, bounds nothing', { items: [{ ...item, cap: most, floor: most }] }, {}, '4'],
    ['a factor, weighs nothing', { items: [item], weights: [{ ...weight, times: most }] }, {}, '4'],
    [
      'left by a factor of 0, is 0 of any points',
      { items: [{ ...item, award: { item: 'extra.points' } }], weights: [{ ...weight, times: 0 }] },
      { honours: null },
      '0',
    ],
  ])('%s', async (_, scorecard, change, expected) => {
    const gates = [{ id: 'open', when: { $n: { atLeast: 0 } } }]
    const program = programOf(policyOf(parts, { kind: 'promotion', gates, scorecard }))
    if (!isProgram(program)) throw new Error(program.join())
    expect(exact((await scored(program, { ...given, ...change }))?.total)).toBe(expected)
  })

  it('a pass mark, is reached by no total', async () => {
    const program = programOf(
      policyOf(parts, { kind: 'promotion', scorecard: { items: [item], pass: { atLeast: most } } }),
    )
    if (!isProgram(program)) throw new Error(program.join())
    const decision = await decisionOn(program, given)
    expect(decision?.outcome).toBe('notYet')
    expect(decision?.statement?.pass).toEqual({ atLeast: { type: 'none' }, lacking: { type: 'none' } })
  })
})
