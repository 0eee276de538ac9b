import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { temporaryFolder } from '../temporary-folder.js'
import { bundleCommand, command } from './process.js'

vi.setConfig({ testTimeout: 60_000 })
bundleCommand()
const { root, put } = temporaryFolder()

/**
 * Stands for everything that is known of a person. Ids are no names and say which row is meant; so do the names of fields,
 * of which one that is misspelt must be found.
 */
const secret = '机密之人'
const number = '110101199001011234'

const person = (id: string, more: object): string => JSON.stringify({ id, residence: secret, ...more })
const waiver = {
  policy: 'jiangyan/rotation',
  rule: 'sensitive-post',
  approvedBy: secret,
  on: '2026-01-01',
  evidence: secret,
}
const records = put(
  'records.ndjson',
  [
    person('good', { posts: [{ title: secret, from: '2020-01-01', mode: 'regular' }] }),
    person('date', { birthDate: secret }),
    person('list', { posts: secret }),
    person('word', { assessments: [{ kind: 'annual', year: 2025, grade: secret }] }),
    person('reversed', { posts: [{ title: secret, from: '2020-01-01', to: '2019-01-01' }] }),
    person('waiver', { waivers: [{ ...waiver, policy: secret }] }),
    person('rule', { waivers: [{ ...waiver, rule: secret }] }),
    person('day', { waivers: [{ ...waiver, on: secret }] }),
    person('good', { residence: `${secret}${number}` }),
    `{"id":"digits","residence":${number}}`,
    `{"id":"twice","residence":"${secret}","residence":"${secret}"}`,
    `{"id":"broken","residence":"${secret}`,
    `{"id": ${secret}}`,
    `["${secret}"]`,
  ].join('\n'),
)
const roster = put(
  'roster.csv',
  [
    '编号,住址,出生,敏感岗位',
    `good,${secret},1980.05,是`,
    `date,${secret},${secret},是`,
    `word,${secret},1980.05,${secret}`,
    `digits,1.10101E+17,1980.05,是`,
    `long,${secret},1980.05,是,${secret}`,
    `good,${secret},1980.05,是`,
  ].join('\n'),
)
const mapping = put(
  'roster.mapping.yaml',
  `fields: { id: 编号, residence: 住址, birthDate: 出生 }
dates: [yyyy.MM]
lists: { posts: { complete: false, items: [{ sensitive: 敏感岗位, mode: { is: regular } }] } }
`,
)
const broken = put('broken.csv', `编号,住址,出生,敏感岗位\na,"${secret},1980.05,是\n`)
const policyOf = (file: string): string =>
  readFileSync(join('policies', file), 'utf8').replace('../cadre.facts.yaml', 'cadre.facts.yaml')
put('cadre.facts.yaml', policyOf('cadre.facts.yaml'))
const policy = put('rotation.policy.yaml', policyOf('jiangyan/rotation.policy.yaml'))
const cases = put(
  'rotation.cases.yaml',
  `policy: jiangyan/rotation
asOf: 2026-11-21
cases:
  - { name: rejected, record: { id: a, residence: ${secret}, birthDate: ${secret} }, expect: { outcome: none } }
  - { name: decided, record: { id: a, residence: ${secret} }, expect: { outcome: none } }
`,
)
const deciding = ['--policy', policy, '--as-of', '2026-11-21']
const csv = [roster, '--mapping', mapping, ...deciding]

it.each([
  ['evaluate', [records, ...deciding], 1],
  ['evaluate', [records, ...deciding, '--locale', 'en'], 1],
  ['evaluate', csv, 1],
  ['evaluate', [broken, '--mapping', mapping, ...deciding], 2],
  ['explain', [records, ...deciding, '--id', 'date'], 1],
  ['explain', [...csv, '--id', 'word'], 1],
  ['report', [records, ...deciding, '-o', join(root, 'page.html')], 1],
  ['test', [cases], 1],
  ['check', [records], 1],
] as const)('%s says nothing of a person in its messages, whatever is debugged (%#)', async (verb, argv, code) => {
  const ended = await command([verb, ...argv], { DEBUG: '*,json-rules-engine', NODE_DEBUG: 'fs' })
  expect(ended.code, ended.err).toBe(code)
  // `test` tells its failures as its result.
  expect(ended.err === '').toBe(verb === 'test')
  expect(ended.err).not.toContain(secret)
  expect(ended.err).not.toContain(number)
})

it('a file of rejections says nothing of a person but the id', async () => {
  const files = [join(root, 'a.ndjson'), join(root, 'b.ndjson')]
  await command(['evaluate', records, ...deciding, '-o', join(root, 'd.ndjson'), '--rejections', files[0] ?? ''])
  await command(['evaluate', ...csv, '-o', join(root, 'd.ndjson'), '--rejections', files[1] ?? ''])
  // The waiver of another policy concerns nobody here.
  const texts = files.map((file) => readFileSync(file, 'utf8'))
  expect(texts.map((text) => text.trimEnd().split('\n').length)).toEqual([12, 5])
  for (const text of texts) {
    expect(text).not.toContain(secret)
    expect(text).not.toContain(number)
  }
})
