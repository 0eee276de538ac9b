import { describe, expect, it } from 'vitest'
import type { Truth } from '../../src/base/index.js'
import type { FactType, OperatorName } from '../../src/model/index.js'
import { testing, testOf, value } from './values.js'

// Truths worked out by hand from the language, §1 to §4, §11 and §13, and decisions 0004 and 0007. A row is the left side,
// the right side and what the operator says of them; the type is that of the left side.
type Row = readonly [left: string, right: string, truth: Truth]

const number: FactType = { is: 'number' }
const whole: FactType = { is: 'number', whole: true }
const text: FactType = { is: 'text' }
const level: FactType = { is: 'text', values: ['县级', '市级', '省部级', '国家级'], ordered: true }
const boolean: FactType = { is: 'boolean' }
const date: FactType = { is: 'date' }
const time: FactType = { is: 'duration' }
const texts: FactType = { is: 'text', list: true }
const numbers: FactType = { is: 'number', list: true }
const wholes: FactType = { is: 'number', list: true, whole: true }

/** Also what the negative operator says, which is the opposite. */
function rows(name: OperatorName, type: FactType, table: readonly Row[]): void {
  it.each(table)(`${type.list ? 'list of ' : ''}${type.is}: %s ${name} %s`, (left, right, truth) => {
    const [one, other] = [value(left), value(right)]
    expect(testOf(name)(one, other, testing(type))).toBe(truth)
    const negative = name === 'is' ? 'isNot' : name === 'in' ? 'notIn' : undefined
    if (negative)
      expect(testOf(negative)(one, other, testing(type)), negative).toBe(truth === 'unknown' ? truth : !truth)
  })
}

describe('is, isNot', () => {
  rows('is', number, [
    ['3', '3', true],
    ['3', '4', false],
    ['0.3', '0.3', true],
    ['1/3', '1/3', true],
    ['1/3', '0.3333333333333333', false],
    ['unknown', '3', 'unknown'],
    ['3', 'unknown', 'unknown'],
    ['unknown', 'unknown', 'unknown'],
    ['none', '3', false],
    ['3', 'none', false],
    ['none', 'none', true],
    // What is unknown may be nothing.
    ['none', 'unknown', 'unknown'],
    ['unknown', 'none', 'unknown'],
    ['2..4', '3', 'unknown'],
    ['2..4', '1', false],
    ['2..4', '5', false],
    ['2..4', '4', 'unknown'],
    ['3..3', '3', true],
    ['3..', '2', false],
    ['3..', '4', 'unknown'],
    ['..3', '4', false],
    ['..', '3', 'unknown'],
    ['2..4', '4..6', 'unknown'],
    ['2..4', '5..6', false],
    ['2..4', 'none', false],
    ['2..4 or none', 'none', 'unknown'],
    ['2..4 or none', '5', false],
    ['3..3 or none', '3', 'unknown'],
    ['none', '2..4 or none', 'unknown'],
    ['none', '2..4', false],
    ['2..4 or none', '2..4 or none', 'unknown'],
    ['2 | 5', '5', 'unknown'],
    ['2 | 5', '3', false],
    ['3', '2 | 5', false],
    ['2 | 5', '3..4', false],
    ['2 | 5', '3 | 4', false],
    ['2 | 5 or none', 'none', 'unknown'],
    ['2..4', 'unknown', 'unknown'],
  ])
  rows('is', whole, [
    ['1..2', '1.5', false],
    ['1..2', '1', 'unknown'],
    ['1..', '1.5', false],
    ['-2..-1', '-1.5', false],
    ['1..2', '1.2..1.8', false],
  ])
  rows('is', text, [
    ['姜堰区', '姜堰区', true],
    ['姜堰区', '姜堰', false],
    ['unknown', '姜堰区', 'unknown'],
    ['none', '姜堰区', false],
    ['姜堰区 | 海陵区', '姜堰区', 'unknown'],
    ['姜堰区 | 海陵区', '高港区', false],
  ])
  rows('is', level, [
    ['市级', '市级', true],
    ['市级', '县级', false],
    ['市级..国家级', '县级', false],
    ['市级..国家级', '省部级', 'unknown'],
    ['国家级..', '国家级', true],
    ['..县级', '县级', true],
    ['市级..', '县级', false],
  ])
  rows('is', boolean, [
    ['true', 'true', true],
    ['true', 'false', false],
    ['false', 'false', true],
    ['unknown', 'false', 'unknown'],
    ['none', 'false', false],
    ['true | false', 'true', 'unknown'],
  ])
  rows('is', date, [
    ['2026-11-21', '2026-11-21', true],
    ['2026-11-21', '2026-11-22', false],
    ['2026-11', '2026-11-01', true],
    ['2026-11', '2026-11-02', false],
    ['open', '2026-11-21', false],
    ['open', 'none', true],
    ['none', 'open', true],
    ['open', 'open', true],
    ['open', 'unknown', 'unknown'],
    ['2026-11-21', 'open', false],
    ['2026-11-21..open', 'none', 'unknown'],
    ['2026-11-21..', 'none', 'unknown'],
    ['2026-11-21..2026-11-23', 'none', false],
    ['2026-11-21..open', 'open', 'unknown'],
    ['2026-11-01..2026-11-30', '2026-12', false],
  ])
  rows('is', time, [
    ['P1M', 'P30D', true],
    ['P1M', 'P31D', false],
    ['2026-01-31 → 2026-02-28', 'P1M', true],
    ['2026-01-31 → 2026-02-28', 'P28D', true],
    ['2026-01-31 → 2026-02-28', 'P30D', false],
    ['2026-01-31 → 2026-02-28 (nextDay)', 'P1M', false],
    ['2026-01-31 → 2026-03-01 (nextDay)', 'P1M', true],
    ['none', 'P1M', false],
    ['unknown', 'P1M', 'unknown'],
    ['P1M..P3M', 'P4M', false],
    ['P1M..P3M', 'P2M', 'unknown'],
  ])
})

