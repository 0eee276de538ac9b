import { setImmediate } from 'node:timers/promises'
import { formatPath, formatPlace, type Locale, startOfLine } from '../base/index.js'
import { diagnostic, messageOf, relatedPlace } from '../diagnostics/index.js'
import { type Decision, type EvaluateOptions, evaluate, type Program } from '../index.js'
import type { RecordRow, RejectedRow } from './rows.js'

/** A row judged: the person's decisions, one a policy, or why there is none. */
export type JudgedRow = { readonly line: number; readonly decisions: readonly Decision[] } | RejectedRow

/**
 * Judges rows one after the other and yields each as soon as it is done, in the order of the file. A second row with
 * an id that was seen before is rejected; full-width letters, white space and invisible characters make no difference.
 * Sources are asked person by person; when the signal aborts, the run rejects with its reason.
 */
export async function* decideRows(
  program: Program,
  rows: AsyncIterable<RecordRow>,
  options: EvaluateOptions = {},
): AsyncGenerator<JudgedRow> {
  const rowOfId = new Map<string, { readonly file: string; readonly line: number }>()
  for await (const row of rows) {
    // Judging waits for nothing: timers, signals and other requests would not get their turn until the last row.
    await setImmediate()
    if (!('record' in row)) {
      yield row
      continue
    }
    const { file, line, record } = row
    const { id } = record
    const key = id.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')
    const first = rowOfId.get(key)
    if (first) {
      const related = [relatedPlace('first-record', {}, startOfLine(first.file, first.line))]
      const twice = diagnostic('record/duplicate-id', { line: first.line }, { path: ['id'], related })
      yield { file, line, id, diagnostics: [twice] }
      continue
    }
    rowOfId.set(key, { file, line })
    const judged = await evaluate(program, record, options)
    yield judged.ok ? { line, decisions: judged.value } : { file, line, id, diagnostics: judged.diagnostics }
  }
}

/** A rejection as it stands in a rejections file: where, who, and which field for what reason. No value of the record. */
export interface Rejection {
  readonly file: string
  readonly line: number
  readonly id?: string
  readonly problems: readonly RejectedProblem[]
}

export interface RejectedProblem {
  readonly code: string
  readonly field: string
  readonly message: string
  readonly place?: string
}

/** Puts a rejected row into words. */
export function rejectionOf(
  { file, line, id, diagnostics }: RejectedRow,
  { locale }: { readonly locale: Locale },
): Rejection {
  const problems = diagnostics.map((one) => ({
    code: one.code,
    field: formatPath(one.path),
    message: messageOf(one, locale),
    // Where in the policy, for what cannot be computed.
    ...(one.span && { place: formatPlace(one.span) }),
  }))
  return { file, line, ...(id !== undefined && { id }), problems }
}
