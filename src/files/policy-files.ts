import { readFile, stat } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { type Result, resolveFile, startOfLine } from '../base/index.js'
import { type Diagnostic, diagnostic } from '../diagnostics/index.js'
import { parseYaml, type SourceText } from '../source/index.js'
import { filesIn, named } from './folder.js'
import { unreadable } from './unreadable.js'

/** Policies, dictionaries and cases; what a folder is searched for. */
const POLICY_FILE = /\.(policy|facts|cases)\.ya?ml$/

/**
 * Reads the files of a policy set: the given files, those found in the given folders (`*.policy.yaml`, `*.facts.yaml`,
 * `*.cases.yaml`), and the dictionaries that policies name under `uses`. Nothing else is opened. A file is read once.
 */
export async function readPolicySources(paths: readonly string[]): Promise<Result<readonly SourceText[], Diagnostic>> {
  const found = await Promise.all(paths.map(filesAt))
  const problems = found.flatMap((one) => (one.ok ? [] : one.diagnostics))
  const files = new Set(found.flatMap((one) => (one.ok ? one.value : [])))
  const sources: SourceText[] = []
  for (const file of files) {
    const read = await readSource(file)
    if (!read.ok) {
      problems.push(...read.diagnostics)
      continue
    }
    sources.push(read.value)
    for (const used of dictionariesNamedIn(read.value)) if (await exists(used)) files.add(used)
  }
  return problems.length > 0 ? { ok: false, diagnostics: problems } : { ok: true, value: sources, warnings: [] }
}

/** Reads one text file as UTF-8; a byte order mark is dropped, anything that is not UTF-8 is refused. */
export async function readSource(
  file: string,
  encoding: 'utf-8' | 'gb18030' = 'utf-8',
): Promise<Result<SourceText, Diagnostic>> {
  const read = await readText(file, encoding)
  if (!read.ok) return read
  return { ...read, value: { file, text: read.value.text.replace(/^\ufeff/, '') } }
}

/** The same with the byte order mark, if the file has one; `-` is standard input. */
export async function readText(
  file: string,
  encoding: 'utf-8' | 'gb18030' = 'utf-8',
): Promise<Result<SourceText, Diagnostic>> {
  try {
    if (file !== '-' && !(await stat(file)).isFile()) return refused(diagnostic('source/outside-folder', { file }))
    const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file)
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    return { ok: true, value: { file, text }, warnings: [] }
  } catch (error) {
    if (error instanceof TypeError)
      return refused(diagnostic('source/encoding', { encoding }, { span: startOfLine(file) }))
    return refused(unreadable(file, error))
  }
}

async function filesAt(path: string): Promise<Result<readonly string[], Diagnostic>> {
  try {
    const info = await stat(path)
    if (!info.isDirectory()) return { ok: true, value: [named(path)], warnings: [] }
    const files = await filesIn(path, POLICY_FILE)
    if (!files.some((file) => /\.(policy|facts)\./.test(file)))
      return refused(diagnostic('source/no-files', { file: path }))
    return { ok: true, value: files, warnings: [] }
  } catch (error) {
    return refused(unreadable(path, error))
  }
}

/** A file that does not parse is read again, and reported, by the checker. */
function dictionariesNamedIn(source: SourceText): string[] {
  if (!/\.policy\.ya?ml$/.test(source.file)) return []
  const document = parseYaml(source, () => {})
  const { uses } = (document?.value ?? {}) as { uses?: unknown }
  if (!Array.isArray(uses)) return []
  return uses
    .filter((name) => typeof name === 'string' && POLICY_FILE.test(name))
    .map((name: string) => resolveFile(source.file, name))
}

async function exists(file: string): Promise<boolean> {
  const info = await stat(file).catch(() => undefined)
  return info?.isFile() ?? false
}

function refused<T>(problem: Diagnostic): Result<T, Diagnostic> {
  return { ok: false, diagnostics: [problem] }
}