describe('in, notIn', () => {
  rows('in', number, [
    ['3', '[1, 3]', true],
    ['2', '[1, 3]', false],
    ['2', '[]', false],
    ['2', '[1, unknown]', 'unknown'],
    ['1', '[1, unknown]', true],
    ['2', '[1, none]', false],
    ['2', '[1, 2..4]', 'unknown'],
    ['2', '[1, 3..4]', false],
    ['unknown', '[1, 3]', 'unknown'],
    ['2', 'unknown', 'unknown'],
    ['2', 'none', false],
    ['none', '[1, 3]', false],
    ['none', 'none', false],
    // A list may name nothing, which is asked for as `is: none` asks for it; so may a list that is not known.
    ['none', '[1, none]', true],
    ['3', '[1, none]', false],
    ['none', '[1, unknown]', 'unknown'],
    ['none', 'unknown', 'unknown'],
    ['unknown', '[none]', 'unknown'],
    ['3..3 or none', '[3, none]', true],
    ['3..3 or none', '[none]', 'unknown'],
    // Between two numbers that need not be whole there are more than any list can name.
    ['3..4', '[3, 4]', 'unknown'],
    ['3..4', '[1, 2]', false],
    ['3..3', '[3, 4]', true],
    ['3 | 4', '[3, 4]', true],
    ['3 | 4', '[4, 5]', 'unknown'],
    ['3 | 4', '[5, 6]', false],
    ['3 | 4 or none', '[3, 4]', 'unknown'],
    ['3 | 4 or none', '[5, 6]', false],
  ])
  rows('in', whole, [
    ['3..4', '[3, 4]', true],
    ['3..4', '[4, 3, 7]', true],
    ['3..4', '[3, 7]', 'unknown'],
    ['3..4', '[7, 8]', false],
    ['3..4', '[3, unknown]', 'unknown'],
    ['3..5', '[3, 5]', 'unknown'],
    ['3..', '[3, 4]', 'unknown'],
    ['3..', '[1, 2]', false],
    ['3..4 or none', '[3, 4]', 'unknown'],
    ['0..1', '[0, 1, 2]', true],
    ['-1..0', '[-1, 0]', true],
  ])
  rows('in', text, [
    ['甲', '[甲, 乙]', true],
    ['丙', '[甲, 乙]', false],
    ['unknown', '[甲, 乙]', 'unknown'],
    ['甲 | 乙', '[甲, 乙]', true],
    ['甲 | 丙', '[甲, 乙]', 'unknown'],
  ])
  rows('in', level, [
    ['市级', '[市级, 县级]', true],
    ['市级..省部级', '[省部级, 市级]', true],
    ['市级..国家级', '[国家级, 市级]', 'unknown'],
    ['省部级..', '[省部级, 国家级]', true],
    ['省部级..', '[县级, 市级]', false],
    ['..市级', '[市级]', 'unknown'],
  ])
  rows('in', date, [
    ['2026-11', '[2026-11-01]', true],
    ['open', '[2026-11-01]', false],
    ['open', '[2026-11-01, unknown]', 'unknown'],
    ['open', '[2026-11-01, none]', true],
    ['2026-11-01..2026-11-02', '[2026-11-01, 2026-11-02]', true],
    ['2026-11-01..2026-11-03', '[2026-11-01, 2026-11-03]', 'unknown'],
    ['2026-11-01..', '[2026-11-01]', 'unknown'],
    ['2026-11-01..', '[2026-10-31]', false],
  ])
  rows('in', time, [
    ['2026-01-31 → 2026-02-28', '[P2M, P1M]', true],
    ['P1M', '[P2M]', false],
    ['P1M..P2M', '[P1M, P2M]', 'unknown'],
    ['P1M..P1M or none', '[P1M, none]', true],
    ['P30D..P1M', '[P1M]', true],
    ['P30D..P1M', '[2026-01-31 → 2026-02-28]', 'unknown'],
  ])
  rows('in', boolean, [
    ['true', '[false]', false],
    ['true', '[false, true]', true],
    ['unknown', '[false, true]', 'unknown'],
    ['true | false', '[false, true]', true],
  ])
})

