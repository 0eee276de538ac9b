import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { temporaryFolder } from '../temporary-folder.js'
import { bundleCommand, command, type Ended, type Environment } from './process.js'

bundleCommand()
const { root } = temporaryFolder()

const records = join(root, 'six.ndjson')
// A folder of its own: beside it lie what the runs leave, policies among it.
const folder = join(root, 'policies')
mkdirSync(folder)
const cases = join(folder, 'rotation.cases.yaml')
writeFileSync(records, readFileSync('examples/roster/records.ndjson', 'utf8').split('\n').slice(0, 6).join('\n'))
writeFileSync(
  cases,
  'policy: jiangyan/rotation\nasOf: 2026-11-21\ncases:\n  - { name: nobody known, record: { id: a }, expect: { outcome: undetermined } }\n',
)
for (const name of ['rotation.policy.yaml', '../cadre.facts.yaml'])
  writeFileSync(
    join(folder, name.replace('../', '')),
    readFileSync(join('policies/jiangyan', name), 'utf8').replace('../cadre.facts.yaml', 'cadre.facts.yaml'),
  )
const policy = join(folder, 'rotation.policy.yaml')
const broken = join(root, 'broken.policy.yaml')
writeFileSync(broken, 'policy: broken\nkind: rotattion\n')
const deciding = [records, '--policy', policy, '--as-of', '2026-11-21']

/** One use of a verb: its exit code, and what stands on standard output. */
interface Use {
  readonly argv: readonly string[]
  readonly code: number
  readonly form: 'json' | 'ndjson' | 'text' | 'markdown' | 'nothing'
  /** Judges the whole roster twice, so that one environment has to do. */
  readonly slow?: true
  /** For people, who may ask for colour where there is no terminal. */
  readonly painted?: true
}

/** A line for each use; `{folder}` is an empty folder. Five of six records are decided, which makes 1. */
const verbs: Readonly<Record<string, readonly Use[]>> = {
  demo: [{ argv: ['-o', '{folder}/demo'], code: 0, form: 'text', slow: true }],
  check: [
    { argv: [policy, '--format', 'json'], code: 0, form: 'json' },
    { argv: [broken, '--format', 'sarif'], code: 1, form: 'json' },
    { argv: [broken], code: 1, form: 'text', painted: true },
  ],
  test: [{ argv: [cases, '--format', 'json'], code: 0, form: 'json' }],
  evaluate: [
    { argv: deciding, code: 1, form: 'ndjson' },
    { argv: [...deciding, '-o', '{folder}/d.ndjson', '--rejections', '{folder}/r.ndjson'], code: 1, form: 'nothing' },
  ],
  explain: [
    { argv: [...deciding, '--id', 'R-001', '--format', 'json'], code: 0, form: 'json' },
    { argv: [...deciding, '--id', 'R-001', '--format', 'markdown'], code: 0, form: 'markdown' },
  ],
  report: [{ argv: [...deciding, '-o', '{folder}/page.html'], code: 1, form: 'nothing' }],
  export: [{ argv: [policy, '--to', 'json-rules-engine', '--as-of', '2026-11-21'], code: 0, form: 'json' }],
  schema: [{ argv: ['policy'], code: 0, form: 'json' }],
  compile: [
    { argv: [policy, '--as-of', '2026-11-21'], code: 0, form: 'json' },
    { argv: [policy, '--as-of', '2026-11-21', '-o', '{folder}/program.json'], code: 0, form: 'nothing' },
  ],
  fmt: [{ argv: [policy, '--check'], code: 0, form: 'nothing' }],
  init: [{ argv: ['{folder}/county'], code: 0, form: 'text' }],
}

