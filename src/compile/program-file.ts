import { digestOf, languageVersion, type Result } from '../base/index.js'
import { type Diagnostic, diagnostic } from '../diagnostics/index.js'
import type { Program, ProgramFile } from '../model/index.js'

const SCHEMA_VERSION = 1

/** Deeper than any program, since policies are at most 32 levels deep. */
const DEEPEST = 500

/** What to write, as JSON, to keep a program: `readProgram` yields it again. The same program makes the same bytes. */
export function toProgramFile(program: Program): ProgramFile {
  const { languageVersion: language, engineVersion } = program
  return {
    schemaVersion: SCHEMA_VERSION,
    languageVersion: language,
    engineVersion,
    digest: digestOf(program),
    program,
  }
}

/**
 * The program in what `toProgramFile` made, be it the file's text or what `JSON.parse` made of it; the order of keys does
 * not matter. Refused is what is no such file, has another format or language version, or was changed since: it must be
 * what would be written of its own program, digest and all. The digest shows damage, not who wrote the file: take
 * programs from where you would take policies.
 */
export function readProgram(file: unknown): Result<Program, Diagnostic> {
  const data = typeof file === 'string' ? parsed(file) : { value: file }
  if (!data) return refused(diagnostic('program/syntax', {}))
  const { value } = data
  if (!isJson(value, DEEPEST) || !isObject(value)) return refused(diagnostic('program/not-a-program', {}))
  const { schemaVersion, languageVersion: language, program } = value
  if (typeof schemaVersion !== 'number' || typeof language !== 'number' || !isProgram(program))
    return refused(diagnostic('program/not-a-program', {}))
  if (schemaVersion !== SCHEMA_VERSION)
    return refused(diagnostic('program/schema-version', { found: schemaVersion, needed: SCHEMA_VERSION }))
  if (language !== languageVersion)
    return refused(diagnostic('program/language-version', { found: language, needed: languageVersion }))
  if (digestOf(value) !== digestOf(toProgramFile(program))) return refused(diagnostic('program/digest', {}))
  return { ok: true, value: program, warnings: [] }
}

function refused(problem: Diagnostic): Result<Program, Diagnostic> {
  return { ok: false, diagnostics: [problem] }
}

/** Undefined if the text is no JSON. Two equal keys, of which `JSON.parse` keeps one, do no harm: the digest speaks of what was read. */
function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** Half characters, of which no digest can be made. */
const HALF = /\p{Cs}/u

/** Whether data is JSON that has a digest, at most so many levels deep. */
function isJson(value: unknown, levels: number): boolean {
  if (value === null || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value === 'string') return !HALF.test(value)
  if (typeof value !== 'object' || levels === 0) return false
  return Object.entries(value).every(([key, inner]) => !HALF.test(key) && isJson(inner, levels - 1))
}

/** Looks no further: that the rest is a program, the digest says. */
function isProgram(value: unknown): value is Program {
  return isObject(value) && Array.isArray(value.policies)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
