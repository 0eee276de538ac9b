import { formatPlace } from '../index.js'
import { type CaseResult, type FoundCases, findCases, formatResult } from '../testing.js'
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
  const found = await findCases(paths)
  if (!found.ok) return await refuse(found.diagnostics, { sources: found.sources, exitCode: 1 }, session)
  const results: Located[] = []
  for (const one of found.value) results.push(...(await resultsOf(one)))
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

async function resultsOf({ file, cases }: FoundCases): Promise<Located[]> {
  const results: Located[] = []
  for (const { place, run } of cases) results.push({ file, place: formatPlace(place), result: await run() })
  return results
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
