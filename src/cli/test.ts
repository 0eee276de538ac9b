import { dirname, join } from 'node:path'
import { loadPolicySet, parseCases, type SourceText } from '../check.js'
import { formatPlace, type PolicySet } from '../index.js'
import { readJsonFile, readPolicySources } from '../node.js'
import { type CaseResult, formatResult, runCases } from '../testing.js'
import { type Session, write } from './io.js'
import { refuse } from './policies.js'
import { texts } from './texts.js'

export interface TestOptions {
  readonly format: 'text' | 'json'
}

/** A case with its file, for people to find it. */
interface Located {
  readonly file: string
  readonly place: string
  readonly result: CaseResult
}

/**
 * Runs the cases in the given files and folders; a cases file is read with the policies of its folder. Prints every
 * failure, then `N passed, N failed`. 1 if one fails, if a policy is not valid, or if there is no case at all.
 */
export async function testCommand(
  paths: readonly string[],
  { format }: TestOptions,
  session: Session,
): Promise<number> {
  const { stdout, stderr, locale } = session
  const sources = await readPolicySources(paths.map((path) => (isCases(path) ? dirname(path) : path)))
  if (!sources.ok) return await refuse(sources.diagnostics, { exitCode: 2 }, session)
  const loaded = loadPolicySet(sources.value)
  if (!loaded.ok) return await refuse(loaded.diagnostics, { sources: sources.value, exitCode: 1 }, session)
  // Of a folder all cases are run, of a named file only its own.
  const asked = (file: string): boolean =>
    paths.some((path) => (isCases(path) ? join(path) === file : file.startsWith(join(path, '/')) || join(path) === '.'))
  const files = sources.value.filter(({ file }) => isCases(file) && asked(join(file)))
  const results: Located[] = []
  for (const source of files) results.push(...(await resultsOf(source, loaded.value, session)))
  const failed = results.filter(({ result }) => !result.passed)
  if (format === 'json') await write(stdout, `${JSON.stringify(reportOf(results))}\n`)
  else {
    for (const { place, result } of failed)
      await write(stdout, `${place}  ✗ ${result.name}\n${formatResult(result, { locale })}\n\n`)
    if (results.length === 0) await write(stderr, `${texts[locale].noCases}\n`)
    await write(stdout, `${results.length - failed.length} passed, ${failed.length} failed\n`)
  }
  return failed.length > 0 || results.length === 0 ? 1 : 0
}

function isCases(path: string): boolean {
  return /\.cases\.ya?ml$/.test(path)
}

async function resultsOf(source: SourceText, policySet: PolicySet, session: Session): Promise<Located[]> {
  const parsed = parseCases(source)
  if (!parsed.ok) return await refuse(parsed.diagnostics, { sources: [source], exitCode: 1 }, session)
  const cases = parsed.value
  const results = await runCases({
    policySet,
    cases,
    readRecordFile: (name) => readRecordFile(join(dirname(source.file), name), session),
  })
  return results.map((result, index) => {
    const place = formatPlace(cases.document.spanOf(['cases', index, 'name']))
    return { file: source.file, place, result }
  })
}

async function readRecordFile(file: string, session: Session): Promise<unknown> {
  const read = await readJsonFile(file)
  if (read.ok) return read.value
  return await refuse(read.diagnostics, { exitCode: 2, message: texts[session.locale].noRecord(file) }, session)
}

/** For other programs: each case with what differed; no personal data beyond what the differences say. */
function reportOf(results: readonly Located[]): object {
  const passed = results.filter(({ result }) => result.passed).length
  return {
    schemaVersion: 1,
    passed,
    failed: results.length - passed,
    cases: results.map(({ file, place, result: { name, passed: ok, differences } }) => ({
      file,
      place,
      name,
      passed: ok,
      differences,
    })),
  }
}
