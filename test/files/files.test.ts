import { execFileSync } from 'node:child_process'
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadMapping } from '../../src/check/index.js'
import {
  openNdjson,
  type RecordRow,
  readCsvRoster,
  readJsonRecords,
  readNdjson,
  readPolicySources,
  UnreadableFileError,
  writeWhole,
} from '../../src/files/index.js'
import type { Mapping } from '../../src/model/index.js'
import { temporaryFolder } from '../temporary-folder.js'

const { root: folder, put: file } = temporaryFolder()
const rowsOf = async (rows: AsyncIterable<RecordRow>): Promise<string[]> => {
  const told: string[] = []
  for await (const row of rows)
    told.push(
      `${row.line} ${'record' in row ? row.record.id : row.diagnostics.map(({ code, path }) => `${code} ${path.join('.')}`.trim()).join(', ')}`,
    )
  return told
}

it('NDJSON: a bad line is a rejected row, and reading goes on', async () => {
  const lines = [
    '\ufeff{"id":"张"}',
    '',
    '{"id":"b"',
    '{"id":"c","id":"d"}',
    '[]',
    `{"id":"${'x'.repeat(1_000_001)}"}`,
    '{"id":"e"}\r',
  ]
  expect(await rowsOf(readNdjson(file('a.ndjson', lines.join('\n'))))).toEqual([
    '1 张',
    '3 record/syntax',
    '4 record/duplicate-key id',
    '5 record/not-an-object',
    '6 record/too-large',
    '7 e',
  ])
})

it('NDJSON: characters cut by the blocks of a file stay whole', async () => {
  const ids = Array.from({ length: 20_000 }, (_, index) => `编号${index}`)
  const rows = await rowsOf(readNdjson(file('long.ndjson', ids.map((id) => JSON.stringify({ id })).join('\n'))))
  expect(rows).toEqual(ids.map((id, index) => `${index + 1} ${id}`))
})

it('JSON: one record, or a list of them, of which a bad one is a rejected row', async () => {
  expect(await rowsOf(readJsonRecords(file('one.json', '\ufeff{\n  "id": "a"\n}\n')))).toEqual(['1 a'])
  const many =
    '[\n  { "id": "a" },\n  { "id": "b", "id": "c" },\n  [],\n  { "id": "d",\n    "birthDate": "1980-02-30" },\n  { "id": "e" }\n]'
  expect(await rowsOf(readJsonRecords(file('many.json', many)))).toEqual([
    '2 a',
    '3 record/duplicate-key id',
    '4 record/not-an-object',
    '5 record/not-a-date birthDate',
    '7 e',
  ])
})

it('JSON: of a file that is none no row can be counted on', async () => {
  await expect(rowsOf(readJsonRecords(file('cut.json', '[{"id":"a"}, {"id":')))).rejects.toThrow(UnreadableFileError)
  await expect(rowsOf(readJsonRecords(join(folder, 'none.json')))).rejects.toThrow(UnreadableFileError)
})

it('NDJSON: what is not UTF-8 is refused, and so is what is not there', async () => {
  await expect(
    rowsOf(readNdjson(file('gbk.ndjson', new Uint8Array([0x7b, 0x22, 0xd5, 0xc5, 0x22, 0x7d])))),
  ).rejects.toThrow(UnreadableFileError)
  await expect(rowsOf(readNdjson(join(folder, 'none.ndjson')))).rejects.toThrow(UnreadableFileError)
  await expect(rowsOf(readNdjson(folder))).rejects.toThrow(UnreadableFileError)
})

const mappingText = `fields: { id: 编号, birthDate: 出生, residence: 住址, family.spouseAbroad: 配偶 }
dates: [yyyy.MM, yyyy.MM.dd]
lists:
  posts:
    complete: false
    items: [{ title: 职务, from: 任职, sensitive: 热点, mode: { is: regular } }]
  supervision:
    complete: true
    items: [{ kind: { is: 督办通报 }, severity: 程度 }]
ignored: [备注]
`
const mapping = (text = mappingText): Mapping => {
  const loaded = loadMapping({ file: 'm.mapping.yaml', text })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return loaded.value
}
const header = '编号,出生,住址,配偶,职务,任职,热点,程度,备注'
const csv = (name: string, ...rows: string[]): string => file(name, [header, ...rows].join('\n'))

