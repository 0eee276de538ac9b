import type { Diagnostic } from '../diagnostics/index.js'
import type { SubjectRecord } from '../model/index.js'
import { readRecord } from '../record/index.js'

/** One row of a file of records: the person's record, or why there is none. */
export type RecordRow = AcceptedRow | RejectedRow

export interface AcceptedRow {
  readonly file: string
  /** From 1; where the row begins. */
  readonly line: number
  readonly record: SubjectRecord
}

export interface RejectedRow {
  readonly file: string
  readonly line: number
  /** The person's id, if the row says so much. */
  readonly id?: string
  readonly diagnostics: readonly Diagnostic[]
}

/** A file that cannot be read at all; none of its rows can be counted on. */
export class UnreadableFileError extends Error {
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[]) {
    super('a file cannot be read')
    this.name = 'UnreadableFileError'
    this.diagnostics = diagnostics
  }
}

/** The row of data that should be a record, `problems` being what was wrong before it became data. */
export function rowOf(file: string, line: number, data: unknown, problems: readonly Diagnostic[] = []): RecordRow {
  const record = readRecord(data)
  if (record.ok && problems.length === 0) return { file, line, record: record.value }
  const diagnostics = [...problems, ...(record.ok ? [] : record.diagnostics)]
  return { file, line, ...claimedId(data), diagnostics }
}

/** The id that unchecked data claims to have. */
function claimedId(data: unknown): { id?: string } {
  const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined
  return typeof id === 'string' ? { id } : {}
}
