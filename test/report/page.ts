import { expect } from 'vitest'
import { renderReport } from '../../src/report/index.js'
import { decisions, rejections } from './decisions.js'

/** The sample roster's page. */
export const html = renderReport(decisions, { locale: 'zh', rejections })

export function tagsIn(page: string): readonly string[] {
  return page.match(/<[^>]+>/g) ?? []
}

/** Unlike an assertion about the whole page, it does not print the page when it fails. */
export function holds(page: string, text: string): void {
  expect(page.includes(text), text).toBe(true)
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
