import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { compile, toProgramFile } from '../../src/index.js'
import { loaded, trigger } from '../policy.js'
import { temporaryFolder } from '../temporary-folder.js'
import { cli } from './command.js'

// The roster is judged many times here.
vi.setConfig({ testTimeout: 60_000 })

const { root: folder, put: written } = temporaryFolder()
const at = (name: string): string => join(folder, name)

const day = ['--as-of', '2026-11-21']
const rotation = 'policies/jiangyan/rotation.policy.yaml'
const program = at('program.json')
const compiled = await cli('compile', rotation, ...day, '-o', program)
const text = readFileSync(program, 'utf8')

it('the program goes to a file, and its digest to standard error', async () => {
  const { digest } = JSON.parse(text)
  expect(compiled).toEqual({
    code: 0,
    out: '',
    err: `已写入 ${program}\n已编译 1 份政策，基准日 2026-11-21，摘要 ${digest}\n`,
  })
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/)
  expect(Object.keys(JSON.parse(text))).toEqual([
    'schemaVersion',
    'languageVersion',
    'engineVersion',
    'digest',
    'program',
  ])
})

it('without a file it goes to standard output, the same', async () => {
  const { code, out, err } = await cli('compile', rotation, ...day, '--locale', 'en')
  expect([code, out]).toEqual([0, text])
  expect(err).toBe(`1 policy compiled as of 2026-11-21, digest ${JSON.parse(text).digest}\n`)
})

const versions = readdirSync('test/cases/policies')
  .filter((name) => /^(transitional|versions)-.*\.policy\.yaml$/.test(name))
  .map((name) => `test/cases/policies/${name}`)
const files = [...readdirSync('policies/jiangyan').map((name) => `policies/jiangyan/${name}`), ...versions].filter(
  (name) => name.endsWith('.policy.yaml'),
)

it('the same bytes in whatever order the files are named', async () => {
  const { out } = await cli('compile', ...files, ...day)
  expect(JSON.parse(out).program.policies.length).toBeGreaterThan(5)
  for (const order of [
    files.toReversed(),
    [...files.slice(3), ...files.slice(0, 3)],
    ['policies/cadre.facts.yaml', ...files],
  ])
    expect((await cli('compile', ...order, ...day)).out).toBe(out)
})

it('the same bytes where two versions that begin on one day are named either way round', async () => {
  const version = (who: string): string =>
    `policy: test/who
kind: rotation
title: { zh: 测试, en: test }
effective: { from: 2020-01-01 }
appliesTo: { sex: ${who} }
citation: { document: 测试办法 }
triggers: [{ id: any, title: { zh: 任何, en: any }, obligation: must, when: { birthDate: { before: 2000-01-01 } } }]
review: [{ id: verify, title: { zh: 核实, en: verification }, to: { zh: 组织部, en: the office } }]
`
  const both = [written('women.policy.yaml', version('女')), written('men.policy.yaml', version('男'))]
  const { code, out } = await cli('compile', ...both, ...day)
  expect(code).toBe(0)
  expect(JSON.parse(out).program.policies).toHaveLength(2)
  expect((await cli('compile', ...both.toReversed(), ...day)).out).toBe(out)
})

