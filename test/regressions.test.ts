// What a first adversarial reading of the whole found; each was wrong once.
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { loadPolicySet } from '../src/check/index.js'
import { run } from '../src/cli/run.js'
import { compile } from '../src/compile/index.js'
import { evaluate } from '../src/evaluate/index.js'
import { readNdjson } from '../src/files/index.js'
import type { Decision } from '../src/model/index.js'
import { readRecord } from '../src/record/index.js'
import { head, loaded, problemsOf, record, trigger } from './policy.js'
import './matchers.js'
import { temporaryFolder } from './temporary-folder.js'

const { root: folder } = temporaryFolder()

async function judged(body: string, data: object): Promise<Decision | string[]> {
  const result = await evaluate(compile(loaded(body), { asOf: '2026-11-21' }), record({ id: 'a', ...data }))
  if (!result.ok) return result.diagnostics.map(({ code, path }) => `${code} ${path.join('.')}`)
  const [decision] = result.value
  if (!decision) throw new Error('no decision')
  return decision
}
const rule = (when: string): string => `triggers:\n${trigger('a', when)}`
const post = { mode: 'regular', from: '2020-01-01' }

it('a policy that uses a file which is no dictionary is refused, not passed over', () => {
  const text = head.replace('../cadre.facts.yaml', 'a.policy.yaml') + rule('{ nonsense: 男 }')
  const result = loadPolicySet([{ file: 'a.policy.yaml', text }])
  expect(result.ok ? [] : result.diagnostics.map(({ code }) => code)).toEqual(['check/unknown-dictionary'])
})

const limit = (is: string): string =>
  `parameters:\n  x: { title: { zh: x, en: x }, provenance: assumed, values: [{ from: 2020-01-01, is: ${is} }] }\n`

it('a parameter inside a list is a parameter', async () => {
  expect(
    await judged(limit('科长') + rule('{ post.title: { notIn: [$x, 局长] } }'), {
      posts: [{ ...post, title: '科长' }],
    }),
  ).toHaveOutcome('none')
  expect(problemsOf(rule('{ post.title: { notIn: [$y] } }'))).toEqual(['check/unknown-parameter 5:35'])
  expect(problemsOf(limit('$y') + rule('{ post.title: $x }'))).toEqual(['check/operand-type 2:87'])
})

it('an order needs its values, each once, and only texts have them', () => {
  const facts = (entry: string): string => `facts:\n  ${entry}\n${rule('{ age: { known: true } }')}`
  expect(problemsOf(facts('posts.title: { ordered: true }'))).toEqual(['check/ordered-without-values 2:3'])
  expect(problemsOf(facts('posts.title: { values: [a, b, a] }'))).toEqual(['shape/repeated 2:33'])
  expect(problemsOf(facts('birthDate: { values: [a] }'))).toEqual(['check/operand-type 2:16'])
})

it('facts with other values are not compared', () => {
  expect(problemsOf(rule('{ post.level: { atLeast: { fact: post.title } } }'))).toEqual([
    'check/other-enumeration 5:36',
  ])
})

it('what a dictionary says of the current post holds of every post', async () => {
  const facts = 'facts:\n  post.title: { values: [甲, 乙] }\n'
  expect(await judged(facts + rule('{ post.title: { isNot: 乙 } }'), { posts: [{ ...post, title: '已' }] })).toEqual([
    'record/unknown-value posts.0.title',
  ])
})

it.each(['kind: [annual]', 'kind: { in: [annual] }', 'year: { atLeast: 2024 }'])(
  'a missing year is due however the list is asked (%s)',
  async (where) => {
    const facts = `facts:\n  g: { title: { zh: g, en: g }, latest: { of: assessments, where: { ${where} }, take: grade } }\n`
    const data = { workStartedOn: '2020-01-01', assessments: [{ kind: 'annual', year: 2024, grade: '称职' }] }
    expect(await judged(facts + rule('{ g: 不称职 }'), data)).toHaveOutcome('undetermined')
  },
)

