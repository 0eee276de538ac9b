import {
  type DecimalText,
  type FactId,
  firstDay,
  invariant,
  type PlainDate,
  type Truth,
  wholeNumber,
} from '../../base/index.js'
import {
  type Conventions,
  decidingParts,
  type MissingField,
  nodesOf,
  type ProgramCondition,
  type ProgramFact,
  type ProgramOperand,
  type ProgramPolicy,
  type RecordDocument,
  type Supposition,
  type Trace,
  type Value,
} from '../../model/index.js'
import type { GivenExtensions } from '../../operators/index.js'

/** For whom, on which day and by which conventions something is read. */
export interface Context {
  readonly policy: ProgramPolicy
  readonly data: RecordDocument
  readonly inputs: Readonly<Record<string, Value>>
  readonly asOf: PlainDate
  /** The path of a month that is read as any of its days. */
  readonly anyDayOf?: string
  /** The operators and derivations that the embedder brings. */
  readonly extensions: GivenExtensions
  /** True if it is looked at from no day at all: nothing is seen. */
  readonly blind?: true
  readonly conventions: Conventions
  /** The items that are being tested, innermost first. */
  readonly items: readonly Item[]
  /** What has been read of the person; nothing is read twice from one day by the policy's own conventions. */
  readonly memory: Memory
  /** How operands are read and conditions judged: they are made of each other. */
  readonly read: (operand: ProgramOperand, context: Context) => Reading
  readonly judge: (condition: ProgramCondition, context: Context) => Trace
}

export interface Memory {
  /** By the day from which it was read; 0 is none. */
  readonly facts: Map<number, Map<FactId, Reading>>
  /** Dates of items, and what else is told only once. */
  readonly others: Map<string, Reading>
}

/** One entry of a list, or one that there should be: then `lacks` says what the record would have to say. */
export interface Item {
  /** The list that its fields are named after. */
  readonly list: FactId
  readonly at: string
  readonly data: Readonly<Record<string, unknown>>
  /** Whether it is there and dated on or before the as-of date; without a date nobody knows. */
  readonly seen: Truth
  readonly lacks?: Omit<MissingField, 'fact'>
  /** True if it stands for any number of such items, or none. */
  readonly many?: true
  /** Of a named list: the item it is, and by which part of the list. */
  readonly source?: { readonly item: Item; readonly part: number }
}

/** What is not known, what was supposed, and which parameters took part. */
export interface Notes {
  readonly missing: readonly MissingField[]
  readonly supposed: readonly Supposition[]
  readonly parameters: readonly string[]
}

/** A value with what there is to say of it. */
export interface Reading extends Notes {
  readonly value: Value
}

export const UNKNOWN: Value = { type: 'unknown' }
export const NONE: Value = { type: 'none' }
/** No time at all, as a length. */
export const NO_TIME: Value = { type: 'duration', value: { months: 0, days: 0 } }
export const NOTHING: Notes = { missing: [], supposed: [], parameters: [] }

/** A value with nothing missing and nothing supposed. */
export function certain(value: Value): Reading {
  const { missing, supposed, parameters } = NOTHING
  return { value, missing, supposed, parameters }
}

/** Not known, for want of one field. */
export function lacking(field: MissingField): Reading {
  return { ...certain(UNKNOWN), missing: [field] }
}

/** Everything that there is to say of several readings. */
export function notesOf(readings: readonly Notes[]): Notes {
  const [{ missing, supposed, parameters } = NOTHING, ...others] = readings.filter((one) => !isSilent(one))
  if (others.length === 0) return { missing, supposed, parameters }
  return {
    // What is read twice is the same object, and told once.
    missing: [...new Set(readings.flatMap(({ missing }) => missing))],
    supposed: [...new Set(readings.flatMap(({ supposed }) => supposed))],
    parameters: [...new Set(readings.flatMap(({ parameters }) => parameters))],
  }
}

/** Whether there is nothing to say of a reading. */
function isSilent({ missing, supposed, parameters }: Notes): boolean {
  return missing.length === 0 && supposed.length === 0 && parameters.length === 0
}

/** What there is to say of the parts that a judged condition rests on. */
export function notesOfTrace(trace: Trace): Notes {
  return notesOf(
    nodesOf(trace, decidingParts).map((node) => ({
      missing: 'missing' in node ? node.missing : [],
      supposed: 'supposed' in node ? node.supposed : [],
      parameters: 'parameters' in node ? node.parameters : [],
    })),
  )
}

/** A value computed from others. */
export function computed(value: Value, readings: readonly Notes[]): Reading {
  return { value, ...notesOf(readings) }
}

export function numberValue(value: DecimalText | number): Value {
  return { type: 'number', value: typeof value === 'number' ? wholeNumber(value) : value }
}

export function dateValue(value: PlainDate): Value {
  return { type: 'date', value }
}

/** The day that a date stands for; of what is still open, the as-of date. Undefined for anything else. */
export function dayOf(value: Value | undefined, { asOf }: Pick<Context, 'asOf'>): PlainDate | undefined {
  if (value?.type === 'open') return asOf
  return value?.type === 'date' ? firstDay(value.value) : undefined
}

export function factNamed(id: FactId, { policy }: Context): ProgramFact {
  const found = policy.facts[id]
  invariant(found, 'the fact was checked', id)
  return found
}
