import type { Locale } from '../base/index.js'
import type { Explanation, Line } from './explanation.js'
import { sayHeading, sayLine, sayTitle } from './say.js'
import { visible } from './values.js'

/** An explanation as plain text: a title line, then headings with indented lines; no colour, no final line break. */
export function render(explanation: Explanation, { locale }: { readonly locale: Locale }): string {
  const { subject, policy, sections } = explanation
  const body = sections.flatMap(({ heading, lines }) => [
    sayHeading(heading, locale),
    ...lines.flatMap((line) => textOf(line, locale, 1)),
  ])
  return [`${visible(subject)}  ${sayTitle(policy.title, locale)}`, ...body].join('\n')
}

function textOf(line: Line, locale: Locale, depth: number): string[] {
  return [
    `${'  '.repeat(depth)}${sayLine(line, locale)}`,
    ...line.lines.flatMap((below) => textOf(below, locale, depth + 1)),
  ]
}
