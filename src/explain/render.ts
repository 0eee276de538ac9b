import type { Locale } from '../base/index.js'
import type { Explanation } from './explanation.js'
import { markdownOf } from './markdown.js'
import { textOf } from './text.js'

export interface RenderOptions {
  readonly locale: Locale
  /** `text` (the default) for a terminal or a plain mail, `markdown` as GitHub reads it. */
  readonly format?: 'text' | 'markdown'
}

/**
 * An explanation in a language: as plain text a title line, then headings with indented lines; as Markdown headings,
 * nested lists and tables, in which nothing from a record or a policy is markup. No colour, no final line break.
 */
export function render(explanation: Explanation, { locale, format = 'text' }: RenderOptions): string {
  return format === 'markdown' ? markdownOf(explanation, locale) : textOf(explanation, locale)
}
