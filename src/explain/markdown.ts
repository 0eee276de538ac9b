import type { Locale } from '../base/index.js'
import type { Explanation, Line, Section, Table } from './explanation.js'
import { sayCell, sayColumn, sayHeading, sayLine, sayTitle } from './say.js'
import { visible } from './values.js'

/** An explanation as Markdown with the tables of GitHub. */
export function markdownOf({ subject, policy, sections }: Explanation, locale: Locale): string {
  const title = `# ${literal(`${visible(subject)} ${sayTitle(policy.title, locale)}`)}`
  return [title, ...sections.map((section) => sectionMarkdown(section, locale))].join('\n\n')
}

function sectionMarkdown({ heading, table, lines }: Section, locale: Locale): string {
  return [
    `## ${literal(sayHeading(heading, locale))}`,
    ...(table ? [`**${literal(sayTitle(table.title, locale))}**`, tableMarkdown(table, locale)] : []),
    lines.flatMap((line) => lineMarkdown(line, locale, 0)).join('\n'),
  ].join('\n\n')
}

function tableMarkdown({ columns, rows }: Table, locale: Locale): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  // Blanks at the beginning of a cell are dropped, so an item of a group is indented by a blank that is not.
  const body = rows.map(({ kind, depth, cells }) =>
    columns.map(({ key }, index) => {
      const text = literal(sayCell(cells[key], locale))
      const strong = kind === 'item' || text === '' ? text : `**${text}**`
      return `${index === 0 ? '&emsp;'.repeat(depth) : ''}${strong}`
    }),
  )
  return [
    row(columns.map(({ key }) => literal(sayColumn(key, locale)))),
    row(columns.map(({ align }) => (align === 'end' ? '---:' : ':---'))),
    ...body.map(row),
  ].join('\n')
}

function lineMarkdown(line: Line, locale: Locale, depth: number): string[] {
  return [
    // A dash with nothing after it would make a heading of the line above.
    `${'  '.repeat(depth)}- ${literal(sayLine(line, locale)) || '&nbsp;'}`,
    ...line.lines.flatMap((below) => lineMarkdown(below, locale, depth + 1)),
  ]
}

/**
 * One line of text as Markdown that shows just that text: a record or a policy must not be able to write headings,
 * links, pictures, HTML, formulas or table cells. Line breaks have been made visible before.
 */
export function literal(text: string): string {
  return (
    text
      .trim()
      .replace(/[\\`*_[\]<>|~#&!$@]/g, '\\$&')
      // What opens a list or a line where it stands first; a negative number does not.
      .replace(/^[-+=](?=[-=\s]|$)/, '\\$&')
      .replace(/^(\d+)(?=[.)](\s|$))/, '$1\\')
      // What becomes a link by itself.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/www\./gi, (start) => `${start.slice(0, 3)}\\.`)
  )
}
