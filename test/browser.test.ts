// The browser build in a browser, under a content security policy that forbids to make code out of text.
import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'tsup'
import { afterAll, beforeAll, expect, it, type TestContext, vi } from 'vitest'
import { evaluate, evaluatorNames, explain, readProgram, readRecord, render, sayLine } from '../src/index.js'
import { installedChromium } from './browser/chromium.js'
import { cli } from './cli/command.js'
import { temporaryFolder } from './temporary-folder.js'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const executablePath = installedChromium()
const { root: folder } = temporaryFolder()
const at = (name: string): string => join(folder, name)
const recordText = readFileSync('examples/records/lin.json', 'utf8')
let server: Server
let origin: string
let browser: Browser
let programText: string

/** What a page may do; the example has a style of its own. */
const STRICT = "default-src 'none'; script-src 'self'; connect-src 'self'"
const headers = { '/example/': "default-src 'none'; script-src 'self'; style-src 'self'" }
const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
}

beforeAll(async () => {
  if (executablePath === undefined) return
  await build({ config: 'tsup.browser.config.ts', outDir: at('dist'), silent: true })
  cpSync('test/browser', folder, { recursive: true })
  cpSync('examples/browser', at('example'), { recursive: true })
  for (const copy of ['cadre-policy.js', 'example/cadre-policy.js']) copyFileSync(at('dist/browser.js'), at(copy))
  const compiled = await cli('compile', 'policies/jiangyan', '--as-of', '2026-11-21')
  programText = compiled.out
  writeFileSync(at('program.json'), programText)
  writeFileSync(at('record.json'), recordText)
  server = createServer(({ url = '/' }, response) => {
    const policy = Object.entries(headers).find(([start]) => url.startsWith(start))?.[1] ?? STRICT
    const file = url.endsWith('/') ? `${url}index.html` : url
    response.setHeader('content-security-policy', policy)
    response.setHeader('content-type', `${types[file.split('.').at(-1) ?? '']}; charset=utf-8`)
    response.end(readFileSync(join(folder, file)))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch({ executablePath })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

/** Opens a page; what goes wrong on it is told. */
async function opened(path: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => void complaints.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => void complaints.push(`error: ${error.message}`))
  page.on('requestfailed', (request) => void complaints.push(`failed: ${request.url()}`))
  await page.goto(`${origin}${path}`)
  return { page, complaints }
}

function needsChromium({ skip }: TestContext): void {
  if (executablePath === undefined) skip('there is no Chromium on this machine')
}

/** The result of Node on an evaluator, as text. */
async function judgedHere(evaluator: (typeof evaluatorNames)[number]) {
  const [program, record] = [readProgram(programText), readRecord(JSON.parse(recordText))]
  if (!program.ok || !record.ok) throw new Error('program and record are valid')
  const judged = await evaluate(program.value, record.value, { evaluator })
  if (!judged.ok) throw new Error('the record can be judged')
  return judged
}

it('the browser decides as Node does, to the byte, on every evaluator, and nothing is blocked', async (context) => {
  needsChromium(context)
  const { page, complaints } = await opened('/page.html')
  await page.locator('.done').waitFor()
  expect(await page.locator('.done').textContent()).toBe(evaluatorNames.join(' '))
  const expected = await Promise.all(evaluatorNames.map(judgedHere))
  expect(await page.locator('.judged').allTextContents()).toEqual(expected.map((judged) => JSON.stringify(judged)))
  const explained = expected.flatMap(({ value }) => value.map((one) => render(explain(one), { locale: 'zh' })))
  expect(explained).toHaveLength(4 * evaluatorNames.length)
  expect(await page.locator('.explained').allTextContents()).toEqual(explained)
  expect(await page.locator('.violation').allTextContents()).toEqual([])
  expect(complaints).toEqual([])
})

it('the control: where code is made of text, or stands in the page, it is blocked and told', async (context) => {
  needsChromium(context)
  const { page, complaints } = await opened('/compiles.html')
  await page.locator('.violation').nth(2).waitFor()
  expect(await page.locator('.done').allTextContents()).toEqual(['EvalError', 'EvalError'])
  expect((await page.locator('.violation').allTextContents()).sort()).toEqual([
    'script-src eval',
    'script-src eval',
    'script-src-elem inline',
  ])
  expect(await page.title()).toBe('compiles')
  expect(complaints.length).toBeGreaterThan(0)
})

it.for(['zh', 'en'] as const)('the example shows every decision on the chosen person (%s)', async (locale, context) => {
  needsChromium(context)
  const { page, complaints } = await opened('/example/')
  await page.locator('#locale').selectOption(locale)
  await page.locator('#program').setInputFiles(at('program.json'))
  await page.locator('#record').setInputFiles(at('record.json'))
  await page.locator('article').nth(3).waitFor()
  const { value } = await judgedHere('reference')
  const explanations = value.map(explain)
  expect(await page.locator('h2').allTextContents()).toEqual(value.map(({ policy }) => policy.title[locale]))
  const shown = new Set(
    await page.locator('li').evaluateAll((items) => items.map((item) => item.firstChild?.textContent)),
  )
  for (const { sections } of explanations)
    for (const { lines } of sections) for (const line of lines) expect(shown).toContain(sayLine(line, locale))
  expect(complaints).toEqual([])
})

it.for([
  ['a program that was changed', '20261121', '20271121', /program\/digest/],
  ['a record of which a key stands twice', '"id": "lin"', '"id": "lin", "id": "lin"', /重复的键/],
  ['a record without an id', '"id": "lin",', '', /record\/missing-field/],
  ['a record that is no JSON', '"id": "lin",', '"id": lin,', /不是有效的 JSON/],
] as const)('the example says what is wrong with %s, and decides nothing', async ([, from, to, said], context) => {
  needsChromium(context)
  const { page, complaints } = await opened('/example/')
  const file = (text: string) => ({
    name: 'a.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text.replace(from, to)),
  })
  await page.locator('#program').setInputFiles(file(programText))
  await page.locator('#record').setInputFiles(file(recordText))
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').textContent()).toMatch(said)
  expect(await page.locator('article').count()).toBe(0)
  expect(complaints).toEqual([])
})
