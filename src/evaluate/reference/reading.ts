import {
  type DecimalText,
  decimalFromNumber,
  type FactId,
  invariant,
  type PlainDate,
  type Truth,
} from '../../base/index.js'
import type { MissingField, ProgramPolicy, RecordDocument, Supposition, Value } from '../../model/index.js'

export interface Context {
  readonly policy: ProgramPolicy
  readonly data: RecordDocument
  readonly asOf: PlainDate
  /** The item of a list that is being tested. */
  readonly item?: Item
}

/** One entry of a list, or one that there should be: then `lacks` says what the record would have to say. */
export interface Item {
  /** Whether it is dated on or before the as-of date; without a date nobody knows. */
  readonly seen: Truth
  readonly list: FactId
  readonly at: string
  readonly data: Readonly<Record<string, unknown>>
  readonly lacks?: Omit<MissingField, 'fact'>
}

/** A value with what is not known of it and what was supposed in reading it. */
export interface Reading {
  readonly value: Value
  readonly missing: readonly MissingField[]
  readonly supposed: readonly Supposition[]
  /** The parameters that took part. */
  readonly parameters: readonly string[]
}

export const UNKNOWN: Value = { type: 'unknown' }
export const NONE: Value = { type: 'none' }

/** A value with nothing missing and nothing supposed. */
export function certain(value: Value): Reading {
  return { value, missing: [], supposed: [], parameters: [] }
}

/** The first value, with what is missing and supposed of all. */
export function merge(readings: readonly (Omit<Reading, 'value'> & { readonly value?: Value })[]): Reading {
  return {
    value: readings[0]?.value ?? UNKNOWN,
    missing: readings.flatMap(({ missing }) => missing),
    supposed: readings.flatMap(({ supposed }) => supposed),
    parameters: [...new Set(readings.flatMap(({ parameters }) => parameters))],
  }
}

/** A number of a record, or a count, as exact text. */
export function decimal(value: number): DecimalText {
  const text = decimalFromNumber(value)
  invariant(text !== undefined, 'the numbers of a record were checked')
  return text
}

/** Not known, for want of one field. */
export function lacking(field: MissingField): Reading {
  return { value: UNKNOWN, missing: [field], supposed: [], parameters: [] }
}