/** What may colour, translate or shift the output of a program: none of it may make a difference. */
const environments: readonly Environment[] = [
  { NO_COLOR: '1', TZ: 'America/Los_Angeles', LC_ALL: 'tr_TR.UTF-8' },
  { CI: '1', TZ: 'Asia/Shanghai', LC_ALL: 'C' },
  {
    FORCE_COLOR: '3',
    TERM: 'xterm-256color',
    DEBUG: '*,json-rules-engine',
    TZ: 'Pacific/Kiritimati',
    LANG: 'zh_CN.UTF-8',
  },
]

/** Everything a run leaves: its exit code, both streams, and the files in the folder that it was given. */
type Leavings = Ended & { readonly files: Readonly<Record<string, string>> }

let runs = 0

async function leavings(
  verb: string,
  { argv }: Use,
  environment: Environment,
  closed?: 'stdout' | 'stderr',
): Promise<Leavings> {
  runs += 1
  const folder = join(root, String(runs))
  mkdirSync(folder)
  const { code, out, err } = await command(
    [verb, ...argv.map((word) => word.replace('{folder}', folder))],
    environment,
    closed,
  )
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const files = entries.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')])
  return {
    code,
    out: out.replaceAll(folder, ''),
    err: err.replaceAll(folder, ''),
    files: Object.fromEntries(files),
  }
}

const uses = Object.entries(verbs).flatMap(([verb, list]) => list.map((use) => [verb, use.form, use] as const))
const first = ({ slow }: Use): Environment => (slow ? (environments.at(-1) ?? {}) : { TZ: 'UTC' })
const plains = new Map<Use, Promise<Leavings>>()

/** What a use leaves where nothing is out of the ordinary; run once. */
async function plainly(verb: string, use: Use): Promise<Leavings> {
  const plain = plains.get(use) ?? leavings(verb, use, first(use))
  plains.set(use, plain)
  return await plain
}

vi.setConfig({ testTimeout: 120_000 })

it.each(uses)(
  '%s (%s): the same bytes wherever it runs, no escape sequence, and the result alone on standard output',
  async (verb, form, use) => {
    const plain = await plainly(verb, use)
    expect(plain.code, plain.err).toBe(use.code)
    for (const text of [plain.out, plain.err, ...Object.values(plain.files)])
      expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
    expect(formOf(plain.out)).toContain(form)
    if (use.slow) return
    for (const environment of environments.filter(({ FORCE_COLOR }) => !(use.painted && FORCE_COLOR)))
      expect(await leavings(verb, use, environment), JSON.stringify(environment)).toEqual(plain)
  },
)

it.each(uses)(
  '%s (%s): a reader that is gone before the first byte costs neither a word nor a file',
  async (verb, _, use) => {
    const plain = await plainly(verb, use)
    const { code, err, files } = await leavings(verb, use, first(use), 'stdout')
    expect(files).toEqual(plain.files)
    // A run whose only purpose was that reader ends at once, and found nothing.
    expect([
      { code: use.code, err: plain.err },
      { code: 0, err: '' },
    ]).toContainEqual({ code, err })
  },
)

it.each(uses.filter(([, , { slow }]) => !slow))(
  '%s (%s): a reader of its messages that is gone costs no result',
  async (verb, _, use) => {
    const plain = await plainly(verb, use)
    expect(await leavings(verb, use, first(use), 'stderr')).toEqual({ ...plain, err: '' })
  },
)

/** Every form that a text has. */
function formOf(text: string): readonly Use['form'][] {
  if (text === '') return ['nothing']
  const lines = text.trimEnd().split('\n')
  if (isJson(text)) return lines.length === 1 ? ['json', 'ndjson'] : ['json']
  if (lines.every(isJson)) return ['ndjson']
  return text.startsWith('# ') ? ['markdown', 'text'] : ['text']
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

it('every verb of the command has a line in the table', async () => {
  const { out } = await command(['--help'])
  const named = [...out.matchAll(/^ {2}(\w+) \[options\]/gm)].map(([, verb]) => verb)
  expect(named.sort()).toEqual(Object.keys(verbs).sort())
})
