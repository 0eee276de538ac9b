import { type Decision, explain, type Inputs, render } from '../index.js'
import { decideRows, rejectionOf } from '../node.js'
import { inputsIn, listRejection } from './evaluate.js'
import { ExitError, type Session, write } from './io.js'
import { type JudgedBy, programOf } from './policies.js'
import { rowsOf } from './rows.js'
import { texts } from './texts.js'

export interface ExplainOptions extends JudgedBy {
  readonly mapping?: string
  readonly input?: Inputs
  readonly id?: string
  readonly format: 'text' | 'json' | 'markdown'
}

/** Explains one person's decisions; where the records hold one person only, no id is needed. */
export async function explainCommand(file: string, options: ExplainOptions, session: Session): Promise<number> {
  const { stdout, locale } = session
  const { program } = await programOf(options, session)
  let found: readonly Decision[] | undefined
  for await (const row of decideRows(program, await rowsOf(file, options.mapping, session), inputsIn(options))) {
    const id = 'decisions' in row ? row.decisions[0]?.subject : row.id
    if (options.id !== undefined && id !== options.id) continue
    if (!('decisions' in row)) {
      await listRejection(rejectionOf(row, { locale }), session)
      if (options.id === undefined || found) continue
      throw new ExitError(1, texts[locale].rejectedId(options.id))
    }
    if (found) throw new ExitError(2, texts[locale].idNeeded)
    found = row.decisions
  }
  if (!found)
    throw new ExitError(
      options.id === undefined ? 1 : 2,
      options.id === undefined ? '' : texts[locale].noSuchId(options.id),
    )
  const explanations = found.map(explain)
  const { format } = options
  await write(
    stdout,
    format === 'json'
      ? `${JSON.stringify(explanations)}\n`
      : `${explanations.map((one) => render(one, { locale, format })).join('\n\n')}\n`,
  )
  return 0
}
