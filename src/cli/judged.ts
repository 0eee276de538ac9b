import type { Decision, EvaluateOptions, Program } from '../index.js'
import { decideRows, type Rejection, rejectionOf } from '../node.js'
import type { Session } from './io.js'
import { rowsOf, withProgress } from './rows.js'

/** Every row of a file, judged: the decisions of the people, several each, and the rows that were rejected. */
export interface Judged {
  readonly file: string
  readonly people: number
  readonly decisions: readonly Decision[]
  readonly rejections: readonly Rejection[]
}

/** Judges a whole file of records and keeps all of it: for what cannot be written row by row. */
export async function judged(
  file: string,
  mapping: string | undefined,
  program: Program,
  session: Session,
  options: EvaluateOptions = {},
): Promise<Judged> {
  const decisions: Decision[] = []
  const rejections: Rejection[] = []
  let people = 0
  for await (const row of withProgress(decideRows(program, await rowsOf(file, mapping, session), options), session)) {
    if ('decisions' in row) {
      people += 1
      decisions.push(...row.decisions)
    } else rejections.push(rejectionOf(row, session))
  }
  return { file, people, decisions, rejections }
}
