import { dirname, join } from 'node:path'
import { type Extensions, loadPolicySet, parseCases, type SourceText } from '../check.js'
import type { Diagnostic, Place, PolicySet, Result, Span } from '../index.js'
import { readJsonFile, readPolicySources, UnreadableFileError } from '../node.js'
import { type CaseResult, policyOf, runCase } from './run-cases.js'

/** The cases of one file. */
export interface FoundCases {
  readonly file: string
  readonly cases: readonly FoundCase[]
}

export interface FoundCase {
  readonly name: string
  /** Where its name stands in the cases file. */
  readonly place: Place
  /** Judges the case on every evaluator. Throws `UnreadableFileError` if the record that it takes cannot be read. */
  readonly run: () => Promise<CaseResult>
}

/** The cases, or everything wrong with policies and cases, and the texts in which it is. */
export type CasesFound =
  | Extract<Result<readonly FoundCases[], Diagnostic>, { ok: true }>
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[]; readonly sources: readonly SourceText[] }

/**
 * The cases in the given files and folders, ready to run: of a folder all of them, of a named `*.cases.yaml` its own. They are
 * judged by the policies of the folder. Not a single case is no problem here. Whatever is wrong with a policy or a cases
 * file comes back as diagnostics; throws `UnreadableFileError` if a file or folder cannot be read.
 */
export async function findCases(
  paths: readonly string[],
  options: { readonly extensions?: Extensions } = {},
): Promise<CasesFound> {
  const sources = await readPolicySources(paths.map((path) => (isCases(path) ? dirname(path) : path)))
  if (!sources.ok) throw new UnreadableFileError(sources.diagnostics)
  const loaded = loadPolicySet(sources.value, options)
  if (!loaded.ok) return { ...loaded, sources: sources.value }
  const asked = sources.value.filter(({ file }) => isCases(file) && paths.some((path) => holds(path, join(file))))
  const found = asked.map((source) => casesIn(source, loaded.value, options))
  const diagnostics = found.flatMap((one) => (one.ok ? [] : one.diagnostics))
  if (diagnostics.length > 0) return { ok: false, diagnostics, sources: sources.value }
  return { ok: true, value: found.flatMap((one) => (one.ok ? one.value : [])), warnings: loaded.warnings }
}

function isCases(path: string): boolean {
  return /\.cases\.ya?ml$/.test(path)
}

function holds(path: string, file: string): boolean {
  if (isCases(path)) return join(path) === file
  return join(path) === '.' || file.startsWith(join(path, '/'))
}

function casesIn(
  source: SourceText,
  policySet: PolicySet,
  options: { readonly extensions?: Extensions },
): Result<FoundCases, Diagnostic> {
  const parsed = parseCases(source)
  if (!parsed.ok) return parsed
  const { document, policy, asOf, cases } = parsed.value
  const only = policyOf(policySet, policy)
  const found = cases.map((one, index): FoundCase => {
    const readRecordFile = (name: string): Promise<unknown> =>
      recordIn(join(dirname(source.file), name), document.spanOf(['cases', index, 'record', 'from']))
    return {
      name: one.name,
      place: document.spanOf(['cases', index, 'name']),
      run: () => runCase(one, { policySet: only, asOf, readRecordFile, ...options }),
    }
  })
  return { ok: true, value: { file: source.file, cases: found }, warnings: [] }
}

/** A file that is not there is shown where a case names it, what is wrong in a file at its beginning. */
async function recordIn(file: string, named: Span): Promise<unknown> {
  const read = await readJsonFile(file)
  if (read.ok) return read.value
  const start: Span = { file, start: 0, end: 0, line: 1, column: 1 }
  throw new UnreadableFileError(
    read.diagnostics.map((one) => ({ ...one, span: one.span ?? ('file' in one.params ? named : start) })),
  )
}
