import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evaluate } from '../../../src/evaluate/index.js'
import type { SubjectRecord } from '../../../src/model/index.js'
import { readRecord } from '../../../src/record/index.js'
import { type Json, Language, namedOnly, people, rotation, withDays } from '../generated.js'
import { cards, fitness, incentive, promotion, wild } from '../generated-scores.js'
import { isProgram, policyOf, programOf } from '../running.js'

// About one record in eight is refused for itself: such pairs are not counted.
/**
 * 5,000 pairs of a policy and a record, the same every time. More of them, and others, by hand:
 * `AGREEMENT_SEED=2 npm run agreement` tries 100,000.
 */
const PAIRS = Number(process.env.AGREEMENT_PAIRS ?? 5000)
const SEED = Number(process.env.AGREEMENT_SEED ?? 20261121)
/** One policy is asked of several people, since reading it takes longest. */
const PEOPLE = 20
const TIMEOUT = Math.max(300_000, PAIRS * 100)

const language = new Language({ tellsUnknown: true, extraLists: true })
const all = wild(language)
const card = cards(all)
/** The kinds share the pairs. */
const rules = fc.oneof(
  { weight: 2, arbitrary: rotation(language) },
  { weight: 1, arbitrary: promotion(all, card) },
  { weight: 1, arbitrary: fitness(all) },
  { weight: 1, arbitrary: incentive(all, card) },
)
const policies = fc
  .tuple(language.parts(), rules, fc.option(language.figure(), { nil: undefined }))
  .map(([parts, kind, figure]) => {
    const given = { ...kind, ...(figure !== undefined && { figures: { figure } }) }
    return policyOf(namedOnly(parts, given), given)
  })
  .map(programOf)
  .filter(isProgram)
/** Months are rare: every day of one is tried, which takes longer than all the rest. */
const person = fc.oneof({ weight: 1, arbitrary: people }, { weight: 14, arbitrary: people.map(withDays) })
const persons = fc.array(person, { minLength: PEOPLE, maxLength: PEOPLE })

function recordsOf(data: readonly Json[]): SubjectRecord[] {
  return data.flatMap((one) => {
    const record = readRecord(one)
    return record.ok ? [record.value] : []
  })
}

it(
  `json-rules-engine and the reference give the same decisions, traces and all, on ${PAIRS} pairs`,
  async () => {
    const seen = { pairs: 0, rejected: 0, undetermined: 0, decided: 0 }
    const kinds: Record<string, number> = {}
    await fc.assert(
      fc.asyncProperty(policies, persons, async (program, data) => {
        for (const record of recordsOf(data)) {
          const given = await evaluate(program, record)
          const expected = await evaluate(program, record, { evaluator: 'reference' })
          expect(JSON.stringify(given)).toBe(JSON.stringify(expected))
          seen.pairs += 1
          for (const { kind } of program.policies) kinds[kind] = (kinds[kind] ?? 0) + 1
          if (!given.ok) seen.rejected += 1
          else seen[given.value[0]?.possible ? 'undetermined' : 'decided'] += 1
        }
      }),
      { seed: SEED, numRuns: Math.ceil((PAIRS * 1.25) / PEOPLE) },
    )
    expect(seen.pairs).toBeGreaterThanOrEqual(PAIRS)
    expect(Object.keys(kinds).sort()).toEqual(['fitness', 'incentive', 'promotion', 'rotation'])
    for (const pairs of Object.values(kinds)) expect(pairs).toBeGreaterThan(PAIRS / 10)
    // What came out was not all of one kind.
    for (const kind of ['undetermined', 'decided'] as const) expect(seen[kind]).toBeGreaterThan(PAIRS / 10)
  },
  TIMEOUT,
)
