import { resolve } from 'node:path'
import type { Extensions } from '../check.js'
import { formatDiagnostics, formatPlace, type Locale, type Place } from '../index.js'
import { UnreadableFileError } from '../node.js'
import { type CasesFound, type FoundCase, findCases } from './find-cases.js'
import { formatResult } from './format.js'

export interface DescribeOptions {
  /** The language in which a failure is told; Chinese by default. */
  readonly locale?: Locale
  /** The operators and derivations that the policies name, as they are given to `evaluate`. */
  readonly extensions?: Extensions
}

/**
 * Makes a vitest suite of every cases file in the given files and folders (from the working directory), found and judged
 * as `cadre-policy test` does it, with a test for each case. A test that fails says what was expected, what was found
 * and why, and where the case stands. If a policy or cases file is not valid, cannot be read, or there is no case at
 * all, one test fails and says so. To be awaited at the top level of a test file or in a `describe`.
 */
export async function describeCases(
  paths: string | readonly string[],
  { locale = 'zh', ...options }: DescribeOptions = {},
): Promise<void> {
  // The command, which has no use for vitest, loads this file too.
  const { describe, it } = await import('vitest')
  const asked = [paths].flat()
  const found = await casesAt(asked, options)
  if (!found.ok || found.value.length === 0) {
    const problem = found.ok
      ? words[locale].noCases(asked)
      : formatDiagnostics(found.diagnostics, { locale, sources: found.sources })
    describe(asked.join(', '), () => {
      it(words[locale].readable, () => {
        throw failure(problem, found.ok ? undefined : found.diagnostics.find(({ span }) => span)?.span)
      })
    })
    return
  }
  for (const { file, cases } of found.value)
    describe(file, () => {
      for (const one of cases) it(one.name, () => check(one, locale))
    })
}

async function casesAt(paths: readonly string[], options: { readonly extensions?: Extensions }): Promise<CasesFound> {
  try {
    return await findCases(paths, options)
  } catch (error) {
    if (error instanceof UnreadableFileError) return { ok: false, diagnostics: error.diagnostics, sources: [] }
    throw error
  }
}

async function check({ place, run }: FoundCase, locale: Locale): Promise<void> {
  const problem = await run().then(
    (result) => formatResult(result, { locale }),
    (error: unknown) => {
      if (error instanceof UnreadableFileError) return formatDiagnostics(error.diagnostics, { locale })
      throw error
    },
  )
  if (problem !== '') throw failure(`${formatPlace(place)}\n${problem}`, place)
}

/** An error that happened in the policy's or the cases' file: vitest links what stands in the stack. */
function failure(message: string, place: Place | undefined): Error {
  const error = new Error(message)
  error.name = 'AssertionError'
  const at = place ? `\n    at ${formatPlace({ ...place, file: resolve(place.file) })}` : ''
  error.stack = `${error.name}: ${message}${at}`
  return error
}

const words = {
  zh: {
    readable: '政策和用例可以读取',
    noCases: (paths: readonly string[]) => `${paths.join('、')} 中没有用例（*.cases.yaml）：没有用例不算通过`,
  },
  en: {
    readable: 'policies and cases can be read',
    noCases: (paths: readonly string[]) => `no cases (*.cases.yaml) in ${paths.join(', ')}: that is not a pass`,
  },
} as const
