import { type EvaluateOptions as Beside, createTally, type Inputs } from '../index.js'
import { decideRows, type NdjsonWriter, openNdjson, rejectionOf } from '../node.js'
import { type Session, write } from './io.js'
import { keepApart } from './keep-apart.js'
import { type JudgedBy, programOf } from './policies.js'
import { rowsOf, withProgress } from './rows.js'
import { summaryText } from './summary.js'
import { texts } from './texts.js'

export interface EvaluateOptions extends JudgedBy {
  readonly mapping?: string
  readonly input?: Inputs
  readonly output?: string
  readonly rejections?: string
}

/** Judges every row of a file; decisions go out a line each, and the last line on standard error counts every row. */
export async function evaluateCommand(file: string, options: EvaluateOptions, session: Session): Promise<number> {
  const { stdout, stderr, locale } = session
  const { program, files: read } = await programOf(options, session)
  const rows = await rowsOf(file, options.mapping, session)
  keepApart([file, options.mapping, ...read], [options.output, options.rejections], session)
  const writers: NdjsonWriter[] = []
  const tally = createTally()
  let [decided, rejected] = [0, 0]
  try {
    const decisions = await openInto(writers, options.output)
    const rejections = await openInto(writers, options.rejections)
    for await (const row of withProgress(decideRows(program, rows, inputsIn(options)), session)) {
      if ('decisions' in row) {
        decided += 1
        for (const decision of row.decisions) {
          tally.add(decision)
          if (decisions) await decisions.write(decision)
          else if (!(await write(stdout, `${JSON.stringify(decision)}\n`)) && writers.length === 0) return 0
        }
      } else {
        rejected += 1
        const rejection = rejectionOf(row, { locale })
        if (rejections) await rejections.write(rejection)
        else await listRejection(rejection, session)
      }
    }
  } catch (error) {
    await discard(writers)
    throw error
  }
  for (const writer of writers) await writer.commit()
  const files = [options.output, options.rejections].filter((name) => name !== undefined)
  const written = files.map((name) => `${texts[locale].written(name)}\n`).join('')
  await write(
    stderr,
    `${written}${written && '\n'}${summaryText(tally.summary(), rejected, session)}\n\n${texts[locale].counts(decided + rejected, decided, rejected)}\n`,
  )
  return rejected > 0 ? 1 : 0
}

/** What is given beside every record of a run. */
export function inputsIn({ input }: { readonly input?: Inputs }): Beside {
  return input ? { inputs: input } : {}
}

/** One line a problem; no value of the record is shown. */
export async function listRejection(
  { file, line, problems }: ReturnType<typeof rejectionOf>,
  { stderr, locale }: Session,
): Promise<void> {
  for (const { field, code, message, place } of problems)
    await write(stderr, `${texts[locale].rejectedRow(file, line, place ?? field, code, message)}\n`)
}

async function openInto(writers: NdjsonWriter[], file: string | undefined): Promise<NdjsonWriter | undefined> {
  if (file === undefined) return undefined
  const writer = await openNdjson(file)
  writers.push(writer)
  return writer
}

async function discard(writers: readonly NdjsonWriter[]): Promise<void> {
  for (const writer of writers) await writer.discard()
}
