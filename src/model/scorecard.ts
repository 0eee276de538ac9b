import type { FactId, Localized, Place, RoundingMode } from '../base/index.js'
import type { Citation, Provenance } from './citation.js'
import type { Selection } from './selection.js'
import type { FactType, Value } from './value.js'

/** Points, their sources, their ceilings, and the ranges of the total that have a name. 积分表 */
export interface Scorecard<Part, When> extends Omit<ScorePart<Part>, 'id'> {
  readonly items: readonly ScoreItem<Part, When>[]
  readonly groups: readonly ScoreGroup<Part>[]
  readonly weights: readonly ScoreWeight<Part, When>[]
  /** From the highest to the lowest, which has no `from`. */
  readonly bands: readonly ScoreBand<Part>[]
  readonly pass?: Part
}

/** What an item, a group and the whole have: bounds of the points, and what they rest on. */
interface ScorePart<Part> {
  readonly id: string
  readonly title: Localized
  readonly cap?: Part
  readonly floor?: Part
  readonly provenance: Provenance
  readonly citation: Citation
  readonly place: Place
}

/** A source of points. 积分项 */
export interface ScoreItem<Part, When> extends ScorePart<Part> {
  readonly source: ScoreSource<Part, When>
}

export type ScoreSource<Part, When> =
  /** Each item of a list that counts earns its award. */
  | {
      readonly kind: 'each'
      readonly from: Selection<Part, When>
      readonly award: Part | Sequence<Part>
      /** The field that the award is looked up by. */
      readonly by?: FactId
    }
  /** Every whole unit of a quantity earns the award. */
  | {
      readonly kind: 'per'
      readonly of: Part
      /** The quantity's name, if it is a fact's. */
      readonly fact?: FactId
      readonly every: Part
      readonly round?: { readonly to: RoundingMode; readonly step: Value }
      /** The last tier has no end. */
      readonly tiers: readonly Tier<Part>[]
    }
  /** The award is earned if the condition holds. */
  | { readonly kind: 'when'; readonly when?: When; readonly award: Part; readonly by?: FactId }

/** The oldest items earn what is listed first, every later one the rest. */
export interface Sequence<Part> {
  readonly first: readonly Part[]
  readonly rest: Part
}

/** Each unit up to this many earns so much. */
export interface Tier<Part> {
  readonly upTo?: Value
  readonly is: Part
}

/** Items with a ceiling of their own. 积分组 */
export interface ScoreGroup<Part> extends ScorePart<Part> {
  readonly of: readonly string[]
  /** Of the record's items with the same `per` only one counts, across the scorecard items of the group. */
  readonly keep?: GroupKeep<Part>
}

export interface GroupKeep<Part> {
  /** By scorecard item: what its record items are ranked and grouped by. */
  readonly of: Readonly<Record<string, { readonly by: Part; readonly per: FactId }>>
  /** How values of `by` are ordered. */
  readonly type: FactType
  readonly prefer?: readonly Value[]
}

/** A factor on items that holds under a condition. 权重 */
export interface ScoreWeight<Part, When> extends Omit<ScorePart<Part>, 'cap' | 'floor'> {
  readonly when: When
  readonly times: Part
  /** The items that it weighs. */
  readonly on: readonly string[]
}

/** A range of the total that has a name; `from` is included. 档次 */
export interface ScoreBand<Part> {
  readonly id: string
  readonly title: Localized
  readonly from?: Part
}

/** Whether an award goes by order of date. */
export function isSequence<Part>(award: Part | Sequence<Part>): award is Sequence<Part> {
  return typeof award === 'object' && award !== null && 'first' in award
}

/** The facts that a scorecard makes: the total, and the band that it lies in. */
export const SCORE = 'score' as FactId
export const BAND = 'band' as FactId