it('CSV: cells become the fields of the record by their types', async () => {
  const rows: RecordRow[] = []
  for await (const row of readCsvRoster(
    csv('a.csv', '007,1975.08,甲,否,科长,2021.11.21,是,2,x', '008,,,,,,,,'),
    mapping(),
  ))
    rows.push(row)
  expect(rows.map((row) => 'record' in row && row.record.data)).toEqual([
    {
      id: '007',
      birthDate: '1975-08',
      residence: '甲',
      family: { spouseAbroad: false },
      posts: [{ title: '科长', from: '2021-11-21', sensitive: true, mode: 'regular' }],
      supervision: [{ kind: '督办通报', severity: 2 }],
    },
    // An incomplete list without items is unknown, a complete one is empty.
    { id: '008', supervision: [] },
  ])
})

it('CSV: a bad row is rejected with its line and field', async () => {
  const rows = [
    '1,1975.13,,,,,,,',
    '2,,,,科长,2021/11/21,,,',
    '3,,,,科长,,也许,,',
    '4,,,,,,,二,',
    '5,,,,,,,12345678901234567,',
    '6,x',
    ',,甲,,,,,,',
    '8,,,,,,,,',
  ]
  expect(await rowsOf(readCsvRoster(csv('b.csv', ...rows), mapping()))).toEqual([
    '2 record/not-a-date birthDate',
    '3 record/not-a-date posts.0.from',
    '4 record/not-yes-or-no posts.0.sensitive',
    '5 record/not-a-number supervision.0.severity',
    '6 record/not-a-number supervision.0.severity',
    '7 record/row-length',
    '8 record/missing-field',
    '9 8',
  ])
})

it('CSV: a header that does not fit the mapping ends it, with the nearest name', async () => {
  const problems = async (text: string): Promise<unknown> => {
    try {
      return await rowsOf(readCsvRoster(file('c.csv', text), mapping()))
    } catch (error) {
      return error instanceof UnreadableFileError && error.diagnostics.map(({ code, params }) => ({ code, ...params }))
    }
  }
  expect(await problems(`${header.replace('住址', '住扯')}\n`)).toEqual([
    { code: 'mapping/unknown-column', column: '住址', suggestion: '住扯' },
    { code: 'mapping/unmapped-column', column: '住扯', suggestion: '住址' },
  ])
  expect(await problems(`${header},编号\n`)).toEqual([{ code: 'mapping/duplicate-column', column: '编号' }])
})

it('CSV: a column that stands twice, or is not mapped, is told where it stands; one that is not there, where the mapping names it', async () => {
  const small = loadMapping({ file: 'm.yaml', text: 'fields:\n  id: 编号\n  residence: 住址\n' })
  const name = file('d.csv', '编号, "备, 注" ,编号\n1,2,3\n')
  const error = await rowsOf(readCsvRoster(name, small.ok ? small.value : mapping())).catch((one: unknown) => one)
  const problems = error instanceof UnreadableFileError ? error.diagnostics : []
  const places = problems.map(({ code, span, related = [] }) => [
    `${code} ${span?.line}:${span?.column}`,
    ...related.map((one) => `${one.code} ${one.span.line}:${one.span.column}`),
  ])
  expect(places).toEqual([
    ['mapping/unknown-column 1:1', 'mapped-column 3:14'],
    ['mapping/unmapped-column 1:5'],
    ['mapping/duplicate-column 1:13', 'first-column 1:1'],
  ])
})

it('CSV: GBK is refused unless the mapping declares it', async () => {
  // 编号,住址 and 甲 in GB18030.
  const bytes = new Uint8Array([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xd7, 0xa1, 0xd6, 0xb7, 0x0a, 0x31, 0x2c, 0xbc, 0xd7])
  const small = 'fields: { id: 编号, residence: 住址 }\n'
  await expect(rowsOf(readCsvRoster(file('gbk.csv', bytes), mapping(small)))).rejects.toThrow(UnreadableFileError)
  const rows: RecordRow[] = []
  for await (const row of readCsvRoster(file('gbk.csv', bytes), mapping(`encoding: gb18030\n${small}`))) rows.push(row)
  expect(rows).toMatchObject([{ line: 2, record: { data: { id: '1', residence: '甲' } } }])
})

