import { describe, expect, it } from 'vitest'
import { explain, type Line, sayCell, sayLine } from '../../src/explain/index.js'
import { renderReport } from '../../src/report/index.js'
import { decisions, rejections, scored } from './decisions.js'
import { escaped, holds, html } from './page.js'

const locales = ['zh', 'en'] as const

describe.each(locales)('in %s', (locale) => {
  const page = renderReport([...decisions, ...scored], { locale, rejections })

  it('everything that an explanation says is on the page', () => {
    const said = (line: Line): string[] => [sayLine(line, locale), ...line.lines.flatMap(said)]
    for (const decision of [...decisions, ...scored])
      for (const { table, lines } of explain(decision).sections) {
        for (const text of lines.flatMap(said)) holds(page, escaped(text))
        for (const cell of table?.rows.flatMap(({ cells }) => Object.values(cells)) ?? [])
          holds(page, `>${escaped(sayCell(cell, locale))}</t`)
      }
  })

  it('the page says its language and names everybody', () => {
    holds(page, `<html lang="${locale === 'zh' ? 'zh-Hans' : 'en'}">`)
    for (const { subject } of decisions) holds(page, `<bdi>${subject}</bdi>`)
    expect(page.match(/<details class="decision/g)).toHaveLength(decisions.length + scored.length)
  })

  it('nothing on the page is undefined or an object', () => {
    expect(page).not.toMatch(/undefined|\[object|NaN/)
  })
})

it('people with proposals and rejected rows account for every row', () => {
  const [judged, rejected] = [new Set(decisions.map(({ subject }) => subject)).size, rejections.length]
  holds(html, `共 ${judged + rejected} 行：${judged} 人有建议，${rejected} 行有错被拒`)
  for (const { file, line, problems } of rejections) {
    holds(html, `${file}:${line}`)
    for (const { message } of problems) holds(html, escaped(message))
  }
})

it('a page without the rejected rows says so', () => {
  holds(renderReport(decisions, { locale: 'zh' }), ' 人有建议（没有提供被拒的行）')
})

it('a page may be without a decision', () => {
  holds(renderReport([], { locale: 'zh' }), '没有任何建议。')
  holds(
    renderReport([], { locale: 'zh', rejections }),
    `共 ${rejections.length} 行：0 人有建议，${rejections.length} 行有错被拒`,
  )
})

it('what is needed to decide is listed person by person', () => {
  const list = html.slice(html.indexOf('id="to-supply"'), html.indexOf('id="rejected"'))
  const rows = [...list.matchAll(/<tr><th scope="row"><bdi>([^<]*)/g)].map(([, subject]) => subject)
  const open = decisions.filter(({ missing }) => missing.some(({ matters }) => matters))
  expect(rows).toEqual(open.map(({ subject }) => subject))
  holds(list, '2025年度考核：补充后才能判定（涉及 lagging）')
})

it.each([
  ['R-001', '在热点岗位“副局长”任职5年，已达到5年的上限'],
  ['R-002', '没有一条规则成立'],
  ['R-006', '年龄59年5个月，已满58年'],
  ['R-007', '不在政策的适用范围内：'],
  ['R-009', '被搁置的规则：热点岗位任职时间长'],
  ['R-011', '缺少：热点岗位'],
  ['R-012', '缺少：2025年度考核等次'],
])('the line that opens a decision says why: %s', (subject, text) => {
  const page = renderReport(
    decisions.filter((one) => one.subject === subject && one.policy.id === 'jiangyan/rotation'),
    { locale: 'zh' },
  )
  holds(page, `<span class="gist">${escaped(text)}`)
})

describe('a score', () => {
  const page = renderReport(scored, { locale: 'zh' })

  it('stands in the overview', () => {
    holds(page.slice(page.indexOf('id="overview"')), '<span class="score">得分：12至18.5</span>')
  })

  it('comes as a table of what every item, group and the whole earned', () => {
    const table = /<table class="data">.*?<\/table>/.exec(page)?.[0] ?? ''
    const rows = [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell),
    )
    expect(rows).toEqual([
      ['项目', '原始分', '上下限调整', '权重', '实得分', '最高可得'],
      ['年度考核', '12至16', '-2（上限10）', '', '10', '10'],
      ['优秀等次', '12至16', '', '1.5', '12至16', ''],
      ['任职年限', '2至8.5', '', '', '2至8.5', ''],
      ['总分', '12至18.5', '', '', '12至18.5', ''],
    ])
  })

  it('is worked out below the table', () => {
    holds(page, escaped('及格分为60分，还差41.5至48分'))
    holds(page, '各项得分从何而来（3 条）')
  })
})

it('every link leads to one place on the page', () => {
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, target] of html.matchAll(/ href="([^"]*)"/g)) expect(ids.map((id) => `#${id}`)).toContain(target)
})

it('ids that no address can hold, or that look alike, have places of their own', () => {
  const odd = ['a b', 'a%20b', 'a\u200bb', '"#<', ''].flatMap((subject) =>
    decisions.slice(0, 2).map((one) => ({ ...one, subject })),
  )
  const page = renderReport(odd, { locale: 'zh' })
  expect(page.match(/<section class="person" id="person-\d">/g)).toHaveLength(5)
  holds(page, '<bdi>a\\u{200b}b</bdi>')
})
