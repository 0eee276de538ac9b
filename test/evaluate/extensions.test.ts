import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, it } from 'vitest'
import { compile } from '../../src/compile/index.js'
import { formatDiagnostics } from '../../src/diagnostics/index.js'
import { evaluate } from '../../src/evaluate/index.js'
import { explain, render } from '../../src/explain/index.js'
import type { Decision, Extensions, Program } from '../../src/model/index.js'
import { head, loaded, record, trigger } from '../policy.js'
import '../matchers.js'

type Plain = boolean | number | string
type Types = 'boolean' | 'number' | 'text' | 'date' | 'duration'

/** An operator that answers as told and remembers what it was asked. */
function operator(is: Types, answer: (left: Plain, right: Plain) => unknown = () => true, operand = is) {
  const asked: Plain[][] = []
  const test = (left: Plain, right: Plain): boolean => {
    asked.push([left, right])
    return answer(left, right) as boolean
  }
  const title = { zh: '合乎…之例', en: 'to be like …' }
  return { asked, extensions: { operators: { 'x-like': { title, tests: is, operand, test } } } }
}

/** A derivation that answers as told and remembers what it was asked. */
function derivation(
  args: Readonly<Record<string, Types>>,
  result: Types,
  answer: (args: Readonly<Record<string, Plain>>) => unknown,
) {
  const asked: Readonly<Record<string, Plain>>[] = []
  const compute = (given: Readonly<Record<string, Plain>>): Plain => {
    asked.push(given)
    return answer(given) as Plain
  }
  const title = { zh: '工作日数', en: 'workdays' }
  return { asked, extensions: { derivations: { 'x-make': { title, args, result, compute } } } }
}

const declared = `facts:
  extra.flag: { type: boolean, title: { zh: 标志, en: flag } }
  extra.amount: { type: number, title: { zh: 数额, en: amount } }
  extra.code: { type: text, title: { zh: 代码, en: code } }
  extra.other: { type: text, title: { zh: 别的, en: other } }
  extra.day: { type: date, title: { zh: 某日, en: day } }
  honours.extra.points: { type: number, title: { zh: 分, en: points } }
  lastTitle: { title: { zh: 最近职务, en: last title }, latest: { of: posts, take: title } }
  served: { title: { zh: 任职时间, en: served }, time: { of: posts, where: { mode: regular } } }
  third: { title: { zh: 三分之一, en: third }, divide: [extra.amount, 3] }
  points: { title: { zh: 最高分, en: points }, max: { of: honours, where: { level: 省部级 }, take: extra.points } }
  number: { title: { zh: 个数, en: number }, count: { of: honours, where: { level: 省部级 } } }
`

const bodyOf = (when: string, more = ''): string => `${declared}${more}triggers:\n${trigger('a', when)}`

function programOf(when: string, extensions: Extensions, more?: string): Program {
  return compile(loaded(bodyOf(when, more), { extensions }), { asOf: '2026-11-21' })
}

/** The decision, or the codes and places for which the record is rejected. */
async function judged(
  when: string,
  data: object,
  extensions: Extensions,
  more?: string,
): Promise<Decision | readonly string[]> {
  const result = await evaluate(programOf(when, extensions, more), record({ id: 'a', ...data }), { extensions })
  const [decision] = result.ok ? result.value : []
  if (decision) return decision
  return result.ok ? [] : result.diagnostics.map(({ code, span }) => `${code} ${span?.line}:${span?.column}`)
}

async function decided(...args: Parameters<typeof judged>): Promise<Decision> {
  const decision = await judged(...args)
  if (!('outcome' in decision)) throw new Error(decision.join())
  return decision
}

const truthOf = async (...args: Parameters<typeof judged>) => (await decided(...args)).findings[0]?.trace.truth

