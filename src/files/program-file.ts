import { type Result, startOfLine } from '../base/index.js'
import type { Diagnostic } from '../diagnostics/index.js'
import { type Program, readProgram } from '../index.js'
import { readSource } from './policy-files.js'

/** Reads a program from a file that `cadre-policy compile`, or an app by `toProgramFile`, has written. */
export async function readProgramFile(file: string): Promise<Result<Program, Diagnostic>> {
  const source = await readSource(file)
  if (!source.ok) return source
  const read = readProgram(source.value.text)
  if (read.ok) return read
  return { ok: false, diagnostics: read.diagnostics.map((one) => ({ ...one, span: startOfLine(file) })) }
}
