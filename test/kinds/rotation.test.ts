import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Truth } from '../../src/base/index.js'
import { kindNamed, type RuleReading } from '../../src/kinds/index.js'
import type { ProgramRule } from '../../src/model/index.js'

const kind = kindNamed('rotation')

function rule(id: string, role: string, obligation?: string, setAsideBy: ProgramRule['setAsideBy'] = []): ProgramRule {
  const citation = {}
  const title = { zh: id, en: id }
  const when = { kind: 'all', id: 'x' as never, parts: [] } as const
  const place = { file: 'f', line: 1, column: 1 }
  return {
    id: id as never,
    role,
    title,
    when,
    provenance: 'stated',
    citation,
    place,
    setAsideBy,
    ...(obligation && { consequence: { obligation } }),
  }
}

const aside = (by: 'exemption' | 'deferral', id: string) => ({ by, id: id as never })
const read = (of: ProgramRule, truth: Truth, waived = false): RuleReading => ({ rule: of, truth, waived })

// Expected values: language.md §7, worked out by hand.
const E = rule('e', 'exemption')
const D = rule('d', 'deferral')
const must = rule('m', 'trigger', 'must', [aside('exemption', 'e')])
const should = rule('s', 'trigger', 'should', [aside('deferral', 'd')])
const both = rule('b', 'trigger', 'must', [aside('exemption', 'e'), aside('deferral', 'd')])
it.each<[string, RuleReading[], string[], string[]]>([
  ['nothing is met', [read(must, false), read(should, false)], ['none'], []],
  [
    'the strongest decides',
    [read(must, true), read(should, true), read(E, false), read(D, false)],
    ['required'],
    ['m'],
  ],
  [
    'what is exempt leaves the next',
    [read(must, true), read(should, true), read(E, true), read(D, false)],
    ['advised'],
    ['s'],
  ],
  ['exempt only', [read(must, true), read(should, false), read(E, true)], ['exempt'], ['e', 'm']],
  [
    'deferred only if nothing else is left',
    [read(must, true), read(should, true), read(E, true), read(D, true)],
    ['deferred'],
    ['d', 's'],
  ],
  ['exempt beats deferred', [read(both, true), read(E, true), read(D, true)], ['exempt'], ['b', 'e']],
  ['a waived trigger does not count', [read(must, true, true), read(E, false)], ['none'], []],
  [
    'unknown below the strongest does not matter',
    [read(must, true), read(should, 'unknown'), read(E, false), read(D, false)],
    ['required'],
    ['m'],
  ],
  [
    'unknown above it does',
    [read(must, 'unknown'), read(should, true), read(E, false), read(D, false)],
    ['required', 'advised'],
    [],
  ],
  ['an open exemption', [read(must, true), read(E, 'unknown')], ['required', 'exempt'], []],
  [
    'an open deferral of an exempt trigger does not matter',
    [read(both, true), read(E, true), read(D, 'unknown')],
    ['exempt'],
    ['b', 'e'],
  ],
  [
    'open everything',
    [read(both, 'unknown'), read(E, 'unknown'), read(D, 'unknown')],
    ['required', 'deferred', 'exempt', 'none'],
    [],
  ],
])('%s', (_, readings, possible, determinedBy) => {
  expect(kind.possible(readings)).toEqual(possible)
  const [only, ...others] = possible
  if (only !== undefined && others.length === 0) expect(kind.determinedBy(only, readings)).toEqual(determinedBy)
})

/** One outcome for readings without unknowns, said as plainly as the rule is. */
function outcome(readings: readonly RuleReading[]): string {
  const met = (role: string, one: ProgramRule): boolean =>
    one.setAsideBy.some(
      ({ by, id }) => by === role && readings.some(({ rule: other, truth }) => other.id === id && truth === true),
    )
  const triggers = readings.filter(
    ({ rule: { role }, truth, waived }) => role === 'trigger' && truth === true && !waived,
  )
  const left = triggers.filter((one) => !met('exemption', one.rule))
  const standing = left.filter((one) => !met('deferral', one.rule))
  for (const [obligation, name] of [
    ['must', 'required'],
    ['should', 'advised'],
    ['may', 'permitted'],
  ]) {
    if (standing.some((one) => one.rule.consequence?.obligation === obligation)) return name ?? ''
  }
  return left.length > 0 ? 'deferred' : triggers.length > 0 ? 'exempt' : 'none'
}

function everyOutcome(readings: readonly RuleReading[]): Set<string> {
  const at = readings.findIndex(({ truth }) => truth === 'unknown')
  if (at === -1) return new Set([outcome(readings)])
  const settled = (truth: boolean) =>
    everyOutcome(readings.map((one, index) => (index === at ? { ...one, truth } : one)))
  return new Set([...settled(true), ...settled(false)])
}

const truths = fc.constantFrom<Truth>(true, false, 'unknown')
const policies = fc
  .record({
    triggers: fc.array(
      fc.record({
        obligation: fc.constantFrom('must', 'should', 'may'),
        truth: truths,
        waived: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
        by: fc.subarray([
          aside('exemption', 'e0'),
          aside('exemption', 'e1'),
          aside('deferral', 'd0'),
          aside('deferral', 'd1'),
        ]),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    others: fc.tuple(truths, truths, truths, truths),
  })
  .map(({ triggers, others }) => [
    ...triggers.map(({ obligation, truth, waived, by }, index) =>
      read(rule(`t${index}`, 'trigger', obligation, by), truth, waived),
    ),
    ...['e0', 'e1', 'd0', 'd1'].map((id, index) =>
      read(rule(id, id.startsWith('e') ? 'exemption' : 'deferral'), others[index] ?? false),
    ),
  ])

it('the possible outcomes are exactly those that some reading of the undetermined rules leads to', () => {
  fc.assert(
    fc.property(policies, (readings) => {
      expect(new Set(kind.possible(readings))).toEqual(everyOutcome(readings))
    }),
    { numRuns: 5000 },
  )
})

it('the order of rules does not matter', () => {
  fc.assert(
    fc.property(policies, (readings) => {
      const reversed = [...readings].reverse()
      const possible = kind.possible(readings)
      expect(kind.possible(reversed)).toEqual(possible)
      for (const one of possible) expect(kind.determinedBy(one, reversed)).toEqual(kind.determinedBy(one, readings))
    }),
  )
})

it('a decided outcome rests on a rule, unless it is the default', () => {
  fc.assert(
    fc.property(policies, (readings) => {
      const [only = '', ...others] = kind.possible(readings)
      if (others.length === 0) expect(kind.determinedBy(only, readings).length > 0).toBe(only !== 'none')
    }),
  )
})
