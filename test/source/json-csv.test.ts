import { expect, it } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/index.js'
import { parseCsv, parseJson } from '../../src/source/index.js'

const problemsIn = (text: string): string[] => {
  const parsed = parseJson(text)
  return parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} ${path.join('.')}`)
}

it.each(['{"id":"a"}', '{ "id" : "a" }', '{"n":0.1}', '{"n":1.0}', '{"b":1,"a":[]}', '{"a":"\\u5f20"}'])(
  '%s is taken at its word',
  (text) => {
    expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
  },
)

it.each([
  ['{"a":1,"a":2}', 'record/duplicate-key a'],
  ['{"posts":[{"from":"2020-01","from":"2021-01"}]}', 'record/duplicate-key posts.0.from'],
  ['{"sanctions":[{}],"sanctions":[]}', 'record/duplicate-key sanctions'],
  ['{"n":9007199254740993}', 'record/number-digits n'],
  ['{"n":110101199001011234}', 'record/number-digits n'],
  ['{"n":1e999}', 'record/number-digits n'],
  ['{"n":0.1234567890123456789}', 'record/number-digits n'],
  ['{"a":', 'record/syntax '],
  ["{'a':1}", 'record/syntax '],
  ['{"a":1}}', 'record/syntax '],
  [`${'['.repeat(100_000)}`, 'record/too-deep '],
  [`"${'x'.repeat(1_000_001)}"`, 'record/too-large '],
])('%.40s… is refused', (text, expected) => {
  expect(problemsIn(text)).toEqual([expected])
})

it.each([
  ['{"id": 张三 }', { reason: 'character', column: 8 }],
  ['{"a":1,}', { reason: 'character', column: 8 }],
  ['{"a":1}}', { reason: 'character', column: 8 }],
  ['{"a" 1}', { reason: 'character', column: 6 }],
  ['[1 2]', { reason: 'character', column: 4 }],
  ['{"𠮷":"三"  x}', { reason: 'character', column: 11 }], // characters as people count them
  ['{"a":\u00a01}', { reason: 'character', column: 6 }],
  ['{"a":01}', { reason: 'character', column: 7 }],
  ["{'a':1}", { reason: 'character', column: 2 }],
  ['{"a":"x\ty"}', { reason: 'character', column: 6 }],
  ['{"a":"\\q"}', { reason: 'character', column: 6 }],
  ['{"a":}', { reason: 'character', column: 6 }],
  [']', { reason: 'character', column: 1 }],
  ['{"a":"x', { reason: 'end' }],
  ['{"a":"x\\', { reason: 'end' }],
  ['{"a":[1,{"b":2}', { reason: 'end' }],
  ['{"a":-', { reason: 'end' }],
  ['{"a":1,', { reason: 'end' }],
])('%j is no JSON, and where is told', (text, params) => {
  const parsed = parseJson(text)
  expect(parsed.ok ? [] : parsed.problems).toMatchObject([{ code: 'record/syntax', params }])
})

it('a message about broken JSON does not quote it', () => {
  const parsed = parseJson('{"id": 张三 }')
  expect(JSON.stringify(parsed)).not.toContain('张三')
})

function csv(text: string) {
  const problems: Diagnostic[] = []
  const table = parseCsv({ file: 'f.csv', text }, (one) => problems.push(one))
  return {
    table,
    problems: problems.map(({ code, span }) => `${code} ${span?.line}`),
    params: problems.map(({ params }) => params),
  }
}

it('cells are texts, the byte order mark is dropped, and a row knows its line', () => {
  const { table } = csv('\ufeff编号,说明\r\n007,"两\n行"\r\n\r\n110101199001011234,x\r\n')
  expect(table?.header).toEqual(['编号', '说明'])
  expect(table?.rows).toEqual([
    { line: 2, cells: ['007', '两\n行'] },
    { line: 5, cells: ['110101199001011234', 'x'] },
  ])
})

it.each([
  ['a,b\n', ['a', 'b']],
  ['\ufeff a , b \r\n1,2\n', ['a', 'b']],
  ['"a","b, ""c""\nd",e\n1,2,3\n', ['"a"', '"b, ""c""\nd"', 'e']],
  ['\n\na,\n1,2\n', ['a', '']],
])('where the names of the columns stand in %j', (text, names) => {
  const { table } = csv(text)
  expect(table?.headerSpans.map(({ start, end }) => text.slice(start, end))).toEqual(names)
  for (const { start, line, column } of table?.headerSpans ?? []) {
    const before = text.slice(0, start).split('\n')
    expect([line, column]).toEqual([before.length, (before.at(-1)?.length ?? 0) + 1])
  }
})

it('ragged rows are kept for the reader to refuse one by one', () => {
  expect(csv('a,b\n1\n1,2,3\n').table?.rows.map(({ cells }) => cells.length)).toEqual([1, 3])
})

it.each([
  ['a,b\n"1,2\n3,4\n', 3, 'csv-unclosed-quote'], // the parser tells where it gave up, not where the quote was opened
  ['a,b\n1,2\n"1"x,2\n', 3, 'csv-after-quote'],
  ['a,b\n1,2\n1"x,2\n', 3, 'csv-quote-inside'],
])('%j has broken quotes, so nobody can say where a row ends', (text, line, reason) => {
  const { table, problems, params } = csv(text)
  expect(table).toBeUndefined()
  expect(problems).toEqual([`source/syntax ${line}`])
  expect(params).toEqual([{ reason }])
})
