import { type FactId, firstDay, isMonth, mayBe, type PlainDate, parseDate } from '../base/index.js'
import { type ProgramPolicy, type RecordDocument, type Supposition, showValue } from '../model/index.js'

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

/** The ends of this policy's waivers that are known to the month only, where that month holds the as-of date. */
export function doubtfulMonths(
  { id, facts }: ProgramPolicy,
  { waivers = [] }: RecordDocument,
  asOf: PlainDate,
): { readonly rule: string; readonly supposition: Supposition }[] {
  return waivers.flatMap((waiver, index) =>
    (['on', 'until'] as const).flatMap((end) => {
      const fact = facts[`waivers.${end}` as FactId]
      const month = parseDate(waiver[end] ?? '')
      const doubtful = month !== undefined && isMonth(month) && mayBe(month, asOf)
      if (waiver.policy !== id || !doubtful || !fact) return []
      const value = showValue({ type: 'date', value: month })
      const name = { id: fact.id, title: fact.title }
      return [
        {
          rule: waiver.rule,
          supposition: { kind: 'month-precision', path: `waivers.${index}.${end}`, fact: name, value },
        },
      ]
    }),
  )
}
