import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parseYaml } from '../src/source/index.js'

const folderOf = (locale: string): string => join('examples/locality', locale)
const read = (locale: string, name: string): string =>
  readFileSync(join(folderOf(locale), name), 'utf8').replace(/^\ufeff/, '')
const rowsOf = (locale: string): string[][] =>
  read(locale, 'roster.csv')
    .trim()
    .split('\n')
    .map((line) => line.split(','))

/** The words of the example that are of a language. */
const words: Readonly<Record<string, string>> = {
  乡科级副职: 'deputy section head',
  乡科级正职: 'section head',
  县处级副职: 'deputy division head',
  县处级正职: 'division head',
  四级主任科员: 'principal grade 4',
  三级主任科员: 'principal grade 3',
  二级主任科员: 'principal grade 2',
  一级主任科员: 'principal grade 1',
  四级调研员: 'consultant grade 4',
  优秀: 'excellent',
  称职: 'competent',
  基本称职: 'basically competent',
  不称职: 'not competent',
  良好: 'good',
  省部级: 'province',
  市级: 'city',
  县级: 'county',
  招商引资: 'investment',
  项目建设: 'construction',
  乡村振兴: 'rural work',
  驻村: 'village post',
  警告: 'warning',
  记过: 'demerit',
  办公室主任: 'head of office',
  范例: 'sample',
  是: 'yes',
  否: 'no',
  'yyyy.MM.dd': 'yyyy-MM-dd',
  'yyyy.MM': 'yyyy-MM',
}
const columns = Object.fromEntries((rowsOf('zh')[0] ?? []).map((column, index) => [column, rowsOf('en')[0]?.[index]]))

/** Data in English words; texts for people, which each language has its own of, left out. */
function inEnglish(value: unknown, locale: string, path: readonly (string | number)[] = []): unknown {
  const [top, , key] = path
  if (path.at(-1) === 'citation' || (top === 'cases' && key === 'name' && path.length === 3)) return undefined
  if (Array.isArray(value)) return value.map((one, index) => inEnglish(one, locale, [...path, index]))
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, one]) => {
      const isTitle = 'zh' in value && 'en' in value
      return [words[name] ?? name, isTitle ? one : inEnglish(one, locale, [...path, name])]
    })
    return Object.fromEntries(entries)
  }
  return typeof value === 'string' && locale === 'zh' ? (words[value] ?? columns[value] ?? value) : value
}

const names = readdirSync(folderOf('zh'), { recursive: true, encoding: 'utf8' }).sort()

it('both languages hold the same files', () => {
  expect(readdirSync(folderOf('en'), { recursive: true, encoding: 'utf8' }).sort()).toEqual(names)
})

it.each(names.filter((name) => name.endsWith('.yaml')))('%s is the same data in both languages', (name) => {
  const [zh, en] = (['zh', 'en'] as const).map((locale) => {
    const text = read(locale, name)
    const document = parseYaml({ file: name, text }, (problem) => expect.unreachable(JSON.stringify(problem)))
    return inEnglish(document?.value, locale)
  })
  expect(zh).toEqual(en)
})

it('the sample person and the settings of the editor are the same', () => {
  const [zh, en] = (['zh', 'en'] as const).map((locale) => inEnglish(JSON.parse(read(locale, 'person.json')), locale))
  expect(zh).toEqual(en)
  for (const name of names.filter((one) => /^\.vscode.*json$/.test(one)))
    expect(read('zh', name)).toBe(read('en', name))
})

it('the rosters are the same apart from headings, titles and remarks', () => {
  const [zh, en] = (['zh', 'en'] as const).map((locale) => {
    const [header = [], ...rows] = rowsOf(locale)
    const own = header.flatMap((column, index) =>
      ['现任职务', '表彰名称', '备注', 'post', 'honour', 'remarks'].includes(column) ? [index] : [],
    )
    expect(own).toHaveLength(3)
    return rows.map((cells) =>
      cells
        .filter((_, index) => !own.includes(index))
        .map((cell) => (/^\d{4}\./.test(cell) ? cell.replaceAll('.', '-') : (words[cell] ?? cell))),
    )
  })
  expect(zh).toEqual(en)
  expect(zh?.length).toBeGreaterThanOrEqual(8)
})

it('nobody who reads English meets Chinese but in the titles, and the other way round in comments', () => {
  for (const name of names.filter((one) => one.endsWith('.yaml'))) {
    const english = read('en', name).replace(/\bzh: [^\n]*/g, '')
    expect(english, name).not.toMatch(/[\u4e00-\u9fff]/)
    const comments = [...read('zh', name).matchAll(/^ *# (?!yaml-language-server)(.+)$/gm)].map(
      ([, comment]) => comment,
    )
    expect(comments.length, name).toBeGreaterThan(0)
    for (const comment of comments) expect(comment, name).toMatch(/[\u4e00-\u9fff]/)
  }
})

it('every figure and measure says that it is made up', () => {
  for (const locale of ['zh', 'en'])
    for (const name of names.filter((one) => one.endsWith('.policy.yaml'))) {
      const text = read(locale, name)
      const provenances = [...text.matchAll(/provenance: (\w+)/g)].map(([, provenance]) => provenance)
      expect(new Set(provenances), name).toEqual(new Set(['assumed']))
      expect(text, name).toMatch(locale === 'zh' ? /document: 【换成.*编造/ : /document: <REPLACE.*invented/)
      expect(text.split('\n').length, name).toBeLessThanOrEqual(80)
    }
})
