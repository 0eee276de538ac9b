import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { renderReport } from '../../src/report/index.js'
import { decisions, rejections, scored } from './decisions.js'
import { escaped, holds, html, tagsIn } from './page.js'

const all = [...decisions, ...scored]

it('the page loads nothing and runs nothing', () => {
  const tags = tagsIn(html).join('\n')
  expect(tags).not.toMatch(/<script|<iframe|<object|<form|<link|<base|<img|\ssrc=|\sstyle=|\son\w+=|https?:/i)
  expect(html).not.toMatch(/@import|url\(/)
  holds(html, '<meta name="robots" content="noindex, nofollow"')
})

it('its one style is the one that its security policy allows', () => {
  const [style = '', ...others] = [...html.matchAll(/<style>([^<]*)<\/style>/g)].map(([, text]) => text)
  expect(others).toEqual([])
  expect(style).not.toMatch(/["&<]/)
  const hash = createHash('sha256').update(style).digest('base64')
  holds(html, `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`)
})

it.each([
  '</style></title><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onclick='alert(1)",
  '<!-- --> ]]> &lt;b&gt; &amp;',
  'javascript:alert(1)',
  '\u202e<svg/onload=alert(1)>\u0000',
])('with %j in every text of records, policies and rejections there is no other tag than before', (attack) => {
  const page = renderReport(hostile(all, attack), { locale: 'zh', rejections: hostile(rejections, attack) })
  holds(page, escaped(attack).replaceAll('\u202e', '\\u{202e}').replaceAll('\u0000', '\\u{0}'))
  const known = new Set(shapesOf(renderReport(all, { locale: 'zh', rejections })))
  expect(shapesOf(page).filter((shape) => !known.has(shape))).toEqual([])
})

/** Tags without the numbers of places and bars. */
function shapesOf(page: string): readonly string[] {
  return tagsIn(page).map((tag) => tag.replace(/\d+/g, '0'))
}

/** What stands for a choice of the engine, and decides what is shown. */
const CHOICES = ['kind', 'type', 'status', 'operator', 'quantifier', 'reason', 'outcome', 'by', 'role']

function hostile<T>(data: T, attack: string): T {
  return JSON.parse(JSON.stringify(data), (key, value) =>
    typeof value === 'string' && !CHOICES.includes(key) ? value + attack : value,
  )
}
