import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allOf, anyOf, atLeastOf, negate, type Truth } from '../../src/base/index.js'
import type { Decision, Program } from '../../src/model/index.js'
import { type Json, Language, namedOnly, people, reduced, rotation } from './generated.js'
import { cards, fitness, incentive, promotion, wild } from './generated-scores.js'
import { decisionOn, isProgram, notWithin, orderingOf, policyOf, programOf, type Rules } from './running.js'

const cautious = new Language()
const whole = new Language({ tellsUnknown: true, extraLists: true })
/** The same policies every time; more of them, and others, by hand: `SOUNDNESS_RUNS=50 SOUNDNESS_SEED=1`. */
const SEED = Number(process.env.SOUNDNESS_SEED ?? 20261121)
const TIMES = Number(process.env.SOUNDNESS_RUNS ?? 1)
const settings = (numRuns: number) => ({ numRuns: numRuns * TIMES, seed: SEED, interruptAfterTimeLimit: 4000 * TIMES })
const TIMEOUT = 120_000 * TIMES

/** One policy is read once and asked of several records, since reading it takes longest. */
const several = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 5, maxLength: 5 })

function generated<R extends Rules>(language: Language, rules: fc.Arbitrary<R>): fc.Arbitrary<readonly [Json, R]> {
  return fc.tuple(language.parts(), rules).map(([parts, given]) => [namedOnly(parts, given), given] as const)
}

const figure = (language: Language) => language.figure().map((one): Rules => ({ figures: { figure: one } }))
const when = (language: Language) =>
  language.rule().map((one): Rules => ({ triggers: [{ id: 'case', obligation: 'must', when: one }] }))

/** Counts what could not be compared, so that a property does not hold for want of anything to hold of. */
function counting() {
  const seen = { compared: 0, skipped: 0 }
  return {
    compared: () => {
      seen.compared += 1
    },
    skipped: () => {
      seen.skipped += 1
    },
    fewSkipped: () => expect(seen.skipped).toBeLessThan(seen.compared / 3),
  }
}

function possibleIn({ possible, outcome }: Decision): readonly string[] {
  return possible ?? [outcome]
}

function truthsIn({ findings }: Decision): Record<string, Truth> {
  return Object.fromEntries(findings.map(({ id, trace }) => [id, trace.truth]))
}

describe('taking fields away', () => {
  const pairs = several(reduced)

  async function eachPair(
    rules: fc.Arbitrary<Rules>,
    numRuns: number,
    compare: (full: Decision, less: Decision, policy: Json) => void,
  ): Promise<void> {
    const { compared, skipped, fewSkipped } = counting()
    await fc.assert(
      fc.asyncProperty(generated(cautious, rules), pairs, async ([parts, given], records) => {
        const policy = policyOf(parts, given)
        const program = programOf(policy)
        for (const { full, less } of records) {
          if (!isProgram(program)) return skipped()
          const [more, fewer] = [await decisionOn(program, full), await decisionOn(program, less)]
          if (!more || !fewer) return skipped()
          compared()
          compare(more, fewer, policy)
        }
      }),
      settings(numRuns),
    )
    fewSkipped()
  }

  it(
    'leaves the value of a derivation among those that are still possible',
    async () => {
      await eachPair(figure(cautious), 25, (full, less, policy) => {
        const [value, wide] = [full.figures?.[0]?.value, less.figures?.[0]?.value]
        if (!value || !wide) throw new Error('a figure has a value')
        const why = notWithin(value, wide, orderingOf(policy))
        expect(why && { why, value, wide }).toBeUndefined()
      })
    },
    TIMEOUT,
  )

  it(
    'never changes the truth of a condition that stays decided',
    async () => {
      await eachPair(when(cautious), 25, (full, less) => {
        for (const [rule, truth] of Object.entries(truthsIn(less)))
          if (truth !== 'unknown') expect(truthsIn(full)[rule]).toBe(truth)
      })
    },
    TIMEOUT,
  )

  it(
    'leaves the outcome among those that are still possible',
    async () => {
      await eachPair(rotation(cautious), 12, (full, less) => {
        expect(possibleIn(less)).toEqual(expect.arrayContaining([...possibleIn(full)]))
      })
    },
    TIMEOUT,
  )
})

