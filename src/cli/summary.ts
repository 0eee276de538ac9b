import { outcomeName, type Summary } from '../index.js'
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
    return [
      text.summary(title[locale], id),
      ...aligned([...rows, [locale === 'zh' ? '记录被拒' : 'record rejected', 'rejected', text.people(rejected)]]),
    ].join('\n')
  })
  return tables.join('\n\n')
}

/** Columns padded to the width that a terminal gives them. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell))).join('  ')}`.trimEnd(),
  )
}

/** East Asian wide and full-width characters take two columns. */
function widthOf(text: string): number {
  return Array.from(text).reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u.test(
        character,
      )
        ? 2
        : 1),
    0,
  )
}
