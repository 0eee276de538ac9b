import type { Locale } from '../base/index.js'
import type { Explanation, Heading, Line } from './explanation.js'
import { en } from './phrases/en.js'
import type { Phrases } from './phrases/phrases.js'
import { zh } from './phrases/zh.js'
import { visible } from './values.js'

const languages: Readonly<Record<Locale, Phrases>> = { zh, en }

/** An explanation as plain text: a title line, then headings with indented lines; no colour, no final line break. */
export function render(explanation: Explanation, { locale }: { readonly locale: Locale }): string {
  const { subject, policy, sections } = explanation
  const body = sections.flatMap(({ heading, lines }) => [
    sayHeading(heading, locale),
    ...lines.flatMap((line) => textOf(line, locale, 1)),
  ])
  return [visible(`${subject}  ${policy.title[locale]}`), ...body].join('\n')
}

function textOf(line: Line, locale: Locale, depth: number): string[] {
  return [
    `${'  '.repeat(depth)}${sayLine(line, locale)}`,
    ...line.lines.flatMap((below) => textOf(below, locale, depth + 1)),
  ]
}

/** A heading in a language. */
export function sayHeading(heading: Heading, locale: Locale): string {
  return languages[locale].headings[heading]
}

/** One line in a language, without the lines below it. */
export function sayLine({ phrase, params }: Line, locale: Locale): string {
  const say = languages[locale].lines[phrase] as (params: Line['params']) => string
  return visible(say(params))
}
