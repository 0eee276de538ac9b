// The numbers of the document about security are those that hold, and what it promises of the sources is so.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPolicySet } from '../../src/check/index.js'
import { readNdjson } from '../../src/files/index.js'
import { formatDiagnostics, readRecord } from '../../src/index.js'
import { temporaryFolder } from '../temporary-folder.js'
import { documents } from './documents.js'
import { loadPolicy } from './yaml.js'

const { root: folder } = temporaryFolder()

const codesOf = (result: ReturnType<typeof loadPolicySet>): string[] =>
  (result.ok ? result.warnings : result.diagnostics).map(({ code }) => code)
const fileHas = (text: string, code: string): boolean =>
  codesOf(loadPolicySet([{ file: 'a.facts.yaml', text }])).includes(code)
const rotation = (id: string, limit: string): boolean =>
  loadPolicy(
    `parameters: { limit: { title: { zh: 甲, en: a }, provenance: assumed, values: [{ from: 2023-05-01, is: ${limit} }] } }
triggers: [{ id: ${id}, title: { zh: 甲, en: a }, obligation: may, when: { timeInPost: { atLeast: $limit } } }]
`,
    'rotation',
  ).ok
const lineHas = async (line: string, code: string): Promise<boolean> => {
  const file = join(folder, 'a.ndjson')
  writeFileSync(file, line)
  for await (const row of readNdjson(file))
    return 'diagnostics' in row && row.diagnostics.some((one) => one.code === code)
  return false
}
const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) })
const manyProblems = readRecord(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`x${index}`, 1])))
const listed = manyProblems.ok ? [] : manyProblems.diagnostics
const unlike = Array.from({ length: 1_500 }, (_, index) => ({ ...listed[0], path: [index] }))

/** In the order of the document's table: what is within the limit. */
const within: readonly ((size: number) => boolean | Promise<boolean>)[] = [
  (size) => !fileHas(`#${'x'.repeat(size - 1)}`, 'source/too-large'),
  (size) => !fileHas('#\n'.repeat(size - 1), 'source/too-large'),
  (size) => !fileHas('['.repeat(size), 'source/too-deep'),
  (size) => !fileHas(`${' '.repeat(size)}a: 1`, 'source/too-deep'),
  async (size) => !(await lineHas(`{"id":"${'x'.repeat(size - 9)}"}`, 'record/too-large')),
  (size) => {
    const read = readRecord({ id: 'a', extra: nested(size - 1) })
    return read.ok || read.diagnostics.every(({ code }) => code !== 'record/too-deep')
  },
  (size) => readRecord({ id: 'x'.repeat(size) }).ok,
  (size) => rotation('x'.repeat(size), '1 year'),
  (size) => readRecord({ id: 'a', assessments: [{ kind: 'annual', score: Number('1'.repeat(size)) }] }).ok,
  (size) => rotation('x', `${size} years`),
  (size) => size <= listed.length,
  (size) => {
    const lines = formatDiagnostics(unlike as typeof listed, { locale: 'en' }).split('\n')
    return size <= lines.filter((line) => !line.includes('more')).length
  },
]

describe.each(['docs/security.md', 'docs/security.zh-CN.md'])('%s', (name) => {
  const text = documents.get(name) ?? ''

  it('tells the limits that hold', async () => {
    const told = [...text.matchAll(/^\| [^|]+ \| ([\d,]+) \|/gm)].map(([, number = '']) =>
      Number(number.replaceAll(',', '')),
    )
    expect(told).toHaveLength(within.length)
    for (const [index, isWithin] of within.entries()) {
      const size = told[index] ?? 0
      expect([index, await isWithin(size), await isWithin(size + 1)]).toEqual([index, true, false])
    }
  })

  it('names tests that are there', () => {
    const files = [...text.matchAll(/`((?:test\/|\.ci\/)[^`]+)`/g)].map(([, file = '']) => file)
    expect(files.length).toBeGreaterThan(10)
    for (const file of files) expect(readFileSync(file, 'utf8')).not.toBe('')
  })
})

it('no clock, no network and no console in the library', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/^cli\b/.test(file),
  )
  expect(files.length).toBeGreaterThan(100)
  const reaching =
    /\bDate\.now\b|new Date\(\)|\bDate\(\)|\bperformance\b|\bhrtime\b|\bfetch\(|node:(http|https|net|tls|dgram|dns)\b|\bconsole\./
  expect(files.filter((file) => reaching.test(readFileSync(join('src', file), 'utf8')))).toEqual([])
})

it('nothing that is installed with the package runs a script when it is installed', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Readonly<Record<string, { dev?: boolean; hasInstallScript?: boolean }>>
  }
  const installed = Object.entries(packages).filter(([name, { dev }]) => name !== '' && !dev)
  expect(installed.length).toBeGreaterThan(10)
  expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([])
})