describe('atLeast, atMost, moreThan, lessThan', () => {
  // The truths in that order.
  const four = (type: FactType, table: readonly (readonly [string, string, ...Truth[]])[]): void => {
    const names = ['atLeast', 'atMost', 'moreThan', 'lessThan'] as const
    for (const [index, name] of names.entries())
      rows(
        name,
        type,
        table.map(([left, right, ...truths]) => [left, right, truths[index] ?? 'unknown']),
      )
  }
  four(number, [
    ['3', '3', true, true, false, false],
    ['3', '2.99', true, false, true, false],
    ['2.99', '3', false, true, false, true],
    ['10', '9', true, false, true, false],
    ['-2', '-3', true, false, true, false],
    ['1/3', '0.3333333333333333', true, false, true, false],
    ['unknown', '3', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['3', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['none', '3', false, false, false, false],
    ['3', 'none', false, false, false, false],
    ['none', 'none', false, false, false, false],
    ['none', 'unknown', false, false, false, false],
    ['unknown', 'none', false, false, false, false],
    ['2..4', '2', true, 'unknown', 'unknown', false],
    ['2..4', '4', 'unknown', true, false, 'unknown'],
    ['2..4', '3', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['2..4', '1', true, false, true, false],
    ['2..4', '5', false, true, false, true],
    ['2..', '2', true, 'unknown', 'unknown', false],
    ['2..', '3', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['..4', '5', false, true, false, true],
    ['..', '3', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['2..4', '4..6', 'unknown', true, false, 'unknown'],
    ['2..4', '5..6', false, true, false, true],
    ['4..', '..4', true, 'unknown', 'unknown', false],
    ['3', '2..4', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['5', '2..4', true, false, true, false],
    ['2..4 or none', '2', 'unknown', 'unknown', 'unknown', false],
    ['2..4 or none', '5', false, 'unknown', false, 'unknown'],
    ['2..4', 'none', false, false, false, false],
    ['none', '2..4', false, false, false, false],
    ['2 | 5', '3', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['2 | 5', '2', true, 'unknown', 'unknown', false],
    ['2 | 5', '6', false, true, false, true],
    ['2..4', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
  ])
  four(level, [
    ['市级', '县级', true, false, true, false],
    ['市级', '市级', true, true, false, false],
    ['县级', '国家级', false, true, false, true],
    ['unknown', '县级', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['none', '县级', false, false, false, false],
    ['市级..', '国家级', 'unknown', true, false, 'unknown'],
    ['..市级', '县级', true, 'unknown', 'unknown', false],
    ['市级..省部级', '国家级', false, true, false, true],
    ['县级 | 国家级', '市级', 'unknown', 'unknown', 'unknown', 'unknown'],
  ])
  four(date, [
    ['2026-11-21', '2026-11-20', true, false, true, false],
    ['2026-11', '2026-11-01', true, true, false, false],
    ['open', '2026-11-20', true, false, true, false],
    ['2026-11-20', 'open', false, true, false, true],
    ['open', 'open', true, true, false, false],
    ['open', 'none', false, false, false, false],
    ['open', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['2026-11-20..', 'open', 'unknown', true, false, 'unknown'],
    ['2026-11-20..open', '2026-11-19', true, false, true, false],
  ])
  four(time, [
    ['P1M', 'P30D', true, true, false, false],
    ['P1Y', 'P11M', true, false, true, false],
    ['2008-11-21 → 2026-11-21', 'P18Y', true, true, false, false],
    ['2008-11-22 → 2026-11-21', 'P18Y', false, true, false, true],
    ['2008-11-20 → 2026-11-21', 'P18Y', true, false, true, false],
    ['1966-11 → 2026-11-01', 'P60Y', true, true, false, false],
    ['2008-02-29 → 2026-02-28', 'P18Y', true, true, false, false],
    ['2008-02-29 → 2026-02-28 (nextDay)', 'P18Y', false, true, false, true],
    ['P18Y', '2008-11-22 → 2026-11-21', true, false, true, false],
    // To the same day: the earlier start is the longer time.
    ['2020-01-31 → 2026-11-21', '2020-02-01 → 2026-11-21', true, false, true, false],
    ['2020-01-31 → 2026-11-21', '2020-01-31 → 2026-11-21', true, true, false, false],
    // To two days: one month each; then one month against thirty days; then against thirty-one.
    ['2026-01-31 → 2026-02-28', '2026-03-15 → 2026-04-15', true, true, false, false],
    ['2026-02-01 → 2026-03-01', '2026-03-01 → 2026-03-31', true, true, false, false],
    ['2026-02-01 → 2026-03-01', '2026-02-28 → 2026-03-31', false, true, false, true],
    // A month is its first day, so both run to the same day: 28 days are less than 29, though both are a month long.
    ['2026-02-01 → 2026-03', '2026-01-31 → 2026-03-01', false, true, false, true],
    // An end before the start is negative.
    ['2026-03-01 → 2026-02-01', 'P0D', false, true, false, true],
    ['none', 'P1M', false, false, false, false],
    ['unknown', 'P1M', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['2020-01-31 → 2026-11-21..2019-01-31 → 2026-11-21', 'P6Y', true, false, true, false],
    ['2020-01-31 → 2026-11-21..2019-01-31 → 2026-11-21', 'P7Y', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['P1M..P3M', 'P3M', 'unknown', true, false, 'unknown'],
    // On 28 February one month since 31 January is over, but not 29 days; the former is the longer of the two elsewhere.
    ['2026-01-31 → 2026-02-28', 'P29D..P1M', 'unknown', true, false, 'unknown'],
    ['P29D..P1M', '2026-01-31 → 2026-02-28', true, 'unknown', 'unknown', false],
    ['2026-01-31 → 2026-02-28', 'P29D | P1M', 'unknown', true, false, 'unknown'],
  ])

  it('days per month are those of the conventions', () => {
    const [month, days] = [value('P1M'), value('P30D')]
    expect(testOf('atLeast')(month, days, testing(time, { daysPerMonth: 28 }))).toBe(false)
    expect(testOf('is')(month, days, testing(time, { daysPerMonth: 31 }))).toBe(false)
  })

  it('elapsed time keeps its own month end, whatever that of the policy', () => {
    const [anchored, month] = [value('2026-01-31 → 2026-02-28'), value('P1M')]
    expect(testOf('atLeast')(anchored, month, testing(time, { monthEnd: 'nextDay' }))).toBe(true)
  })

  it('a length that leads out of the calendar is refused', () => {
    const endless = { type: 'duration', value: { months: 12 * 100_000, days: 0 } } as const
    expect(() => testOf('atLeast')(value('2026-01-31 → 2026-02-28'), endless, testing(time))).toThrow(RangeError)
  })

  it('values of two types are a mistake of ours', () => {
    expect(() => testOf('atLeast')(value('3'), value('甲'), testing(number))).toThrow(TypeError)
  })
})

describe('between', () => {
  rows('between', number, [
    ['3', '[3, 5]', true],
    ['5', '[3, 5]', true],
    ['2.99', '[3, 5]', false],
    ['5.01', '[3, 5]', false],
    ['4', '[5, 3]', false],
    ['unknown', '[3, 5]', 'unknown'],
    ['none', '[3, 5]', false],
    ['none', 'unknown', false],
    ['3', 'unknown', 'unknown'],
    ['4', '[3, unknown]', 'unknown'],
    ['2', '[3, unknown]', false],
    ['4', '[none, 5]', false],
    ['4', '[3, none]', false],
    ['4', '[unknown, none]', false],
    ['unknown', '[none, 5]', false],
    ['unknown', '[5, 3]', 'unknown'],
    ['3..5', '[3, 5]', true],
    ['2..4', '[3, 5]', 'unknown'],
    ['1..2', '[3, 5]', false],
    ['6..', '[3, 5]', false],
    ['4..', '[3, 5]', 'unknown'],
    // Nothing is between the two, whatever the value.
    ['1..9', '[5, 3]', false],
    ['1..9', '[5..6, 3..4]', false],
    ['1..9', '[4..6, 3..4]', 'unknown'],
    ['3..5 or none', '[3, 5]', 'unknown'],
    ['1..2 or none', '[3, 5]', false],
    ['2 | 6', '[3, 5]', false],
    ['3 | 5', '[3, 5]', true],
    ['2 | 4', '[3, 5]', 'unknown'],
    ['4', '[2..3, 5..6]', true],
    ['3', '[2..4, 5]', 'unknown'],
  ])
  rows('between', whole, [
    ['1..2', '[1.2, 1.8]', false],
    ['1..9', '[1.2, 2.8]', 'unknown'],
    ['-9..0', '[-1.8, -1.2]', false],
  ])
  rows('between', level, [
    ['市级', '[县级, 省部级]', true],
    ['国家级', '[县级, 省部级]', false],
    ['市级..', '[县级, 省部级]', 'unknown'],
    ['..', '[县级, 国家级]', true],
  ])
  rows('between', date, [
    ['2026-11', '[2026-11-01, 2026-11-30]', true],
    ['open', '[2026-11-01, 2026-11-30]', false],
    ['open', '[2026-11-01, open]', true],
    ['2026-11-05..', '[2026-11-01, open]', true],
    ['2026-11-05..', '[2026-11-01, 2026-11-30]', 'unknown'],
    ['unknown', '[2026-11-01, 2026-11-30]', 'unknown'],
  ])
  rows('between', time, [
    ['2020-11-21 → 2026-11-21', '[P5Y, P6Y]', true],
    ['2020-11-20 → 2026-11-21', '[P5Y, P6Y]', false],
    ['none', '[P5Y, P6Y]', false],
  ])
})

describe('before, after, onOrBefore, onOrAfter', () => {
  const names = ['before', 'after', 'onOrBefore', 'onOrAfter'] as const
  const table: readonly (readonly [string, string, ...Truth[]])[] = [
    ['2026-11-20', '2026-11-21', true, false, true, false],
    ['2026-11-21', '2026-11-21', false, false, true, true],
    ['2026-11-22', '2026-11-21', false, true, false, true],
    ['2026-11', '2026-11-01', false, false, true, true],
    ['2026-11', '2026-11-02', true, false, true, false],
    ['2026-10-31', '2026-11', true, false, true, false],
    ['open', '2026-11-21', false, true, false, true],
    ['2026-11-21', 'open', true, false, true, false],
    ['open', 'open', false, false, true, true],
    ['none', '2026-11-21', false, false, false, false],
    ['2026-11-21', 'none', false, false, false, false],
    ['open', 'none', false, false, false, false],
    ['none', 'unknown', false, false, false, false],
    ['unknown', '2026-11-21', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['2026-11-21', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['2026-11-20..2026-11-22', '2026-11-22', 'unknown', false, true, 'unknown'],
    ['2026-11-20..2026-11-22', '2026-11-23', true, false, true, false],
    ['2026-11-20..', '2026-11-19', false, true, false, true],
    ['..2026-11-20', '2026-11-21', true, false, true, false],
    ['2026-11-20.. or none', '2026-11-19', false, 'unknown', false, 'unknown'],
    ['2026-11-20..open', 'open', 'unknown', false, true, 'unknown'],
    ['2026-11-20 | 2026-11-24', '2026-11-22', 'unknown', 'unknown', 'unknown', 'unknown'],
  ]
  for (const [index, name] of names.entries())
    rows(
      name,
      date,
      table.map(([left, right, ...truths]) => [left, right, truths[index] ?? 'unknown']),
    )
})

describe('within, as of 2026-11-21', () => {
  rows('within', date, [
    ['2026-11-21', 'P1D', true],
    ['2026-11-20', 'P1D', false],
    ['2026-11-22', 'P1D', false],
    ['2021-11-22', 'P5Y', true],
    ['2021-11-21', 'P5Y', false],
    ['2026-11', 'P21D', true],
    ['2026-11', 'P20D', false],
    ['2025-11', 'P1Y', false],
    ['open', 'P5Y', false],
    ['none', 'P5Y', false],
    ['2026-11-21', 'none', false],
    ['none', 'unknown', false],
    ['unknown', 'none', false],
    ['unknown', 'P5Y', 'unknown'],
    ['2026-11-21', 'unknown', 'unknown'],
    ['2021-11-22..2026-11-21', 'P5Y', true],
    ['2021-11-21..2026-11-21', 'P5Y', 'unknown'],
    ['2021-11-22..2026-11-22', 'P5Y', 'unknown'],
    ['2021-11-22..', 'P5Y', 'unknown'],
    ['..2026-11-21', 'P5Y', 'unknown'],
    ['..2021-11-21', 'P5Y', false],
    ['2026-11-22..', 'P5Y', false],
    ['2020-11-21..2021-11-21', 'P5Y', false],
    ['..', 'P5Y', 'unknown'],
    ['2021-11-22..2026-11-21 or none', 'P5Y', 'unknown'],
    ['2026-11-22.. or none', 'P5Y', false],
    ['2020-01-01 | 2027-01-01', 'P5Y', false],
    ['2026-11-20', 'P1D..P2D', 'unknown'],
    ['2026-11-20', 'P2D..', true],
    ['2026-11-20', '..P1D', false],
    ['2026-11-20', '..', 'unknown'],
    ['2026-11-22', '..', false],
    ['open', '..', false],
    // Time that has elapsed is as long as its months and days: here a month.
    ['2026-11-20', '2026-01-31 → 2026-02-28', true],
    ['2026-10-21', 'P30D..P1M', false],
    ['2026-10-22', 'P30D..P1M', 'unknown'],
    ['2026-10-21', '2026-01-31 → 2026-02-28', false],
  ])

  it('a month that is too short ends by the convention', () => {
    const [date_, month] = [value('2026-01-31'), value('P1M')]
    const on = (monthEnd: 'lastDay' | 'nextDay') => ({ ...testing(date, { monthEnd }), asOf: 20260228 as never })
    expect(testOf('within')(date_, month, on('lastDay'))).toBe(false)
    expect(testOf('within')(date_, month, on('nextDay'))).toBe(true)
  })
})

describe('contains, containsAny, containsAll', () => {
  rows('contains', text, [
    ['甲丙丁', '丙', true],
    ['甲丙丁', '丙丁', true],
    ['甲丙丁', '甲丁', false],
    ['unknown', '丙', 'unknown'],
    ['丙', 'unknown', 'unknown'],
    ['none', '丙', false],
    ['丙', 'none', false],
    ['none', 'unknown', false],
    ['unknown', 'none', false],
    ['甲丙 | 丙丁', '丙', true],
    ['甲丙 | 丙丁', '丁', 'unknown'],
    ['甲丙 | 丙丁', '戊', false],
    ['甲丙 or none', '丙', 'unknown'],
    ['甲丙 or none', '戊', false],
    ['甲丙', '甲 | 丁', 'unknown'],
  ])
  rows('contains', level, [
    ['省部级', '部', true],
    ['县级..市级', '级', true],
    ['县级..市级', '县', 'unknown'],
    ['县级..市级', '国', false],
  ])
  rows('contains', texts, [
    ['[甲, 乙]', '甲', true],
    ['[甲, 乙]', '丙', false],
    ['[甲乙]', '甲', false],
    ['[]', '甲', false],
    ['unknown', '甲', 'unknown'],
    ['[甲]', 'unknown', 'unknown'],
    ['[甲]', 'none', false],
    ['none', '甲', false],
    ['[甲, unknown]', '甲', true],
    ['[甲, unknown]', '乙', 'unknown'],
    ['[甲, 乙]', '甲 | 乙', true],
    ['[甲, 乙]', '甲 | 丙', 'unknown'],
  ])
  rows('contains', wholes, [
    ['[1, 2, 3]', '2..3', true],
    ['[1, 2, 3]', '3..4', 'unknown'],
    ['[1, 2, 3]', '4..', false],
  ])
  rows('contains', numbers, [['[1, 2, 3]', '2..3', 'unknown']])

  rows('containsAny', text, [
    ['甲丙', '[丙, 丁]', true],
    ['甲丙', '[丁, 戊]', false],
    ['甲丙', '[]', false],
    ['甲丙', '[丁, unknown]', 'unknown'],
    ['甲丙', '[丙, unknown]', true],
    ['甲丙', '[丁, none]', false],
    ['unknown', '[丙]', 'unknown'],
    ['甲丙', 'unknown', 'unknown'],
    ['none', '[丙]', false],
    ['none', 'unknown', false],
    ['甲 | 乙', '[甲, 乙]', true],
    ['甲 | 丙', '[甲, 乙]', 'unknown'],
  ])
  rows('containsAny', texts, [
    ['[甲, 乙]', '[乙, 丙]', true],
    ['[甲, 乙]', '[丙, 丁]', false],
    ['[]', '[丙]', false],
    ['[甲]', '[丙, unknown]', 'unknown'],
    ['unknown', '[丙]', 'unknown'],
    ['none', '[丙]', false],
  ])
  rows('containsAll', text, [
    ['甲丙', '[甲, 丙]', true],
    ['甲丙', '[甲, 丁]', false],
    ['甲丙', '[甲, unknown]', 'unknown'],
    ['甲丙', '[丁, unknown]', false],
    ['甲丙', '[甲, none]', false],
    ['甲丙', '[]', true],
    ['none', '[]', false],
    ['none', '[甲]', false],
    ['unknown', '[甲]', 'unknown'],
    ['甲乙 | 乙丙', '[甲, 丙]', false],
  ])
  rows('containsAll', texts, [
    ['[甲, 乙, 丙]', '[丙, 甲]', true],
    ['[甲, 乙]', '[甲, 丙]', false],
    ['[甲]', '[甲, unknown]', 'unknown'],
    ['[甲]', '[乙, unknown]', false],
    ['[甲]', 'none', false],
    ['unknown', '[甲]', 'unknown'],
    ['[甲]', 'unknown', 'unknown'],
  ])
})

describe('known', () => {
  rows('known', number, [
    ['3', 'true', true],
    ['3', 'false', false],
    ['none', 'true', true],
    ['none', 'false', false],
    ['unknown', 'true', false],
    ['unknown', 'false', true],
    ['2..4', 'true', false],
    ['2..4', 'false', true],
    ['2..4 or none', 'true', false],
    ['2 | 5', 'true', false],
    ['3', 'unknown', 'unknown'],
    ['unknown', 'unknown', 'unknown'],
    ['3', 'none', false],
    ['unknown', 'none', false],
  ])
  rows('known', date, [
    ['open', 'true', true],
    ['2026-11', 'true', true],
  ])
  rows('known', texts, [
    ['[]', 'true', true],
    ['[甲]', 'false', false],
    ['unknown', 'true', false],
  ])
})
