// Runs an example of docs/diagnostics and tells the codes that it reports. README.md there says what is laid under it.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { loadMapping, loadPolicySet } from '../../src/check/index.js'
import { compile, toProgramFile } from '../../src/compile/index.js'
import { type Diagnostic, formatDiagnostics } from '../../src/diagnostics/index.js'
import { type EvaluateOptions, evaluate } from '../../src/evaluate/index.js'
import { decideRows, readCsvRoster, UnreadableFileError } from '../../src/files/index.js'
import type { Extensions, Program } from '../../src/model/index.js'
import { readRecord } from '../../src/record/index.js'
import { parseJson, type SourceText } from '../../src/source/index.js'
import { cli } from '../cli/command.js'
import { type Block, blocksIn, FOLDER } from './page.js'

const AS_OF = '2026-11-21'

/** What a block is called that does not begin with the name of a file. */
const fileOf: Readonly<Record<string, string>> = {
  policy: 'example.policy.yaml',
  mapping: 'roster.mapping.yaml',
  roster: 'roster.csv',
  record: 'record.json',
  inputs: 'inputs.json',
}

interface File {
  readonly name: string
  readonly text: string
  readonly encoding: string
}

const bases = new Map(
  blocksIn(readFileSync(`${FOLDER}/README.md`, 'utf8')).flatMap(({ form, role, text }) =>
    form === 'base' ? [[role, text] as const] : [],
  ),
)

/** The different codes that an example reports, sorted; what it says is told in both languages. */
export async function codesOf(block: Block): Promise<string[]> {
  const files = filesIn(block)
  const codes = block.form === 'command' ? await codesOfCommand(block.text) : told(await problemsOf(files, block.whole))
  return [...new Set(codes)].sort()
}

function told(problems: readonly Diagnostic[]): string[] {
  for (const locale of ['zh', 'en'] as const) formatDiagnostics(problems, { locale })
  return problems.map(({ code }) => code)
}

