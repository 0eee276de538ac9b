import { readFileSync } from 'node:fs'
import { distance } from 'fastest-levenshtein'
import { expect, it } from 'vitest'
import { type DiagnosticCode, severityOf } from '../../src/diagnostics/catalogue.js'
import { zh } from '../../src/diagnostics/messages/zh.js'
import { codesOf } from './example.js'
import { type Block, FOLDER, type Page, pageCodes, readPage } from './page.js'

const codes = Object.keys(zh) as DiagnosticCode[]
const readme = readFileSync(`${FOLDER}/README.md`, 'utf8')

it('every code has a page, and every page a code', () => {
  expect(pageCodes()).toEqual([...codes].sort())
})

const pages = codes.map(readPage).filter((page) => page !== undefined)

it.each(pages.map((page) => [page.code, page] as const))('%s is explained in both languages', (code, page) => {
  expect(page.heading).toBe(`# ${code}`)
  expect(page.meaning.zh).toMatch(/\p{Script=Han}/u)
  expect(page.meaning.en).toMatch(/^[^\p{Script=Han}]+$/u)
  expect(page.zh.match(/[。？！]/g)?.length).toSatisfy(betweenOneAndThree)
  expect(page.en.match(/[.?!](?=\s|$)/g)?.length).toSatisfy(betweenOneAndThree)
})

const examples = pages.flatMap(({ code, blocks }) =>
  blocks.map((block, index) => [code, block.role, Math.floor(index / 2) + 1, block] as const),
)
it.each(examples)('%s: the %s example %i reports that code, or nothing', async (code, role, _, block) => {
  expect(await codesOf(block)).toEqual(role === 'bad' ? [code] : [])
})

it.each(pages.map(({ code, blocks }) => [code, blocks] as const))('%s: each bad example is mended', (code, blocks) => {
  expect(blocks.length).toBeGreaterThan(0)
  expect(blocks.length * 2).toBe(readFileSync(`${FOLDER}/${code}.md`, 'utf8').match(/^```/gm)?.length)
  expect(blocks.map(({ role }) => role)).toEqual(blocks.map((_block, index) => (index % 2 === 0 ? 'bad' : 'good')))
  expect(blocks.map(({ label }) => label)).toEqual(
    blocks.map(({ role }) => (role === 'bad' ? '**错误 · Bad**' : '**正确 · Good**')),
  )
  expect(blocks.length % 2).toBe(0)
  for (let at = 0; at < blocks.length; at += 2) expect(differenceOf(blocks[at], blocks[at + 1])).toBeLessThan(0.5)
})

it('the index names every code with its meaning, by stages', () => {
  expect(readme).toContain(indexOf(pages))
})

it('the README says in each language which codes are warnings', () => {
  const warnings = codes.filter((code) => severityOf(code) === 'warning').map((code) => `\`${code}\``)
  expect(readme).toContain(`**警告**（${warnings.join('、')}）`)
  expect(readme).toContain(`a **warning** (${warnings.join(', ')})`)
})

function betweenOneAndThree(sentences: number): boolean {
  return sentences >= 1 && sentences <= 3
}

/** 0: the same; 1: nothing in common. */
function differenceOf(bad: Block | undefined, good: Block | undefined): number {
  const [left = '', right = ''] = [bad?.text, good?.text]
  expect(left).not.toBe(right)
  return distance(left, right) / Math.max(left.length, right.length)
}

function indexOf(all: readonly Page[]): string {
  const stages = [...new Set(all.map(({ code }) => stageOf(code)))]
  return stages
    .map((stage) => {
      const rows = all
        .filter(({ code }) => stageOf(code) === stage)
        .map(({ code, meaning }) => `| [${code}](${code}.md) | ${meaning.zh} | ${meaning.en} |\n`)
      return `| \`${stage}/…\` | 含义 | meaning |\n| --- | --- | --- |\n${rows.join('')}`
    })
    .join('\n')
}

function stageOf(code: string): string {
  return code.split('/')[0] ?? ''
}
