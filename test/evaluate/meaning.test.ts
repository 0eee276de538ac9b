import { describe, expect, it } from 'vitest'
import type { Truth } from '../../src/base/index.js'
import { compile } from '../../src/compile/index.js'
import { evaluate } from '../../src/evaluate/index.js'
import type { Decision } from '../../src/model/index.js'
import { loaded, record, trigger } from '../policy.js'
import '../matchers.js'

async function decide(body: string, data: object, asOf = '2026-11-21'): Promise<Decision> {
  const result = await evaluate(compile(loaded(body), { asOf }), record({ id: 'a', ...data }))
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  const [decision] = result.value
  if (!decision) throw new Error('no decision')
  return decision
}

/** The truth of a condition for a record. */
async function truthOf(when: string, data: object, asOf?: string): Promise<Truth> {
  const decision = await decide(`triggers:\n${trigger('a', when)}`, data, asOf)
  return decision.findings[0]?.trace.truth ?? 'unknown'
}

const post = (fields: object): object => ({ posts: [{ mode: 'regular', from: '2020-01-01', ...fields }] })

// Each row: condition, record, its truth, the truth of `not` of it. Truths come from language.md §2, §3.
describe('operators', () => {
  it.each<[string, object, Truth, Truth]>([
    ['{ post.sensitive: true }', post({ sensitive: true }), true, false],
    ['{ post.sensitive: true }', post({ sensitive: false }), false, true],
    ['{ post.sensitive: true }', post({}), 'unknown', 'unknown'],
    ['{ post.level: { isNot: 乡科级正职 } }', post({ level: '乡科级副职' }), true, false],
    ['{ post.level: { isNot: 乡科级正职 } }', post({}), 'unknown', 'unknown'],
    ['{ post.level: [乡科级正职, 乡科级副职] }', post({ level: '县处级副职' }), false, true],
    ['{ post.level: { notIn: [乡科级正职] } }', post({ level: '县处级副职' }), true, false],
    ['{ post.level: { notIn: [乡科级正职] } }', {}, 'unknown', 'unknown'],
    ['{ post.level: { atLeast: 乡科级正职 } }', post({ level: '县处级副职' }), true, false],
    ['{ post.level: { atLeast: 乡科级正职 } }', post({ level: '乡科级副职' }), false, true],
    ['{ post.level: { between: [乡科级副职, 县处级副职] } }', post({ level: '县处级副职' }), true, false],
    ['{ post.level: { lessThan: 县处级副职 } }', post({ level: '县处级副职' }), false, true],
    ['{ timeInPost: { atLeast: 5 years } }', post({ from: '2021-11-21' }), true, false],
    ['{ timeInPost: { atLeast: 5 years } }', post({ from: '2021-11-22' }), false, true],
    ['{ timeInPost: { moreThan: 5 years } }', post({ from: '2021-11-21' }), false, true],
    ['{ timeInPost: { moreThan: 5 years } }', post({ from: '2021-11-20' }), true, false],
    ['{ timeInPost: { atMost: 5 years } }', post({ from: '2021-11-21' }), true, false],
    ['{ timeInPost: { atMost: 5 years } }', post({ from: '2021-11-20' }), false, true],
    ['{ timeInPost: { lessThan: 5 years } }', post({ from: '2021-11-22' }), true, false],
    ['{ timeInPost: { is: 5 years } }', post({ from: '2021-11-21' }), true, false],
    ['{ timeInPost: { between: [4 years, 5 years] } }', post({ from: '2021-11-21' }), true, false],
    ['{ timeInPost: { between: [4 years, 5 years] } }', post({ from: '2021-11-20' }), false, true],
    ['{ timeInPost: { atLeast: 90 days } }', post({ from: '2026-08-23' }), true, false],
    ['{ timeInPost: { atLeast: 90 days } }', post({ from: '2026-08-24' }), false, true],
    ['{ birthDate: { before: 1990-01-01 } }', { birthDate: '1989-12-31' }, true, false],
    ['{ birthDate: { before: 1990-01-01 } }', { birthDate: '1990-01-01' }, false, true],
    ['{ birthDate: { onOrBefore: 1990-01-01 } }', { birthDate: '1990-01' }, true, false],
    ['{ birthDate: { after: 1990-01-01 } }', { birthDate: '1990-01' }, false, true],
    ['{ birthDate: { onOrAfter: 1990-01 } }', { birthDate: '1990-01-01' }, true, false],
    ['{ birthDate: { between: [1990-01-01, 1990-12-31] } }', { birthDate: '1990-12-31' }, true, false],
    ['{ birthDate: { within: 40 years } }', { birthDate: '1986-11-22' }, true, false],
    ['{ birthDate: { within: 40 years } }', { birthDate: '1986-11-21' }, false, true],
    ['{ birthDate: { within: 40 years } }', {}, 'unknown', 'unknown'],
    ['{ birthDate: { onOrBefore: asOf } }', { birthDate: '2026-11-21' }, true, false],
    [
      '{ birthDate: { before: { fact: workStartedOn } } }',
      { birthDate: '1990-01-01', workStartedOn: '2012-07-01' },
      true,
      false,
    ],
    ['{ birthDate: { before: { fact: workStartedOn } } }', { birthDate: '1990-01-01' }, 'unknown', 'unknown'],
    ['{ birthDate: { known: true } }', {}, false, true],
    ['{ birthDate: { known: true } }', { birthDate: '1990-01' }, true, false],
    ['{ birthDate: { known: false } }', {}, true, false],
    ['{ regularPosts: { atMost: 1 } }', post({}), true, false],
    ['{ regularPosts: { atMost: 1 } }', {}, 'unknown', 'unknown'],
    ['{ regularPosts: { atLeast: 0 } }', {}, true, false], // however many there are, they are at least none
  ])('%s of %j is %s, its opposite %s', async (when, data, truth, opposite) => {
    expect(await truthOf(when, data)).toBe(truth)
    expect(await truthOf(`{ not: ${when} }`, data)).toBe(opposite)
    expect(await truthOf(`{ not: { not: ${when} } }`, data)).toBe(truth)
    expect(await truthOf(`{ all: [${when}] }`, data)).toBe(truth)
    expect(await truthOf(`{ any: [${when}] }`, data)).toBe(truth)
    expect(await truthOf(`{ atLeastOf: { n: 1, of: [${when}] } }`, data)).toBe(truth)
  })
})