/** The line and column at which a word first stands in the policy. */
function placeIn(body: string, word: string): string {
  const before = `${head}${body.slice(0, body.indexOf(word))}`.split('\n')
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`
}

// --- What a function is asked ----------------------------------------------------------------------------------

const asked: [string, Types, string, object, readonly Plain[]][] = [
  ['true and false', 'boolean', '{ extra.flag: { x-like: true } }', { extra: { flag: false } }, [false, true]],
  ['numbers', 'number', '{ extra.amount: { x-like: 2.5 } }', { extra: { amount: 0.1 } }, [0.1, 2.5]],
  ['texts', 'text', '{ extra.code: { x-like: 县 } }', { extra: { code: '县长' } }, ['县长', '县']],
  ['days', 'date', '{ extra.day: { x-like: asOf } }', { extra: { day: '2020-02-29' } }, ['2020-02-29', '2026-11-21']],
  [
    'a month as its first day',
    'date',
    '{ extra.day: { x-like: 2020-07 } }',
    { extra: { day: '1990-05' } },
    ['1990-05-01', '2020-07-01'],
  ],
  // 1990-05-20 + 36 years 6 months is 2026-11-20.
  [
    'elapsed time as decisions show it',
    'duration',
    '{ age: { x-like: 1年6个月 } }',
    { birthDate: '1990-05-20' },
    ['P36Y6M1D', 'P1Y6M'],
  ],
  [
    'time before its start as less than none',
    'duration',
    '{ age: { x-like: 0 days } }',
    { birthDate: '2027-01-21' },
    ['-P2M', 'P0D'],
  ],
]

it.each(asked)('an operator is asked of %s', async (_, is, when, data, expected) => {
  const like = operator(is)
  expect(await truthOf(when, data, like.extensions)).toBe(true)
  expect(like.asked[0]).toEqual(expected)
})

it('a derivation is asked of its arguments by name, in a plain object of its own each time', async () => {
  const args = { flag: 'boolean', amount: 'number', code: 'text', day: 'date', age: 'duration' } as const
  const make = derivation(args, 'number', (given) => {
    expect(Object.getPrototypeOf(given)).toBe(Object.prototype)
    Object.assign(given, { amount: 99 })
    return 7
  })
  const call = '{ x-make: { flag: true, amount: extra.amount, code: 甲, day: asOf, age: 5 years } }'
  const when = `{ all: [{ extra.amount: { lessThan: ${call} } }, { extra.amount: { lessThan: ${call} } }] }`
  expect(await truthOf(when, { extra: { amount: 3 } }, make.extensions)).toBe(true)
  expect(make.asked).toHaveLength(2)
  expect(make.asked[0]).not.toBe(make.asked[1])
  const seen = { flag: true, amount: 99, code: '甲', day: '2026-11-21', age: 'P5Y' }
  expect(make.asked).toEqual([seen, seen])
})

it.each<[string, Types, Plain, string]>([
  ['boolean', 'boolean', true, '{ extra.flag: { is: { x-make: {} } } }'],
  ['number', 'number', -2.5, '{ extra.amount: { is: { x-make: {} } } }'],
  ['number that is nothing below nothing', 'number', -0, '{ third: { is: { x-make: {} } } }'],
  ['text', 'text', '县长', '{ extra.code: { is: { x-make: {} } } }'],
  ['date', 'date', '2020-02-29', '{ extra.day: { is: { x-make: {} } } }'],
  ['duration', 'duration', 'P1Y6M', '{ age: { atLeast: { x-make: {} } } }'],
  ['duration of less than no time', 'duration', '-P2M', '{ age: { atLeast: { x-make: {} } } }'],
])('what a derivation yields is compared as a %s', async (_, is, answer, when) => {
  const make = derivation({}, is, () => answer)
  const amount = typeof answer === 'number' ? answer : 0
  const extra = { flag: true, amount: amount === 0 ? 0 : amount, code: '县长', day: '2020-02-29' }
  expect(await truthOf(when, { birthDate: '2025-05-21', extra }, make.extensions)).toBe(true)
  expect(await truthOf(`{ not: ${when} }`, { birthDate: '2025-05-21', extra }, make.extensions)).toBe(false)
})

// --- What it is not asked ----------------------------------------------------------------------------------------

const doubtful = [{ date: '2020-01-01', extra: { points: 3 } }]
const posts = [
  { from: '2010-01-01', to: '2012-01-01', mode: 'regular' },
  { from: '2012-01-15', to: '2013-03-10' },
]
const longer = (left: Plain): boolean => String(left) > 'P3Y'

// [what, type, condition, record, the function's answer, expected truth, how often it is asked]
it.each<[string, Types, string, object, (left: Plain, right: Plain) => boolean, boolean | 'unknown', number]>([
  ['what is not known is unknown', 'text', '{ extra.code: { x-like: 县 } }', {}, () => true, 'unknown', 0],
  [
    'a right side that is not known is unknown',
    'text',
    '{ extra.code: { x-like: { fact: extra.other } } }',
    { extra: { code: '县' } },
    () => true,
    'unknown',
    0,
  ],
  ['nothing is false', 'text', '{ lastTitle: { x-like: 县 } }', { posts: [] }, () => true, false, 0],
  [
    'nothing on the right is false',
    'text',
    '{ extra.code: { x-like: { fact: lastTitle } } }',
    { posts: [] },
    () => true,
    false,
    0,
  ],
  [
    'what is still open is false',
    'date',
    '{ some: { of: posts, where: { to: { x-like: asOf } } } }',
    { posts: [{ from: '2020-01-01' }] },
    () => true,
    false,
    0,
  ],
  [
    'a number between bounds is unknown',
    'number',
    '{ number: { x-like: 0 } }',
    { honours: doubtful },
    () => true,
    'unknown',
    0,
  ],
  [
    'a value that may be none is true of the value and false of none',
    'number',
    '{ points: { x-like: 3 } }',
    { honours: doubtful },
    () => true,
    'unknown',
    1,
  ],
  [
    'a value that may be none, of which it is false',
    'number',
    '{ points: { x-like: 3 } }',
    { honours: doubtful },
    () => false,
    false,
    1,
  ],
  // 2 years, or 3 years 1 month and 23 days with the second post.
  ['a few values that agree', 'duration', '{ served: { x-like: 1 year } }', { posts }, () => true, true, 2],
  ['a few values that agree on false', 'duration', '{ served: { x-like: 1 year } }', { posts }, () => false, false, 2],
  ['a few values that differ', 'duration', '{ served: { x-like: 1 year } }', { posts }, longer, 'unknown', 2],
])('%s', async (_, is, when, data, answer, expected, times) => {
  const like = operator(is, answer)
  expect(await truthOf(when, data, like.extensions)).toBe(expected)
  expect(like.asked).toHaveLength(times)
  const negated = expected === 'unknown' ? 'unknown' : !expected
  expect(await truthOf(`{ not: ${when} }`, data, like.extensions)).toBe(negated)
  expect(await truthOf(`{ not: { not: ${when} } }`, data, like.extensions)).toBe(expected)
})

const number = { number: 'number' } as const
it.each<
  [string, Readonly<Record<string, Types>>, string, object, (given: Readonly<Record<string, Plain>>) => unknown, object]
>([
  ['an argument that is not known', number, 'number: extra.amount', {}, () => 1, { type: 'unknown' }],
  ['an argument that is none', number, 'number: none', {}, () => 1, { type: 'none' }],
  [
    'none beside what is not known',
    { a: 'number', b: 'text' },
    'a: extra.amount, b: { fact: lastTitle }',
    { posts: [] },
    () => 1,
    { type: 'none' },
  ],
  ['an argument between bounds', number, 'number: number', { honours: doubtful }, () => 1, { type: 'unknown' }],
  ['an argument that may be none', number, 'number: points', { honours: doubtful }, () => 1, { type: 'unknown' }],
  [
    'one of a few values, all with one result',
    { time: 'duration' },
    'time: served',
    { posts },
    () => 1,
    { type: 'number', value: '1' },
  ],
  [
    'one of a few values with different results',
    { time: 'duration' },
    'time: served',
    { posts },
    ({ time = '' }) => (longer(time) ? 2 : 1),
    { type: 'unknown' },
  ],
  ['a result that the function does not know', {}, '', {}, () => undefined, { type: 'unknown' }],
])('a derivation of %s', async (_, args, call, data, answer, expected) => {
  const make = derivation(args, 'number', answer)
  const decision = await decided(`{ extra.amount: { is: { x-make: { ${call} } } } }`, data, make.extensions)
  expect(decision.findings[0]?.trace).toMatchObject({ operand: expected })
})

it('to a derivation, what is still open lasts to the as-of date', async () => {
  const make = derivation({ since: 'date', until: 'date' }, 'number', () => 3)
  const more =
    '  worked: { title: { zh: 工作日, en: worked }, max: { of: posts, take: days } }\nitems:\n  posts: { days: { title: { zh: 日, en: days }, x-make: { since: { item: from }, until: { item: to } } } }\n'
  expect(await truthOf('{ worked: 3 }', { posts: [{ from: '2020-01-01' }] }, make.extensions, more)).toBe(true)
  expect(make.asked).toEqual([{ since: '2020-01-01', until: '2026-11-21' }])
})

it('what a function does not know is missing by its name, once, and matters', async () => {
  const make = derivation({ of: 'text' }, 'boolean', () => undefined)
  const when = '{ some: { of: posts, where: { title: 甲, sensitive: { is: { x-make: { of: { item: title } } } } } } }'
  const two = [
    { from: '2020-01-01', to: '2021-01-01', title: '甲', sensitive: true },
    { from: '2021-01-01', title: '甲', sensitive: true },
  ]
  const decision = await decided(when, { posts: two }, make.extensions)
  expect(decision).toHaveOutcome('undetermined')
  const fact = { id: 'x-make', title: { zh: '工作日数', en: 'workdays' } }
  expect(decision.missing).toEqual([
    { path: 'extensions.x-make', fact, reason: 'no-result', rules: ['a'], matters: true },
  ])
})

it('what is missing is the field that an extension was not asked of', async () => {
  const { extensions } = operator('text')
  const decision = await decided('{ extra.code: { x-like: { fact: extra.other } } }', {}, extensions)
  expect(decision).toBeMissing('extra.code', 'extra.other')
})

// --- What goes wrong ---------------------------------------------------------------------------------------------

const secret = '张三 110101199003070000'
const fails = (): never => {
  throw new Error(secret)
}

it.each<[string, () => unknown, string]>([
  ['throws', fails, 'fact/extension-failed'],
  ['throws what is no error', () => Promise.reject.call(undefined), 'fact/extension-failed'],
  [
    'runs out of stack',
    function again(): unknown {
      return again()
    },
    'fact/extension-failed',
  ],
  ['promises', () => Promise.resolve(true), 'fact/extension-result'],
  ['promises and fails', () => Promise.reject(new Error(secret)), 'fact/extension-result'],
  ['answers a number', () => 1, 'fact/extension-result'],
  ['answers a text', () => 'true', 'fact/extension-result'],
  ['answers unknown', () => 'unknown', 'fact/extension-result'],
  ['answers nothing', () => undefined, 'fact/extension-result'],
  ['answers null', () => null, 'fact/extension-result'],
])('an operator that %s rejects the record, also where it is negated', async (_, answer, code) => {
  const { extensions } = operator('text', answer)
  for (const when of [
    '{ extra.code: { x-like: 县 } }',
    '{ not: { extra.code: { x-like: 县 } } }',
    '{ any: [{ extra.code: 县 }, { extra.code: { x-like: 县 } }] }',
  ])
    expect(await judged(when, { extra: { code: '县' } }, extensions)).toEqual([
      `${code} ${placeIn(bodyOf(when), 'x-like')}`,
    ])
})

it.each<[string, Types, () => unknown, string]>([
  ['throws', 'number', fails, 'fact/extension-failed'],
  ['promises', 'number', () => Promise.resolve(1), 'fact/extension-result'],
  ['promises and fails', 'number', () => Promise.reject(new Error(secret)), 'fact/extension-result'],
  ['yields no number', 'number', () => Number.NaN, 'fact/extension-result'],
  ['yields a number without bounds', 'number', () => Number.POSITIVE_INFINITY, 'fact/extension-result'],
  ['yields more digits than a number carries', 'number', () => 0.1 + 0.2, 'fact/extension-result'],
  ['yields a number as text', 'number', () => '1', 'fact/extension-result'],
  ['yields a bigint', 'number', () => 1n, 'fact/extension-result'],
  ['yields null', 'number', () => null, 'fact/extension-result'],
  ['yields a list', 'number', () => [1], 'fact/extension-result'],
  ['yields a day that is none', 'date', () => '2026-02-30', 'fact/extension-result'],
  ['yields a month', 'date', () => '2026-02', 'fact/extension-result'],
  ['yields a Date', 'date', () => new Date(0), 'fact/extension-result'],
  ['yields a moment', 'date', () => '2026-02-03T00:00:00Z', 'fact/extension-result'],
  ['yields a duration in words', 'duration', () => '5 years', 'fact/extension-result'],
  ['yields a duration with a time of day', 'duration', () => 'P1DT2H', 'fact/extension-result'],
  ['yields a boolean for text', 'text', () => true, 'fact/extension-result'],
  ['yields a text for a boolean', 'boolean', () => 'true', 'fact/extension-result'],
])('a derivation that %s rejects the record', async (_, is, answer, code) => {
  const { extensions } = derivation({}, is, answer)
  const fact = {
    number: 'extra.amount',
    date: 'extra.day',
    duration: 'age',
    text: 'extra.code',
    boolean: 'extra.flag',
  }[is]
  const when = `{ ${fact}: { is: { x-make: {} } } }`
  expect(await judged(when, {}, extensions)).toEqual([`${code} ${placeIn(bodyOf(when), 'x-make')}`])
})

it.each([
  ['a fraction that no number says', 'number', '{ third: { x-like: 1 } }', { extra: { amount: 1 } }],
  [
    'more digits than a number carries',
    'number',
    '{ extra.amount: { x-like: { times: [123456789, 123456789] } } }',
    { extra: { amount: 1 } },
  ],
  [
    'a year of five digits',
    'date',
    '{ extra.day: { x-like: { plus: [2000-01-01, { times: [1000 years, extra.amount] }] } } }',
    { extra: { day: '2000-01-01', amount: 8 } },
  ],
] as const)('%s cannot be asked of a function: the record is rejected', async (_, is, when, data) => {
  const like = operator(is)
  expect(await judged(when, data, like.extensions)).toEqual([
    `fact/extension-argument ${placeIn(bodyOf(when), 'x-like')}`,
  ])
  expect(like.asked).toEqual([])
})

it('what a function threw is told to nobody', async () => {
  const { extensions } = operator('text', fails)
  const program = programOf('{ extra.code: { x-like: 县 } }', extensions)
  const result = await evaluate(program, record({ id: 'a', extra: { code: secret } }), { extensions })
  if (result.ok) throw new Error('judged')
  const told =
    JSON.stringify(result) + (['zh', 'en'] as const).map((locale) => formatDiagnostics(result.diagnostics, { locale }))
  expect(told).not.toContain('张三')
  expect(told).toContain('x-like')
})

it('a function that is needed by no known value is not asked, so that it cannot fail', async () => {
  const { extensions } = operator('text', fails)
  expect(await truthOf('{ extra.code: { x-like: 县 } }', {}, extensions)).toBe('unknown')
})

// --- Where it can stand ------------------------------------------------------------------------------------------

const starts = (): Extensions => operator('text', (left, right) => String(left).startsWith(String(right))).extensions

it.each<[string, readonly string[], boolean | 'unknown']>([
  ['{ some: { of: posts, where: { title: { x-like: 县 } } } }', ['副县长', '县长'], true],
  ['{ some: { of: posts, where: { title: { x-like: 县 } } } }', ['副县长'], false],
  ['{ some: { of: posts, where: { unit: 甲 }, having: { title: { x-like: { item: unit } } } } }', ['甲长'], true],
  [
    '{ every: { of: posts, having: { not: { title: { x-like: 县 } } }, where: { unit: 甲 }, ifEmpty: true } }',
    ['副县长', '县长'],
    false,
  ],
  ['{ atLeastOf: { n: 2, of: posts, where: { title: { x-like: 县 } } } }', ['县长', '县委书记'], true],
  ['{ atLeastOf: { n: 2, of: posts, where: { title: { x-like: 县 } } } }', ['县长', ''], 'unknown'],
  ['{ none: { of: posts, where: { title: { x-like: 县 } } } }', ['县长', ''], false],
  ['{ none: { of: posts, where: { title: { x-like: 县 } } } }', ['副县长', ''], 'unknown'],
])('%s of posts with the titles %s', async (when, titles, expected) => {
  const posts = titles.map((title, index) => ({ from: `20${10 + index}-01-01`, unit: '甲', ...(title && { title }) }))
  expect(await truthOf(when, { posts }, starts())).toBe(expected)
})

it('it counts in derived facts, figures and reasons', async () => {
  const make = derivation({ of: 'number' }, 'number', ({ of = 0 }) => Number(of) * 2)
  const more = `  twice: { title: { zh: 两倍, en: twice }, x-make: { of: extra.amount } }
  four: { title: { zh: 四倍, en: four times }, x-make: { of: { x-make: { of: extra.amount } } } }
  half: { title: { zh: 比值, en: ratio }, divide: [four, twice] }
figures: [half]
`
  const body = bodyOf('{ half: { atLeast: 2 } }', more)
  const because = "    because: { zh: '四倍为{four}', en: 'four times is {four}' }\n"
  const { extensions } = make
  const program = compile(loaded(body + because, { extensions }), { asOf: '2026-11-21' })
  const result = await evaluate(program, record({ id: 'a', extra: { amount: 1.5 } }), { extensions })
  const [decision] = result.ok ? result.value : []
  expect(decision?.findings[0]?.because?.values).toEqual({ four: { type: 'number', value: '6' } })
  expect(decision?.figures?.[0]).toMatchObject({
    value: { type: 'number', value: '2' },
    from: [
      { fact: { id: 'four' }, value: { value: '6' }, from: [{ fact: { id: 'extra.amount' } }] },
      { fact: { id: 'twice' }, value: { value: '3' } },
    ],
  })
})

it('in scope, in an exception and in an exemption', async () => {
  const { extensions } = operator('text', (left, right) => left === right)
  const body = `${declared}scope: { extra.code: { x-like: 县 } }
triggers:
${trigger('a', '{ age: { atLeast: 1 year } }')}    unless: { extra.other: { x-like: 甲 } }
exemptions:
  - { id: b, title: { zh: b, en: b }, exempts: [a], when: { post.title: { x-like: 县 } } }
`
  const program = compile(loaded(body, { extensions }), { asOf: '2026-11-21' })
  const decision = async (data: object): Promise<unknown> => {
    const result = await evaluate(program, record({ id: 'a', birthDate: '1980-01-01', ...data }), { extensions })
    return result.ok ? result.value[0] : result
  }
  const post = (title: string) => [{ from: '2020-01-01', mode: 'regular', title }]
  expect(await decision({ extra: { code: '市' } })).toHaveOutcome('notApplicable')
  expect(await decision({ extra: { code: '县', other: '乙' }, posts: post('市') })).toHaveOutcome('required')
  expect(await decision({ extra: { code: '县', other: '甲' }, posts: post('市') })).toHaveOutcome('none')
  expect(await decision({ extra: { code: '县', other: '乙' }, posts: post('县') })).toHaveOutcome('exempt')
  expect(await decision({ extra: { other: '乙' }, posts: post('市') })).toHaveOutcome('undetermined')
})

it('a parameter that it was asked of is told as assumed, a month as decisive', async () => {
  const { extensions } = operator('date', (left, right) => left >= right)
  const more = `parameters:
  limit: { title: { zh: 界限, en: limit }, provenance: assumed, values: [{ from: 2020-01-01, is: 1990-05-15 }] }
`
  const decision = await decided('{ birthDate: { x-like: $limit } }', { birthDate: '1990-05' }, extensions, more)
  expect(decision).toHaveOutcome('none') // the first day of May is before the 15th
  expect(decision.assumptions).toMatchObject([
    { kind: 'parameter', name: 'limit', rules: ['a'] },
    { kind: 'month-precision', path: 'birthDate', decisive: true },
  ])
})

it('the conventions beside a derivation hold for its arguments, and an argument may be called that', async () => {
  const make = derivation({ conventions: 'date' }, 'boolean', () => true)
  const call = (beside: string) =>
    `{ extra.flag: { is: { x-make: { conventions: { plus: [extra.day, 1 month] } }${beside} } } }`
  const data = { extra: { flag: true, day: '2026-01-31' } }
  await decided(call(''), data, make.extensions)
  await decided(call(', conventions: { monthEnd: nextDay }'), data, make.extensions)
  expect(make.asked).toEqual([{ conventions: '2026-02-28' }, { conventions: '2026-03-01' }])
})

// --- Programs ----------------------------------------------------------------------------------------------------

it('a program with extensions is plain JSON and decides the same read back', async () => {
  const extensions = starts()
  const program = programOf('{ extra.code: { x-like: 县 } }', extensions)
  const readBack = JSON.parse(JSON.stringify(program))
  expect(readBack).toEqual(program)
  const person = record({ id: 'a', extra: { code: '县长' } })
  expect(await evaluate(readBack, person, { extensions })).toEqual(await evaluate(program, person, { extensions }))
})

it('a program of a policy not in force needs no extension', async () => {
  const extensions = starts()
  const program = compile(loaded(bodyOf('{ extra.code: { x-like: 县 } }'), { extensions }), { asOf: '2019-01-01' })
  const result = await evaluate(program, record({ id: 'a' }))
  expect(result.ok && result.value[0]).toHaveOutcome('notApplicable')
})

const both = (): Extensions => ({
  ...starts(),
  ...derivation({ of: 'text', on: 'date' }, 'text', () => '甲').extensions,
})
const needing = '{ extra.code: { x-like: { x-make: { of: 甲, on: asOf } } } }'

it.each<[string, Extensions | undefined, RegExp]>([
  [
    'nothing is given',
    undefined,
    /needs extensions: x-like \(text, text\), which is not given; x-make \{ of: text, on: date \} → text, which is not given$/,
  ],
  ['one is not given', starts(), /needs extensions: x-make \{ of: text, on: date \} → text, which is not given$/],
  [
    'an operator tests another type',
    { ...both(), ...operator('date').extensions },
    /x-like \(text, text\), not x-like \(date, date\)$/,
  ],
  [
    'an operator takes another type',
    { ...both(), ...operator('text', () => true, 'number').extensions },
    /x-like \(text, text\), not x-like \(text, number\)$/,
  ],
  [
    'an argument is of another type',
    { ...both(), ...derivation({ of: 'date', on: 'date' }, 'text', () => '甲').extensions },
    /not x-make \{ of: date, on: date \} → text$/,
  ],
  [
    'an argument is missing',
    { ...both(), ...derivation({ of: 'text' }, 'text', () => '甲').extensions },
    /not x-make \{ of: text \} → text$/,
  ],
  [
    'an argument is new',
    { ...both(), ...derivation({ of: 'text', on: 'date', at: 'date' }, 'text', () => '甲').extensions },
    /not x-make \{ at: date, of: text, on: date \} → text$/,
  ],
  [
    'the result is of another type',
    { ...both(), ...derivation({ of: 'text', on: 'date' }, 'number', () => 1).extensions },
    /not x-make \{ of: text, on: date \} → number$/,
  ],
])('a program is refused where %s', async (_, given, message) => {
  const program = programOf(needing, both())
  const judging = evaluate(program, record({ id: 'a' }), given && { extensions: given })
  await expect(judging).rejects.toThrow(TypeError)
  await expect(judging).rejects.toThrow(message)
})

it('the order of arguments, a title and what else is given do not matter to a program', async () => {
  const { derivations } = derivation({ on: 'date', of: 'text' }, 'text', () => '甲').extensions
  const make = { ...derivations['x-make'], title: { zh: '别名', en: 'another name' } }
  const extensions = { ...starts(), derivations: { 'x-make': make, 'x-other': make } }
  const result = await evaluate(programOf(needing, both()), record({ id: 'a' }), { extensions })
  expect(result.ok).toBe(true)
})

it('a malformed extension is a TypeError of evaluate, whether the program needs it or not', async () => {
  const program = programOf('{ age: 5 years }', {})
  const extensions = { operators: { startsWith: starts().operators?.['x-like'] } } as unknown as Extensions
  await expect(evaluate(program, record({ id: 'a' }), { extensions })).rejects.toThrow(
    /the extension "startsWith" must be/,
  )
})

it('two embedders with different functions under one name do not see each other', async () => {
  const program = programOf('{ extra.code: { x-like: 县 } }', starts())
  const person = record({ id: 'a', extra: { code: '县' } })
  const embedders = [true, false].map((answer) => operator('text', () => answer).extensions)
  const turns = Array.from({ length: 20 }, (_, turn) => embedders[turn % 2] ?? {})
  const results = await Promise.all(turns.map((extensions) => evaluate(program, person, { extensions })))
  expect(results.map((one) => one.ok && one.value[0]?.outcome)).toEqual(
    turns.map((_, turn) => (turn % 2 === 0 ? 'required' : 'none')),
  )
})

it('nothing is kept from one evaluation to the next', async () => {
  let answer = false
  const { extensions, asked: calls } = operator('text', () => answer)
  const program = programOf('{ extra.code: { x-like: 县 } }', extensions)
  const person = record({ id: 'a', extra: { code: '县' } })
  const decision = async (): Promise<unknown> => {
    const result = await evaluate(program, person, { extensions })
    return result.ok ? result.value[0] : result
  }
  expect(await decision()).toHaveOutcome('none')
  answer = true
  expect(await decision()).toHaveOutcome('required')
  expect(calls).toHaveLength(2)
})

// --- What people read --------------------------------------------------------------------------------------------

it.each([
  [
    '{ extra.code: { x-like: 县 } }',
    '县长',
    '✓ 代码：“县长”；要求合乎“县”之例',
    '✓ code: “县长”; asked for: to be like “县”',
  ],
  [
    '{ extra.code: { x-like: 县 } }',
    '副',
    '✗ 代码：“副”；要求合乎“县”之例',
    '✗ code: “副”; asked for: to be like “县”',
  ],
  [
    '{ not: { extra.code: { x-like: 县 } } }',
    '副',
    '✓ 代码：“副”；要求不合乎“县”之例',
    '✓ code: “副”; asked for: not to be like “县”',
  ],
  [
    "{ extra.code: { x-like: 'a$&' } }",
    '县',
    '✗ 代码：“县”；要求合乎“a$&”之例',
    '✗ code: “县”; asked for: to be like “a$&”',
  ],
  [
    '{ extra.code: { x-like: 县 } }',
    undefined,
    '？ 代码：未知；要求合乎“县”之例',
    '? code: not known; asked for: to be like “县”',
  ],
])('%s of %s is told as it reads', async (when, code, zh, en) => {
  const decision = await decided(when, { extra: { ...(code && { code }) } }, starts())
  expect(render(explain(decision), { locale: 'zh' })).toContain(zh)
  expect(render(explain(decision), { locale: 'en' })).toContain(en)
})

it('a title without … has the right side after it', async () => {
  const { operators } = operator('text', () => true).extensions
  const title = { zh: '等同于', en: 'the same as ' }
  const extensions = { operators: { 'x-like': { ...operators['x-like'], title } } }
  const decision = await decided('{ extra.code: { x-like: 县 } }', { extra: { code: '县' } }, extensions)
  expect(render(explain(decision), { locale: 'zh' })).toContain('要求等同于“县”')
  expect(render(explain(decision), { locale: 'en' })).toContain('asked for: the same as “县”')
})

it('what a function does not know is told by its title', async () => {
  const { extensions } = derivation({}, 'number', () => undefined)
  const decision = await decided('{ extra.amount: { is: { x-make: {} } } }', { extra: { amount: 1 } }, extensions)
  expect(render(explain(decision), { locale: 'zh' })).toContain(
    '工作日数（x-make，由嵌入程序计算）没有结果：补充后才能判定（涉及 a）',
  )
  expect(render(explain(decision), { locale: 'en' })).toContain(
    'no workdays (x-make, computed by the embedding program): needed to decide (rules: a)',
  )
})

it('decisions with extensions satisfy the published schema', async () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('schemas/decision.schema.json', 'utf8')))
  const known = await decided('{ extra.code: { x-like: 县 } }', { extra: { code: '县' } }, starts())
  const unknown = await decided(
    '{ extra.amount: { is: { x-make: {} } } }',
    {},
    derivation({}, 'number', () => undefined).extensions,
  )
  for (const decision of [known, unknown]) expect(validate(decision), JSON.stringify(validate.errors)).toBe(true)
})
