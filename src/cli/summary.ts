import { alignColumns, outcomeName, type Summary } from '../index.js'
import type { Session } from './io.js'
import { texts } from './texts.js'

/** The number of people per outcome, a table a policy; Chinese columns are aligned. */
export function summaryText({ policies }: Summary, rejected: number, { locale }: Pick<Session, 'locale'>): string {
  const text = texts[locale]
  const tables = policies.map(({ id, kind, title, outcomes }) => {
    const rows = outcomes.map(({ outcome, people }) => [
      outcomeName(kind, outcome, { locale }),
      outcome,
      text.people(people),
    ])
    const lines = alignColumns([...rows, [text.rejected, 'rejected', text.people(rejected)]], ['start', 'start', 'end'])
    return [text.summary(title[locale], id), ...lines.map((line) => `  ${line}`)].join('\n')
  })
  return tables.join('\n\n')
}