describe('several conditions', () => {
  const [yes, no, open] = ['{ id: a }', '{ id: b }', '{ sex: 男 }'].map((one) => one.replace('id', 'residence'))
  const data = { residence: 'a' }
  it.each<[string, Truth]>([
    [`{ all: [${yes}, ${open}] }`, 'unknown'],
    [`{ all: [${no}, ${open}] }`, false],
    [`{ any: [${yes}, ${open}] }`, true],
    [`{ any: [${no}, ${open}] }`, 'unknown'],
    [`{ not: { all: [${no}, ${open}] } }`, true],
    [`{ not: { any: [${no}, ${open}] } }`, 'unknown'],
    [`{ atLeastOf: { n: 2, of: [${yes}, ${open}, ${no}] } }`, 'unknown'],
    [`{ not: { atLeastOf: { n: 3, of: [${yes}, ${open}, ${no}] } } }`, true],
    ['{ residence: a, sex: 男 }', 'unknown'],
    ['{ residence: b, sex: 男 }', false],
    ['{ birthDate: { after: 1980-01-01, before: 1990-01-01 } }', 'unknown'],
  ])('%s is %s', async (when, truth) => {
    expect(await truthOf(when, data)).toBe(truth)
  })
})

describe('lists', () => {
  const where = '{ kind: 督办通报, severity: { atLeast: 2 }, date: { within: 1 year } }'
  const some = `{ some: { of: supervision, where: ${where} } }`
  const none = `{ none: { of: supervision, where: ${where} } }`
  const every = (ifEmpty: string): string =>
    `{ every: { of: supervision, where: { severity: { atMost: 2 } }, ifEmpty: ${ifEmpty} } }`
  const notice = { kind: '督办通报', severity: 2, date: '2026-05-01' }
  it.each<[string, string, object, Truth]>([
    ['one item meets it all', some, { supervision: [notice] }, true],
    [
      'no two items together meet it',
      some,
      {
        supervision: [
          { ...notice, severity: 1 },
          { ...notice, kind: '审计反馈' },
        ],
      },
      false,
    ],
    ['an empty list has none', some, { supervision: [] }, false],
    ['an empty list has none', none, { supervision: [] }, true],
    ['an absent list is unknown', some, {}, 'unknown'],
    ['an absent list is unknown', none, {}, 'unknown'],
    [
      'an item with an unknown field may be the one',
      some,
      { supervision: [{ ...notice, severity: undefined }] },
      'unknown',
    ],
    [
      'an item with an unknown field may be the one',
      none,
      { supervision: [{ ...notice, severity: undefined }] },
      'unknown',
    ],
    ['another that meets it settles it', some, { supervision: [{ ...notice, severity: undefined }, notice] }, true],
    ['exactly a year ago is out', some, { supervision: [{ ...notice, date: '2025-11-21' }] }, false],
    ['a day less is in', some, { supervision: [{ ...notice, date: '2025-11-22' }] }, true],
    ['what comes after the as-of date is not seen', some, { supervision: [{ ...notice, date: '2026-11-22' }] }, false],
    ['an undated item may be in or out', some, { supervision: [{ ...notice, date: undefined }] }, 'unknown'],
    [
      'an undated item may be yet to come',
      '{ some: { of: supervision, where: { severity: 2 } } }',
      { supervision: [{ severity: 2 }] },
      'unknown',
    ],
    [
      'one that does not meet it anyway does not matter',
      '{ some: { of: supervision, where: { severity: 3 } } }',
      { supervision: [{ severity: 2 }] },
      false,
    ],
    ['every, with an undated item that meets it', every('true'), { supervision: [{ severity: 1 }] }, true],
    [
      'every, with an undated item that may leave the list empty',
      every('false'),
      { supervision: [{ severity: 1 }] },
      'unknown',
    ],
    ['every, with an undated item that fails it', every('true'), { supervision: [notice, { severity: 3 }] }, 'unknown'],
    ['every item', every('false'), { supervision: [notice, { severity: 1, date: '2020-01-01' }] }, true],
    ['not every item', every('true'), { supervision: [notice, { severity: 3, date: '2020-01-01' }] }, false],
    ['every of an empty list is what the author says', every('true'), { supervision: [] }, true],
    ['every of an empty list is what the author says', every('unknown'), { supervision: [] }, 'unknown'],
    ['not none is some', `{ not: ${none} }`, { supervision: [notice] }, true],
  ])('%s', async (_, when, data, truth) => {
    expect(await truthOf(when, JSON.parse(JSON.stringify(data)))).toBe(truth)
  })
})

