import { jsonItems } from '../source/index.js'
import { recordRow } from './ndjson.js'
import { readSource } from './policy-files.js'
import { type RecordRow, UnreadableFileError } from './rows.js'

/**
 * Reads the records of a JSON file that holds one, or a list of them; a row's line is the one on which the record begins.
 * An item that is no record is a rejected row. Throws `UnreadableFileError` if the file cannot be read, is not UTF-8 or is
 * no JSON. For many people there is NDJSON, which is not kept in memory as a whole.
 */
export async function* readJsonRecords(file: string): AsyncGenerator<RecordRow> {
  const source = await readSource(file)
  if (!source.ok) throw new UnreadableFileError(source.diagnostics)
  const items = jsonItems(file, source.value.text)
  if ('code' in items) throw new UnreadableFileError([items])
  for (const { line, text } of items) yield recordRow(file, line, text)
}
