import fc from 'fast-check'
import { expect, it } from 'vitest'
import { explain, render } from '../../src/explain/index.js'
import { literal } from '../../src/explain/markdown.js'
import { capped, unfit } from './decisions.js'

const markdown = (judged: typeof unfit): string => render(explain(judged), { locale: 'zh', format: 'markdown' })

it('headings, nested lists and the table of a score', () => {
  const text = markdown(capped)
  expect(text).toMatch(/^# T-001 测试政策\n\n## 结论\n\n- /)
  expect(text).toContain(
    `## 积分明细

**测试积分表**

| 项目 | 原始分 | 上下限调整 | 权重 | 实得分 | 最高可得 |
| :--- | ---: | ---: | ---: | ---: | ---: |
| **工作实绩** | **45.6** | **-5.6（上限40）** |  | **40** | **40** |
| &emsp;年度考核结果 | 28 | -3（上限25） | 1.2 | 30 | 30 |
| &emsp;个人奖励 | 8 |  | 1.2 | 9.6 | 24 |
| &emsp;一线任务成绩突出 | 5 |  | 1.2 | 6 | 6 |
| 处分处理 | -20 | +4（下限-16） |  | -16 | 0 |
| 任职年限 | 9 |  |  | 9 | 12 |
| **总分** | **33** |  |  | **33** | **52** |

- 实得分 =（原始分 + 上下限调整）× 权重；`,
  )
  expect(text).toContain(
    '\n- 工作实绩（performance）\n  - 依据：《测试办法》第三条；本条细节为假定；test.policy.yaml:7:5\n  - 年度考核结果（annual-assessment）\n    - 2021-12-31，“优秀”：6分（记录第1项）\n',
  )
  expect(text.endsWith('\n')).toBe(false)
})

it.each([
  ['a table cell', 'a | b', 'a \\| b'],
  ['a table cell behind a backslash', 'a \\| b', 'a \\\\\\| b'],
  ['a link', '[点我](https://x.cn)', '\\[点我\\](https\\://x.cn)'],
  ['a picture', '![x](y)', '\\!\\[x\\](y)'],
  ['HTML', '<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
  ['an entity', '&lt;b&gt;', '\\&lt;b\\&gt;'],
  ['code', '`rm`', '\\`rm\\`'],
  ['emphasis', '**a** _b_ ~c~', '\\*\\*a\\*\\* \\_b\\_ \\~c\\~'],
  ['a formula', '$x$', '\\$x\\$'],
  ['a heading', '# 标题', '\\# 标题'],
  ['a quotation', '> 引文', '\\> 引文'],
  ['a list', '- 项', '\\- 项'],
  ['a numbered list', '1. 项', '1\\. 项'],
  ['a line', '---', '\\---'],
  ['code by indentation', '      code', 'code'],
  ['a link by itself', 'see www.x.cn, a@x.cn', 'see www\\.x.cn, a\\@x.cn'],
  ['nothing: a negative number', '-3.5', '-3.5'],
  ['nothing: Chinese', '年度考核（上限25）：“优秀”', '年度考核（上限25）：“优秀”'],
])('%s stays text', (_, text, expected) => {
  expect(literal(text)).toBe(expected)
})

it('whatever a text holds, no sign of markup stands without a backslash', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(literal(text).replace(/\\[\\`*_[\]<>|~#&!$@:.=+-]/g, '')).not.toMatch(/[\\`*_[\]<>|~#&!$@]/)
    }),
  )
})

it('texts from a record or a policy make no markup, wherever they stand', () => {
  const hostile = '优秀 | <b>x</b> [y](z) `c` *e*\n# h\n| --- |'
  const evil = JSON.parse(
    JSON.stringify([capped, unfit])
      .replaceAll('优秀', JSON.stringify(hostile).slice(1, -1))
      .replaceAll('年度考核结果', JSON.stringify(hostile).slice(1, -1))
      .replaceAll('T-001', '# <h1>'),
  )
  for (const judged of evil) {
    const text = markdown(judged)
    expect(text.replace(/\\./gs, '')).not.toMatch(/[`<[\]]|(?<!\*)\*(?!\*)/)
    expect(text.split('\n')[0]).toBe('# \\# \\<h1\\> 测试政策')
    // Every line is a heading, the title of a table, a row, an item or empty.
    for (const line of text.split('\n')) expect(line).toMatch(/^(#{1,2} |\*\*|\| | *- |$)/)
  }
  const rows = markdown(evil[0])
    .split('\n')
    .filter((line) => line.startsWith('|'))
  expect(rows.map((row) => row.replace(/\\./g, '').split('|').length)).toEqual(rows.map(() => 8))
})