describe('the latest annual assessment', () => {
  const year = (of: number, grade?: string): object => ({ kind: 'annual', year: of, ...(grade && { grade }) })
  const poor = '{ lastGrade: [基本称职, 不称职] }'
  it.each<[string, object, Truth]>([
    [
      'the newest counts',
      { workStartedOn: '2024-07-01', assessments: [year(2025, '不称职'), year(2024, '优秀')] },
      true,
    ],
    [
      'the order in the list does not',
      { workStartedOn: '2024-07-01', assessments: [year(2024, '不称职'), year(2025, '优秀')] },
      false,
    ],
    ['a missing last year is unknown', { workStartedOn: '2023-07-01', assessments: [year(2024, '不称职')] }, 'unknown'],
    [
      'a year without a grade is unknown',
      { workStartedOn: '2024-07-01', assessments: [year(2025), year(2024, '优秀')] },
      'unknown',
    ],
    [
      'a missing earlier year does not matter',
      { workStartedOn: '2010-07-01', assessments: [year(2025, '优秀')] },
      false,
    ],
    [
      'this year has not ended',
      { workStartedOn: '2025-07-01', assessments: [year(2025, '称职'), year(2026, '不称职')] },
      false,
    ],
    [
      'special assessments are not annual',
      {
        workStartedOn: '2025-07-01',
        assessments: [year(2025, '称职'), { kind: 'special', period: '2026-03', grade: '不称职' }],
      },
      false,
    ],
    [
      'one of unknown kind may be annual and newer',
      { workStartedOn: '2025-07-01', assessments: [year(2025, '称职'), { period: '2026-03', grade: '不称职' }] },
      'unknown',
    ],
    ['a newcomer has none, and none is not poor', { workStartedOn: '2026-07-01', assessments: [] }, false],
    ['an absent list is unknown', { workStartedOn: '2026-07-01' }, 'unknown'],
    ['nobody knows since when: the last ended year is due', { assessments: [year(2024, '优秀')] }, 'unknown'],
    ['nobody knows since when: nothing is cleared', { assessments: [] }, 'unknown'],
  ])('%s', async (_, data, truth) => {
    expect(await truthOf(poor, data)).toBe(truth)
  })

  it('none is a known value: it can be asked for, and its opposite holds', async () => {
    const newcomer = { workStartedOn: '2026-07-01', assessments: [] }
    expect(await truthOf('{ lastGrade: { is: none } }', newcomer)).toBe(true)
    expect(await truthOf('{ lastGrade: { isNot: 优秀 } }', newcomer)).toBe(true)
    expect(await truthOf('{ not: { lastGrade: 优秀 } }', newcomer)).toBe(true)
    expect(await truthOf('{ lastGrade: { known: true } }', newcomer)).toBe(true)
  })
})

