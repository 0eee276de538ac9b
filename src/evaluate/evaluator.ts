import type { FactId, PlainDate } from '../base/index.js'
import type { PolicyTrace, ProgramPolicy, RecordDocument, ShownValue } from '../model/index.js'

/** Judges every condition of one policy for one person. There are several; all give the same answer. */
export type Evaluator = (policy: ProgramPolicy, data: RecordDocument, asOf: PlainDate) => Evaluated

export interface Evaluated extends PolicyTrace {
  /** The value of a fact about the person, for the placeholders of a reason. */
  readonly read: (fact: FactId) => ShownValue
}
