import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { expected, outcomeOf, type SmallCase } from '../run.js'

type Truth = boolean | 'unknown'
interface Row {
  readonly field: string
  readonly asked: unknown
  readonly missing: Truth
  readonly nothing: Truth
  readonly boundary: Truth
  readonly below: readonly [unknown, Truth]
  readonly above: readonly [unknown, Truth]
}
interface Matrix {
  readonly asOf: string
  readonly contexts: Readonly<Record<string, Readonly<Record<string, Truth>>>>
  readonly fields: Readonly<Record<string, { at: unknown; wrong: unknown; emptyText: string }>>
  readonly operators: Readonly<Record<string, Row>>
}
const matrix: Matrix = parse(readFileSync('test/cases/matrix/operators.yaml', 'utf8'))

/** The same fields of the person and of the items of a list, `time` being how long ago a date is. */
const types = {
  number: { type: 'number' },
  text: { type: 'text' },
  ordered: { type: 'text', ordered: true, values: ['低', '中', '高'] },
  date: { type: 'date' },
  since: { type: 'date' },
  boolean: { type: 'boolean' },
}
const prefixed = (prefix: string) =>
  Object.fromEntries(Object.entries(types).map(([key, type]) => [prefix + key, type]))
const latest = Object.fromEntries(
  [...Object.keys(types), 'time'].map((key) => [`last-${key}`, { latest: { of: 'things', take: key } }]),
)
const common = {
  facts: { ...prefixed('extra.'), time: { elapsed: { since: 'extra.since' } }, ...latest },
  items: { things: { time: { elapsed: { since: { item: 'since' } } } } },
  lists: { things: { of: 'extra.things', datedBy: 'on', fields: { on: { type: 'date' }, ...types } } },
}

/** What is on record of the field asked for, and what comes of it where the test stands alone. */
function inputsOf({ field, missing, nothing, boundary, below, above }: Row) {
  const { at, wrong, emptyText } = matrix.fields[field] ?? { at: 0, wrong: 0, emptyText: '' }
  return [
    ['missing', {}, missing],
    ['null', { value: null }, missing],
    ['of the wrong type', { value: wrong }, 'record/wrong-type'],
    ['an empty text', { value: '' }, emptyText],
    ['over an empty list', { empty: true }, nothing],
    ['at the boundary', { value: at }, boundary],
    ['below it', { value: below[0] }, below[1]],
    ['above it', { value: above[0] }, above[1]],
  ] as const
}

function caseOf(operator: string, row: Row, context: string, input: ReturnType<typeof inputsOf>[number]): SmallCase {
  const [, given, alone] = input
  const key = row.field === 'time' ? 'since' : row.field
  const values = 'value' in given ? { [key]: given.value } : {}
  const inList = context === 'some' || context === 'none'
  const empty = 'empty' in given
  const subject = inList
    ? row.field
    : empty
      ? `last-${row.field}`
      : row.field === 'time'
        ? 'time'
        : `extra.${row.field}`
  const asks = { [subject]: { [operator]: row.asked } }
  const [yes, no] = [{ id: { is: 'a' } }, { id: { is: 'b' } }]
  const where = { of: 'things', where: asks }
  const when = { plain: asks, not: { not: asks }, all: { all: [asks, yes] }, any: { any: [asks, no] } }
  const things = empty ? [] : [{ on: '2020-01-01', ...values }]
  const record = { extra: inList || empty ? { things } : values }
  const name = `${operator} ${context}: ${input[0]}`
  const condition = inList ? { [context]: where } : when[context as 'plain']
  if (typeof alone === 'string' && alone.includes('/')) return { name, when: condition, record, rejected: alone }
  // Over an empty list nothing is asked.
  const truth = inList && empty ? context === 'none' : matrix.contexts[context]?.[String(alone)]
  return { name, when: condition, record, truth: truth ?? 'unknown' }
}

const file = { title: '', asOf: matrix.asOf, common, cases: [] }
const cases = Object.entries(matrix.operators).flatMap(([operator, row]) =>
  Object.keys(matrix.contexts).flatMap((context) =>
    inputsOf(row).map((input) => caseOf(operator, row, context, input)),
  ),
)

it('every operator stands in every context over everything that can be on record', () => {
  expect(Object.keys(matrix.operators)).toHaveLength(18)
  expect(cases).toHaveLength(18 * 6 * 8)
})

describe.each(Object.keys(matrix.operators))('%s', (operator) => {
  const own = cases.filter(({ name }) => name.startsWith(`${operator} `))
  it.each(own.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    expect(await outcomeOf(one, file)).toBe(expected(one))
  })
})
