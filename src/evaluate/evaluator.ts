import type { FactId, PlainDate } from '../base/index.js'
import type {
  MissingField,
  PolicyTrace,
  ProgramPolicy,
  RecordDocument,
  ScoreStatement,
  ShownValue,
  Supposition,
  Value,
} from '../model/index.js'
import type { GivenExtensions } from '../operators/index.js'

/** Judges every condition of one policy for one person. There are several; all give the same answer. */
export type Evaluator = (policy: ProgramPolicy, subject: Subject) => Evaluated | Promise<Evaluated>

/** One that answers at once. */
export type SyncEvaluator = (policy: ProgramPolicy, subject: Subject) => Evaluated

/** Whom a policy is asked about, and on which day. */
export interface Subject {
  readonly data: RecordDocument
  /** What was given beside the record, as each policy declares it, by the names of facts. */
  readonly inputs: ReadonlyMap<ProgramPolicy, Readonly<Record<string, Value>>>
  readonly asOf: PlainDate
  readonly extensions: GivenExtensions
  /** The path of a month that is read as any of its days, whatever the policy says that it stands for. */
  readonly anyDayOf?: string
}

/** The traces of a policy; its rules are judged only where it may apply. A derivation that cannot be computed throws a `Fault`. */
export interface Evaluated extends PolicyTrace {
  /** The value of a fact about the person, for the placeholders of a reason and for figures. */
  readonly read: (fact: FactId) => ReadFact
  /** How the score came about; undefined if the policy has no scorecard. */
  readonly statement: () => ScoreStatement | undefined
}

export interface ReadFact {
  readonly value: ShownValue
  readonly missing: readonly MissingField[]
  readonly supposed: readonly Supposition[]
  readonly parameters: readonly string[]
}
