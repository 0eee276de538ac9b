import { expect } from 'vitest'
import { markedProblems } from '../policy.js'

/** Sound parameters and facts, all of them used. */
export const around = `parameters:
  limit: { …, provenance: assumed, values: [{ from: 2020-01-01, is: 10 }] }
  below: { …, provenance: assumed, values: [{ from: 2020-01-01, until: 2024-01-01, is: 2 }, { from: 2024-01-01, is: -3 }] }
  years: { …, provenance: assumed, values: [{ from: 2020-01-01, is: 1 year }] }
  several: { …, provenance: assumed, values: [{ from: 2020-01-01, is: [1, 2] }] }
facts:
  extra.hours: { …, type: number, least: 0 }
  extra.staff: { …, type: text }
  extra.own: { …, type: boolean }
  honours.extra.points: { …, type: number }
  half: { …, divide: [extra.hours, { parameter: limit, at: asOf }] }
  use: { …, choose: [{ when: { extra.hours: { in: $several } }, is: $below }, { else: { round: { of: extra.hours, to: up } } }] }
  used: { …, plus: [asOf, $years] }
`
/** Sound items; more can follow. */
export const items = `  items:
    - { id: honours, …, each: { of: honours }, award: 1 }
    - { id: courses, …, each: { of: trainings }, award: 1 }
`
export const pass = '  pass: { atLeast: 1 }\n'

/** A `^` in the text stands before each place where a problem must be reported; the codes follow in that order. */
export function expectMarked(text: string, ...codes: readonly string[]): void {
  expect(markedProblems(text, { kind: 'promotion' })).toEqual({ text, codes })
}
