import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'tsup'
import { afterAll, beforeAll, expect, it } from 'vitest'

/** Who may import whom; the table of docs/architecture.md. Entry files are `src/*.ts`. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  base: [],
  diagnostics: ['base'],
  source: ['base', 'diagnostics'],
  model: ['base'],
  operators: ['base', 'model'],
  conditions: ['base', 'model', 'operators'],
  facts: ['base', 'model', 'operators', 'conditions'],
  record: ['base', 'diagnostics', 'model'],
  kinds: ['base', 'model', 'conditions', 'facts'],
  check: ['base', 'diagnostics', 'source', 'model', 'operators', 'conditions', 'facts', 'kinds'],
  compile: ['base', 'diagnostics', 'model', 'operators', 'conditions', 'facts', 'kinds'],
  evaluate: ['base', 'diagnostics', 'model', 'operators', 'conditions', 'facts', 'kinds', 'record'],
  explain: ['base', 'model', 'operators', 'facts', 'kinds'],
  population: ['base', 'model', 'facts', 'kinds', 'compile', 'evaluate'],
  files: ['base', 'diagnostics', 'source', 'model', 'record', 'check', 'entry'],
  report: ['base', 'model', 'explain', 'population'],
  testing: ['entry'],
  cli: ['entry'],
}

/** The kinds' second door, and what is behind it, may report problems with policies. */
const authoring = /\/kinds\/(\w+\/)?authoring(s|-kind)?\.ts$/

/** Packages that only one room may know. */
const packageRooms: Readonly<Record<string, readonly string[]>> = {
  yaml: ['source'],
  'csv-parse/sync': ['source'],
  'date-fns': ['check'],
  'fastest-levenshtein': ['check'],
  'decimal.js': ['base'],
  'fraction.js': ['base'],
  '@noble/hashes/sha2.js': ['base'],
  '@noble/hashes/utils.js': ['base'],
  canonicalize: ['base'],
  'preact-render-to-string': ['report'],
  commander: ['cli'],
  'json-rules-engine': ['evaluate'],
  vitest: ['testing'],
}

const src = resolve('src')
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('generated'))
  .map((name) => join(src, name))

const importsOf = (file: string): string[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '')
const roomOf = (file: string): string => {
  const [room = '', rest] = relative(src, file).split('/')
  return rest === undefined ? 'entry' : room
}

it('every room is in the table', () => {
  const found = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(rooms).sort())
})

it.each(sources.map((file) => [relative(src, file), file]))('%s imports only what its room may', (_, file) => {
  const room = roomOf(file)
  for (const name of importsOf(file)) {
    if (!name.startsWith('.')) {
      const allowed = packageRooms[name] ?? (name.startsWith('node:') ? ['files', 'cli', 'testing'] : undefined)
      // Types of ajv's errors vanish when compiled.
      if (name !== 'ajv') expect(allowed, `${name} has no room`).toContain(room)
      continue
    }
    const target = resolve(dirname(file), name)
    const other = roomOf(target)
    if (other === room || room === 'entry') continue
    const second = other === 'diagnostics' && authoring.test(file)
    if (!second) expect(rooms[room], `${room} imports ${other}`).toContain(other)
    const door = other === 'kinds' && room === 'check' ? /kinds\/(index|authoring)\.js$/ : /index\.js$/
    if (other !== 'entry') expect(target, 'another room is entered by its index').toMatch(door)
  }
})

