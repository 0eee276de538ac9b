import type {
  Assumption as AssumptionDocument,
  Benefit as BenefitDocument,
  DecisionDocument,
  Finding as FindingDocument,
  Measure as MeasureDocument,
  Missing,
  Statement,
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
/** How a score came about: what every item earned, lost to which cap, and what it came from. 积分明细 */
export type ScoreStatement = DeepReadonly<Statement>
/** A benefit that stands, with its amount and term. 激励 */
export type Benefit = DeepReadonly<BenefitDocument>
/** A step proposed for an adverse outcome. 拟采取的措施 */
export type Measure = DeepReadonly<MeasureDocument>
