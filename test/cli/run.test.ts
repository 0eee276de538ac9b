import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Writable } from 'node:stream'
import { WriteStream } from 'node:tty'
import { expect, it, vi } from 'vitest'
import { run } from '../../src/cli/run.js'
import { temporaryFolder } from '../temporary-folder.js'
import { agePolicy } from './age-policy.js'
import { cli } from './command.js'

// The whole roster is judged many times here.
vi.setConfig({ testTimeout: 60_000 })

const { root: folder, put: file } = temporaryFolder()

const deciding = ['--policy', 'policies/jiangyan/rotation.policy.yaml', '--as-of', '2026-11-21']
const roster = 'examples/roster/records.ndjson'

it('demo: both files, a summary, three explanations, the folder, and the count at the end', async () => {
  const { code, out, err } = await cli('demo', '-o', join(folder, 'demo'))
  expect(code).toBe(0)
  expect(err).toBe('')
  expect(out).toContain('records.ndjson：72 行 = 60 人已判定 + 12 行被拒')
  expect(out).toContain('roster.csv：72 行 = 60 人已判定 + 12 行被拒')
  expect(out.match(/^结论$/gm)).toHaveLength(3)
  expect(out.trim().split('\n').at(-1)).toBe('共读入 144 行 = 120 行已判定 + 24 行被拒')
  expect(readdirSync(join(folder, 'demo')).sort()).toEqual(['decisions.ndjson', 'rejections.ndjson', 'report.html'])
  expect(readFileSync(join(folder, 'demo/decisions.ndjson'), 'utf8').trim().split('\n')).toHaveLength(240)
  expect(readFileSync(join(folder, 'demo/rejections.ndjson'), 'utf8').trim().split('\n')).toHaveLength(24)
})

it('evaluate: decisions to standard output, everything else to standard error, rejected rows make 1', async () => {
  const { code, out, err } = await cli('evaluate', roster, ...deciding)
  expect(code).toBe(1)
  const decisions = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(decisions.map(({ subject }) => subject)).toHaveLength(60)
  expect(err.trim().split('\n').at(-1)).toBe('共读入 72 行 = 60 行已判定 + 12 行被拒')
  expect(err).toContain('examples/roster/records.ndjson:5  被拒  record/not-a-date  posts.0.from：')
})

it('evaluate: to files, whole or not at all', async () => {
  const [output, rejections] = [join(folder, 'd.ndjson'), join(folder, 'r.ndjson')]
  const { code, out } = await cli(
    'evaluate',
    'examples/roster/roster.csv',
    ...deciding,
    '--mapping',
    'examples/roster/roster.mapping.yaml',
    '-o',
    output,
    '--rejections',
    rejections,
  )
  expect([code, out]).toEqual([1, ''])
  expect(readFileSync(output, 'utf8').trim().split('\n')).toHaveLength(60)
  const [first] = readFileSync(rejections, 'utf8').trim().split('\n')
  expect(JSON.parse(first ?? '')).toMatchObject({
    line: 6,
    id: 'R-101',
    problems: [{ code: 'record/not-a-date', field: 'posts.0.from' }],
  })
})

it('evaluate: a roster without a bad row makes 0', async () => {
  const { code, err } = await cli('evaluate', file('good.ndjson', '{"id":"a"}\n'), ...deciding, '--locale', 'en')
  expect(code).toBe(0)
  expect(err.trim().split('\n').at(-1)).toBe('1 row read = 1 decided + 0 rejected')
})

it('explain: one person, in Chinese or English', async () => {
  expect((await cli('explain', roster, ...deciding, '--id', 'R-001')).out).toContain('  必须交流')
  expect((await cli('explain', roster, ...deciding, '--id', 'R-001', '--locale', 'en')).out).toContain(
    '  exchange required',
  )
  expect(
    JSON.parse((await cli('explain', roster, ...deciding, '--id', 'R-001', '--format', 'json')).out),
  ).toMatchObject([{ subject: 'R-001', outcome: 'required' }])
})

it('explain: one person, in Markdown', async () => {
  expect((await cli('explain', roster, ...deciding, '--id', 'R-001', '--format', 'markdown')).out).toContain(
    '\n\n## 结论\n\n- 必须交流\n',
  )
})

it.each([
  ['somebody who is not there', ['--id', 'X'], 2, '记录中没有编号为 X 的人'],
  ['somebody whose record is rejected', ['--id', 'R-101'], 1, '编号为 R-101 的记录被拒'],
  ['nobody named among several', [], 2, '请用 --id 指明编号'],
])('explain: %s', async (_, more, code, message) => {
  const result = await cli('explain', roster, ...deciding, ...more)
  expect(result.code).toBe(code)
  expect(result.err).toContain(message)
})

