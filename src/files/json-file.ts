import type { Result } from '../base/index.js'
import type { Diagnostic } from '../diagnostics/index.js'
import { parseJson } from '../source/index.js'
import { readSource } from './policy-files.js'

/** Reads one JSON file, losing nothing of it: equal keys and numbers of more than 15 digits are refused. */
export async function readJsonFile(file: string): Promise<Result<unknown, Diagnostic>> {
  const source = await readSource(file)
  if (!source.ok) return source
  const parsed = parseJson(source.value.text)
  return parsed.ok ? { ok: true, value: parsed.value, warnings: [] } : { ok: false, diagnostics: parsed.problems }
}
