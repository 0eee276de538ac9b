import type { Inputs } from '../index.js'
import { writeWhole } from '../node.js'
import { renderReport } from '../report.js'
import { inputsIn } from './evaluate.js'
import { type Session, write } from './io.js'
import { judged } from './judged.js'
import { keepApart } from './keep-apart.js'
import { type JudgedBy, programOf } from './policies.js'
import { texts } from './texts.js'

export interface ReportOptions extends JudgedBy {
  readonly mapping?: string
  readonly input?: Inputs
  readonly output: string
}

/** Judges every row of a file and writes a page with all decisions explained; every row is on it, decided or rejected. */
export async function reportCommand(file: string, options: ReportOptions, session: Session): Promise<number> {
  const { stderr, locale } = session
  const { program, files } = await programOf(options, session)
  keepApart([file, options.mapping, ...files], [options.output], session)
  const { people, decisions, rejections } = await judged(file, options.mapping, program, session, inputsIn(options))
  await writeWhole(options.output, renderReport(decisions, { locale, rejections }))
  const { written, counts } = texts[locale]
  await write(stderr, `${written(options.output)}\n${counts(people + rejections.length, people, rejections.length)}\n`)
  return rejections.length > 0 ? 1 : 0
}