describe('order', () => {
  /** The entries of every map and of every list of items (`lists`) the other way round. */
  function reversed(node: unknown, lists: (key: string) => boolean, key = ''): unknown {
    if (Array.isArray(node)) {
      const items = node.map((one) => reversed(one, lists))
      return lists(key) ? items.reverse() : items
    }
    if (typeof node !== 'object' || node === null) return node
    const entries = Object.entries(node).map(([name, value]) => [name, reversed(value, lists, name)])
    return Object.fromEntries(entries.reverse())
  }
  const told = ({ outcome, possible, determinedBy, figures, ...decision }: Decision) => ({
    outcome,
    possible: possible?.toSorted(),
    determinedBy,
    figure: figures?.[0]?.value,
    truths: truthsIn(decision as Decision),
    missing: decision.missing.map(({ path, matters }) => `${path.replace(/\.\d+/, '')} ${matters}`).toSorted(),
  })

  async function same(rules: fc.Arbitrary<Rules>, numRuns: number): Promise<void> {
    await fc.assert(
      fc.asyncProperty(generated(whole, rules), several(people), async ([parts, given], records) => {
        const policy = policyOf(parts, given)
        const turned = reversed(policy, (key) => ['all', 'any', 'triggers'].includes(key)) as Json
        const [first, second] = [programOf(policy), programOf(turned)]
        expect(isProgram(second)).toBe(isProgram(first))
        for (const person of records) {
          if (!isProgram(first) || !isProgram(second)) return
          const other = reversed(person, (key) => key !== 'tags') as Json
          const [one, two] = [await decisionOn(first, person), await decisionOn(second, other)]
          expect(two && told(two)).toEqual(one && told(one))
        }
      }),
      settings(numRuns),
    )
  }

  it('of items, keys and parts never changes a value', () => same(figure(whole), 15), TIMEOUT)
  it('of items, keys, rules and parts never changes an outcome', () => same(rotation(whole), 10), TIMEOUT)
})

describe('a policy that the checker accepts', () => {
  const all = wild(whole)
  const kinds = fc.oneof(promotion(all, cards(all)), fitness(all), incentive(all, cards(all)))
  const thrown = async (policy: Json, records: readonly Json[]): Promise<void> => {
    const program = programOf(policy)
    if (!isProgram(program)) return
    for (const person of records) await decisionOn(program, person)
  }

  it(
    'is evaluated without an error',
    async () => {
      const rules = fc.oneof(figure(whole), when(whole), rotation(whole), kinds)
      await fc.assert(
        fc.asyncProperty(generated(whole, rules), several(people), ([parts, given], records) =>
          thrown(policyOf(parts, given), records),
        ),
        settings(25),
      )
    },
    TIMEOUT,
  )

  type Path = readonly string[]
  const pathsIn = (node: unknown, path: Path = []): Path[] =>
    typeof node !== 'object' || node === null
      ? []
      : Object.entries(node).flatMap(([key, value]) => [[...path, key], ...pathsIn(value, [...path, key])])
  const changed = (node: unknown, [key, ...rest]: Path, change: (value: unknown) => unknown): unknown => {
    if (key === undefined || typeof node !== 'object' || node === null) return node
    const entries = Object.entries(node).flatMap(([name, value]) => {
      const next = name !== key ? value : rest.length > 0 ? changed(value, rest, change) : change(value)
      return next === undefined ? [] : [[name, next] as const]
    })
    return Array.isArray(node) ? entries.map(([, value]) => value) : Object.fromEntries(entries)
  }
  const strange = fc.constantFrom<unknown>(
    ...[
      undefined,
      undefined,
      0,
      -1,
      1.5,
      true,
      'none',
      'asOf',
      '优秀',
      '低',
      '2026-06',
      '1 month',
      '$n',
      '$span',
      '$cutoff',
    ],
    ...['amount', 'day', 'span', 'mark', 'posts', 'length', 'date', 'kind', [], ['甲'], [1, '1 day'], {}],
    ...[
      { fact: 'day' },
      { fact: 'extra.tags' },
      { item: 'date' },
      { outer: 'from' },
      { fact: 'rung' },
      { plus: [1, 2] },
    ],
    ...[{ latest: { of: 'leaves', take: 'to' } }, { count: { of: 'bars' } }, { earliest: { of: 'ranks', take: 'to' } }],
  )

  it(
    'is evaluated without an error however strange it is',
    async () => {
      const rules = fc.oneof(figure(whole), when(whole), kinds)
      const mutations = fc.array(fc.tuple(fc.nat(), strange), { minLength: 1, maxLength: 2 })
      await fc.assert(
        fc.asyncProperty(
          generated(whole, rules),
          mutations,
          several(people),
          async ([parts, given], changes, records) => {
            const mutated = changes.reduce<unknown>(
              (at, [choice, value]) => {
                const paths = pathsIn(at)
                return changed(at, paths[choice % Math.max(1, paths.length)] ?? [], () => value)
              },
              policyOf(parts, given),
            )
            await thrown(mutated as Json, records)
          },
        ),
        settings(100),
      )
    },
    TIMEOUT,
  )
})

