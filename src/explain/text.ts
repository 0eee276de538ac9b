import { alignColumns, type Locale } from '../base/index.js'
import type { Explanation, Line, Section, Table } from './explanation.js'
import { sayCell, sayColumn, sayHeading, sayLine, sayTitle } from './say.js'
import { visible } from './values.js'

/** An explanation as plain text, for a terminal that shows Chinese characters two columns wide. */
export function textOf({ subject, policy, sections }: Explanation, locale: Locale): string {
  const body = sections.flatMap((section) => sectionText(section, locale))
  return [`${visible(subject)}  ${sayTitle(policy.title, locale)}`, ...body].join('\n')
}

function sectionText({ heading, table, lines }: Section, locale: Locale): string[] {
  return [
    sayHeading(heading, locale),
    ...(table ? tableText(table, locale).map((line) => `  ${line}`) : []),
    ...lines.flatMap((line) => lineText(line, locale, 1)),
  ]
}

function tableText({ title, columns, rows }: Table, locale: Locale): string[] {
  const head = columns.map(({ key }) => sayColumn(key, locale))
  const body = rows.map(({ depth, cells }) =>
    columns.map(({ key }, index) => `${index === 0 ? '  '.repeat(depth) : ''}${sayCell(cells[key], locale)}`),
  )
  return [
    sayTitle(title, locale),
    ...alignColumns(
      [head, ...body],
      columns.map(({ align }) => align),
    ),
  ]
}

function lineText(line: Line, locale: Locale, depth: number): string[] {
  return [
    `${'  '.repeat(depth)}${sayLine(line, locale)}`,
    ...line.lines.flatMap((below) => lineText(below, locale, depth + 1)),
  ]
}
