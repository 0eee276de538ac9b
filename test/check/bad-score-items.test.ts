import { it } from 'vitest'
import { around, expectMarked, items, pass } from './scorecard.js'

it.each([
  [
    'each and per',
    'each: { of: honours }, ^per: { of: extra.hours, every: $limit }, award: 1',
    'check/several-sources-of-points',
  ],
  ['each and when', 'each: { of: honours }, ^when: { extra.own: true }, award: 1', 'check/several-sources-of-points'],
  ['no such list', 'each: { of: ^medals }, award: 1', 'check/unknown-list'],
  ['a fact for a list', 'each: { of: ^timeInRank }, award: 1', 'check/unknown-list'],
  ['units of text', 'per: { of: ^extra.staff, every: 1 }, award: 1', 'check/not-computable'],
  ['units of a list', 'per: { of: ^honours, every: 1 }, award: 1', 'check/list-as-fact'],
  ['units of a date', 'per: { of: ^birthDate, every: 1 year }, award: 1', 'check/not-computable'],
  ['units of a list of numbers', 'per: { of: ^$several, every: 1 }, award: 1', 'check/not-computable'],
  ['a number for units of time', 'per: { of: timeInRank, every: ^12 }, award: 1', 'check/operand-type'],
  [
    'a length of time for units of a number',
    'per: { of: extra.hours, every: ^1 year }, award: 1',
    'check/operand-type',
  ],
  ['a parameter of another measure', 'per: { of: extra.hours, every: ^$years }, award: 1', 'check/operand-type'],
  ['a list for a unit', 'per: { of: extra.hours, every: ^$several }, award: 1', 'check/operand-type'],
  ['days for units of months', 'per: { of: frontLine, every: ^90 days }, award: 1', 'check/mixed-units'],
  ['units of nothing', 'per: { of: extra.hours, every: ^0 }, award: 1', 'shape/not-positive'],
  ['units of less than nothing', 'per: { of: extra.hours, every: ^-8 }, award: 1', 'shape/not-positive'],
  ['units of no time', 'per: { of: timeInRank, every: ^0 months }, award: 1', 'shape/not-positive'],
  [
    'units of less than nothing from some day on',
    'per: { of: extra.hours, every: ^$below }, award: 1',
    'shape/not-positive',
  ],
  [
    'a step of nothing',
    'per: { of: extra.hours, every: 8, round: { to: up, step: ^0 } }, award: 1',
    'shape/not-positive',
  ],
  ['text for a number of items', 'each: { of: honours, latest: ^市级 }, award: 1', 'check/operand-type'],
  ['a field taken', 'each: { of: honours, ^take: level }, award: 1', 'shape/unknown-key'],
  ['text for points', 'award: ^市级', 'check/operand-type'],
  ['a day for points', 'award: ^2026-01-01', 'check/operand-type'],
  ['a length of time for points', 'award: ^1 year', 'check/operand-type'],
  ['a fact of another type for points', 'award: ^{ fact: timeInRank }', 'check/operand-type'],
  ['a list for points', 'award: ^$several', 'check/operand-type'],
  ['nothing for points', 'award: ^none', 'check/operand-type'],
  ['more digits than a number has', 'award: ^123456789012345678', 'source/number'],
  [
    'a table with a value left out',
    'each: { of: honours }, award: { by: level, ^table: { 国家级: 4, 省部级: 3, 市级: 2 } }',
    'check/table-without-else',
  ],
  [
    'a row for a value that is none',
    'each: { of: honours }, award: { by: level, table: { 国家级: 4, ^乡级: 1 }, else: 0 }',
    'check/unknown-value → 县级',
  ],
  [
    'a row for a truth that is none',
    'award: { by: extra.own, table: { true: 1, ^no: 2 }, else: 0 }',
    'check/operand-type',
  ],
  [
    'a row for a number written in another way',
    'award: { by: extra.hours, table: { ^1e2: 1 }, else: 0 }',
    'check/operand-type',
  ],
  ['a table of what has no values', 'award: { by: extra.staff, ^table: { 在编: 1 } }', 'check/table-without-else'],
  [
    'a table by a field that is not there',
    'each: { of: honours }, award: { by: ^grade, table: { 优秀: $limit }, else: 0 }',
    'check/unknown-field',
  ],
  [
    'a table by a field, without each',
    'award: { by: ^honours.level, table: { 国家级: 1 }, else: 0 }',
    'check/list-as-fact',
  ],
  ['a table without by', 'award: { table: { 国家级: 1 } }', 'shape/missing-key'],
  [
    'text in a row',
    'each: { of: honours }, award: { by: level, table: { 国家级: ^高 }, else: 0 }',
    'check/operand-type',
  ],
  ['a field without each', 'award: { item: ^extra.points }', 'check/item-outside-list'],
  ['a field that is text', 'each: { of: honours }, award: ^{ item: level }', 'check/operand-type'],
  [
    'tiers with each',
    'each: { of: honours }, award: { ^tiers: [{ upTo: 2, is: $limit }, { is: 2 }] }',
    'check/award-form',
  ],
  ['a sequence with per', 'per: { of: extra.hours, every: 8 }, award: { ^first: [2], then: 1 }', 'check/award-form'],
  ['a sequence without each', 'award: { ^first: [2], then: 1 }', 'check/award-form'],
  [
    'tiers that fall',
    'per: { of: extra.hours, every: 8 }, award: { tiers: [{ upTo: 4, is: 2 }, { ^upTo: 2, is: 1 }, { is: 0 }] }',
    'check/tiers-not-rising',
  ],
  [
    'a tier of nothing',
    'per: { of: extra.hours, every: 8 }, award: { tiers: [{ upTo: 4, is: 2 }, { ^upTo: 4, is: 1 }, { is: 0 }] }',
    'check/tiers-not-rising',
  ],
  [
    'a last tier with an end',
    'per: { of: extra.hours, every: 8 }, award: { tiers: [{ ^upTo: 4, is: 2 }] }',
    'check/tiers-not-rising',
  ],
  [
    'an open tier before the last',
    'per: { of: extra.hours, every: 8 }, award: { tiers: [^{ is: 2 }, { upTo: 4, is: 1 }] }',
    'check/tiers-not-rising',
  ],
  [
    'a tier up to a length of time',
    'per: { of: extra.hours, every: 8 }, award: { tiers: [{ upTo: ^1 year, is: 2 }, { is: 1 }] }',
    'shape/wrong-type',
  ],
  ['a sequence without a first', 'each: { of: honours }, award: { first: ^[], then: 1 }', 'shape/too-few'],
  ['a sequence without the others', 'each: { of: honours }, ^award: { first: [2, 1] }', 'shape/missing-key'],
  [
    'a sequence kept by points',
    'each: { of: honours, keep: { highest: ^points, per: matter } }, award: { first: [5], then: 1 }',
    'check/sequence-by-points',
  ],
  ['kept without a matter', 'each: { of: honours, ^keep: { highest: points } }, award: 1', 'shape/missing-key'],
  [
    'a preference for what the field cannot be',
    'each: { of: sanctions, keep: { prefer: { authority: [party, ^court] }, per: matter } }, award: 1',
    'check/unknown-value',
  ],
  ['a floor above the cap', 'award: 1, ^cap: 2, floor: 5', 'check/cap-below-floor'],
  ['a floor above the cap in one of its periods', 'award: 1, ^cap: $below, floor: 0', 'check/cap-below-floor'],
  ['a floor above the cap by parameters', 'award: 1, ^cap: $below, floor: $limit', 'check/cap-below-floor'],
  ['a figure from a regulation that is not named', 'award: 1, provenance: regulation', 'check/no-citation'],
  [
    'two mistakes',
    'per: { of: ^extra.hors, every: ^1 yeer }, award: ^$limt',
    'check/unknown-fact → extra.hours',
    'check/operand-type',
    'check/unknown-parameter → limit',
  ],
])('item: %s', (name, part, ...codes) => {
  // What is missing is told of the item as a whole.
  const mark = part.includes('^') ? '' : name === 'a table without by' ? 'award' : 'item'
  const written = mark === 'award' ? part.replace('award', '^award') : part
  const item = `    - ${mark === 'item' ? '^' : ''}{ id: i, …, ${written} }\n`
  expectMarked(`${around}scorecard:\n${items}${item}${pass}`, ...codes)
})

it('an item without an award is refused', () => {
  expectMarked(`${around}scorecard:\n${items}    - ^{ id: i, …, each: { of: honours } }\n${pass}`, 'shape/missing-key')
})