it('a kind of policy is named in its own folder and on a line for each of its doors, and nowhere else', () => {
  const kinds = readdirSync(join(src, 'kinds'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const shared = sources.filter((file) => !/\/kinds\/\w+\//.test(file))
  for (const { name } of kinds) {
    const named = (text: string): number => text.split(new RegExp(`'(\\./)?${name}(/[\\w-]+\\.js)?'`)).length - 1
    const found = shared.filter((file) => named(readFileSync(file, 'utf8')) > 0)
    const lists = ['kinds.ts', 'authorings.ts'].map((list) => join(src, 'kinds', list))
    expect(found.sort(), name).toEqual(lists.sort())
  }
})

it('entry files only re-export', () => {
  const code = sources.filter((file) => roomOf(file) === 'entry').map((file) => readFileSync(file, 'utf8'))
  for (const text of code) {
    const rest = text.replace(/\/\/.*$/gm, '').replace(/export (type )?\{[^}]*\} from '[^']+'/g, '')
    expect(rest.trim()).toBe('')
  }
})

it('no circle of files', () => {
  const graph = new Map(
    sources.map((file) => [
      file,
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => resolve(dirname(file), name).replace(/\.js$/, '')),
    ]),
  )
  const byStem = new Map([...graph.keys()].map((file) => [file.replace(/\.tsx?$/, ''), file]))
  const done = new Set<string>()
  const visit = (file: string, trail: readonly string[]): void => {
    expect(trail, `circle: ${[...trail, file].map((one) => relative(src, one)).join(' → ')}`).not.toContain(file)
    if (done.has(file)) return
    for (const stem of graph.get(file) ?? []) {
      const next = byStem.get(stem)
      if (next) visit(next, [...trail, file])
    }
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
})

interface Output {
  readonly imports: readonly { readonly path: string; readonly kind: string; readonly external?: boolean }[]
  readonly inputs: Readonly<Record<string, unknown>>
}

let dist: string
let outputs: Readonly<Record<string, Output>>
let browserOutputs: Readonly<Record<string, Output>>
beforeAll(async () => {
  dist = mkdtempSync(join(resolve('.'), '.generate-dist-'))
  const built = async (config: string): Promise<Readonly<Record<string, Output>>> => {
    await build({ config, outDir: dist, silent: true, metafile: true })
    return JSON.parse(readFileSync(join(dist, 'metafile-esm.json'), 'utf8')).outputs
  }
  outputs = await built('tsup.config.ts')
  browserOutputs = await built('tsup.browser.config.ts')
}, 60_000)
afterAll(() => rmSync(dist, { recursive: true }))

interface Closure {
  readonly packages: Set<string>
  /** What is loaded only when it is needed. */
  readonly later: Set<string>
  readonly inputs: Set<string>
}

/** Everything that importing a built file loads: packages by name, and the sources that went into its chunks. */
function closure(file: string, seen = new Set<string>()): Closure {
  const result = { packages: new Set<string>(), later: new Set<string>(), inputs: new Set<string>() }
  if (seen.has(file)) return result
  seen.add(file)
  const { imports, inputs } = outputs[file] ?? { imports: [], inputs: {} }
  for (const input of Object.keys(inputs)) result.inputs.add(input)
  for (const { path, kind, external } of imports) {
    if (kind === 'dynamic-import') {
      result.later.add(path)
      continue
    }
    if (external) result.packages.add(path)
    const below = closure(path, seen)
    for (const name of below.packages) result.packages.add(name)
    for (const name of below.later) result.later.add(name)
    for (const name of below.inputs) result.inputs.add(name)
  }
  return result
}

it('the built core loads no parser, no validator library, no date library and nothing of Node', () => {
  const { packages, later, inputs } = closure(`${relative('.', dist)}/index.js`)
  expect([...later]).toEqual(['json-rules-engine'])
  expect([...packages].sort()).toEqual([
    '@noble/hashes/sha2.js',
    '@noble/hashes/utils.js',
    'canonicalize',
    'decimal.js',
    'fraction.js',
  ])
  expect([...inputs].filter((name) => /node_modules|src\/(check|source|files|cli|report)\//.test(name))).toEqual([])
})

it('vitest is loaded by whoever makes suites of cases, and never bundled', () => {
  const { packages, later } = closure(`${relative('.', dist)}/testing.js`)
  expect([...packages]).not.toContain('vitest')
  expect([...later].sort()).toEqual(['json-rules-engine', 'vitest'])
})

it('nothing built makes code out of text or calls require', () => {
  const files = readdirSync(dist).filter((name) => name.endsWith('.js'))
  expect(files).toEqual(expect.arrayContaining(['bin.js', 'browser.js', 'check.js', 'index.js']))
  for (const name of files) {
    const code = readFileSync(join(dist, name), 'utf8')
    expect(code, name).not.toMatch(/\bFunction\s*\(|\beval\s*\(|\brequire\s*\(/)
  }
})

it('the browser file is the core, holds all that it needs, and nothing that reads policies', async () => {
  const output = browserOutputs[`${relative('.', dist)}/browser.js`]
  expect(output?.imports).toEqual([])
  const inputs = Object.keys(output?.inputs ?? {})
  expect(inputs.filter((name) => /src\/(check|source|files|cli|report|testing)\//.test(name))).toEqual([])
  const packages = inputs.flatMap((name) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? [])
  expect([...new Set(packages)].sort()).toEqual([
    '@noble/hashes',
    'canonicalize',
    'clone',
    'decimal.js',
    'fraction.js',
    'hash-it',
    'json-rules-engine',
  ])
  const load = async (name: string): Promise<string[]> =>
    Object.keys(await import(/* @vite-ignore */ pathToFileURL(join(dist, name)).href))
  expect(await load('browser.js')).toEqual(await load('index.js'))
})

it('the browser file passes on the licence of everything that is in it', () => {
  const code = readFileSync(join(dist, 'browser.js'), 'utf8')
  const inputs = Object.keys(browserOutputs[`${relative('.', dist)}/browser.js`]?.inputs ?? {})
  const packages = inputs.flatMap((name) => /(node_modules\/(?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? [])
  for (const folder of ['.', ...new Set(packages)]) {
    const licence = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name)) ?? ''
    expect(code, folder).toContain(readFileSync(join(folder, licence), 'utf8').trim())
  }
})

/**
 * Bytes. It was 361,000 when this was written (108,000 when a server compresses it): half of it the core with its words
 * in two languages, a fifth the validators of records, a quarter libraries, the rest licences. What is larger opens
 * slowly on an office's old machine; a parser that crept in, such as yaml with its 100,000, would be noticed here.
 */
const MOST = 420_000

it('the browser file is not larger than a page bears', () => {
  expect(statSync(join(dist, 'browser.js')).size).toBeLessThan(MOST)
})
