import type { Locale, Localized } from '../base/index.js'
import type { Cell, ColumnKey, Heading, Said } from './explanation.js'
import { en } from './phrases/en.js'
import type { Phrases } from './phrases/phrases.js'
import { zh } from './phrases/zh.js'
import { visible } from './values.js'

const languages: Readonly<Record<Locale, Phrases>> = { zh, en }

/** A heading in a language. */
export function sayHeading(heading: Heading, locale: Locale): string {
  return languages[locale].headings[heading]
}

/** One line in a language, without the lines below it. */
export function sayLine({ phrase, params }: Said, locale: Locale): string {
  const say = languages[locale].lines[phrase] as (params: Said['params']) => string
  return visible(say(params))
}

/** What stands over a column of a table, in a language. */
export function sayColumn(column: ColumnKey, locale: Locale): string {
  return languages[locale].columns[column]
}

/** A cell of a table in a language; empty where there is none. */
export function sayCell(cell: Cell | undefined, locale: Locale): string {
  return cell ? sayLine(cell, locale) : ''
}

/** A title from a policy or a record, safe to show. */
export function sayTitle(title: Localized, locale: Locale): string {
  return visible(title[locale])
}
