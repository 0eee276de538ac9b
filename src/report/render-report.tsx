import { render as renderToString } from 'preact-render-to-string'
import type { Locale } from '../base/index.js'
import type { Decision } from '../model/index.js'
import { arrange } from './arrange.js'
import { Page } from './page.js'
import type { RejectedRow } from './rejected-row.js'

export interface ReportOptions {
  /** The language of the page. */
  readonly locale: Locale
  /**
   * The rows that could not be judged, so that the page accounts for every row that was read. Without them the page
   * says that they were not handed over.
   */
  readonly rejections?: readonly RejectedRow[]
}

/**
 * A self-contained HTML page: each policy with its outcomes, people by policies, what is still to be supplied, the rows
 * that could not be judged, then every decision explained, person by person. Texts from records and policies are
 * escaped; nothing is loaded from elsewhere and nothing runs.
 */
export function renderReport(decisions: readonly Decision[], { locale, rejections }: ReportOptions): string {
  const page = renderToString(<Page arranged={arrange(decisions)} rejections={rejections} locale={locale} />)
  return `<!doctype html>\n${page}\n`
}
