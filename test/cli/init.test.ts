import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { shellWord } from '../../src/cli/shell-word.js'
import { temporaryFolder } from '../temporary-folder.js'
import { cli } from './command.js'

// Every command that is shown is run, in both languages.
vi.setConfig({ testTimeout: 60_000 })

const { root } = temporaryFolder()

/** Runs one command line in a folder, as people do. */
async function cliIn(folder: string, ...argv: string[]): ReturnType<typeof cli> {
  const before = process.cwd()
  process.chdir(folder)
  try {
    return await cli(...argv)
  } finally {
    process.chdir(before)
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

const judging = ['roster.csv', '--mapping', 'roster.mapping.yaml', '--policy', '.', '--as-of', '2026-11-21']

/** Worked out by hand from the words of the policies: rotation, promotion, fitness, incentive. */
const people: Readonly<Record<string, readonly [string, string, string, string]>> = {
  'E-001': ['none', 'eligible', 'fit', 'none'], // 6 × 3 + 2 × 5
  'E-002': ['required', 'eligible', 'fit', 'none'], // five years to the day
  'E-003': ['none', 'eligible', 'fit', 'none'], // a day short; 6 + 9 + 6 + 2 × 4
  'E-004': ['advised', 'eligible', 'fit', 'none'], // eleven years in the post
  'E-005': ['exempt', 'eligible', 'fit', 'none'], // aged 59
  'E-006': ['undetermined', 'notYet', 'fit', 'none'], // 6 × 3 + 2 × 3 = 24
  'E-007': ['none', 'eligible', 'fit', 'granted'], // two years in the rank to the day; 24 + 5 + 4
  'E-008': ['none', 'notYet', 'unfit', 'none'], // 6 + 0 − 6 + 10
  'E-009': ['none', 'excluded', 'unfit', 'none'], // basically competent, and a sanction until 2027-03-10
  'E-010': ['none', 'notYet', 'watch', 'none'], // not yet two years in the rank
  'E-011': ['none', 'undetermined', 'undetermined', 'granted'], // 9 + 9 + (−6 to 9) + 6; a year on the front line
  'E-012': ['notApplicable', 'eligible', 'notApplicable', 'none'], // 6 + 9 + 6 + 2 × 4
}

describe.each(['zh', 'en'] as const)('init in %s', async (locale) => {
  const folder = join(root, `county ${locale}`)
  const said = await cliIn(root, 'init', `county ${locale}`, '--locale', locale)
  const language = ['--locale', locale]

  it('makes the folder and says what is in it', () => {
    expect([said.code, said.err]).toEqual([0, ''])
    const listed = [...said.out.matchAll(/^ {2}(\S+\.(?:yaml|json|csv|md))$/gm)].map(([, name]) => name)
    expect(listed.sort()).toEqual(filesIn(folder))
    for (const kind of ['rotation', 'promotion', 'fitness', 'incentive'])
      for (const part of ['policy', 'cases']) expect(listed).toContain(`${kind}.${part}.yaml`)
  })

  it('the policies are valid without a warning, and their cases pass', async () => {
    const checked = await cliIn(folder, 'check', '.', ...language)
    expect(checked).toEqual({
      code: 0,
      out: '',
      err: locale === 'zh' ? '检查通过：4 份政策\n' : 'passed: 4 policies\n',
    })
    const tested = await cliIn(folder, 'test', '.', '--format', 'json', ...language)
    const { failed, cases } = JSON.parse(tested.out)
    expect([tested.code, failed]).toEqual([0, 0])
    for (const kind of ['rotation', 'promotion', 'fitness', 'incentive'])
      expect(cases.filter(({ file }: { file: string }) => file === `${kind}.cases.yaml`).length).toBeGreaterThanOrEqual(
        8,
      )
  })

  it('the files are formatted', async () => {
    expect((await cliIn(folder, 'fmt', '--check', '.')).code).toBe(0)
  })

  it('everybody on the roster is decided, as worked out by hand', async () => {
    const { code, out, err } = await cliIn(folder, 'evaluate', ...judging, ...language)
    expect(code).toBe(0)
    const outcomes: Record<string, Record<string, string>> = {}
    for (const line of out.trim().split('\n')) {
      const { subject, policy, outcome } = JSON.parse(line)
      outcomes[subject] = { ...outcomes[subject], [policy.kind]: outcome }
    }
    const expected = Object.entries(people).map(([id, [rotation, promotion, fitness, incentive]]) => [
      id,
      { rotation, promotion, fitness, incentive },
    ])
    expect(outcomes).toEqual(Object.fromEntries(expected))
    expect(err.trim().split('\n').at(-1)).toMatch(/12 .*12 .*0 /)
  })

  it('one decision explains itself', async () => {
    const { code, out } = await cliIn(folder, 'explain', ...judging, '--id', 'E-002', ...language)
    expect(code).toBe(0)
    expect(out).toContain(
      locale === 'zh'
        ? '在热点岗位“财务科科长”任职5年，已达到5年的上限'
        : '5 years in the sensitive post “head of finance” reaches the limit of 5 years',
    )
  })

  it('every command in the README and at the end of init runs', async () => {
    const lines = (text: string): string[] =>
      [...text.matchAll(/^ *npx cadre-policy (.+)$/gm)].map(([, line = '']) => line)
    const readme = readFileSync(join(folder, 'README.md'), 'utf8')
    const commands = new Set([...lines(readme), ...lines(said.out)])
    expect(commands.size).toBeGreaterThanOrEqual(5)
    for (const command of commands) expect((await cliIn(folder, ...command.split(' '))).code, command).toBe(0)
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('E-012')
  })

  it('what the README says of a wrong row and of a figure that changes is so', async () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8')
    const [, told = ''] = /```text\n(.*)\n```/.exec(readme) ?? []
    const [day, wrong] = locale === 'zh' ? ['2022.03.01', '2022.13.01'] : ['2022-03-01', '2022-13-01']
    const roster = readFileSync(join(folder, 'roster.csv'), 'utf8')
    writeFileSync(join(folder, 'roster.csv'), roster.replace(day, wrong))
    const judged = await cliIn(folder, 'evaluate', ...judging, ...language)
    writeFileSync(join(folder, 'roster.csv'), roster)
    expect(readme).toContain(wrong)
    expect(judged.code).toBe(1)
    expect(judged.err.split('\n')[0]).toBe(told)

    const policy = readFileSync(join(folder, 'rotation.policy.yaml'), 'utf8')
    writeFileSync(join(folder, 'rotation.policy.yaml'), policy.replace('is: 5 years', 'is: 6 years'))
    const tested = await cliIn(folder, 'test', '.', ...language)
    writeFileSync(join(folder, 'rotation.policy.yaml'), policy)
    expect(readme).toMatch(locale === 'zh' ? /有四个用例不再通过/ : /four cases no longer pass/)
    expect(tested.out).toMatch(/, 4 failed\n$/)
  })

  it('editors find the schemas: from the first line of every file and from the settings of VS Code', () => {
    const yaml = filesIn(folder).filter((name) => name.endsWith('.yaml'))
    expect(yaml.length).toBeGreaterThan(8)
    for (const name of yaml) {
      const [, kind] = /\.(\w+)\.yaml$/.exec(name) ?? []
      const [line] = readFileSync(join(folder, name), 'utf8').split('\n')
      expect(line).toBe(`# yaml-language-server: $schema=./schemas/${kind}.schema.json`)
    }
    const settings = JSON.parse(readFileSync(join(folder, '.vscode/settings.json'), 'utf8'))
    const named = [
      ...Object.keys(settings['yaml.schemas']),
      ...settings['json.schemas'].map(({ url }: { url: string }) => url),
    ]
    expect(named.map((name: string) => name.replace('./schemas/', '')).sort()).toEqual(
      readdirSync(join(folder, 'schemas')).sort(),
    )
    for (const name of named) expect(existsSync(join(folder, name))).toBe(true)
    expect(settings['yaml.format.enable']).toBe(false)
    expect(settings['[yaml]']).toMatchObject({ 'editor.formatOnSave': false, 'editor.tabSize': 2 })
    const { recommendations } = JSON.parse(readFileSync(join(folder, '.vscode/extensions.json'), 'utf8'))
    expect(recommendations).toEqual(['redhat.vscode-yaml'])
  })
})

it('init: the current folder by default, beside what is there', async () => {
  const folder = join(root, 'here')
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{}')
  const { code, out } = await cliIn(folder, 'init')
  expect(code).toBe(0)
  expect(out).toContain('当前文件夹')
  expect(out).not.toContain('  cd ')
  expect(filesIn(folder)).toContain('package.json')
})

it('init: the policies of an installed package are none of the folder', async () => {
  const folder = join(root, 'installed')
  await cliIn(root, 'init', 'installed')
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(resolve('.'), join(folder, 'node_modules/linked'))
  mkdirSync(join(folder, 'node_modules/cadre-policy'))
  writeFileSync(join(folder, 'node_modules/cadre-policy/other.policy.yaml'), 'not: a policy\n')
  expect((await cliIn(folder, 'check', '.')).code).toBe(0)
})

it.each(['roster.csv', join('.vscode', 'settings.json')])(
  'init: a file that is there (%s) is named, and nothing is written',
  async (name) => {
    const folder = mkdtempSync(join(root, 'taken-'))
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), 'mine')
    const { code, out, err } = await cli('init', folder, '--locale', 'en')
    expect([code, out]).toEqual([2, ''])
    expect(err.trim().split('\n').slice(1)).toEqual([`  ${join(folder, name)}`])
    expect(filesIn(folder)).toEqual([name])
    expect(readFileSync(join(folder, name), 'utf8')).toBe('mine')
  },
)

