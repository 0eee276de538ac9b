import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Truth } from '../../src/base/index.js'
import { kindNamed, type RuleReading } from '../../src/kinds/index.js'
import { aside, common, read, rule, seldom, truths, turnsOf } from './readings.js'

const kind = kindNamed('fitness')

const E = rule('e', 'exemption')
const unfit = rule('u', 'criterion', [aside('exemption', 'e')], 'unfit')
const watch = rule('w', 'criterion', [aside('exemption', 'e')], 'watch')
const may = rule('m', 'criterion', [aside('exemption', 'e', 'may')], 'watch')
const other = rule('x', 'criterion', [], 'watch')
const tally = rule('tally', 'tally', [], 'unfit')
// Expected values: decision 0010, worked out by hand.
it.each<[string, RuleReading[], string[], string[]]>([
  ['nothing stands', [read(unfit, false), read(watch, false)], ['fit'], []],
  ['one criterion makes unfit', [read(unfit, true), read(watch, true), read(E, false)], ['unfit'], ['u']],
  ['one to watch is watched', [read(unfit, false), read(watch, true), read(E, false)], ['watch'], ['w']],
  ['what is exempted does not count', [read(unfit, true), read(other, true), read(E, true)], ['watch'], ['x']],
  ['an exemption that only may be granted leaves the outcome', [read(may, true), read(E, true)], ['watch'], ['m']],
  ['a waived criterion does not count', [read(unfit, true, true), read(E, false)], ['fit'], []],
  [
    'a tally rests on what it counts',
    [read(watch, true), read(other, true), read(tally, true), read(E, false)],
    ['unfit'],
    ['tally', 'w', 'x'],
  ],
  ['a waived tally leaves what it counts', [read(other, true), read(tally, true, true)], ['watch'], ['x']],
  ['an open exemption', [read(unfit, true), read(other, true), read(E, 'unknown')], ['unfit', 'watch'], []],
  ['an open tally', [read(other, true), read(tally, 'unknown')], ['unfit', 'watch'], []],
  [
    'open everything',
    [read(unfit, 'unknown'), read(watch, 'unknown'), read(E, 'unknown')],
    ['unfit', 'watch', 'fit'],
    [],
  ],
])('%s', (_, readings, possible, determinedBy) => {
  expect(kind.possible(readings)).toEqual(possible)
  const [only, ...others] = possible
  if (only !== undefined && others.length === 0) expect(kind.determinedBy(only, readings)).toEqual(determinedBy)
})

function standing(readings: readonly RuleReading[]): RuleReading[] {
  return readings.filter(
    ({ rule: { role, setAsideBy }, truth, waived }) =>
      (role === 'criterion' || role === 'tally') &&
      truth === true &&
      !waived &&
      !setAsideBy.some(({ id, force }) => !force && readings.some((one) => one.rule.id === id && one.truth === true)),
  )
}

/** The outcome of readings without unknowns and the rules that it rests on, said as plainly as the kind is. */
function decide(readings: readonly RuleReading[]): { outcome: string; rests: string[] } {
  const found = standing(readings)
  const of = (severity: string) => found.filter((one) => one.rule.consequence?.severity === severity)
  const outcome = of('unfit').length > 0 ? 'unfit' : of('watch').length > 0 ? 'watch' : 'fit'
  const tallied = outcome === 'unfit' && found.some((one) => one.rule.role === 'tally')
  return { outcome, rests: (tallied ? found : of(outcome)).map((one) => String(one.rule.id)) }
}

const criteria = fc.array(
  fc.record({
    severity: fc.constantFrom('unfit', 'watch'),
    truth: truths,
    waived: seldom,
    by: fc.subarray([aside('exemption', 'e0'), aside('exemption', 'e1'), aside('exemption', 'e2', 'may')]),
  }),
  { minLength: 1, maxLength: 4 },
)
const exemptions = fc.tuple(truths, truths, truths)

function policy(
  written: typeof criteria extends fc.Arbitrary<infer One> ? One : never,
  [...exempt]: readonly Truth[],
): RuleReading[] {
  return [
    ...written.map(({ severity, truth, waived, by }, index) =>
      read(rule(`c${index}`, 'criterion', by, severity), truth, waived),
    ),
    ...exempt.map((truth, index) => read(rule(`e${index}`, 'exemption'), truth)),
  ]
}

it('the possible outcomes are exactly those that some turn of the undetermined rules leads to', () => {
  const tallies = fc.option(fc.record({ truth: truths, waived: seldom }))
  fc.assert(
    fc.property(criteria, exemptions, tallies, (written, exempt, counted) => {
      const readings = [...policy(written, exempt), ...(counted ? [read(tally, counted.truth, counted.waived)] : [])]
      const turns = turnsOf(readings).map(decide)
      const outcomes = new Set(turns.map(({ outcome }) => outcome))
      expect(kind.possible(readings)).toEqual(kind.outcomes.filter((one) => outcomes.has(one)))
      const [only = '', ...others] = outcomes
      if (others.length === 0)
        expect(kind.determinedBy(only, readings)).toEqual(common(turns.map(({ rests }) => rests)))
    }),
    { numRuns: 3000 },
  )
})

/** Whether so many criteria to watch stand; the truth that the evaluator finds for the tally. */
function tallyOf(readings: readonly RuleReading[], n: number): Truth {
  const counts = turnsOf(readings).map(
    (turn) => standing(turn).filter((one) => one.rule.consequence?.severity === 'watch').length,
  )
  return Math.min(...counts) >= n ? true : Math.max(...counts) < n ? false : 'unknown'
}

// A tally hangs on the criteria that it counts, and `possible` takes it for independent of them: with a tally of one
// and one open criterion to watch it leaves `watch` possible, though whoever is watched is unfit. So it may leave more
// possible than there is, but never less, and what there is only one of is decided.
it('with a tally that counts the criteria every outcome that there can be is possible, and a single one is decided', () => {
  fc.assert(
    fc.property(criteria, exemptions, fc.integer({ min: 1, max: 3 }), (written, exempt, n) => {
      const without = policy(written, exempt)
      const readings = [...without, read(tally, tallyOf(without, n))]
      const turns = turnsOf(without).map((turn) => decide([...turn, read(tally, tallyOf(turn, n))]))
      const outcomes = new Set(turns.map(({ outcome }) => outcome))
      const possible = kind.possible(readings)
      expect(possible).toEqual(expect.arrayContaining([...outcomes]))
      if (outcomes.size > 1) return
      expect(possible).toEqual([...outcomes])
      const [only = ''] = outcomes
      expect(kind.determinedBy(only, readings)).toEqual(common(turns.map(({ rests }) => rests)))
    }),
    { numRuns: 3000 },
  )
})
