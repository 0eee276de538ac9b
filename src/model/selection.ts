import type { FactId } from '../base/index.js'
import type { FactType, Value } from './value.js'

/** Which items of a list, in this order: of → where → since / within → keep → latest → having. */
export interface Selection<Part, When> {
  readonly of: FactId
  readonly where?: When
  readonly since?: Part
  readonly within?: Part
  readonly keep?: Keep<Part>
  readonly latest?: Part
  readonly having?: When
  /** As if this were the as-of date. */
  readonly at?: Part
  /** Only items whose period contains the as-of date. */
  readonly current?: true
  readonly gaps?: 'skip'
  readonly due?: Part
}

/** Of the items with the same `per`, one: with the highest `by`, or the one whose `by` comes first in `prefer`. */
export interface Keep<Part> {
  readonly by: Part
  /** How values of `by` are ordered. */
  readonly type: FactType
  readonly prefer?: readonly Value[]
  readonly per: FactId
}

/** The periods of a list's items. */
export interface Stretches<When> {
  readonly of: FactId
  readonly where?: When
}

/** A number for each value of an item's field. */
export interface Weights {
  readonly by: FactId
  readonly table: readonly { readonly value: Value; readonly weight: Value }[]
  readonly otherwise?: Value
}
