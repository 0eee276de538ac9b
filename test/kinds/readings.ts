import fc from 'fast-check'
import type { Truth } from '../../src/base/index.js'
import type { RuleReading } from '../../src/kinds/index.js'
import type { ProgramRule } from '../../src/model/index.js'

type SetAsideBy = ProgramRule['setAsideBy']

/** A rule of which only its role, its severity and what sets it aside matter. */
export function rule(id: string, role: string, setAsideBy: SetAsideBy = [], severity?: string): ProgramRule {
  return {
    id: id as never,
    role,
    title: { zh: id, en: id },
    when: { kind: 'all', id: 'x' as never, parts: [] },
    provenance: 'stated',
    citation: {},
    place: { file: 'f', line: 1, column: 1 },
    setAsideBy,
    ...(severity && { consequence: { severity } }),
  }
}

export function aside(by: SetAsideBy[number]['by'], id: string, force?: 'may'): SetAsideBy[number] {
  return { by, id: id as never, ...(force && { force }) }
}

export function read(of: ProgramRule, truth: Truth, waived = false): RuleReading {
  return { rule: of, truth, waived }
}

/** The readings with every unknown turned out in every way, each independently of the others. */
export function turnsOf(readings: readonly RuleReading[]): RuleReading[][] {
  return readings.reduce<RuleReading[][]>(
    (turns, one) =>
      turns.flatMap((before) =>
        (one.truth === 'unknown' ? [true, false] : [one.truth]).map((truth) => [...before, { ...one, truth }]),
      ),
    [[]],
  )
}

/** What all of the sets hold, sorted. */
export function common(sets: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = sets
  return first.filter((one) => others.every((other) => other.includes(one))).sort()
}

export const truths = fc.constantFrom<Truth>(true, false, 'unknown')
export const seldom = fc.integer({ min: 0, max: 4 }).map((n) => n === 0)
