// Runs generated policies and compares what comes out.

import { parseDate } from '../../src/base/index.js'
import { loadPolicySet } from '../../src/check/index.js'
import { compile } from '../../src/compile/index.js'
import { evaluate } from '../../src/evaluate/index.js'
import { compareValues, type Ordering } from '../../src/evaluate/reference/order.js'
import type { Decision, Program, ShownValue, Value } from '../../src/model/index.js'
import { readRecord } from '../../src/record/index.js'
import { AS_OF, type Json, levels } from './generated.js'

const title = (name: string) => ({ zh: name, en: name })
const titled = (entries: unknown = {}) =>
  Object.fromEntries(
    Object.entries(entries as Json).map(([name, one]) => [
      name,
      typeof one === 'object' ? { title: title(name), ...one } : one,
    ]),
  )
const parameter = (name: string, ...values: readonly unknown[]) => ({
  title: title(name),
  provenance: 'stated',
  values,
})

/** What the record's lists declare beyond the schema. */
const declared = {
  'posts.level': { values: levels, ordered: true },
  'posts.extra.hours': { type: 'number' },
  'assessments.grade': { values: ['优秀', '称职'] },
  'honours.extra.points': { type: 'number', least: -1, most: 3 },
  'leaves.kind': { absent: '甲' },
  'supervision.severity': { least: 0, most: 4 },
  'extra.quota': { type: 'number' },
  'extra.tags': { type: 'text', list: true },
}

export interface Rules {
  readonly kind?: string
  readonly figures?: Readonly<Record<string, unknown>>
  readonly scope?: unknown
  readonly scorecard?: Json
  /** The rules of a kind, list by list. */
  readonly [part: string]: unknown
}

/** A whole policy: the parts that can be named, and the figures and rules that name them. */
export function policyOf(parts: Json, { kind = 'rotation', figures = {}, scorecard, ...rules }: Rules): Json {
  const names = Object.keys(figures).filter((name) => !made.includes(name))
  const computed = Object.fromEntries(names.map((name) => [name, figures[name]]))
  return {
    policy: 'test/generated',
    kind,
    title: title('generated'),
    effective: { from: '2020-01-01' },
    citation: { document: 'test' },
    parameters: {
      n: parameter('n', { from: '2020-01-01', until: '2026-01-01', is: 1 }, { from: '2026-01-01', is: 2 }),
      span: parameter('span', { from: '2020-01-01', is: '1 year' }),
      cutoff: parameter('cutoff', { from: '2020-01-01', is: '2025-11-22' }),
    },
    ...parts,
    ...(parts.items !== undefined && {
      items: Object.fromEntries(Object.entries(parts.items as Json).map(([of, fields]) => [of, titled(fields)])),
    }),
    facts: { ...titled(declared), ...titled(parts.facts), ...titled(computed) },
    ...(Object.keys(figures).length > 0 && { figures: Object.keys(figures) }),
    ...(kind === 'rotation' && rules.triggers === undefined && { triggers: [named(nothing)] }),
    ...(kind === 'fitness' && { hearing: [{ id: 'person', who: title('person'), what: title('account') }] }),
    ...(scorecard && { scorecard: eachNamed(scorecard) }),
    ...eachNamed(rules),
    review: [{ id: 'verify', title: title('verify'), to: title('office') }],
  }
}

/** Facts that a scorecard makes. */
const made = ['score', 'band']
const nothing: Json = { id: 'nothing', obligation: 'must', when: { birthDate: '1000-01-01' } }

function named(one: Json): Json {
  return { title: title(String(one.id)), ...one }
}

/** What is listed by id gets a title. */
function eachNamed(lists: Json): Json {
  const all = Object.entries(lists).map(([key, list]) => [key, Array.isArray(list) ? list.map(named) : list])
  return Object.fromEntries(all)
}

/** The program of a policy; the codes with which it was refused otherwise. */
export function programOf(policy: Json, asOf = AS_OF): Program | readonly string[] {
  const loaded = loadPolicySet([{ file: 'test.policy.yaml', text: JSON.stringify(policy) }])
  if (loaded.ok) return compile(loaded.value, { asOf })
  return loaded.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)
}

export function isProgram(program: Program | readonly string[]): program is Program {
  return !Array.isArray(program)
}

/** The decision on a record; undefined if the record was rejected. */
export async function decisionOn(program: Program, data: Json): Promise<Decision | undefined> {
  const record = readRecord(data)
  if (!record.ok) return undefined
  const judged = await evaluate(program, record.value)
  return judged.ok ? judged.value[0] : undefined
}

// --- What is known of less lies in what is known of more ---------------------------------------------------------

/** Why a value of the full record is not among those that the reduced record leaves possible; undefined if it is. */
export function notWithin(value: ShownValue, wide: ShownValue, ordering: Ordering): string | undefined {
  if (wide.type === 'unknown') return undefined
  if (wide.type !== 'interval') return sameValue(value, wide, ordering) ? undefined : 'another value'
  if (value.type === 'none') return wide.orNone ? undefined : 'cannot be none'
  if (value.type === 'unknown') return 'known though more was unknown'
  const own = value.type === 'interval' ? value : { low: value, high: value, orNone: undefined }
  if (own.orNone && !wide.orNone) return 'cannot be none'
  if (wide.low && (!own.low || compare(own.low, wide.low, ordering) < 0)) return 'below the low end'
  if (wide.high && (!own.high || compare(own.high, wide.high, ordering) > 0)) return 'above the high end'
  return undefined
}

function sameValue(left: ShownValue, right: ShownValue, ordering: Ordering): boolean {
  const still = ['none', 'open', 'unknown', 'interval', 'list']
  if (still.includes(left.type) || still.includes(right.type)) return JSON.stringify(left) === JSON.stringify(right)
  return compare(left, right, ordering) === 0
}

function compare(left: ShownValue, right: ShownValue, ordering: Ordering): number {
  return compareValues(readBack(left, ordering), readBack(right, ordering), ordering)
}

/** A value as evaluation sees it, of what a decision shows of it. */
function readBack(value: ShownValue, { conventions: { monthEnd } }: Ordering): Value {
  switch (value.type) {
    case 'number':
      return { type: 'number', value: (value.fraction ?? value.value) as never }
    case 'date':
      return { type: 'date', value: dateOf(value.value) }
    case 'elapsed':
      return { type: 'elapsed', since: dateOf(value.since), until: dateOf(value.until), monthEnd }
    case 'duration':
      return { type: 'duration', value: durationOf(value.value) }
    case 'text':
    case 'boolean':
    case 'open':
      return value
    default:
      throw new Error(`${value.type} is not an end`)
  }
}

function dateOf(text: string) {
  const date = parseDate(text)
  if (date === undefined) throw new Error(text)
  return date
}

function durationOf(text: string): { months: number; days: number } {
  const sign = text.startsWith('-') ? -1 : 1
  const parts = { Y: 0, M: 0, D: 0 }
  for (const [, amount, unit] of text.matchAll(/(-?\d+)([YMD])/g)) parts[unit as 'Y'] += Number(amount)
  return { months: sign * (parts.Y * 12 + parts.M) || 0, days: sign * parts.D || 0 }
}

/** The order of values under a policy's conventions. */
export function orderingOf({ conventions }: Json): Ordering {
  const usual = { monthEnd: 'lastDay', to: 'excluded', monthDate: 'firstDay', daysPerMonth: 30 } as const
  return { conventions: { ...usual, ...(conventions as Json) }, type: { ordered: true, values: levels } }
}