it('report: a page with every row, decided or rejected, and how many on standard error', async () => {
  const page = join(folder, 'report.html')
  const { code, out, err } = await cli('report', roster, ...deciding, '-o', page)
  expect([code, out]).toEqual([1, ''])
  expect(err.trim().split('\n')).toEqual([`已写入 ${page}`, '共读入 72 行 = 60 行已判定 + 12 行被拒'])
  const html = readFileSync(page, 'utf8')
  expect(html).toMatch(/^<!doctype html>\n<html lang="zh-Hans">/)
  expect(html).toContain('72 行')
  expect((await cli('report', roster, ...deciding)).code).toBe(2)
  expect((await cli('report', roster, ...deciding, '-o', join(folder, 'nowhere/report.html'))).code).toBe(2)
})

it.each(['evaluate', 'report'])('%s: what the run reads is never written over', async (verb) => {
  const records = file('kept.csv', '编号\na\n')
  const mapping = file('kept.mapping.yaml', 'fields: { id: 编号 }\n')
  const policy = file('kept.policy.yaml', agePolicy('test/kept'))
  const before = [records, mapping, policy].map((name) => readFileSync(name, 'utf8'))
  for (const output of [records, mapping, policy]) {
    const argv = [verb, records, '--mapping', mapping, '--policy', policy, '--as-of', '2026-11-21', '-o', output]
    const { code, out, err } = await cli(...argv)
    expect([code, out, err]).toEqual([2, '', `不能写到 ${output}：这次运行要读取它，或者已要写到它\n`])
  }
  expect([records, mapping, policy].map((name) => readFileSync(name, 'utf8'))).toEqual(before)
})

