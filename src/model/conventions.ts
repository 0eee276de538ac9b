import type { MonthEnd } from '../base/index.js'

/** How a policy counts time. 约定 */
export interface Conventions {
  /** Where adding months reaches a day that does not exist: the month's last day, or the first of the next. */
  readonly monthEnd: MonthEnd
  /** Whether the day on which something ends still belongs to it. */
  readonly to: 'excluded' | 'included'
  /** The day that a month stands for; unknown: any of its days. */
  readonly monthDate: 'firstDay' | 'lastDay' | 'unknown'
  /** How many left-over days make a month when several intervals are added. */
  readonly daysPerMonth: number
}

/** Conventions as an author chose them: a word may be the parameter of that name. */
export type WrittenConventions = {
  readonly [Key in keyof Conventions]?: Conventions[Key] | { readonly parameter: string }
}
