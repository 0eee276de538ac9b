import { expect, it } from 'vitest'
import { type Explanation, explain, type Line, sayColumn, sayHeading, sayLine } from '../../src/explain/index.js'
import { en } from '../../src/explain/phrases/en.js'
import { zh } from '../../src/explain/phrases/zh.js'
import { tests } from '../../src/operators/index.js'
import { circumstances } from './circumstances.js'
import { belowTotal, capped, granted, overTotal, unfit, unsure } from './decisions.js'
import { samples } from './samples.js'

const keys = Object.keys(samples) as (keyof typeof samples)[]
const said = keys.flatMap((phrase) =>
  samples[phrase].map((params) => {
    const line = { phrase, params, lines: [] } as unknown as Line
    return { phrase, zh: sayLine(line, 'zh'), en: sayLine(line, 'en') }
  }),
)
const marks = (text: string): string[] => [...new Set(text.match(/«[^»]*»/g))].sort()
const own = (text: string): string => text.replace(/«[^»]*»/g, '')

it('both languages have the same headings, columns and phrases', () => {
  for (const part of ['headings', 'columns', 'lines'] as const)
    expect(Object.keys(zh[part]).sort()).toEqual(Object.keys(en[part]).sort())
  expect(Object.keys(zh.lines).sort()).toEqual([...keys].sort())
})

it('what one language says of the person, the policy and the record, the other says too', () => {
  for (const one of said) expect(marks(one.zh), one.phrase).toEqual(marks(one.en))
})

it('Chinese phrases are Chinese, and English ones English', () => {
  // A document is quoted as 《…》 in both.
  const chinese = /[\p{Script=Han}，。；：（）？！、]/u
  for (const one of said) {
    expect(own(one.zh), one.phrase).not.toMatch(/[A-Za-z]/)
    expect(own(one.en), one.phrase).not.toMatch(chinese)
  }
  for (const [heading, text] of [...Object.entries(zh.headings), ...Object.entries(zh.columns)])
    expect(text, heading).toMatch(/^[\p{Script=Han}（），]+$/u)
  for (const [heading, text] of [...Object.entries(en.headings), ...Object.entries(en.columns)])
    expect(text, heading).not.toMatch(chinese)
})

it('no phrase is empty or broken', () => {
  for (const one of said)
    for (const text of [one.zh, one.en]) expect(text, one.phrase).toMatch(/^(?!.*(undefined|\[object|NaN)).*\S/)
})

it('every operator is said in both languages, as asked for and as its opposite', () => {
  const told = new Set(samples.comparison.map(({ operator }) => operator))
  expect(Object.keys(tests).filter((name) => !told.has(name))).toEqual([])
})

it('every phrase, heading and column is said of some decision', () => {
  const explanations = [capped, overTotal, belowTotal, unsure, granted, unfit, ...circumstances].map(explain)
  const sections = explanations.flatMap((one: Explanation) => one.sections)
  const phrases = new Set(sections.flatMap(({ lines }) => lines.flatMap(phrasesIn)))
  const tables = sections.flatMap(({ table }) => table ?? [])
  for (const { rows } of tables)
    for (const { cells } of rows) for (const cell of Object.values(cells)) phrases.add(cell.phrase)
  expect(keys.filter((key) => !phrases.has(key))).toEqual([])
  const headings = new Set(sections.map(({ heading }) => sayHeading(heading, 'zh')))
  expect(Object.values(zh.headings).filter((heading) => !headings.has(heading))).toEqual([])
  const columns = new Set(tables.flatMap((table) => table.columns.map(({ key }) => sayColumn(key, 'zh'))))
  expect(Object.values(zh.columns).filter((column) => !columns.has(column))).toEqual([])
})

function phrasesIn({ phrase, lines }: Line): string[] {
  return [phrase, ...lines.flatMap(phrasesIn)]
}
