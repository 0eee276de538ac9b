import { clearLine, cursorTo } from 'node:readline'
import { loadMapping } from '../check.js'
import { formatDiagnostics } from '../index.js'
import { type RecordRow, readCsvRoster, readNdjson, readSource } from '../node.js'
import { ExitError, type Session } from './io.js'
import { texts } from './texts.js'

/** The rows of a file of records, by the ending of its name; a CSV roster needs its mapping. */
export async function rowsOf(
  file: string,
  mapping: string | undefined,
  { locale }: Session,
): Promise<AsyncIterable<RecordRow>> {
  if (!/\.csv$/i.test(file)) return readNdjson(file)
  if (mapping === undefined) throw new ExitError(2, texts[locale].mappingNeeded(file))
  const source = await readSource(mapping)
  const loaded = source.ok ? loadMapping(source.value) : source
  if (loaded.ok) return readCsvRoster(file, loaded.value)
  throw new ExitError(2, formatDiagnostics(loaded.diagnostics, { locale }))
}

/** Passes rows on and keeps one line on the terminal up to date; on anything but a terminal it says nothing. */
export async function* withProgress<Row>(rows: AsyncIterable<Row>, { stderr, locale }: Session): AsyncGenerator<Row> {
  if (!stderr.isTTY) return yield* rows
  const started = performance.now()
  let [count, shown] = [0, 0]
  for await (const row of rows) {
    count += 1
    yield row
    if (performance.now() - shown > 100) show()
  }
  show()
  stderr.write('\n')

  function show(): void {
    shown = performance.now()
    const rate = Math.round(count / Math.max((shown - started) / 1000, 0.001))
    cursorTo(stderr, 0)
    clearLine(stderr, 1)
    stderr.write(texts[locale].progress(count, rate))
  }
}