it('explain: as Markdown', async () => {
  const { code, out } = await cli('explain', roster, ...deciding, '--id', 'R-001', '--format', 'markdown')
  expect(code).toBe(0)
  expect(out).toMatch(/^# /)
  expect(out).toContain('\n## ')
})

it('check: 0 if all is well, 1 with every problem, 2 if there is nothing to check', async () => {
  expect(await cli('check', 'policies')).toMatchObject({ code: 0, out: '', err: '检查通过：4 份政策\n' })
  const text = readFileSync('policies/jiangyan/rotation.policy.yaml', 'utf8')
  const broken = text
    .replace('uses: [../cadre.facts.yaml]\n', '')
    .replace('post.sensitive: true', 'post.sensitiv: true')
  const bad = await cli('check', file('bad.policy.yaml', broken))
  expect(bad.code).toBe(1)
  expect(bad.out).toMatch(
    /bad\.policy\.yaml:\d+:7 {2}错误 {2}check\/unknown-fact {2}没有名为 `post\.sensitiv` 的事实；是否想写 `post\.sensitive`？/,
  )
  const json = JSON.parse((await cli('check', join(folder, 'bad.policy.yaml'), '--format', 'json')).out)
  expect(json).toMatchObject({ schemaVersion: 1, ok: false })
  expect(json.diagnostics.length).toBeGreaterThan(1)
  expect((await cli('check', join(folder, 'nowhere'))).code).toBe(2)
})

/** A policy of which a key is misspelt, with its dictionary. */
const misspelt = (name: string): string => {
  file('cadre.facts.yaml', readFileSync('policies/cadre.facts.yaml', 'utf8'))
  const text = readFileSync('policies/jiangyan/rotation.policy.yaml', 'utf8')
  return file(
    name,
    text.replace('../cadre.facts.yaml', 'cadre.facts.yaml').replace('post.sensitive: true', 'post.sensitiv: true'),
  )
}

it('check: below each problem stands its line, and carets below what is meant', async () => {
  const { out } = await cli('check', misspelt('misspelt.policy.yaml'))
  const [first = '', ...frame] = out.trimEnd().split('\n')
  expect(first).toMatch(/misspelt\.policy\.yaml:67:7 {2}错误 {2}check\/unknown-fact {2}/)
  expect(frame).toEqual(['    66 |     when:', '    67 |       post.sensitiv: true', '       |       ^^^^^^^^^^^^^'])
})

it('check: SARIF and GitHub’s annotations name the place from its beginning to its end', async () => {
  const name = misspelt('misspelt.policy.yaml')
  const sarif = await cli('check', name, '--format', 'sarif', '--locale', 'en')
  expect(sarif.code).toBe(1)
  const [{ results }] = JSON.parse(sarif.out).runs
  expect(results).toHaveLength(1)
  expect(results[0].locations[0].physicalLocation.region).toEqual({
    startLine: 67,
    startColumn: 7,
    endLine: 67,
    endColumn: 20,
  })
  const github = await cli('check', name, '--format', 'github', '--locale', 'en')
  expect(github.code).toBe(1)
  expect(github.out).toBe(
    `::error file=${name},line=67,col=7,endLine=67,endColumn=20,title=check/unknown-fact::there is no fact \`post.sensitiv\`; did you mean \`post.sensitive\`?\n`,
  )
  expect((await cli('check', 'policies', '--format', 'github')).out).toBe('')
  expect(JSON.parse((await cli('check', 'policies', '--format', 'sarif')).out).runs[0].results).toEqual([])
})

it('a verb that decides shows the frame, and nothing of the records', async () => {
  const { code, out, err } = await cli(
    'evaluate',
    roster,
    '--policy',
    misspelt('misspelt.policy.yaml'),
    '--as-of',
    '2026-11-21',
  )
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('    67 |       post.sensitiv: true\n       |       ^^^^^^^^^^^^^\n')
  const csv = file('broken.csv', '编号,姓名\n1,"张三\n')
  const mapping = file('broken.mapping.yaml', 'fields: { id: 编号 }\nignored: [姓名]\n')
  const broken = await cli('evaluate', csv, '--mapping', mapping, ...deciding)
  expect(broken.err).toContain('source/syntax')
  expect(broken.err).not.toContain('张三')
})

/** What one command line writes to terminals, or to files, under an environment. */
async function written(env: Readonly<Record<string, string>>, isTTY: boolean, ...argv: string[]): Promise<string> {
  // The environment is this one and no other: under CI, for one, a terminal has no colours either.
  for (const name of new Set([...Object.keys(process.env), ...Object.keys(env)])) vi.stubEnv(name, env[name])
  let all = ''
  // As much of a terminal as whoever colours asks for.
  const stream = () =>
    Object.assign(
      new Writable({
        write(chunk, _, done) {
          all += String(chunk)
          done()
        },
      }),
      isTTY ? { isTTY, getColorDepth: WriteStream.prototype.getColorDepth } : {},
    )
  await run(argv, { stdout: stream(), stderr: stream() })
  vi.unstubAllEnvs()
  return all
}

it.each<[string, Readonly<Record<string, string>>, boolean, boolean]>([
  ['a terminal', { TERM: 'xterm-256color' }, true, true],
  ['a file', { TERM: 'xterm-256color' }, false, false],
  ['a terminal under NO_COLOR', { TERM: 'xterm-256color', NO_COLOR: '1' }, true, false],
  ['a terminal that is dumb', { TERM: 'dumb' }, true, false],
  ['a terminal under CI', { TERM: 'xterm-256color', CI: 'true' }, true, false],
  ['a file under FORCE_COLOR', { FORCE_COLOR: '1' }, false, true],
])('colours: %s', async (_, env, isTTY, coloured) => {
  const name = misspelt('misspelt.policy.yaml')
  const sequence = '\u001b['
  for (const argv of [
    ['check', name],
    ['evaluate', roster, '--policy', name, '--as-of', '2026-11-21'],
  ])
    expect((await written(env, isTTY, ...argv)).includes(sequence)).toBe(coloured)
  for (const format of ['json', 'sarif', 'github'])
    expect(await written(env, isTTY, 'check', name, '--format', format)).not.toContain(sequence)
})

it('check: what a policy names of an embedding program, the command does not have', async () => {
  const text = readFileSync('policies/jiangyan/rotation.policy.yaml', 'utf8')
  const own = text
    .replace('../cadre.facts.yaml', resolve('policies/cadre.facts.yaml'))
    .replace('post.sensitive: true', 'post.title: { x-startsWith: 县 }')
  const { code, out } = await cli('check', file('own.policy.yaml', own))
  expect(code).toBe(1)
  expect(out).toContain(
    'check/unknown-extension  没有给出名为 `x-startsWith` 的运算符；以 `x-` 开头的名称须由嵌入本库的程序在 `extensions` 中给出',
  )
})

it('schema: prints what the package publishes', async () => {
  for (const name of ['policy', 'facts', 'record', 'cases', 'mapping', 'decision', 'program', 'diagnostics']) {
    expect((await cli('schema', name)).out).toBe(readFileSync(`schemas/${name}.schema.json`, 'utf8'))
  }
})

it.each([
  ['no verb that there is', ['evalute', roster]],
  ['no policy', ['evaluate', roster, '--as-of', '2026-11-21']],
  ['no as-of date', ['evaluate', roster, '--policy', 'policies/jiangyan']],
  ['an as-of date that is no day', ['evaluate', roster, '--policy', 'policies/jiangyan', '--as-of', '2026-02-30']],
  ['a month as as-of date', ['evaluate', roster, '--policy', 'policies/jiangyan', '--as-of', '2026-11']],
  ['records that are not there', ['evaluate', 'nowhere.ndjson', ...deciding]],
  ['a CSV without mapping', ['evaluate', 'examples/roster/roster.csv', ...deciding]],
  ['a policy that is not there', ['evaluate', roster, '--policy', 'nowhere', '--as-of', '2026-11-21']],
  ['a schema that there is not', ['schema', 'polcy']],
  ['an output that cannot be written', ['evaluate', roster, ...deciding, '-o', '/nowhere/x.ndjson']],
])('wrong use is 2, with words and without a stack: %s', async (_, argv) => {
  const { code, out, err } = await cli(...argv)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).not.toBe('')
  expect(err).not.toMatch(/\n\s+at |Error:.*\n\s+at/)
})

