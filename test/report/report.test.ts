import { expect, it } from 'vitest'
import { renderReport } from '../../src/report/index.js'
import { decisionsIn, judgedNdjson } from '../roster.js'

const decisions = decisionsIn(await judgedNdjson())

it.each(['zh', 'en'] as const)('a page holds the summary and every person (%s)', (locale) => {
  const html = renderReport(decisions, { locale })
  for (const { subject } of decisions) expect(html).toContain(subject)
  expect(html.match(/<article/g)).toHaveLength(decisions.length)
  expect(html).toContain(`<html lang="${locale}">`)
})

it('the page loads nothing and runs nothing', () => {
  expect(renderReport(decisions, { locale: 'zh' })).not.toMatch(/<script|src=|href=|@import|url\(/)
})

it('text from a record or policy is escaped', () => {
  const attack = '<img src=x onerror=alert(1)>"\'&'
  const evil = JSON.parse(
    JSON.stringify(decisions)
      .replaceAll('副局长', attack.replaceAll('"', '\\"'))
      .replaceAll('R-001', '</h2><script>alert(1)</script>'),
  )
  const html = renderReport(evil, { locale: 'zh' })
  expect(html).not.toMatch(/<img|<script/)
  expect(html).toContain('&lt;img src=x onerror=alert(1)>')
})
