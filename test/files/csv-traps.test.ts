import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadMapping } from '../../src/check/index.js'
import { messageOf } from '../../src/diagnostics/index.js'
import { type RecordRow, readCsvRoster, UnreadableFileError } from '../../src/files/index.js'
import { temporaryFolder } from '../temporary-folder.js'

// What offices do to a roster before it reaches us.

const { root: folder } = temporaryFolder()
const columns = 'fields: { id: 编号, residence: 住址, birthDate: 出生 }\ndates: [yyyy.MM]\n'
const plain = '编号,住址,出生\n007,甲乡,1980.05\n'

async function rows(content: string | Uint8Array, mappingText: string): Promise<RecordRow[]> {
  const loaded = loadMapping({ file: 'm.mapping.yaml', text: mappingText })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  const file = join(folder, 'roster.csv')
  writeFileSync(file, content)
  const read: RecordRow[] = []
  for await (const row of readCsvRoster(file, loaded.value)) read.push(row)
  return read
}

/** The records of a roster and the problems of its rows by line; or the problems for which it is refused as a whole. */
async function read(content: string | Uint8Array, mappingText = columns): Promise<unknown> {
  const told = ({ line, ...row }: RecordRow): unknown => [
    line,
    'record' in row ? row.record.data : row.diagnostics.map(({ code, path }) => `${code} ${path.join('.')}`).join(),
  ]
  try {
    return (await rows(content, mappingText)).map(told)
  } catch (error) {
    if (error instanceof UnreadableFileError) return [...new Set(error.diagnostics.map(({ code }) => code))]
    throw error
  }
}

const person = { id: '007', residence: '甲乡', birthDate: '1980-05' }

it.each([
  ['as it should be', plain],
  ['with a byte order mark', `\ufeff${plain}`],
  ['with the line ends of Windows', plain.replaceAll('\n', '\r\n')],
  ['with every cell in quotes', plain.replace(/[^,\n]+/g, '"$&"')],
  ['with blanks around the cells', plain.replaceAll(',', ' , ')],
  ['without a last line end', plain.trimEnd()],
  ['with a thousand empty rows of a spreadsheet after the last person', `${plain}${',,\n'.repeat(1_000)}`],
])('a roster %s is read', async (_, text) => {
  expect(await read(text)).toEqual([[2, person]])
})

it('empty lines and rows before, between and after people count no one, and shift no line', async () => {
  expect(await read(`\n,,\n${plain}\n , ,\n008,乙乡,\n\n`)).toEqual([
    [4, person],
    [7, { id: '008', residence: '乙乡' }],
  ])
})

// 编号,住址 / 1,𠅤 in GB18030: a rare character takes four bytes.
const gb18030 = new Uint8Array([
  ...[0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xd7, 0xa1, 0xd6, 0xb7, 0x0a],
  ...[0x31, 0x2c, 0x95, 0x32, 0xa6, 0x32],
])
const utf16 = new Uint8Array(Buffer.from(`\ufeff${plain}`, 'utf16le'))
const two = 'fields: { id: 编号, residence: 住址 }\n'

it.each([
  ['GB18030 where it is declared', gb18030, `encoding: gb18030\n${two}`, [[2, { id: '1', residence: '𠅤' }]]],
  ['GB18030 where it is not', gb18030, two, ['source/encoding']],
  ['UTF-16, “Unicode text”', utf16, columns, ['source/encoding']],
  [
    'UTF-8 where GB18030 is declared',
    plain,
    `encoding: gb18030\n${columns}`,
    ['mapping/unknown-column', 'mapping/unmapped-column'],
  ],
])('%s', async (_, content, mappingText, expected) => {
  expect(await read(content, mappingText)).toEqual(expected)
})

it.each([
  ['a title over the header', `云岫区干部花名册,,\n${plain}`],
  ['semicolons', plain.replaceAll(',', ';')],
  ['tabs', plain.replaceAll(',', '\t')],
  ['full-width commas', plain.replaceAll(',', '，')],
  ['no header', '007,甲乡,1980.05\n'],
])('a roster with %s is refused, since its columns are not those of the mapping', async (_, text) => {
  expect(await read(text)).toEqual(expect.arrayContaining(['mapping/unknown-column', 'mapping/unmapped-column']))
})

it.each([
  ['an identity number that was a number in a spreadsheet', '1.10101E+17,甲乡,1980.05', 'record/number-digits id'],
  ['the same without a fraction', '1E+17,甲乡,1980.05', 'record/number-digits id'],
  ['a number of a spreadsheet where text should be', '007,1.38E+10,1980.05', 'record/number-digits residence'],
  ['a date as the number of a day', '007,甲乡,29342', 'record/not-a-date birthDate'],
  ['a month that lost its zero', '007,甲乡,1980.1', 'record/not-a-date birthDate'],
])('%s is refused with its row and field', async (_, row, problem) => {
  expect(await read(`${plain}${row}\n`)).toEqual([
    [2, person],
    [3, problem],
  ])
})

it('an identity number that is text keeps every digit', async () => {
  expect(await read('编号,住址,出生\n110101199001011234,,\n')).toEqual([[2, { id: '110101199001011234' }]])
})

it.each([
  ['dates: [yyyy.MM.dd, yyyy.MM]', '列“出生”：不是日历上的日期；请写 `2026.11.21` 或 `2026.11`'],
  ['dates: [yyyy年M月d日]', '列“出生”：不是日历上的日期；请写 `2026年11月21日`'],
])('whoever writes a date in a wrong way is told how this roster writes it: %s', async (dates, sentence) => {
  const [row] = await rows('编号,出生\n007,1980-05-06\n', `fields: { id: 编号, birthDate: 出生 }\n${dates}\n`)
  if (!row || 'record' in row) throw new Error('the row was read')
  expect(row.diagnostics.map((problem) => messageOf(problem, 'zh'))).toEqual([sentence])
})
