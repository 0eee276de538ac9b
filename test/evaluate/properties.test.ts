import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evaluate } from '../../src/evaluate/index.js'
import type { Decision } from '../../src/model/index.js'
import { readRecord } from '../../src/record/index.js'
import { record } from '../policy.js'
import { jiangyan } from '../roster.js'

const program = await jiangyan()

async function decide(data: object): Promise<Decision> {
  const judged = await evaluate(program, record(data))
  if (!judged.ok || !judged.value[0]) throw new Error(JSON.stringify(judged))
  return judged.value[0]
}

const date = fc.constantFrom(
  '1966-05-02',
  '1985-03',
  '1991-11',
  '1991-11-22',
  '2016-11-21',
  '2021-11-21',
  '2021-11-22',
  '2023-11-21',
  '2025-11-21',
  '2025-11-22',
  '2026-06',
  '2026-12-01',
)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 6 })
const list = <T>(item: fc.Arbitrary<T>) => maybe(fc.array(item, { maxLength: 3 }))
const people = fc
  .record({
    id: fc.constant('a'),
    birthDate: maybe(date),
    workStartedOn: maybe(fc.constantFrom('2012-07-01', '2023-07-01', '2026-07-01')),
    posts: list(
      fc.record({
        title: maybe(fc.constant('科长')),
        level: maybe(fc.constantFrom('乡科级正职', '乡科级副职', '县处级副职')),
        sensitive: maybe(fc.boolean()),
        unitType: maybe(fc.constantFrom('镇', '区级机关')),
        category: maybe(fc.constantFrom('综合管理', '专业技术')),
        mode: maybe(fc.constantFrom('regular', 'regular', 'seconded')),
        from: maybe(date),
        to: fc.option(fc.constant('2026-07-01'), { nil: undefined, freq: 2 }),
      }),
    ),
    assessments: list(
      fc.record({
        kind: maybe(fc.constantFrom('annual', 'special')),
        year: maybe(fc.integer({ min: 2022, max: 2026 })),
        grade: maybe(fc.constantFrom('优秀', '不称职')),
      }),
    ),
    supervision: list(
      fc.record({
        kind: maybe(fc.constantFrom('督办通报', '审计反馈')),
        severity: maybe(fc.integer({ min: 1, max: 3 })),
        date: maybe(date),
      }),
    ),
    investigations: list(
      fc.record({ openedOn: maybe(date), closedOn: fc.option(fc.constant('2026-08-01'), { nil: undefined, freq: 2 }) }),
    ),
    assignments: list(fc.record({ kind: maybe(fc.constantFrom('项目建设', '信访维稳')), from: maybe(date) })),
    leaves: list(fc.record({ kind: maybe(fc.constantFrom('产假', '事假')), from: maybe(date) })),
  })
  .map((person) => JSON.parse(JSON.stringify(person)) as Record<string, unknown>)
  .filter((person) => readRecord(person).ok) // periods that end before they begin are refused

/** Every path whose absence means unknown; an open end says something by being absent. */
function removable(node: unknown, path: readonly string[] = []): string[][] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => {
    const here = [...path, key]
    const field = !Array.isArray(node) && key !== 'id' && key !== 'to' && key !== 'closedOn'
    return [...(field ? [here] : []), ...removable(value, here)]
  })
}

function without(node: unknown, [key = '', ...rest]: readonly string[]): unknown {
  const copy = structuredClone(node) as Record<string, unknown>
  if (rest.length === 0) copy[key] = null
  else copy[key] = without(copy[key], rest)
  return copy
}

it('taking a field away never turns one decided outcome into another, nor a met rule into an unmet one or back', async () => {
  await fc.assert(
    fc.asyncProperty(people, fc.nat(), async (person, choice) => {
      const paths = removable(person)
      const path = paths[choice % Math.max(paths.length, 1)]
      if (!path) return
      const [before, after] = [await decide(person), await decide(without(person, path) as object)]
      const possible = (one: Decision): readonly string[] => one.possible ?? [one.outcome]
      for (const outcome of possible(before))
        expect(possible(after), `${path.join('.')} taken from ${JSON.stringify(person)}`).toContain(outcome)
      for (const finding of before.findings) {
        const other = after.findings.find(({ id }) => id === finding.id)
        if (finding.trace.truth !== 'unknown' && other)
          expect(['unknown', finding.trace.truth]).toContain(other.trace.truth)
      }
    }),
    { numRuns: 1500 },
  )
}, 120_000)

it('what is decided is decided whatever the missing facts are: none of them matters', async () => {
  await fc.assert(
    fc.asyncProperty(people, async (person) => {
      const { outcome, possible, missing } = await decide(person)
      expect(outcome === 'undetermined').toBe((possible?.length ?? 0) > 1)
      // An unknown that can change the outcome is always named.
      expect(missing.some(({ matters }) => matters)).toBe(outcome === 'undetermined')
    }),
    { numRuns: 1000 },
  )
}, 60_000)

it('the order of lists does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(people, async (person) => {
      const reversed = Object.fromEntries(
        Object.entries(person).map(([key, value]) => [key, Array.isArray(value) ? [...value].reverse() : value]),
      )
      const told = ({ outcome, possible, determinedBy, findings }: Decision) => ({
        outcome,
        possible,
        determinedBy,
        statuses: findings.map(({ id, status }) => [id, status]),
      })
      expect(told(await decide(reversed))).toEqual(told(await decide(person)))
    }),
    { numRuns: 500 },
  )
}, 60_000)

it('judging changes neither record nor program, and gives the same the second time', async () => {
  await fc.assert(
    fc.asyncProperty(people, async (person) => {
      const before = JSON.stringify([person, program])
      const [first, second] = [await decide(person), await decide(person)]
      expect(JSON.stringify(second)).toBe(JSON.stringify(first))
      expect(JSON.stringify([person, program])).toBe(before)
    }),
    { numRuns: 100 },
  )
})