it('nobody is judged by years before the first assessment if nobody knows since when', async () => {
  const never = rule('{ none: { of: assessments, where: { kind: annual, grade: 不称职 } } }')
  const assessments = [2023, 2024, 2025].map((year) => ({ kind: 'annual', year, grade: '称职' }))
  expect(await judged(never, { workStartedOn: '2023-07-01', assessments })).toHaveOutcome('required')
  const decision = await judged(never, { assessments })
  expect(decision).toHaveOutcome('undetermined')
  expect(decision).toBeMissing('workStartedOn')
})

it('a record without waivers is taken to have none, and the decision says so', async () => {
  const decision = await judged(rule('{ sex: 男 }'), { sex: '男' })
  expect(decision).toMatchObject({
    outcome: 'required',
    assumptions: [{ kind: 'absent-value', path: 'waivers', rules: ['a'] }],
  })
  expect(await judged(rule('{ sex: 男 }'), { sex: '男', waivers: [] })).toMatchObject({ assumptions: [] })
})

it('a duplicate key is found behind a bare carriage return', async () => {
  const file = join(folder, 'cr.ndjson')
  writeFileSync(file, '{"id":"a","sanctions":[{"type":"x"}],\r"sanctions":[]}')
  for await (const row of readNdjson(file))
    expect('diagnostics' in row && row.diagnostics.map(({ code }) => code)).toEqual(['record/duplicate-key'])
})

it.each([
  ['number', '"5"', 'record/wrong-type extra.s'],
  ['boolean', '"yes"', 'record/wrong-type extra.s'],
  ['date', '"abc"', 'record/not-a-date extra.s'],
  ['text', '5', 'record/wrong-type extra.s'],
])('extra declared as %s and filled with %s rejects the record', async (type, value, problem) => {
  const facts = `facts:\n  extra.s: { type: ${type}, title: { zh: s, en: s } }\n`
  expect(await judged(facts + rule('{ extra.s: { known: true } }'), { extra: { s: JSON.parse(value) } })).toEqual([
    problem,
  ])
})

it('within may take elapsed time', async () => {
  const when = rule('{ some: { of: supervision, where: { date: { within: { fact: age } } } } }')
  expect(await judged(when, { birthDate: '2000-01-01', supervision: [{ date: '2001-01-01' }] })).toHaveOutcome(
    'required',
  )
})

it('every assumed parameter that took part is told, in a pair and inside a fact too', async () => {
  const two = limit('1 year') + limit('2 years').replace('parameters:\n', '').replace('  x:', '  y:')
  const names = (decision: Decision | string[]) =>
    'assumptions' in decision && decision.assumptions.flatMap((one) => (one.kind === 'parameter' ? [one.name] : []))
  expect(
    names(
      await judged(two + rule('{ timeInPost: { between: [$x, $y] } }'), { posts: [{ ...post, from: '2025-05-01' }] }),
    ),
  ).toEqual(['x', 'y'])
  const fact =
    'facts:\n  n: { title: { zh: n, en: n }, count: { of: supervision, where: { severity: { atLeast: $x } } } }\n'
  expect(
    names(
      await judged(limit('2') + fact + rule('{ n: { atLeast: 1 } }'), {
        supervision: [{ date: '2025-01-01', severity: 2 }],
      }),
    ),
  ).toEqual(['x'])
})

it('a mode that was supposed in finding the current post is told', async () => {
  const facts = 'facts:\n  posts.mode: { absent: regular }\n'
  const decision = await judged(facts + rule('{ post.title: a }'), {
    posts: [{ from: '2020-01-01', title: 'a' }],
    waivers: [],
  })
  expect(decision).toMatchObject({
    outcome: 'required',
    assumptions: [{ kind: 'absent-value', path: 'posts.0.mode' }, { kind: 'still-open' }],
  })
})

it.each([
  ['{ unless: { sex: 男 } }', ['shape/unknown-key 5:13 → not']],
  ['{ and: [{ sex: 男 }] }', ['shape/unknown-key 5:13 → all']],
  ['{ sex： 男 }', ['source/full-width 5:16']],
  ['sex： 男', ['source/full-width 5:11']],
])('%s is named for what it is', (when, expected) => {
  expect(problemsOf(rule(when))).toEqual(expected)
})