describe('the current post', () => {
  const missingOf = async (posts: object[]): Promise<string[]> => {
    const decision = await decide(
      `triggers:\n${trigger('a', '{ post.sensitive: true }')}`,
      JSON.parse(JSON.stringify({ posts })),
    )
    return decision.missing.map(({ path, reason }) => `${path} ${reason}`)
  }
  const held = { mode: 'regular', from: '2010-01-01', sensitive: true }
  it.each<[string, object[], string[]]>([
    ['is the one that is open', [{ ...held, to: '2020-01-01' }, held], []],
    ['is not one seconded', [held, { ...held, mode: 'seconded' }], []],
    ['may end later', [{ ...held, to: '2026-11-22' }], []],
    ['is not one that ended on the as-of date', [{ ...held, to: '2026-11-21' }], ['posts no-current-entry']],
    ['is not one to come', [{ ...held, from: '2026-11-22' }], ['posts no-current-entry']],
    ['is unknown if there are two', [held, held], ['posts several-current-entries']],
    ['is unknown if nobody knows since when', [{ ...held, from: undefined }], ['posts.0.from absent']],
    ['is unknown if the mode of one is', [held, { from: '2015-01-01' }], ['posts.1.mode absent']],
  ])('%s', async (_, posts, missing) => {
    expect(await missingOf(posts)).toEqual(missing)
  })
})

describe('months', () => {
  const body = `triggers:\n${trigger('a', '{ age: { lessThan: 35 years } }')}`
  const decisive = async (birthDate: string): Promise<unknown> => {
    const { outcome, assumptions } = await decide(body, { birthDate })
    return [outcome, assumptions.flatMap((one) => (one.kind === 'month-precision' ? [one.decisive] : []))]
  }
  it('a month counts as its first day, and the decision says whether the outcome hangs on it', async () => {
    expect(await decisive('1991-11')).toEqual(['none', [true]]) // 1 to 21 November 1991 is 35; 22 November on is not
    expect(await decisive('1991-10')).toEqual(['none', [false]])
    expect(await decisive('1991-12')).toEqual(['required', [false]])
    expect(await decisive('1991-11-22')).toEqual(['required', []])
  })
})