it.each([
  ['Asia/Shanghai', -480],
  ['America/Los_Angeles', 480],
  ['Pacific/Kiritimati', -840],
])('the same bytes under %s', async (zone, offset) => {
  const before = process.env.TZ
  process.env.TZ = zone
  try {
    expect(new Date(2026, 10, 21).getTimezoneOffset()).toBe(offset)
    expect((await cli('compile', rotation, ...day)).out).toBe(text)
  } finally {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
})

it('an invalid policy is 2 with its problems, and leaves no file', async () => {
  const bad = written('bad.policy.yaml', 'policy: x\n')
  const { code, out, err } = await cli('compile', bad, ...day, '-o', at('none.json'))
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('shape/missing-key')
  expect(readdirSync(folder)).not.toContain('none.json')
})

it.each([
  ['no as-of date', ['compile', rotation]],
  ['a month as as-of date', ['compile', rotation, '--as-of', '2026-11']],
  ['no policy', ['compile', ...day]],
  ['a policy that is not there', ['compile', 'nowhere', ...day]],
  ['a file that cannot be written', ['compile', rotation, ...day, '-o', join(folder, 'nowhere/program.json')]],
  ['the policy as the file', ['compile', rotation, ...day, '-o', `./${rotation}`]],
  ['a policy of the folder as the file', ['compile', 'policies/jiangyan', ...day, '-o', rotation]],
  ['a dictionary of the policy as the file', ['compile', rotation, ...day, '-o', 'policies/cadre.facts.yaml']],
  [
    'a program and a policy',
    ['evaluate', 'examples/roster/records.ndjson', '--program', program, '--policy', rotation],
  ],
  ['a program and a date', ['evaluate', 'examples/roster/records.ndjson', '--program', program, ...day]],
  ['neither a program nor a policy', ['explain', 'examples/roster/records.ndjson', '--id', 'R-001']],
  ['a program that is not there', ['evaluate', 'examples/roster/records.ndjson', '--program', at('nowhere.json')]],
  ['decisions over the program', ['evaluate', 'examples/roster/records.ndjson', '--program', program, '-o', program]],
])('wrong use is 2, with words and without a stack: %s', async (_, argv) => {
  const sources = [rotation, 'policies/cadre.facts.yaml']
  const before = sources.map((name) => readFileSync(name, 'utf8'))
  const { code, out, err } = await cli(...argv)
  expect([code, out]).toEqual([2, ''])
  expect(err).not.toBe('')
  expect(err).not.toMatch(/\n\s+at /)
  expect(sources.map((name) => readFileSync(name, 'utf8'))).toEqual(before)
  expect(readFileSync(program, 'utf8')).toBe(text)
})

it('a program decides, explains and reports as its policies do', async () => {
  const roster = 'examples/roster/roster.csv'
  const mapping = ['--mapping', 'examples/roster/roster.mapping.yaml']
  const verbs = [
    ['evaluate', roster, ...mapping],
    ['explain', roster, ...mapping, '--id', 'R-001', '--locale', 'en'],
  ]
  for (const verb of verbs) {
    const own = await cli(...verb, '--policy', rotation, ...day)
    expect(await cli(...verb, '--program', program)).toEqual(own)
    expect(own.out).not.toBe('')
  }
  const page = async (name: string, ...by: string[]): Promise<string> => {
    expect((await cli('report', roster, ...mapping, ...by, '-o', at(name))).code).toBe(1)
    return readFileSync(at(name), 'utf8')
  }
  expect(await page('a.html', '--program', program)).toBe(await page('b.html', '--policy', rotation, ...day))
})

it('a program that was changed judges nobody, and its file is named', async () => {
  const changed = written('changed.json', text.replace('20261121', '20271121'))
  const { code, out, err } = await cli('evaluate', 'examples/roster/records.ndjson', '--program', changed)
  expect([code, out]).toEqual([2, ''])
  expect(err).toBe(
    `${changed}:1:1  错误  program/digest  内容与摘要不符：编译之后文件有改动；请修改政策本身，再重新编译\n已编译政策不能使用，没有判定任何人\n`,
  )
})

it('a program that needs an extension judges nobody, and says which', async () => {
  const extension = {
    title: { zh: '以…开头', en: 'to start with …' },
    tests: 'text',
    operand: 'text',
    test: (left: string, right: string) => left.startsWith(right),
  } as const
  const body = `triggers:\n${trigger('county', '{ residence: { x-startsWith: 县 } }')}`
  const own = compile(loaded(body, { extensions: { operators: { 'x-startsWith': extension } } }), {
    asOf: '2026-11-21',
  })
  const file = written('own.json', JSON.stringify(toProgramFile(own)))
  const { code, err } = await cli('evaluate', 'examples/roster/records.ndjson', '--program', file, '--locale', 'en')
  expect(code).toBe(2)
  expect(err).toBe(
    'the program uses x-startsWith, which an embedding program must give; the command cannot judge by it\n',
  )
})
