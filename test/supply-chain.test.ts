import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

interface Locked {
  readonly version: string
  readonly resolved?: string
  readonly integrity?: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly hasInstallScript?: boolean
}

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
const manifest = json('package.json')
const { '': _, ...tree } = json('package-lock.json').packages as Record<string, Locked>
const locked = Object.entries(tree).map(([path, one]) => ({ name: path.replace(/^.*node_modules\//, ''), ...one }))
const production = locked.filter(({ dev, devOptional }) => !dev && !devOptional)

it('every version is exact, those that others ask for too', () => {
  const { dependencies, devDependencies, overrides } = manifest
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...overrides }))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
})

it('what is installed comes from the public registry and is known by its digest', () => {
  expect(locked.length).toBeGreaterThan(100)
  for (const { name, resolved, integrity } of locked) {
    expect(integrity, name).toMatch(/^sha512-/)
    if (resolved !== undefined) expect(resolved, name).toMatch(/^https:\/\/registry\.npmjs\.org\//)
  }
})

it('nothing of an installation runs, and only two tools for development would like to', () => {
  const scripted = locked.filter(({ hasInstallScript }) => hasInstallScript)
  expect(scripted.filter(({ name }) => !['esbuild', 'fsevents'].includes(name))).toEqual([])
  expect(scripted.filter((one) => production.includes(one))).toEqual([])
  expect(readFileSync('.npmrc', 'utf8')).toContain('ignore-scripts=true\n')
  expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|prepare)/.test(name))).toEqual([])
})

it('whoever installs the package gets these others and no more; a new one needs its reason', () => {
  expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(10)
  expect(production.map(({ name }) => name).sort()).toEqual([
    '@jsep-plugin/assignment',
    '@jsep-plugin/regex',
    '@noble/hashes',
    'ajv',
    'canonicalize',
    'clone',
    'commander',
    'csv-parse',
    'decimal.js',
    'eventemitter2',
    'fast-deep-equal',
    'fast-uri',
    'fastest-levenshtein',
    'fraction.js',
    'hash-it',
    'jsep',
    'json-rules-engine',
    'json-schema-traverse',
    'jsonpath-plus',
    'require-from-string',
    'yaml',
  ])
})

it('all of them may be used by anybody', () => {
  for (const { name, license } of production) expect(license, name).toMatch(/^(MIT|ISC|Apache-2\.0|BSD-[23]-Clause)$/)
})

it.each([
  ['jsonpath-plus', '10.3.0', 'CVE-2024-21534, CVE-2025-1302: code in a path was run'],
  ['yaml', '2.8.3', 'CVE-2026-33532: deep nesting overflowed the stack'],
  ['ajv', '8.18.0', 'CVE-2025-69873: data could supply a regular expression'],
])('%s is at least %s (%s)', (name, least) => {
  const found = locked.filter((one) => one.name === name)
  expect(found.length).toBeGreaterThan(0)
  for (const { version } of found) expect(order(version), version).toBeGreaterThanOrEqual(order(least))
})

/** `1.2.3` as a number that rises with the version. */
function order(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  return (major * 1_000 + minor) * 1_000 + patch
}

it('the code that goes into ours has its licence beside it, of the version that it is', () => {
  const bundled = [...readFileSync('THIRD-PARTY.md', 'utf8').matchAll(/^## (\S+) (\S+)$/gm)]
  const config = readFileSync('tsup.config.ts', 'utf8')
  const [, list = ''] = /noExternal: \[(.*)\]/.exec(config) ?? []
  const names = [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name)
  expect(bundled.map(([, name]) => name)).toEqual(names)
  for (const [, name = '', version] of bundled) expect(manifest.devDependencies[name], name).toBe(version)
})

it('every way into the package is tried on the packed one, by import, by require and by its types', () => {
  const typed = Object.entries<{ types?: string }>(manifest.exports).filter(([, { types }]) => types)
  for (const [name] of typed)
    for (const files of [['import.mjs', 'browser.mjs'], ['require.cjs'], ['consumer.ts']])
      expect(files.map((file) => readFileSync(`test/packed/${file}`, 'utf8')).join(''), `${files} ${name}`).toMatch(
        name === '.' ? /'cadre-policy'/ : new RegExp(`'(cadre-policy/)?${name.slice(2)}'`),
      )
})

/** What may be in the package. Built files are there only after a build. */
const published = [
  /^(package\.json|LICENSE|CHANGELOG\.md|CONTRIBUTING\.md|THIRD-PARTY\.md|README(\.zh-CN)?\.md)$/,
  /^schemas\/\w+\.schema\.json$/,
  /^docs\/([\w.-]+\/)*[\w.-]+\.md$/,
  /^policies\/([\w-]+\/)?[\w-]+\.(facts|policy|cases)\.yaml$/,
  /^examples\/([\w.-]+\/)+[\w.-]+\.(md|ya?ml|json|ndjson|csv|ts|js|html|css)$/,
  /^dist\/([\w-]+|chunk-\w{8})\.js$/,
  /^dist\/([\w-]+\/)*[\w-]+\.d\.ts$/,
]

it('the package holds what it should and nothing else', () => {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )
  const files: readonly string[] = packed.files.map(({ path }: { path: string }) => path)
  expect(files).toEqual(expect.arrayContaining(['package.json', 'LICENSE', 'README.md', 'schemas/policy.schema.json']))
  expect(files.filter((file) => !published.some((pattern) => pattern.test(file)))).toEqual([])
})
