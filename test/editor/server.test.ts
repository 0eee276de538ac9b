import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadMapping, loadPolicySet, parseCases } from '../../src/check/index.js'
import type { Diagnostic } from '../../src/diagnostics/index.js'
import { temporaryFolder } from '../temporary-folder.js'
import { beyond, type Faulty, faulty, policy, toldInBrief } from './mistakes.js'
import { type Completion, type Server, startServer } from './server.js'

// What an author's editor shows, said by the server that editors start, on a copy of what is shipped.

const SHIPPED = ['schemas', 'policies', 'examples']

const { root: folder } = temporaryFolder()
let server: Server

beforeAll(async () => {
  for (const one of SHIPPED) cpSync(one, join(folder, one), { recursive: true })
  server = await startServer(folder)
}, 60_000)

afterAll(async () => await server.stop())

const modeline = (kind: string): string => `# yaml-language-server: $schema=../../schemas/${kind}.schema.json\n`
const fileOf = (kind: string): string => `policies/place/place.${kind}.yaml`

// --- completion -----------------------------------------------------------------------------------------------------

/** What is offered where `|` stands in a text, by label. */
async function offered(text: string, kind = 'policy'): Promise<Map<string, Completion>> {
  const whole = modeline(kind) + text
  const at = whole.indexOf('|')
  const before = whole.slice(0, at).split('\n')
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
  const found = await server.completionsAt(fileOf(kind), before.join('\n') + whole.slice(at + 1), position)
  return new Map(found.map((one) => [one.label, one]))
}

const textOf = ({ documentation }: Completion): string =>
  typeof documentation === 'object' ? documentation.value : (documentation ?? '')

const head = policy.slice(0, policy.indexOf('gates:'))
const inAny = `${head}gates:\n  - id: a\n    title: { zh: 甲, en: a }\n    when:\n      any:\n`

const completed: readonly (readonly [what: string, text: string, labels: readonly string[], kind?: string])[] = [
  [
    'the operators of a test inside a list of any',
    `${inAny}        - inPost:\n            |`,
    ['atLeast', 'between', 'known'],
  ],
  [
    'those not yet written beside one that is',
    `${inAny}        - inPost:\n            atLeast: 5\n            |`,
    ['lessThan'],
  ],
  [
    'the words and known facts of a condition inside a list',
    `${inAny}        - |`,
    ['all', 'some', 'post.title', 'birthDate', 'rank.from'],
  ],
  ['the lists of a record', `${inAny}        - some:\n            of: |`, ['posts', 'assessments', 'supervision']],
  [
    'the fields of items where items are meant',
    `${inAny}        - some:\n            of: posts\n            where:\n              |`,
    ['mode', 'unitType', 'severity'],
  ],
  [
    'the keys of each in an item of a scorecard',
    `${head}scorecard:\n  items:\n    - id: a\n      each:\n        |`,
    ['of', 'within', 'keep', 'latest'],
  ],
  ['the forms of a derivation', `${head}  b:\n    |`, ['elapsed', 'count', 'time', 'streak', 'choose']],
  [
    'the keys of a case',
    'policy: a/b\nasOf: 2026-11-21\ncases:\n  - name: x\n    record: { id: a }\n    expect:\n      |',
    ['outcome', 'met', 'missing'],
    'cases',
  ],
  [
    'the keys of a list in a mapping',
    'fields: { id: 编号 }\nlists:\n  posts:\n    |',
    ['complete', 'items'],
    'mapping',
  ],
]

it.each(completed.map(([what, text, labels, kind = 'policy']) => ({ what, text, labels, kind })))(
  'completed: $what',
  async ({ text, labels, kind }) => {
    const labelled = [...(await offered(text, kind)).keys()]
    for (const label of labels) expect(labelled).toContain(label)
  },
)

it('what the person has is not offered for the items of a list, nor the other way', async () => {
  const ofItems = await offered(`${inAny}        - some:\n            of: posts\n            where:\n              |`)
  expect([...ofItems.keys()]).not.toContain('post.title')
  expect([...(await offered(`${inAny}        - |`)).keys()]).not.toContain('unitType')
})

it.each([
  ['obligation', 'kind: rotation\ntriggers:\n  - id: a\n    obligation: |', 'must', '必须', 'required'],
  ['kind', 'kind: |', 'fitness', '不适岗', 'unfit'],
  ['provenance', 'kind: rotation\neffective:\n  from: 2023-05-01\n  provenance: |', 'assumed', '假定', 'supposes'],
  ['a convention', 'kind: rotation\nconventions:\n  monthEnd: |', 'nextDay', '次月', 'next month'],
])('completed: a value of %s with what it means in both languages', async (_, text, value, zh, en) => {
  const found = (await offered(text)).get(value)
  expect(found).toBeDefined()
  expect(textOf(found as Completion)).toContain(zh)
  expect(textOf(found as Completion)).toContain(en)
})

it('a key comes with its colon, and with what it cannot do without', async () => {
  const operators = await offered(`${inAny}        - inPost:\n            |`)
  expect(operators.get('atLeast')?.insertText).toMatch(/^atLeast: /)
  const forms = await offered(`${head}  b:\n    |`)
  expect(forms.get('latest')?.insertText).toMatch(/^latest:\n +of: .*\n +take: /)
})