it.each(['all', 'asOf', 'posts', '$x'])('a fact cannot be named %s', (name) => {
  expect(
    problemsOf(
      `facts:\n  ${name}: { title: { zh: x, en: x }, count: { of: posts } }\n${rule('{ age: { known: true } }')}`,
    ),
  ).toEqual(['check/reserved-name 2:3'])
})

it('a suggestion is never the word that was written', () => {
  const facts = 'facts:\n  g: { title: { zh: g, en: g }, latest: { of: posts, take: posts.title } }\n'
  expect(problemsOf(facts + rule('{ age: { known: true } }'))).toEqual(['check/unknown-field 2:60'])
})

it('records, decisions and rejections are different files, and nothing half-written is left', async () => {
  const records = join(folder, 'in.ndjson')
  writeFileSync(records, '{"id":"a"}\n')
  const sink = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() })
  const cli = (...more: string[]): Promise<number> =>
    run(['evaluate', records, '--policy', 'policies/jiangyan', '--as-of', '2026-11-21', ...more], {
      stdout: sink(),
      stderr: sink(),
    })
  const before = readdirSync(folder)
  expect(await cli('-o', records)).toBe(2)
  expect(await cli('-o', join(folder, 'x'), '--rejections', join(folder, '.', 'x'))).toBe(2)
  expect(await cli('-o', join(folder, 'x'), '--rejections', join(folder, 'no', 'x'))).toBe(2)
  expect(readdirSync(folder)).toEqual(before)
})

it('a fact that is used many times is told once, however deep', async () => {
  const chain = Array.from(
    { length: 40 },
    (_, index) => `  a${index + 1}: { title: { zh: 甲, en: a }, plus: [a${index}, a${index}] }\n`,
  )
  const facts = `facts:\n  a0: { title: { zh: 甲, en: a }, count: { of: honours } }\n${chain.join('')}`
  const decision = await judged(`${facts}figures: [a40]\n${rule('{ a40: { atLeast: 3 } }')}`, {
    honours: [{ title: '甲' }],
  })
  expect(JSON.stringify(decision).length).toBeLessThan(50_000)
  expect(decision).toMatchObject({
    figures: [{ value: { type: 'interval', high: { type: 'number', value: String(2 ** 40) } } }],
  })
})

it('a record that holds itself, or goes on for ever, is rejected and not thrown over', () => {
  const cyclic: Record<string, unknown> = { id: 'a' }
  cyclic.extra = cyclic
  let deep: unknown = 1
  for (let level = 0; level < 20_000; level += 1) deep = { deep }
  for (const data of [cyclic, { id: 'a', extra: deep }]) {
    const result = readRecord(data)
    expect(result.ok ? [] : result.diagnostics.map(({ code }) => code)).toEqual(['record/too-deep'])
  }
})

it('a fact that cannot be read is not unknown in a reason as well', () => {
  const facts = 'facts:\n  x: { title: { zh: 甲, en: x }, plus: [brithDate, 3 years] }\n'
  const because = '    because: { zh: "{x}", en: "{x}" }\n'
  expect(problemsOf(facts + rule('{ age: { known: true } }') + because)).toEqual([
    'check/unknown-fact 2:40 → birthDate',
  ])
})

it('long lists of which everything is known take a moment, not minutes', async () => {
  const honours = Array.from({ length: 2_000 }, (_, index) => ({
    title: '甲',
    matter: String(index % 50),
    date: new Date(Date.UTC(1990, 0, 1 + index * 6)).toISOString().slice(0, 10),
  }))
  const facts = `facts:
  kept: { title: { zh: 甲, en: a }, count: { of: honours, keep: { highest: date, per: matter } } }
  newest: { title: { zh: 乙, en: b }, count: { of: honours, latest: 3, having: { matter: { isNot: '7' } } } }
`
  const decision = await judged(`${facts}figures: [kept, newest]\n${rule('{ age: { known: true } }')}`, { honours })
  expect(decision).toMatchObject({ figures: [{ value: { value: '50' } }, { value: { value: '3' } }] })
}, 10_000)
