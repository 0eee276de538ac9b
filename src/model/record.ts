import type { RecordDocument as GeneratedRecord } from './generated/record.js'
import schema from './generated/record-schema.json' with { type: 'json' }
import type { DeepReadonly } from './readonly.js'

/** What came in for one person, as in schemas/record.schema.json. 人员记录 */
export type RecordDocument = DeepReadonly<GeneratedRecord>

/** What a policy judges. */
export type SubjectKind = 'person' | 'unit'

/** The record of a person or a unit, its shape, dates and numbers checked; what is absent is unknown. Plain JSON. */
export interface SubjectRecord {
  readonly subject: SubjectKind
  readonly id: string
  /** SHA-256 of the record, absent fields (null) left out. */
  readonly digest: string
  /** Of a unit: its id, kind and declared fields. */
  readonly data: RecordDocument
}

/** The items of a list of a record, by the keys that lead to it; undefined if the record does not have it. */
export function listIn(
  data: RecordDocument,
  keys: readonly string[],
): readonly Readonly<Record<string, unknown>>[] | undefined {
  const found = keys.reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>> | undefined)?.[key], data)
  return found as readonly Readonly<Record<string, unknown>>[] | undefined
}

/** The schema of a record with our annotations: what dates a list's items, what a field's absence means. */
export const recordSchema: RecordSchema = schema

export interface RecordSchema {
  readonly properties: Readonly<Record<string, FieldSchema>>
}

/** A field, an object of fields, or a list of them. */
export interface FieldSchema {
  readonly title?: string
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly 'x-absentMeans'?: string
  readonly 'x-confidential'?: boolean
  readonly properties?: Readonly<Record<string, FieldSchema>>
  readonly items?: FieldSchema
  readonly 'x-datedBy'?: string
  readonly 'x-yearly'?: boolean
  readonly 'x-current'?: string
}
