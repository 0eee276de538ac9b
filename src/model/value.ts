import {
  assertNever,
  type DecimalText,
  type Duration,
  durationBetween,
  firstDay,
  formatDate,
  formatDurationIso,
  isMonth,
  type MonthEnd,
  type PlainDate,
  shownNumber,
  type TimeUnit,
} from '../base/index.js'
import type { MissingField as MissingFieldDocument, Value as ShownValueDocument } from './generated/decision.js'
import type { DeepReadonly } from './readonly.js'

/** A value as evaluation sees it; dates are packed, numbers are exact decimals as text. Plain JSON. 值 */
export type Value =
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'number'; readonly value: DecimalText }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'date'; readonly value: PlainDate }
  | { readonly type: 'duration'; readonly value: Duration }
  /** Time between two dates. It keeps both, because "at least D" means `since` + D ≤ `until`. */
  | {
      readonly type: 'elapsed'
      readonly since: PlainDate
      readonly until: PlainDate
      /** Set if the form it comes from adds months in another way than the last day of a month. */
      readonly monthEnd?: MonthEnd
    }
  | { readonly type: 'list'; readonly items: readonly Value[] }
  /** A value known only to lie between two ends, both included; without an end it has no bound. It may be `none`. */
  | {
      readonly type: 'interval'
      readonly low?: Value
      readonly high?: Value
      readonly orNone?: true
      /** All the values that it can be, where they are few and their ends alone would not say enough. */
      readonly of?: readonly Value[]
    }
  /** Known that there is nothing, such as the latest item of an empty list. */
  | { readonly type: 'none' }
  /** The end of something that still goes on: later than every date, and none. */
  | { readonly type: 'open' }
  | { readonly type: 'unknown' }

/** What kind of values a fact has. `values` lists an enumeration, from lowest to highest if `ordered`. */
export interface FactType {
  readonly is: 'boolean' | 'number' | 'text' | 'date' | 'duration'
  readonly values?: readonly string[]
  readonly ordered?: boolean
  /** Set if the fact is time between two dates counted in whole units (`in: years`): then it is a number. */
  readonly unit?: TimeUnit
  /** Set if a duration is known to be of months (and years), of days (and weeks) or of both: they do not mix in sums. */
  readonly measured?: 'months' | 'days' | 'both'
  /** True if it is a list of such values. */
  readonly list?: true
  /** True if the numbers are whole. */
  readonly whole?: true
  /** The least and the greatest that a number can be. */
  readonly least?: DecimalText
  readonly most?: DecimalText
}

/** Whether of two values of that type one can be the greater. */
export function isOrdered({ is, ordered, list }: FactType): boolean {
  return !list && (is === 'number' || is === 'date' || is === 'duration' || ordered === true)
}

/** A value as a decision shows it: dates and durations as ISO text, numbers as decimal text. */
export type ShownValue = DeepReadonly<ShownValueDocument>

/** A field of the record that is not known, and why. 未知字段 */
export type MissingField = DeepReadonly<MissingFieldDocument>

/** Turns a value into the form that decisions carry. */
export function showValue(value: Value): ShownValue {
  switch (value.type) {
    case 'date':
      return { type: 'date', value: formatDate(value.value) }
    case 'duration':
      return { type: 'duration', value: formatDurationIso(value.value) }
    case 'elapsed':
      return { type: 'elapsed', since: formatDate(value.since), until: formatDate(value.until), value: lengthOf(value) }
    case 'list':
      return { type: 'list', items: value.items.map(showValue) }
    case 'number': {
      const shown = shownNumber(value.value)
      return shown.value === value.value ? value : { type: 'number', ...shown }
    }
    case 'interval': {
      const { low, high, orNone } = value
      return {
        type: 'interval',
        ...(low && { low: showValue(low) }),
        ...(high && { high: showValue(high) }),
        ...(orNone && { orNone }),
      }
    }
    case 'boolean':
    case 'text':
    case 'none':
    case 'open':
    case 'unknown':
      return value
    default:
      return assertNever(value, 'value')
  }
}

/** As long as the dates allow to say: with a month on one side, days would be invented. */
function lengthOf({ since, until }: Extract<Value, { type: 'elapsed' }>): string {
  const [from, to] = [firstDay(since), firstDay(until)]
  const { months, days } = from <= to ? durationBetween(from, to) : durationBetween(to, from)
  const rough = isMonth(since) || isMonth(until)
  return `${from <= to ? '' : '-'}${formatDurationIso({ months, days: rough ? 0 : days })}`
}
