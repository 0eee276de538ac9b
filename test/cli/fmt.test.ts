import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it, vi } from 'vitest'
import { temporaryFolder } from '../temporary-folder.js'
import { cli } from './command.js'

const { root, put } = temporaryFolder()

const WILD = 'a:\n    - {zh: 甲}   # 说明\n'
const TAME = 'a:\n  - { zh: 甲 } # 说明\n'

it('fmt: names the files that it changed and leaves the others alone', async () => {
  const [wild, tame] = [put('one/a.policy.yaml', WILD), put('one/b.facts.yaml', TAME)]
  utimesSync(tame, 1, 1)
  const { code, out, err } = await cli('fmt', join(root, 'one'))
  expect([code, out, err]).toEqual([0, `${wild}\n`, '共 2 个文件：整理了 1 个\n'])
  expect(readFileSync(wild, 'utf8')).toBe(TAME)
  expect(statSync(tame).mtimeMs).toBe(1000)
  expect(readdirSync(join(root, 'one')).sort()).toEqual(['a.policy.yaml', 'b.facts.yaml'])
})

it('fmt: a folder is its policies, dictionaries, cases and mappings, without hidden folders and installed packages', async () => {
  for (const name of ['a.policy.yaml', 'deep/b.facts.yml', 'c.cases.yaml', 'd.mapping.yaml']) put(`two/${name}`, WILD)
  for (const name of ['e.yaml', '.hidden/f.policy.yaml', 'node_modules/x/g.policy.yaml']) put(`two/${name}`, WILD)
  const { out } = await cli('fmt', '--check', join(root, 'two'))
  const names = ['a.policy.yaml', 'c.cases.yaml', 'd.mapping.yaml', 'deep/b.facts.yml']
  expect(out).toBe(names.map((name) => `${join(root, 'two', name)}\n`).join(''))
  expect((await cli('fmt', '--check', join(root, 'two/e.yaml'))).out).toContain('e.yaml')
})

it('fmt --check: changes nothing, and is 1 while a file is not formatted', async () => {
  const file = put('three/a.policy.yaml', WILD)
  expect(await cli('fmt', '--check', file, '--locale', 'en')).toEqual({
    code: 1,
    out: `${file}\n`,
    err: '1 file: 1 not formatted\n',
  })
  expect(readFileSync(file, 'utf8')).toBe(WILD)
  expect((await cli('fmt', file)).code).toBe(0)
  expect((await cli('fmt', '--check', file)).code).toBe(0)
})

it('fmt: a file that cannot be read as YAML stays as it is and says why; the others are formatted', async () => {
  const [broken, other] = [put('four/a.policy.yaml', 'a：1\n'), put('four/b.policy.yaml', WILD)]
  const { code, out, err } = await cli('fmt', join(root, 'four'))
  expect([code, out]).toEqual([2, `${other}\n`])
  expect(err).toContain(`${broken}:1:2`)
  expect(err).toContain('source/full-width')
  expect(err).toMatch(/\n {5}1 \| .*：.*\n {7}\| +\^\^\n/)
  expect(err).toContain('1 个无法读懂，未改动')
  expect(readFileSync(broken, 'utf8')).toBe('a：1\n')
})

it.each([
  ['a byte order mark', `\ufeff${TAME}`],
  ['Windows line ends', TAME.replaceAll('\n', '\r\n')],
  ['no line end at the end', TAME.trimEnd()],
])('fmt: %s alone is a change', async (_, text) => {
  const file = put('five/a.policy.yaml', text)
  expect((await cli('fmt', '--check', file)).code).toBe(1)
  await cli('fmt', file)
  expect(readFileSync(file, 'utf8')).toBe(TAME)
})

it('fmt: a file keeps its mode, and a link stays a link', async () => {
  const file = put('six/a.policy.yaml', WILD)
  chmodSync(file, 0o640)
  symlinkSync('a.policy.yaml', join(root, 'six/link.policy.yaml'))
  await cli('fmt', join(root, 'six/link.policy.yaml'))
  expect(lstatSync(join(root, 'six/link.policy.yaml')).isSymbolicLink()).toBe(true)
  expect([statSync(file).mode & 0o777, readFileSync(file, 'utf8')]).toEqual([0o640, TAME])
})

it.skipIf(process.getuid?.() === 0)(
  'fmt: a file that must not be written is not replaced (root may write all)',
  async () => {
    const file = put('seven/a.policy.yaml', WILD)
    chmodSync(file, 0o444)
    expect((await cli('fmt', file)).code).toBe(2)
    expect(readFileSync(file, 'utf8')).toBe(WILD)
  },
)

it('fmt: standard input goes to standard output', async () => {
  const input = vi.spyOn(process, 'stdin', 'get')
  const given = (text: string): void => void input.mockReturnValue(Readable.from([Buffer.from(text)]) as never)
  try {
    given(WILD)
    expect(await cli('fmt', '-')).toEqual({ code: 0, out: TAME, err: '' })
    given(WILD)
    expect(await cli('fmt', '-', '--check')).toEqual({ code: 1, out: '', err: '' })
    given('a: [')
    expect(await cli('fmt', '-')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('source/syntax') })
  } finally {
    input.mockRestore()
  }
  expect((await cli('fmt', '-', root)).code).toBe(2)
})

it('fmt: a path that is not there, and a folder without a file of ours, is wrong use', async () => {
  mkdirSync(join(root, 'empty'))
  expect(await cli('fmt', join(root, 'nowhere'))).toMatchObject({ code: 2, err: expect.stringContaining('nowhere') })
  expect(await cli('fmt', join(root, 'empty'))).toMatchObject({ code: 2, err: expect.stringContaining('empty') })
})