it.each([
  ['a whole policy', '|', '轮岗交流政策 · a rotation policy', 'policy'],
  ['a parameter', 'kind: rotation\nparameters:\n  |', '参数 · parameter', 'policy'],
  ['a gate', `${head}gates:\n  - |`, '新的门槛 · new gate', 'policy'],
  ['a condition on a list', `${inAny}        - |`, '列表中至少有一项 · some item of a list', 'policy'],
  ['a derived fact', 'facts:\n  |', '累计时间 · accumulated time', 'facts'],
  ['an item of a scorecard', `${head}scorecard:\n  items:\n    - |`, '按数量计分 · points by quantity', 'policy'],
  ['a case', 'policy: a/b\nasOf: 2026-11-21\ncases:\n  - |', '新的用例 · new case', 'cases'],
  ['a whole mapping', '|', '花名册对应表 · a roster mapping', 'mapping'],
])('%s is offered as a skeleton, which is well-formed as it stands', async (_, text, label, kind) => {
  const skeleton = (await offered(text, kind)).get(label)?.insertText
  expect(skeleton).toBeDefined()
  // An editor indents what it writes as the line is in which it is written.
  const indent = /^ */.exec(text.split('\n').at(-1) ?? '')?.[0]
  const filled = proposed(skeleton ?? '').replaceAll('\n', `\n${indent}`)
  const found = await server.problemsIn(fileOf(kind), modeline(kind) + text.replace('|', () => filled))
  // What the text around it lacks is said of the whole file.
  expect(found.filter(({ message }) => !message.startsWith('Missing property'))).toEqual([])
})

function proposed(text: string): string {
  return text
    .replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replaceAll(/\$\{\d+:((?:[^{}]|\{[^{}]*\})*)\}/g, '$1')
    .replaceAll('\\$', '$')
}

// --- hover ----------------------------------------------------------------------------------------------------------

it.each([
  ['effective', '有效期'],
  ['gates', '必须达到的条件'],
  ['when', '规则成立的条件'],
  ['any:', '至少一条成立'],
  ['atLeast: 5', '满此时长'],
  ['between', '不小于第一个值'],
  ['post.from: {', '任职时间'],
  ['where', '选出满足此条件的项'],
  ['regular', '任职方式'],
  ['ifEmpty', '没有任何一项时'],
  ['since', '从哪一天起'],
  ['take', '取各项的这个字段'],
  ['each', '选出的每一项'],
  ['within', '不满此时长'],
  ['award', '按取值'],
  ['pass', '及格分'],
])('hovering over %s says what it is in Chinese', async (word, words) => {
  const text = modeline('policy') + policy
  const before = text.slice(0, text.indexOf(word)).split('\n')
  const at = { line: before.length - 1, character: (before.at(-1)?.length ?? 0) + 1 }
  expect(await server.hoverAt(fileOf('policy'), text, at)).toContain(words)
})

// --- problems -------------------------------------------------------------------------------------------------------

it('nothing is found in any shipped file', async () => {
  const files = SHIPPED.flatMap((one) =>
    readdirSync(one, { recursive: true, encoding: 'utf8' }).map((name) => join(one, name)),
  )
  const shipped = files.flatMap((file) => {
    const kind = /\.(policy|facts|cases|mapping)\.yaml$/.exec(file)?.[1]
    return kind === undefined ? [] : [{ file, kind, text: readFileSync(file, 'utf8') }]
  })
  expect(shipped.length).toBeGreaterThan(10)
  for (const { file, kind, text } of shipped) {
    // What people copy out of its folder names no schema; it is held against its own all the same.
    const named = text.startsWith('# yaml-language-server: $schema=')
    const problems = named ? server.problemsIn(file, text) : server.problemsIn(fileOf(kind), modeline(kind) + text)
    expect(await problems, file).toEqual([])
  }
}, 60_000)

it.each(faulty)('nothing is found in a good file ($kind)', async ({ kind, good }) => {
  expect(await server.problemsIn(fileOf(kind), modeline(kind) + good)).toEqual([])
  expect(checked(kind, modeline(kind) + good)).toEqual([])
})

const shapes = faulty.flatMap(({ kind, good, shape }) => shape.map((mistake) => ({ kind, good, mistake })))

it.each(shapes)('$kind: $mistake.0 is found in the same lines as by `check`', async ({ kind, good, mistake }) => {
  const text = wrong(kind, good, mistake)
  expect(lines(checked(kind, text).map(({ span }) => span?.line ?? 1))).toEqual(await found(kind, text))
})

it.each(toldInBrief)('%s: every line that `check` names is named', async (...mistake) => {
  const text = wrong('policy', policy, mistake)
  const ours = lines(checked('policy', text).map(({ span }) => span?.line ?? 1))
  expect(ours.length).toBeGreaterThan(0)
  expect(await found('policy', text)).toEqual(expect.arrayContaining([...ours]))
})

it.each(beyond)('%s is found by `check` only', async (...mistake) => {
  const text = wrong('policy', policy, mistake)
  expect(checked('policy', text)).not.toEqual([])
  expect(await found('policy', text)).toEqual([])
})

function wrong(kind: string, good: string, [name, stands, written]: readonly [string, string, string]): string {
  expect(good.split(stands).length, `${name}: what is to be replaced stands once`).toBe(2)
  return modeline(kind) + good.replace(stands, () => written)
}

function checked(kind: Faulty['kind'], text: string): readonly Diagnostic[] {
  const source = { file: fileOf(kind), text }
  const result =
    kind === 'mapping' ? loadMapping(source) : kind === 'cases' ? parseCases(source) : loadPolicySet([source])
  return result.ok ? [] : result.diagnostics.filter(({ severity }) => severity === 'error')
}

async function found(kind: string, text: string): Promise<readonly number[]> {
  return lines((await server.problemsIn(fileOf(kind), text)).map(({ range }) => range.start.line + 1))
}

/** Each line once. What concerns the whole file is said of its first line by `check`, of its first key by the server. */
function lines(all: readonly number[]): readonly number[] {
  return [...new Set(all.map((line) => Math.max(line, 2)))].sort((a, b) => a - b)
}
