import { expect, it } from 'vitest'
import { readRecord } from '../../src/record/index.js'

const problemsOf = (data: unknown): string[] => {
  const result = readRecord(data)
  return result.ok ? [] : result.diagnostics.map(({ code, path }) => `${code} ${path.join('.')}`)
}

it('what is missing is fine, and null is missing', () => {
  const result = readRecord({ id: 'a', birthDate: null, posts: [{ title: null, from: '2020-01' }] })
  expect(result.ok && result.value.data).toEqual({ id: 'a', posts: [{ from: '2020-01' }] })
})

it('the digest does not depend on nulls or the order of keys', () => {
  const digest = (data: unknown): string | false => {
    const result = readRecord(data)
    return result.ok && result.value.digest
  }
  expect(digest({ id: 'a', sex: '女', birthDate: null })).toBe(digest({ sex: '女', id: 'a' }))
  expect(digest({ id: 'a' })).not.toBe(digest({ id: 'b' }))
})

it.each([
  [undefined, 'record/not-an-object '],
  [null, 'record/not-an-object '],
  [[], 'record/not-an-object '],
  ['a', 'record/not-an-object '],
  [{}, 'record/missing-field '],
  [{ id: '' }, 'record/bad-text id'],
  [{ id: 7 }, 'record/wrong-type id'],
  [{ id: 'a', birthdate: '1980-01' }, 'record/unknown-field birthdate'],
  [{ id: 'a', birthDate: '1980-1-5' }, 'record/not-a-date birthDate'],
  [{ id: 'a', birthDate: '1980-02-30' }, 'record/not-a-date birthDate'],
  [{ id: 'a', birthDate: 19800101 }, 'record/wrong-type birthDate'],
  [{ id: 'a', sex: '男性' }, 'record/not-one-of sex'],
  [{ id: 'a', posts: {} }, 'record/wrong-type posts'],
  [{ id: 'a', posts: [null] }, 'record/wrong-type posts.0'],
  [{ id: 'a', posts: [{ sensitive: '是' }] }, 'record/wrong-type posts.0.sensitive'],
  [{ id: 'a', posts: [{ from: '2023-02-29' }] }, 'record/not-a-date posts.0.from'],
  [{ id: 'a', posts: [{ from: '2023-05', to: '2022-01' }] }, 'record/period-reversed posts.0.to'],
  [{ id: 'a', posts: [{ mode: 'permanent' }] }, 'record/not-one-of posts.0.mode'],
  [{ id: 'a', supervision: [{ severity: 1.5 }] }, 'record/wrong-type supervision.0.severity'],
  [{ id: 'a', supervision: [{ severity: -1 }] }, 'record/out-of-range supervision.0.severity'],
  [{ id: 'a', assessments: [{ score: 0.1 + 0.2 }] }, 'record/number-digits assessments.0.score'],
  [{ id: 'a', assessments: [{ period: '2026-Q5' }] }, 'record/bad-text assessments.0.period'],
  [{ id: 'a', waivers: [{ policy: 'p', rule: 'r', on: '2026-01-01' }] }, 'record/missing-field waivers.0'],
  [{ id: 'a', residence: '\ud800' }, 'record/bad-text residence'],
  [{ id: 'a', extra: { '\udc00': 1 } }, 'record/bad-text extra'],
  [{ id: 'a\ufffd' }, 'record/bad-text id'],
  [{ id: 'a', extra: { nested: {} } }, 'record/wrong-type extra.nested'],
  [JSON.parse('{"id":"a","__proto__":{"x":1}}'), 'record/unknown-field __proto__'],
  [Object.create({ id: 'inherited' }), 'record/missing-field '],
])('%j is no record', (data, problem) => {
  expect(problemsOf(data)).toEqual([problem])
})

it('a period may begin and end in one month, or on one day', () => {
  expect(
    problemsOf({
      id: 'a',
      posts: [
        { from: '2023-05-20', to: '2023-05' },
        { from: '2023-05-20', to: '2023-05-20' },
      ],
    }),
  ).toEqual([])
})

it('every mistake is named, up to twenty', () => {
  expect(problemsOf({ id: 'a', sex: 'x', birthDate: 'y', posts: [{ leading: 1 }] })).toHaveLength(3)
  expect(problemsOf({ id: 'a', posts: Array.from({ length: 100 }, () => ({ bad: 1 })) })).toHaveLength(20)
})

it('problems do not hold values of the record', () => {
  const result = readRecord({ id: 'a', birthDate: '张三的生日', health: 5, posts: [{ title: 42 }] })
  expect(JSON.stringify(result)).not.toMatch(/张三|42/)
})

it.each([
  ['not a number', Number.NaN, 'record/wrong-type'],
  ['without end', Number.POSITIVE_INFINITY, 'record/wrong-type'],
  ['an unsafe integer', 2 ** 53 + 2, 'record/number-digits'],
  ['a sum of floats', 0.1 + 0.2, 'record/number-digits'],
  ['of sixteen digits', 1.234567890123456, 'record/number-digits'],
])('a number that is %s is refused, in fields and in extra', (_, value, code) => {
  for (const data of [
    { assessments: [{ score: value }] },
    { extra: { points: value } },
    { extra: { list: [{ n: value }] } },
  ]) {
    const result = readRecord({ id: 'a', ...data })
    expect(result.ok ? [] : result.diagnostics.map((one) => one.code)).toEqual([code])
  }
})

it('fifteen digits are read as they stand, and an empty text is none', () => {
  expect(readRecord({ id: 'a', assessments: [{ score: 0.123456789012345 }] }).ok).toBe(true)
  const empty = readRecord({ id: 'a', extra: { note: '' } })
  expect(empty.ok ? [] : empty.diagnostics.map(({ code, path }) => [code, path])).toEqual([
    ['record/bad-text', ['extra', 'note']],
  ])
})