describe('waivers', () => {
  const body = `triggers:\n${trigger('a', '{ residence: x }')}`
  const waived = (fields: object): Promise<Decision> =>
    decide(body, {
      residence: 'x',
      waivers: [{ policy: 'test/rotation', rule: 'a', approvedBy: '区委', on: '2026-01-01', ...fields }],
    })
  it.each<[object, string]>([
    [{}, 'none'],
    [{ on: '2026-11-21' }, 'none'],
    [{ on: '2026-11-22' }, 'required'],
    [{ until: '2026-11-22' }, 'none'],
    [{ until: '2026-11-21' }, 'required'],
    [{ policy: 'test/other' }, 'required'],
  ])('%j: %s', async (fields, outcome) => {
    expect((await waived(fields)).outcome).toBe(outcome)
  })
  it('a month that holds the as-of date may be decisive', async () => {
    const decisive = (one: Decision) =>
      one.assumptions.flatMap((each) => ('decisive' in each ? [[each.path, each.decisive]] : []))
    expect(decisive(await waived({ on: '2026-11' }))).toEqual([['waivers.0.on', true]])
    expect(decisive(await waived({ on: '2026-10' }))).toEqual([])
  })
  it('one that names a rule which the policy does not have rejects the record', async () => {
    await expect(waived({ rule: 'b' })).rejects.toThrow('record/waiver-without-rule')
  })
})

describe('scope and force', () => {
  const body = `scope: { sex: 女 }\ntriggers:\n${trigger('a', '{ residence: x }')}`
  it('outside the scope nothing applies', async () => {
    expect(await decide(body, { sex: '男' })).toMatchObject({
      outcome: 'notApplicable',
      reason: 'out-of-scope',
      findings: [],
    })
  })
  it('an unknown scope leaves "not applicable" possible, and its facts matter', async () => {
    const decision = await decide(body, { residence: 'y' })
    expect(decision).toMatchObject({ outcome: 'undetermined', possible: ['none', 'notApplicable'] })
    expect(decision.missing).toMatchObject([{ path: 'sex', rules: ['scope'], matters: true }])
  })
  it('a policy that is not yet in force does not apply', async () => {
    expect(await decide(body, { sex: '女' }, '2019-12-31')).toMatchObject({
      outcome: 'notApplicable',
      reason: 'not-in-force',
    })
    expect(await decide(body, { sex: '女', residence: 'x' }, '2020-01-01')).toHaveOutcome('required')
  })
})

it('asOf must be a day', () => {
  const set = loaded(`triggers:\n${trigger('a', '{ sex: 男 }')}`)
  for (const asOf of ['2026-11', '2026-02-30', 'today', '']) expect(() => compile(set, { asOf })).toThrow(TypeError)
})

it('a program is plain JSON', async () => {
  const program = compile(loaded(`triggers:\n${trigger('a', '{ timeInPost: { atLeast: 5 years } }')}`), {
    asOf: '2026-11-21',
  })
  const copy = JSON.parse(JSON.stringify(program))
  expect(copy).toEqual(program)
  const person = record({ id: 'a', posts: [{ mode: 'regular', from: '2020-01-01' }] })
  expect(await evaluate(copy, person)).toEqual(await evaluate(program, person))
})

it('a program of another language version is refused', async () => {
  const program = compile(loaded(`triggers:\n${trigger('a', '{ sex: 男 }')}`), { asOf: '2026-11-21' })
  await expect(evaluate({ ...program, languageVersion: 99 }, record({ id: 'a' }))).rejects.toThrow(TypeError)
})
