import { firstDay, type PlainDate, parseDate } from '../base/index.js'
import type { RecordDocument } from '../model/index.js'

export type Waiver = NonNullable<RecordDocument['waivers']>[number]

/** The waiver of a rule that holds at the as-of date: from its day (included) to `until` (excluded). 个案豁免 */
export function waiverOf(
  policy: string,
  rule: string,
  { waivers = [] }: RecordDocument,
  asOf: PlainDate,
): Waiver | undefined {
  return waivers.find((waiver) => waiver.policy === policy && waiver.rule === rule && holds(waiver, asOf))
}

function holds({ on, until }: Waiver, asOf: PlainDate): boolean {
  const [start, end] = [parseDate(on), until === undefined ? undefined : parseDate(until)]
  return start !== undefined && firstDay(start) <= asOf && (end === undefined || asOf < firstDay(end))
}
