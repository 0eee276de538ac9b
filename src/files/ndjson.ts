import { createReadStream } from 'node:fs'
import { startOfLine } from '../base/index.js'
import { diagnostic } from '../diagnostics/index.js'
import { limits, parseJson } from '../source/index.js'
import { type RecordRow, rowOf, UnreadableFileError } from './rows.js'
import { unreadable } from './unreadable.js'
import { openWhole, type WholeFile } from './whole-file.js'

/**
 * Reads records from a file with one JSON object a line, a row at a time; `-` is standard input. Blank lines are no
 * rows. A line that is no record is a rejected row, and reading goes on. Throws `UnreadableFileError` if the file cannot be read or is not UTF-8.
 */
export async function* readNdjson(file: string): AsyncGenerator<RecordRow> {
  for await (const { line, text } of linesOf(file)) {
    if (text === undefined) yield { file, line, diagnostics: [diagnostic('record/too-large', { limit: '1 MB' })] }
    else if (text.trim() !== '') yield recordRow(file, line, text)
  }
}

/** The row of a text of JSON that should be a record. */
export function recordRow(file: string, line: number, text: string): RecordRow {
  const json = parseJson(text)
  if (!json.ok) return { file, line, diagnostics: json.problems }
  return rowOf(file, line, json.value)
}

/** The lines of a file; one that is too long comes without its text. */
async function* linesOf(file: string): AsyncGenerator<{ line: number; text: string | undefined }> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let [line, rest, tooLong] = [1, '', false]
  try {
    for await (const bytes of file === '-' ? process.stdin : createReadStream(file)) {
      const pieces = decoder.decode(bytes, { stream: true }).split('\n')
      for (const [index, piece] of pieces.entries()) {
        if (index > 0) {
          yield { line, text: tooLong ? undefined : rest }
          line += 1
          rest = ''
          tooLong = false
        }
        // A longer line is refused without being kept.
        tooLong ||= rest.length + piece.length > limits.characters
        rest = tooLong ? '' : rest + piece
      }
    }
    rest += decoder.decode()
  } catch (error) {
    if (error instanceof TypeError)
      throw new UnreadableFileError([
        diagnostic('source/encoding', { encoding: 'utf-8' }, { span: startOfLine(file, line) }),
      ])
    throw new UnreadableFileError([unreadable(file, error)])
  }
  if (rest !== '' || tooLong) yield { line, text: tooLong ? undefined : rest }
}

/** Writes one JSON value a line. The file appears under its name only when it is whole. */
export interface NdjsonWriter extends Omit<WholeFile, 'write'> {
  readonly write: (value: unknown) => Promise<void>
}

/** Opens a file for writing that appears only when it is whole. Rejects with the system's error if that cannot be done. */
export async function openNdjson(file: string): Promise<NdjsonWriter> {
  const whole = await openWhole(file)
  return { ...whole, write: (value) => whole.write(`${JSON.stringify(value)}\n`) }
}
