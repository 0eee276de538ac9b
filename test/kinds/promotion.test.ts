import { expect, it } from 'vitest'
import type { Truth } from '../../src/base/index.js'
import { kindNamed, type RuleReading } from '../../src/kinds/index.js'
import { common, read, rule, turnsOf } from './readings.js'

const kind = kindNamed('promotion')

const E = rule('e', 'exclusion')
const G = rule('g', 'gate')
const P = rule('pass', 'pass')
// Expected values: decision 0010, worked out by hand.
it.each<[string, RuleReading[], string[], string[]]>([
  ['an exclusion beats everything', [read(E, true), read(G, 'unknown'), read(P, true)], ['excluded'], ['e']],
  ['every gate has to be met', [read(E, false), read(G, false), read(P, true)], ['notYet'], ['g']],
  ['the pass mark is a gate', [read(G, true), read(P, false)], ['notYet'], ['pass']],
  ['all is met', [read(E, false), read(G, true), read(P, true)], ['eligible'], []],
  ['a waived gate counts as met', [read(G, false, true), read(P, true)], ['eligible'], []],
  ['the pass mark may be waived', [read(G, true), read(P, 'unknown', true)], ['eligible'], []],
  ['a waived exclusion counts as not met', [read(E, true, true), read(G, true)], ['eligible'], []],
  ['one gate unmet is enough', [read(G, false), read(P, 'unknown')], ['notYet'], ['g']],
  [
    'an open exclusion of one who is not yet eligible',
    [read(E, 'unknown'), read(G, false)],
    ['notYet', 'excluded'],
    [],
  ],
  [
    'open everything',
    [read(E, 'unknown'), read(G, 'unknown'), read(P, 'unknown')],
    ['eligible', 'notYet', 'excluded'],
    [],
  ],
])('%s', (_, readings, possible, determinedBy) => {
  expect(kind.possible(readings)).toEqual(possible)
  const [only, ...others] = possible
  if (only !== undefined && others.length === 0) expect(kind.determinedBy(only, readings)).toEqual(determinedBy)
})

/** The outcome of readings without unknowns and the rules that it rests on, said as plainly as the kind is. */
function decide(readings: readonly RuleReading[]): { outcome: string; rests: string[] } {
  const ids = (found: readonly RuleReading[]) => found.map((one) => String(one.rule.id))
  const excluding = readings.filter(({ rule: { role }, truth, waived }) => role === 'exclusion' && truth && !waived)
  if (excluding.length > 0) return { outcome: 'excluded', rests: ids(excluding) }
  const failing = readings.filter(({ rule: { role }, truth, waived }) => role !== 'exclusion' && !truth && !waived)
  return { outcome: failing.length > 0 ? 'notYet' : 'eligible', rests: ids(failing) }
}

const values = ([true, false, 'unknown'] as const satisfies readonly Truth[]).flatMap((truth) => [
  { truth, waived: false },
  { truth, waived: true },
])

function everyReading(roles: readonly string[]): RuleReading[][] {
  return roles.reduce<RuleReading[][]>(
    (all, role, index) =>
      all.flatMap((before) =>
        values.map(({ truth, waived }) => [...before, read(rule(`${role}${index}`, role), truth, waived)]),
      ),
    [[]],
  )
}

it.each([
  [['gate']],
  [['pass']],
  [['exclusion', 'gate', 'pass']],
  [['exclusion', 'exclusion', 'gate', 'gate']],
  [['exclusion', 'gate', 'gate', 'pass']],
])('of %j exactly those outcomes are possible that some turn of the unknowns leads to', (roles) => {
  for (const readings of everyReading(roles)) {
    const turns = turnsOf(readings).map(decide)
    const outcomes = new Set(turns.map(({ outcome }) => outcome))
    expect(kind.possible(readings)).toEqual(kind.outcomes.filter((one) => outcomes.has(one)))
    const [only = '', ...others] = outcomes
    if (others.length === 0) expect(kind.determinedBy(only, readings)).toEqual(common(turns.map(({ rests }) => rests)))
  }
})
