import type {
  Assumption as AssumptionDocument,
  DecisionDocument,
  Finding as FindingDocument,
  Missing,
} from './generated/decision.js'
import type { DeepReadonly } from './readonly.js'

/** What one policy says about one person, and why: a proposal to a human decider, never an act. Plain JSON. 决定建议 */
export type Decision = DeepReadonly<DecisionDocument>
/** How one rule was judged. 逐条判定 */
export type Finding = DeepReadonly<FindingDocument>
/** A field that is not known, the rules it touches and whether it can still change the outcome. */
export type MissingFact = DeepReadonly<Missing>
/** Something taken for true that no document and no record says. 假定 */
export type Assumption = DeepReadonly<AssumptionDocument>
