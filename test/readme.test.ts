import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { loadPolicySet } from '../src/check/index.js'
import { compile } from '../src/compile/index.js'
import { evaluate } from '../src/evaluate/index.js'
import { valueText } from '../src/testing/index.js'
import { record } from './policy.js'

const blocksOf = (language: string) =>
  [...readFileSync('README.md', 'utf8').matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(
    ([, block = '']) => block,
  )
const all = blocksOf('yaml')
const points = all.filter((block) => block.startsWith('scorecard:'))
const blocks = all.filter((block) => !points.includes(block))
const head = (kind: string): string => `policy: readme/${kind}
kind: ${kind}
title: { zh: 说明, en: readme }
effective: { from: 2023-05-01 }
citation: { document: 说明 }
uses: [cadre.facts.yaml]
review: [{ id: verify, title: { zh: 核实, en: verification }, to: { zh: 组织部, en: the office } }]
`
const rest = `${head('rotation')}figures: [excellentLast3, frontline, credited]\n`

it('the policy in the README is a policy, and its facts are what it says they are', async () => {
  const dictionary = { file: 'cadre.facts.yaml', text: readFileSync('policies/cadre.facts.yaml', 'utf8') }
  const loaded = loadPolicySet([dictionary, { file: 'a.policy.yaml', text: rest + blocks.join('') }])
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  const person = record({
    id: 'a',
    workStartedOn: '2023-07-01',
    posts: [{ title: '科长', from: '2020-11-21', mode: 'regular', sensitive: true }],
    assessments: [{ kind: 'annual', year: 2025, grade: '优秀' }],
    assignments: [
      { kind: '招商引资', from: '2024-01-01', to: '2024-07-16' },
      { kind: '项目建设', from: '2025-01-01', to: '2025-02-16' },
    ],
    leaves: [],
  })
  const judged = await evaluate(compile(loaded.value, { asOf: '2026-11-21' }), person)
  if (!judged.ok) throw new Error(JSON.stringify(judged.diagnostics))
  const figures = Object.fromEntries(
    (judged.value[0]?.figures ?? []).map(({ fact, value }) => [fact.id, valueText(value)]),
  )
  expect(figures).toEqual({
    excellentLast3: '[1, 3]', // 2023 and 2024 are missing
    frontline: 'P8M', // 6 months 15 days and 1 month 15 days
    credited: '[2020-05-21 → 2026-11-21, 2019-05-21 → 2026-11-21]',
  })
})

it('the scorecard in the README scores', async () => {
  const dictionary = { file: 'cadre.facts.yaml', text: readFileSync('policies/cadre.facts.yaml', 'utf8') }
  const loaded = loadPolicySet([dictionary, { file: 'a.policy.yaml', text: head('promotion') + points.join('') }])
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  const honour = (level: string, date: string, matter: string) => ({ level, date, matter })
  const person = record({
    id: 'a',
    honours: [
      honour('市级', '2025-05-06', '防汛'),
      honour('省部级', '2024-05-06', '防汛'),
      honour('国家级', '2023-05-06', '招商'),
    ],
    assignments: [{ kind: '招商引资', from: '2024-01-01', to: '2025-01-01' }],
  })
  const judged = await evaluate(compile(loaded.value, { asOf: '2026-11-21' }), person)
  const { statement } = (judged.ok && judged.value[0]) || {}
  expect(statement && valueText(statement.total)).toBe('24') // (8 + 12) × 1.2
})

it('the TypeScript in the README compiles', () => {
  const file = resolve('readme.ts')
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, resolve('.'))
  const host = ts.createCompilerHost(options)
  const { readFile, fileExists } = host
  host.readFile = (name) => (name === file ? blocksOf('ts').join('\n') : readFile(name))
  host.fileExists = (name) => name === file || fileExists(name)
  const program = ts.createProgram([file], { ...options, noUnusedLocals: false }, host)
  const problems = ts.getPreEmitDiagnostics(program, program.getSourceFile(file))
  expect(blocksOf('ts').length).toBeGreaterThan(2)
  expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).toEqual([])
}, 60_000)