it.each([
  ['fields: { id: a, birthdate: b }', 'mapping/unknown-field 1:18 birthDate'],
  ['fields: { id: a, post.title: b }', 'mapping/unknown-field 1:18'],
  ['fields: { birthDate: b }', 'shape/missing-key 1:1'],
  ['fields: { id: a }\nlists: { post: { complete: true, items: [{ title: b }] } }', 'mapping/unknown-field 2:10 posts'],
  [
    'fields: { id: a }\nlists: { posts: { complete: true, items: [{ titel: b }] } }',
    'mapping/unknown-field 2:45 title',
  ],
  ['fields: { id: a }\nlists: { posts: { items: [{ title: b }] } }', 'shape/missing-key 2:10'],
])('mapping: %j is refused', (text, expected) => {
  const loaded = loadMapping({ file: 'm.mapping.yaml', text })
  const told = loaded.ok
    ? []
    : loaded.diagnostics.map(({ code, span, params }) =>
        `${code} ${span?.line}:${span?.column} ${'suggestion' in params ? params.suggestion : ''}`.trim(),
      )
  expect(told[0]).toMatch(new RegExp(`^${expected}`))
})

it('policy files: a folder, the dictionaries it uses, and nothing that is not a regular file', async () => {
  const sources = await readPolicySources(['policies/jiangyan'])
  expect(sources.ok && sources.value.map((one) => one.file).sort()).toEqual([
    'policies/cadre.facts.yaml',
    ...['fitness', 'incentive', 'promotion', 'rotation'].flatMap((name) => [
      `policies/jiangyan/${name}.cases.yaml`,
      `policies/jiangyan/${name}.policy.yaml`,
    ]),
  ])
  symlinkSync('/dev/zero', join(folder, 'z.policy.yaml'))
  const device = await readPolicySources([join(folder, 'z.policy.yaml')])
  expect(device.ok ? [] : device.diagnostics.map(({ code }) => code)).toEqual(['source/outside-folder'])
  const none = await readPolicySources([join(folder, 'nowhere'), 'src'])
  expect(none.ok ? [] : none.diagnostics.map(({ code }) => code)).toEqual(['source/not-found', 'source/no-files'])
})

it('a file appears under its name only when it is whole', async () => {
  const name = join(folder, 'out.ndjson')
  const writer = await openNdjson(name)
  await writer.write({ a: 1 })
  expect(readdirSync(folder)).not.toContain('out.ndjson')
  await writer.commit()
  expect(readFileSync(name, 'utf8')).toBe('{"a":1}\n')
  const other = await openNdjson(name)
  await other.write({ a: 2 })
  await other.discard()
  expect(readFileSync(name, 'utf8')).toBe('{"a":1}\n')
  expect(readdirSync(folder).filter((one) => one.endsWith('.partial'))).toEqual([])
})

it('what the system will not write is its own error, with the file that was asked for', async () => {
  for (const [name, code] of [
    [join(folder, 'no', 'such.html'), 'ENOENT'],
    [folder, 'EISDIR'],
  ] as const)
    await expect(writeWhole(name, '')).rejects.toMatchObject({ code, path: name })
  const name = join(folder, 'taken')
  const writer = await openNdjson(name)
  await writer.write({})
  mkdirSync(name)
  await expect(writer.commit()).rejects.toMatchObject({ path: name })
  expect(readdirSync(folder).filter((one) => one.endsWith('.partial'))).toEqual([])
})

it('a text that cannot be written leaves nothing behind', async () => {
  await expect(writeWhole(join(folder, 'half'), Symbol('no text') as unknown as string)).rejects.toThrow()
  expect(readdirSync(folder).filter((one) => one.startsWith('half'))).toEqual([])
})

it('a file that is replaced keeps its permissions, and a link its file', async () => {
  const [secret, link] = [file('secret.ndjson', ''), join(folder, 'latest.ndjson')]
  chmodSync(secret, 0o600)
  symlinkSync(secret, link)
  await writeWhole(link, 'x')
  expect([lstatSync(link).isSymbolicLink(), readFileSync(secret, 'utf8'), statSync(secret).mode & 0o777]).toEqual([
    true,
    'x',
    0o600,
  ])
})

it('a pipe is written as it is', async () => {
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  const read = readFile(pipe, 'utf8')
  await writeWhole(pipe, 'x')
  expect(await read).toBe('x')
  expect(lstatSync(pipe).isFIFO()).toBe(true)
})