it('init: what cannot be written whole is taken away again', async () => {
  const folder = mkdtempSync(join(root, 'half-'))
  writeFileSync(join(folder, 'schemas'), 'a file where a folder is needed')
  const { code, err } = await cli('init', folder)
  expect(code).toBe(2)
  expect(err).toContain('schemas')
  expect(readdirSync(folder)).toEqual(['schemas'])
})

it.each([
  ['county', 'county', 'county'],
  ['姜堰/云岫区', '姜堰/云岫区', '姜堰/云岫区'],
  ['my county', "'my county'", '"my county"'],
  ["it's", "'it'\\''s'", '"it\'s"'],
  ['$HOME', "'$HOME'", '"$HOME"'],
  ['~x', "'~x'", '"~x"'],
])('a folder that a shell would read otherwise is quoted: %s', (word, posix, windows) => {
  expect(shellWord(word, 'linux')).toBe(posix)
  expect(shellWord(word, 'win32')).toBe(windows)
})

it('npm packs every file that init copies', () => {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )
  const paths = packed.files.map(({ path }: { path: string }) => path)
  const needed = ['zh', 'en'].flatMap((locale) =>
    filesIn(resolve('examples/locality', locale)).map((name) => `examples/locality/${locale}/${name}`),
  )
  expect(needed).toContain('examples/locality/zh/.vscode/settings.json')
  expect(paths).toEqual(expect.arrayContaining(needed))
})
