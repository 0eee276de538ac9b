import fc from 'fast-check'
import { expect, it } from 'vitest'
import { kindNamed, type RuleReading, standing } from '../../src/kinds/index.js'
import { aside, common, read, rule, seldom, truths, turnsOf } from './readings.js'

const kind = kindNamed('incentive')

const gold = rule('gold', 'benefit', [aside('exclusion', 'x')])
const silver = rule('silver', 'benefit', [aside('benefit', 'gold'), aside('exclusion', 'x')])
const bronze = rule('bronze', 'benefit', [aside('benefit', 'silver')])
const X = rule('x', 'exclusion')
// Expected values: decision 0010, worked out by hand.
it.each<[string, RuleReading[], string[], string[]]>([
  ['nothing is met', [read(gold, false), read(silver, false)], ['none'], []],
  ['what is set aside does not stand', [read(gold, true), read(silver, true), read(X, false)], ['granted'], ['gold']],
  [
    'what is set aside itself sets nothing aside',
    [read(gold, true), read(silver, true), read(bronze, true), read(X, false)],
    ['granted'],
    ['bronze', 'gold'],
  ],
  ['an exclusion', [read(gold, true), read(silver, true), read(X, true)], ['none'], []],
  ['a waived exclusion', [read(gold, true), read(X, true, true)], ['granted'], ['gold']],
  [
    'an exclusion of some leaves the others',
    [read(gold, true), read(bronze, true), read(X, true)],
    ['granted'],
    ['bronze'],
  ],
  [
    'whichever of two it is, one is granted',
    [read(gold, 'unknown'), read(silver, true), read(X, false)],
    ['granted'],
    [],
  ],
  ['an open exclusion', [read(gold, true), read(X, 'unknown')], ['granted', 'none'], []],
])('%s', (_, readings, possible, determinedBy) => {
  expect(kind.possible(readings)).toEqual(possible)
  const [only, ...others] = possible
  if (only !== undefined && others.length === 0) expect(kind.determinedBy(only, readings)).toEqual(determinedBy)
})

/** The benefits that stand in readings without unknowns; what sets a benefit aside comes before it. */
function granted(readings: readonly RuleReading[]): string[] {
  const standingOnes = new Set<string>()
  for (const { rule: one, truth, waived } of readings) {
    const aside = one.setAsideBy.some(({ id }) => standingOnes.has(id))
    if (truth === true && !waived && !aside) standingOnes.add(one.id)
  }
  return readings.flatMap(({ rule: { id, role } }) => (role === 'benefit' && standingOnes.has(id) ? [String(id)] : []))
}

/** Benefits that only earlier ones exclude: every set of benefits without a circle can be written so. */
const policies = fc
  .record({
    exclusions: fc.tuple(fc.record({ truth: truths, waived: seldom }), fc.record({ truth: truths, waived: seldom })),
    benefits: fc.array(
      fc.record({
        truth: truths,
        by: fc.subarray([aside('exclusion', 'x0'), aside('exclusion', 'x1')]),
        after: fc.subarray([0, 1, 2, 3]),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ exclusions, benefits }) => [
    ...exclusions.map(({ truth, waived }, index) => read(rule(`x${index}`, 'exclusion'), truth, waived)),
    ...benefits.map(({ truth, by, after }, index) => {
      const before = after.filter((one) => one < index).map((one) => aside('benefit', `b${one}`))
      return read(rule(`b${index}`, 'benefit', [...by, ...before]), truth)
    }),
  ])

it('the possible outcomes are exactly those that some turn of the undetermined rules leads to', () => {
  fc.assert(
    fc.property(policies, (readings) => {
      const outcomes = new Set<string>(turnsOf(readings).map((turn) => (granted(turn).length > 0 ? 'granted' : 'none')))
      expect(kind.possible(readings)).toEqual(kind.outcomes.filter((one) => outcomes.has(one)))
    }),
    { numRuns: 3000 },
  )
})

// Whether a benefit stands goes by Kleene's logic: where an open benefit excludes others both straight and by way of
// them, what stands either way may be left open. It is never said to stand, or not to stand, if it may be otherwise.
it('what is said to stand does so in every turn, and what is said not to stand in none', () => {
  fc.assert(
    fc.property(policies, (readings) => {
      const turns = turnsOf(readings).map(granted)
      for (const one of readings.filter((reading) => reading.rule.role === 'benefit')) {
        const always = turns.every((turn) => turn.includes(one.rule.id))
        const never = turns.every((turn) => !turn.includes(one.rule.id))
        const truth = standing(one, readings)
        if (truth !== 'unknown') expect(truth ? always : never).toBe(true)
      }
      const sure = kind.determinedBy('granted', readings)
      expect(common(turns)).toEqual(expect.arrayContaining([...sure]))
      if (!readings.some(({ truth }) => truth === 'unknown')) expect(sure).toEqual(common(turns))
    }),
    { numRuns: 3000 },
  )
})

it('where no benefit is excluded both straight and by way of others, exactly what stands in every turn is said to', () => {
  const chains = fc
    .record({
      truths: fc.array(truths, { minLength: 1, maxLength: 5 }),
      exclusion: fc.record({ truth: truths, waived: seldom }),
      excluded: fc.nat(4),
    })
    .map(({ truths: read5, exclusion, excluded }) => [
      read(rule('x', 'exclusion'), exclusion.truth, exclusion.waived),
      ...read5.map((truth, index) => {
        const by = [
          ...(index === excluded ? [aside('exclusion', 'x')] : []),
          ...(index > 0 ? [aside('benefit', `b${index - 1}`)] : []),
        ]
        return read(rule(`b${index}`, 'benefit', by), truth)
      }),
    ])
  fc.assert(
    fc.property(chains, (readings) => {
      expect(kind.determinedBy('granted', readings)).toEqual(common(turnsOf(readings).map(granted)))
    }),
    { numRuns: 1000 },
  )
})

it('the order of rules does not matter', () => {
  fc.assert(
    fc.property(policies, (readings) => {
      const reversed = [...readings].reverse()
      expect(kind.possible(reversed)).toEqual(kind.possible(readings))
      expect(kind.determinedBy('granted', reversed)).toEqual(kind.determinedBy('granted', readings))
    }),
  )
})
