import type { CalendarUnit, DatePart, FactId, ReasonCode, TimeUnit } from '../base/index.js'
import type { ExtensionName } from './extension.js'
import type { Scorecard } from './scorecard.js'
import type { Selection, Stretches, Weights } from './selection.js'
import type { Value } from './value.js'

/**
 * How a value comes from others. `Part` is an operand, `When` a condition; the checker's and the program's differ.
 * 推导
 */
export type Derivation<Part, When> =
  | { readonly kind: 'elapsed'; readonly since: Part; readonly until: Part; readonly in?: TimeUnit; readonly at?: Part }
  | { readonly kind: 'count'; readonly from: Selection<Part, When>; readonly distinct?: FactId }
  | { readonly kind: 'exists'; readonly from: Selection<Part, When> }
  | {
      readonly kind: 'sum'
      readonly from: Selection<Part, When>
      readonly take: FactId
    }
  | {
      readonly kind: 'least' | 'greatest'
      readonly from: Selection<Part, When>
      readonly take: FactId
      /** What it is where there is no item. */
      readonly otherwise?: Part
    }
  | {
      readonly kind: 'latest' | 'earliest'
      readonly from: Selection<Part, When>
      readonly take: FactId
      readonly otherwise?: Part
    }
  | {
      readonly kind: 'average'
      readonly from: Selection<Part, When>
      readonly take: FactId
      readonly weights?: Weights
      readonly missing: 'unknown' | 'renormalise'
      readonly otherwise?: Part
    }
  | {
      readonly kind: 'streak'
      readonly from: Selection<Part, When>
      readonly which: 'current' | 'longest'
      readonly consume?: number
    }
  | {
      readonly kind: 'time'
      readonly of: Stretches<When>
      readonly since?: Part
      readonly at?: Part
      readonly except: readonly Stretches<When>[]
      readonly during: readonly Stretches<When>[]
      readonly weigh?: Weights
      readonly overlap: 'once' | 'highest' | 'sum'
      readonly in?: TimeUnit
    }
  | {
      readonly kind: 'longest'
      readonly of: Stretches<When>
      readonly since?: Part
      readonly at?: Part
      readonly in?: TimeUnit
      readonly otherwise?: Part
    }
  /** For how long an item of the list has lasted, to the as-of date at most. */
  | { readonly kind: 'length'; readonly of: FactId }
  | { readonly kind: 'plus'; readonly terms: readonly Part[]; readonly less: readonly Part[] }
  | { readonly kind: 'times'; readonly factors: readonly Part[] }
  | { readonly kind: 'divide'; readonly dividend: Part; readonly divisor: Part }
  /** `min` and `max` of a list of operands. */
  | { readonly kind: 'leastOf' | 'greatestOf'; readonly of: readonly Part[] }
  | { readonly kind: 'round'; readonly of: Part; readonly to: Part; readonly step: Value }
  /** A branch without `when` is the `else`. */
  | { readonly kind: 'choose'; readonly branches: readonly { readonly when?: When; readonly is: Part }[] }
  | { readonly kind: 'when'; readonly condition: When }
  | { readonly kind: 'part'; readonly take: DatePart; readonly of: Part }
  | { readonly kind: 'startOf' | 'endOf'; readonly unit: CalendarUnit; readonly of: Part }
  | { readonly kind: 'next'; readonly every: Part; readonly anchor: Part; readonly onOrAfter: Part }
  /** The total of a scorecard. */
  | { readonly kind: 'score'; readonly card: Scorecard<Part, When> }
  /** How many of these rules of the policy stand. */
  | { readonly kind: 'standing'; readonly rules: readonly ReasonCode[] }
  /** One that an embedder brings, with its arguments by name. */
  | { readonly kind: 'extension'; readonly name: ExtensionName; readonly args: Readonly<Record<string, Part>> }