it('an invalid policy decides nobody', async () => {
  const bad = file('worse.policy.yaml', 'policy: x\n')
  const { code, out, err } = await cli('evaluate', roster, '--policy', bad, '--as-of', '2026-11-21')
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('政策有误，没有判定任何人')
})

it('help is 0, in either language, and a misspelt verb gets a suggestion', async () => {
  expect(await cli('--help')).toMatchObject({ code: 0, err: '' })
  expect((await cli('--help', '--locale', 'en')).out).toContain('judges personnel records')
  expect((await cli('evalute')).err).toContain('evaluate')
})

it('nothing of a bad record but its field is shown', async () => {
  const secret = '110101199001011234'
  const rows = [
    `{"id":"a","${secret}":1}`,
    `{"id":"b","birthDate":"${secret}"}`,
    `{"id":"c","posts":[{"from":${secret}}]}`,
    `{"id": 张三${secret}}`,
    `{"id":"d","assessments":[{"grade":"张三"}]}`,
  ]
  const { err, out } = await cli('evaluate', file('secret.ndjson', rows.slice(1).join('\n')), ...deciding)
  expect(out).toBe('')
  expect(err).not.toMatch(/张三|110101199001011234/)
})

it('a fault of ours is 70, and says more only when asked to', async () => {
  const broken = (): Writable =>
    new Writable({
      write(_chunk, _encoding, done) {
        done(new TypeError('a fault of ours'))
      },
    }).on('error', () => {})
  let err = ''
  const stderr = new Writable({
    write(chunk, _, done) {
      err += String(chunk)
      done()
    },
  })
  expect(await run(['schema', 'record'], { stdout: broken(), stderr })).toBe(70)
  expect(err).not.toContain('a fault of ours')
  expect(await run(['schema', 'record', '--debug'], { stdout: broken(), stderr })).toBe(70)
  expect(err).toContain('a fault of ours')
})

it.each([
  ['check', 'policies', '--format', 'json'],
  ['evaluate', roster, ...deciding],
  ['explain', roster, ...deciding, '--id', 'R-001', '--format', 'json'],
  ['export', ...deciding.slice(1, 2), '--to', 'json-rules-engine', '--as-of', '2026-11-21'],
  ['schema', 'record'],
])('what is for programs is the same on a terminal: %s', async (...argv) => {
  let out = ''
  const terminal = Object.assign(
    new Writable({
      write(chunk, _, done) {
        out += String(chunk)
        done()
      },
    }),
    { isTTY: true, columns: 40 },
  )
  await run(argv, { stdout: terminal, stderr: new Writable({ write: (_chunk, _encoding, done) => done() }) })
  expect(out).toBe((await cli(...argv)).out)
  expect(out).not.toBe('')
})

it('a progress line goes to a terminal only, and never into the output', async () => {
  let err = ''
  const terminal = Object.assign(
    new Writable({
      write(chunk, _, done) {
        err += String(chunk)
        done()
      },
    }),
    { isTTY: true },
  )
  let out = ''
  const stdout = new Writable({
    write(chunk, _, done) {
      out += String(chunk)
      done()
    },
  })
  await run(['evaluate', roster, ...deciding], { stdout, stderr: terminal })
  expect(err).toContain('已处理 72 行')
  for (const line of out.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
})
