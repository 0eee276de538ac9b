import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { expect, it, vi } from 'vitest'
import { temporaryFolder } from '../temporary-folder.js'
import { agePolicy } from './age-policy.js'
import { builtFile, bundleCommand, ended, shell, start } from './process.js'

vi.setConfig({ testTimeout: 60_000 })
bundleCommand()
const { root, put } = temporaryFolder()

const policy = put('age.policy.yaml', agePolicy('test/age'))
const cases = put(
  'age.cases.yaml',
  'policy: test/age\nasOf: 2026-11-21\ncases:\n  - { name: unknown, record: { id: a }, expect: { outcome: undetermined } }\n',
)
/** More than a pipe holds, many times over. */
const people = 2_000
const records = put('records.ndjson', Array.from({ length: people }, (_, index) => `{"id":"P${index}"}\n`).join(''))
const deciding = ['--policy', policy, '--as-of', '2026-11-21']
const line = (...argv: string[]): string => ['cadre', ...argv, ...deciding].join(' ')

it('a reader that has seen enough ends a run that is for it alone, without a word', async () => {
  const { code, out, err } = await shell(`${line('evaluate', records)} | head -n 1`)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(out)).toMatchObject({ subject: 'P0' })
})

it('a reader that has seen enough leaves the files of a run whole', async () => {
  const bad = put('bad.ndjson', `${readFileSync(records, 'utf8')}{"id"\n`)
  const rejections = join(root, 'rejections.ndjson')
  const { code } = await shell(`${line('evaluate', bad, '--rejections', rejections)} | head -n 1`)
  expect(code).toBe(1)
  expect(JSON.parse(readFileSync(rejections, 'utf8'))).toMatchObject({ line: people + 1 })
})

it('nobody needs to read the messages of a run that writes files', async () => {
  const bad = put('worse.ndjson', `${'{\n'.repeat(people)}{"id":"a"}\n`)
  const decisions = join(root, 'read-by-nobody.ndjson')
  const { code } = await shell(`${line('evaluate', bad, '-o', decisions)} 2>&1 | head -n 1`)
  expect(code).toBe(1)
  expect(JSON.parse(readFileSync(decisions, 'utf8'))).toMatchObject({ subject: 'a' })
})

// Only Linux has a device that is always full.
it.runIf(existsSync('/dev/full')).each([
  ['a result', `${line('evaluate', records)} > /dev/full`, '标准输出  无法写入：磁盘已满\n'],
  [
    'a short result',
    'cadre schema record --locale en > /dev/full',
    'standard output  cannot be written: the disk is full\n',
  ],
  ['a message', 'cadre schema nothing 2> /dev/full', ''],
])('a full disk is no bug of ours: %s', async (_, text, err) => {
  expect(await shell(text)).toEqual({ code: 2, out: '', err })
})

it.each(['evaluate', 'report'])(
  'a file that does not fit leaves nothing behind, and the message names it: %s',
  async (verb) => {
    const file = join(root, `${verb}-too-large`)
    const { code, err } = await shell(`ulimit -f 8; ${line(verb, records, '-o', file)}`)
    expect({ code, err }).toEqual({ code: 2, err: `${file}  无法写入：文件过大\n` })
    expect(readdirSync(root).filter((name) => name.startsWith(`${verb}-too-large`))).toEqual([])
  },
)

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s in the middle of a run leaves nothing that looks whole, nor half of it', async (signal, code) => {
  const folder = mkdtempSync(join(root, 'signal-'))
  const child = start(['evaluate', '-', ...deciding, '-o', join(folder, 'decisions.ndjson')])
  const end = ended(child)
  child.stdin.write('{"id":"a"}\n{"id":"b"}\n')
  const written = (): number =>
    readdirSync(folder).reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0)
  while (written() === 0) await setTimeout(10)
  child.kill(signal)
  expect(await end).toEqual({ code, out: '', err: '' })
  expect(readdirSync(folder)).toEqual([])
})

it.each([
  ['report', [records, ...deciding, '-o', join(root, 'page.html')]],
  ['evaluate', [records, ...deciding]],
  ['test', [cases]],
  ['explain', [records, ...deciding, '--id', 'P1']],
])('%s leaves nothing that would keep the process alive', async (verb, argv) => {
  const script = put(
    'left.mjs',
    `const { run } = await import(process.env.RUN)
await run(process.argv.slice(2), process)
// The streams to the outside are no matter, nor is a file that is being closed.
const left = process.getActiveResourcesInfo().filter((name) => !/Pipe|TickObject|CloseReq|FSReq/.test(name))
process.stderr.write('left: ' + JSON.stringify(left))
`,
  )
  const { err } = await shell(`RUN=${pathToFileURL(builtFile('run'))} "$NODE" ${[script, verb, ...argv].join(' ')}`)
  expect(err).toMatch(/left: \[\]$/)
})