it(
  'groups and negation follow Kleene',
  async () => {
    const rule = whole.rule(1)
    const pairs = fc.tuple(rule, rule).map(([a, b]) => {
      const conditions = {
        a,
        b,
        'not-a': { not: a },
        'not-all': { not: { all: [a, b] } },
        'not-any': { not: { any: [a, b] } },
        all: { all: [a, b] },
        any: { any: [a, b] },
        one: { atLeastOf: { n: 1, of: [a, b] } },
        two: { atLeastOf: { n: 2, of: [a, b] } },
        'not-two': { not: { atLeastOf: { n: 2, of: [a, b] } } },
      }
      return { triggers: Object.entries(conditions).map(([id, one]) => ({ id, obligation: 'may', when: one })) }
    })
    await fc.assert(
      fc.asyncProperty(generated(whole, pairs), several(people), async ([parts, given], records) => {
        const program = programOf(policyOf(parts, given))
        for (const person of records) {
          const decision = isProgram(program) ? await decisionOn(program, person) : undefined
          if (!decision) return
          const { a = 'unknown', b = 'unknown', ...truths } = truthsIn(decision)
          expect(truths).toEqual({
            'not-a': negate(a),
            'not-all': negate(allOf([a, b])),
            'not-any': negate(anyOf([a, b])),
            all: allOf([a, b]),
            any: anyOf([a, b]),
            one: atLeastOf(1, [a, b]),
            two: atLeastOf(2, [a, b]),
            'not-two': negate(atLeastOf(2, [a, b])),
          })
        }
      }),
      settings(12),
    )
  },
  TIMEOUT,
)

/** A form with its own `at`; undefined if it has none, or has one already. */
function lookedAt(form: unknown, date: string): Json | undefined {
  const looking = [
    'elapsed',
    'count',
    'exists',
    'sum',
    'average',
    'latest',
    'earliest',
    'min',
    'max',
    'streak',
    'time',
    'longest',
  ]
  const [[name, selection] = ['', undefined]] = Object.entries(form as Json)
  if (!looking.includes(name) || typeof selection !== 'object' || Array.isArray(selection)) return undefined
  return 'at' in (selection as Json) ? undefined : { [name]: { ...(selection as Json), at: date } }
}

describe('at', () => {
  async function agree(date: string, numRuns: number, asked: (program: Program) => Promise<Program> | Program) {
    await fc.assert(
      fc.asyncProperty(generated(cautious, figure(cautious)), several(people), async ([parts, given], records) => {
        const moved = lookedAt(given.figures?.figure, date)
        // Parameters keep the value that they have on the as-of date.
        if (!moved || JSON.stringify([parts, given]).includes('$n')) return
        const [at, plain] = [
          programOf(policyOf(parts, { figures: { figure: moved } })),
          programOf(policyOf(parts, given)),
        ]
        expect(isProgram(at)).toBe(isProgram(plain))
        if (!isProgram(at) || !isProgram(plain)) return
        for (const person of records) {
          const [one, two] = [await decisionOn(at, person), await decisionOn(await asked(plain), person)]
          expect(one?.figures?.[0]?.value).toEqual(two?.figures?.[0]?.value)
        }
      }),
      settings(numRuns),
    )
  }

  it('asOf is the same as nothing', () => agree('asOf', 60, (program) => program), TIMEOUT)
  it(
    'another date is that as-of date',
    () => agree('2026-06-30', 60, (program) => ({ ...program, asOf: 20260630 as Program['asOf'] })),
    120_000,
  )
})
