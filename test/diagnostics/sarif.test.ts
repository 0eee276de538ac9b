import { readFileSync } from 'node:fs'
import draft04 from 'ajv-draft-04'
import formats from 'ajv-formats'
import { expect, it } from 'vitest'
import { diagnostic, type Region, toSarif } from '../../src/diagnostics/index.js'
import { again, file, many, problems, sources, text } from './problems.js'

const sarifSchema = JSON.parse(readFileSync('test/diagnostics/sarif/sarif-2.1.0-rtm.5.json', 'utf8'))
// The schema's patterns are written without the flag `u`: with it one of them is no pattern.
const ajv = new draft04.default({
  strict: true,
  strictRequired: false,
  allErrors: true,
  unicodeRegExp: false,
})
formats.default(ajv)
const isSarif = ajv.compile(sarifSchema)

it.each([
  ['problems', problems],
  ['no problem', []],
  ['more than are shown', many],
])('SARIF of %s keeps to the schema', (_, some) => {
  const log = JSON.parse(JSON.stringify(toSarif(some, { locale: 'zh', sources })))
  expect(isSarif(log) ? [] : isSarif.errors).toEqual([])
  // What the schema with errata 01 asks for beside it.
  expect(log.runs[0].language).toMatch(/^[a-zA-Z]{2}(-[a-zA-Z]{2})?$/)
  for (const region of JSON.stringify(log).match(/"region":\{[^}]*/g) ?? []) expect(region).toContain('"startLine":')
})

it('the schema refuses what is no SARIF', () => {
  const log = JSON.parse(JSON.stringify(toSarif(problems, { locale: 'en', sources })))
  log.runs[0].results[0].level = 'bad'
  log.runs[0].results[1].locations[0].physicalLocation.artifactLocation.uri = 'not a uri %'
  log.runs[0].results[2].locations[0].physicalLocation.region.startLine = 0
  expect(isSarif(log)).toBe(false)
  expect(isSarif.errors?.map(({ keyword }) => keyword)).toEqual(expect.arrayContaining(['enum', 'format', 'minimum']))
})

it('sorted by place, each with its rule, level and message', () => {
  const [run] = toSarif(problems, { locale: 'en', sources }).runs
  const { rules } = run.tool.driver
  expect(run.results.map(({ ruleId, level }) => `${level} ${ruleId}`)).toEqual([
    'error source/not-found',
    'warning check/unused-parameter',
    'error check/fact-with-several-sources',
    'error check/amount-without-unit',
    'error check/duplicate-rule',
    'warning check/absent-passes',
  ])
  for (const { ruleId, ruleIndex, level } of run.results)
    expect(rules[ruleIndex]).toEqual({ id: ruleId, defaultConfiguration: { level } })
  expect(rules.map(({ id }) => id)).toEqual([...new Set(run.results.map(({ ruleId }) => ruleId))].sort())
  expect(run.columnKind).toBe('utf16CodeUnits')
})

/** What a region covers, by the rules of SARIF: columns in UTF-16 units, the end excluded. */
function covered({ startLine, startColumn, endLine = 0, endColumn = 0 }: Region): string {
  const lines = text.split('\n').slice(startLine - 1, endLine)
  const last = lines.length - 1
  return lines
    .map((line, index) => line.slice(index === 0 ? startColumn - 1 : 0, index === last ? endColumn - 1 : undefined))
    .join('\n')
}

it('a region covers what is meant, in UTF-16 units, without the white space after it', () => {
  const [{ results }] = toSarif(problems, { locale: 'zh', sources }).runs
  const regions = results.flatMap(({ locations = [] }) =>
    locations.map(({ physicalLocation }) => physicalLocation.region),
  )
  expect(regions.slice(0, 4).map(covered)).toEqual(['𠮷', 'when:\n      age: 1', 'age: 1', '久任'])
  expect(regions.at(-1)).toEqual({ startLine: 9, startColumn: 1 })
  const [also] = results.find(({ ruleId }) => ruleId === 'check/duplicate-rule')?.relatedLocations ?? []
  expect(also?.physicalLocation.region).toEqual({ startLine: 5, startColumn: 9, endLine: 5, endColumn: 11 })
  expect(also?.message).toEqual({ text: '理由码 `久任` 先在这里用了' })
  // Without the text nobody knows where it ends.
  expect(JSON.stringify(toSarif(problems, { locale: 'zh' }))).not.toContain('endColumn')
})

it.each([
  [file, '政策 文件/100%,a:b.policy.yaml'],
  ['../policies/甲.policy.yaml', '../policies/甲.policy.yaml'],
  ['/srv/政策/a b.policy.yaml', 'file:///srv/政策/a b.policy.yaml'],
  ['C:/政策/a.policy.yaml', 'file:///C:/政策/a.policy.yaml'],
])('%s is a reference that leads back to the file', (name, decoded) => {
  const one = diagnostic('source/empty', {}, { span: { ...again, file: name } })
  const [{ results }] = toSarif([one], { locale: 'zh' }).runs
  const uri = results[0]?.locations?.[0]?.physicalLocation.artifactLocation.uri ?? ''
  expect(uri).toMatch(/^[\w.%/:-]+$/)
  expect(decodeURIComponent(uri)).toBe(decoded)
  // A colon before the first slash would make a scheme of what stands before it.
  if (!uri.startsWith('file:')) expect(uri).not.toContain(':')
})

it('braces stand for themselves, and an author’s text becomes no link', () => {
  const texts = toSarif(problems, { locale: 'en' }).runs[0].results.map(({ message }) => message.text)
  expect(texts).toContain('an `amount` needs its `unit`, such as `{{ zh: 元, en: yuan }}`')
  expect(texts.join()).not.toContain('](')
})

it('of more than a thousand the rest is counted in a notification', () => {
  const [{ results, invocations }] = toSarif(many, { locale: 'en' }).runs
  expect(results).toHaveLength(1000)
  expect(invocations).toEqual([
    {
      executionSuccessful: true,
      toolExecutionNotifications: [{ level: 'warning', message: { text: '… and 5 more' } }],
    },
  ])
})