/** A line `# file: name` begins a file; an encoding may follow in brackets. */
function filesIn({ form, text }: Block): File[] {
  const parts = text.split(/^(?:#|\/\/) file: (\S+)(?: \((\w+)\))?\n/m)
  const [first = '', ...rest] = parts
  const name = fileOf[form]
  if (name === undefined && form !== 'command') throw new Error(`there is no form ${form}`)
  const files: File[] = first === '' ? [] : [{ name: name ?? '', text: spoken(first), encoding: 'utf-8' }]
  for (let at = 0; at < rest.length; at += 3)
    files.push({ name: rest[at] ?? '', encoding: rest[at + 1] ?? 'utf-8', text: spoken(rest[at + 2] ?? '') })
  return files
}

/** `⟨U+200B⟩` is that character, `⟨text × 5⟩` the text five times. */
function spoken(text: string): string {
  return text
    .replace(/⟨U\+([0-9A-F]{4,6})⟩/g, (_, digits) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replace(/⟨([^⟩]+) × (\d+)⟩/g, (_, repeated, times) => repeated.repeat(Number(times)))
}

async function problemsOf(files: readonly File[], whole: boolean): Promise<readonly Diagnostic[]> {
  const named = (name: string): string | undefined => files.find((file) => file.name === name)?.text
  const { extensions, sources } = await moduleOf(named('program.js'))
  const given = extensions && { extensions }
  const loaded = loadPolicySet(policySources(files, whole), given)
  if (!loaded.ok) return loaded.diagnostics
  const program = compile(loaded.value, { asOf: AS_OF })
  const [record, inputs] = [named('record.json'), named('inputs.json')]
  const judged = record ?? inputs ?? named('program.js')
  const options = { ...given, ...(sources && { sources }), ...(inputs !== undefined && { inputs: JSON.parse(inputs) }) }
  return [
    ...loaded.warnings,
    ...(judged === undefined ? [] : await recordProblems(program, record ?? base('record.json'), options)),
    ...(files.some(({ name }) => name.startsWith('roster.')) ? await rosterProblems(program, files) : []),
  ]
}

/** The files that make up the policy set: those of the example, and what they lack. */
function policySources(files: readonly File[], whole: boolean): SourceText[] {
  const own = files.filter(({ name }) => name.endsWith('.yaml') && !name.endsWith('.mapping.yaml'))
  const policies = own.some(({ name }) => !/\.(facts|cases)\.yaml$/.test(name))
  return [
    ...own.map(({ name, text }) => ({
      file: name,
      text: name.endsWith('.policy.yaml') && !whole ? laidOverBase(text) : text,
    })),
    ...(policies ? [] : [{ file: 'example.policy.yaml', text: laidOverBase('') }]),
    ...(own.some(({ name }) => name === 'cadre.facts.yaml')
      ? []
      : [{ file: 'cadre.facts.yaml', text: base('cadre.facts.yaml') }]),
  ]
}

/** The example, then the base's top-level keys that it does not have: lines keep their numbers. */
function laidOverBase(text: string): string {
  const keys = new Set(Array.from(text.matchAll(/^(\w+)(?=\s*[:：])/gm), ([key]) => key))
  const kind = /^kind: (\w+)/m.exec(text)?.[1] ?? 'rotation'
  const parts = `${base('policy')}${base(bases.has(kind) ? kind : 'rotation')}`.split(/^(?=\w)/m)
  return text + parts.filter((part) => !keys.has(/^\w+/.exec(part)?.[0] ?? '')).join('')
}

function base(name: string): string {
  const text = bases.get(name)
  if (text === undefined) throw new Error(`the README has no base ${name}`)
  return text
}

interface Given {
  readonly extensions?: Extensions
  readonly sources?: NonNullable<EvaluateOptions['sources']>
}

async function moduleOf(text: string | undefined): Promise<Given> {
  return text === undefined ? {} : await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`)
}

async function recordProblems(program: Program, text: string, options: EvaluateOptions) {
  const json = parseJson(text)
  if (!json.ok) return json.problems
  const record = readRecord(json.value)
  if (!record.ok) return record.diagnostics
  const judged = await evaluate(program, record.value, options)
  return judged.ok ? [] : judged.diagnostics
}

async function rosterProblems(program: Program, files: readonly File[]): Promise<readonly Diagnostic[]> {
  const own = (name: string): File =>
    files.find((file) => file.name === name) ?? { name, text: base(name), encoding: 'utf-8' }
  const mapping = loadMapping({ file: 'roster.mapping.yaml', text: own('roster.mapping.yaml').text })
  if (!mapping.ok) return mapping.diagnostics
  const { text, encoding } = own('roster.csv')
  const folder = mkdtempSync(join(tmpdir(), 'cadre-policy-pages-'))
  const problems: Diagnostic[] = []
  try {
    const file = join(folder, 'roster.csv')
    writeFileSync(file, encoding === 'GBK' ? inGbk(text) : text)
    for await (const row of decideRows(program, readCsvRoster(file, mapping.value)))
      if (!('decisions' in row)) problems.push(...row.diagnostics)
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error
    problems.push(...error.diagnostics)
  } finally {
    rmSync(folder, { recursive: true })
  }
  return problems
}

/** The base's policies, compiled, and what can become of such a file. */
function programFiles(): Readonly<Record<string, string>> {
  const loaded = loadPolicySet(policySources([], false))
  if (!loaded.ok) throw new Error(formatDiagnostics(loaded.diagnostics, { locale: 'en' }))
  const file = toProgramFile(compile(loaded.value, { asOf: AS_OF }))
  const text = JSON.stringify(file)
  return {
    'program.json': text,
    'changed.json': JSON.stringify({ ...file, program: { ...file.program, asOf: 20271121 } }),
    'cut-off.json': text.slice(0, text.length / 2),
    'format-2.json': JSON.stringify({ ...file, schemaVersion: 2 }),
    'language-2.json': JSON.stringify({ ...file, languageVersion: 2 }),
    'record.json': base('record.json'),
  }
}

/** Node writes no GBK; what it reads can be turned round. */
function inGbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk')
  const codes = new Map<string, readonly number[]>()
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) codes.set(decoder.decode(new Uint8Array([high, low])), [high, low])
  return new Uint8Array(
    Array.from(text).flatMap((character) => codes.get(character) ?? [character.codePointAt(0) ?? 0]),
  )
}

/** Runs the command lines in the folder that the README draws, and finds the codes in what they write. */
async function codesOfCommand(text: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-policy-pages-'))
  const write = (name: string, content: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  try {
    write('policies/rotation.policy.yaml', laidOverBase(''))
    write('policies/cadre.facts.yaml', base('cadre.facts.yaml'))
    write('rosters/records.ndjson', `${JSON.stringify(JSON.parse(base('record.json')))}\n`)
    mkdirSync(join(folder, 'links'))
    symlinkSync('/dev/null', join(folder, 'links/device.policy.yaml'))
    for (const [name, content] of Object.entries(programFiles())) write(`programs/${name}`, content)
    const codes: string[] = []
    for (const line of text.trim().split('\n')) {
      const [, ...words] = line.split(' ')
      const argv = words.map((word) =>
        word.includes('/') || existsSync(join(folder, word)) ? join(folder, word) : word,
      )
      const { code, out, err } = await cli(...argv)
      const found = `${out}${err}`.match(/(?<= )(source|shape|check|record|fact|input|mapping|program)\/[a-z-]+(?= )/g)
      if (code !== 0 && !found) throw new Error(`${line}: ${err}`)
      codes.push(...(found ?? []))
    }
    return codes
  } finally {
    rmSync(folder, { recursive: true })
  }
}
