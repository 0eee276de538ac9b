import { expect, it } from 'vitest'
import { lineLocator } from '../../src/base/index.js'
import { type Diagnostic, diagnostic, formatDiagnostics, relatedPlace } from '../../src/diagnostics/index.js'

const span = (line: number, file = 'a.policy.yaml') => ({ span: { file, start: line, end: line, line, column: 3 } })

it('a line has place, severity, code and sentence, with the nearest name', () => {
  const problem = diagnostic('check/unknown-fact', { fact: 'timeInPst', suggestion: 'timeInPost' }, span(7))
  expect(formatDiagnostics([problem], { locale: 'zh' })).toBe(
    'a.policy.yaml:7:3  错误  check/unknown-fact  没有名为 `timeInPst` 的事实；是否想写 `timeInPost`？',
  )
  expect(formatDiagnostics([problem], { locale: 'en' })).toBe(
    'a.policy.yaml:7:3  error  check/unknown-fact  there is no fact `timeInPst`; did you mean `timeInPost`?',
  )
})

it('problems are sorted by place, and each is told once', () => {
  const at = (line: number, file?: string): Diagnostic =>
    diagnostic('check/unknown-fact', { fact: 'x' }, span(line, file))
  const lines = formatDiagnostics([at(9), at(2), at(9), at(1, 'b')], { locale: 'en' }).split('\n')
  expect(lines.map((line) => line.split('  ')[0])).toEqual(['a.policy.yaml:2:3', 'a.policy.yaml:9:3', 'b:1:3'])
})

it('at most a thousand lines, and the rest counted', () => {
  const many = Array.from({ length: 1005 }, (_, index) =>
    diagnostic('check/unknown-fact', { fact: `f${index}` }, span(index + 1)),
  )
  const lines = formatDiagnostics(many, { locale: 'en' }).split('\n')
  expect(lines).toHaveLength(1001)
  expect(lines.at(-1)).toBe('… and 5 more')
})

it('a warning is called one', () => {
  expect(
    formatDiagnostics([diagnostic('check/unused-parameter', { parameter: 'p' }, span(1))], { locale: 'zh' }),
  ).toContain('警告')
})

const text = 'triggers:\n  - id: 久任\n  - id: 久任\n'
const locate = lineLocator('a.policy.yaml', text)
const first = relatedPlace('first-rule', { rule: '久任' }, locate(18, 20))
const twice = diagnostic('check/duplicate-rule', { rule: '久任' }, { span: locate(29, 31), related: [first] })

it('a place that explains a problem has a line below it', () => {
  expect(formatDiagnostics([twice], { locale: 'zh' })).toBe(
    [
      'a.policy.yaml:3:9  错误  check/duplicate-rule  已有理由码为 `久任` 的规则；请另取一个',
      '  a.policy.yaml:2:9  理由码 `久任` 先在这里用了',
    ].join('\n'),
  )
})

it('where the text is given, every place has a frame, and an empty line stands between problems', () => {
  const other = diagnostic('source/not-found', { file: 'b.yaml' })
  const elsewhere = diagnostic('source/empty', {}, span(1, 'c.yaml'))
  const sources = [{ file: 'a.policy.yaml', text }]
  expect(formatDiagnostics([twice, other, elsewhere], { locale: 'en', sources })).toBe(
    [
      'error  source/not-found  there is no file `b.yaml`',
      '',
      'a.policy.yaml:3:9  error  check/duplicate-rule  there is already a rule with the reason code `久任`; choose another',
      '     1 | triggers:',
      '     3 |   - id: 久任',
      '       |         ^^^^',
      '  a.policy.yaml:2:9  the reason code `久任` is used here first',
      '     2 |   - id: 久任',
      '       |         ^^^^',
      '',
      'c.yaml:1:3  error  source/empty  the file is empty',
    ].join('\n'),
  )
})

it('whoever colours is told the parts, and nothing else is changed', () => {
  const options = { locale: 'en', sources: [{ file: 'a.policy.yaml', text }] } as const
  const painted = formatDiagnostics([twice], { ...options, paint: (part, shown) => `<${part}>${shown}</${part}>` })
  expect(painted.replace(/<\/?[a-z]+>/g, '')).toBe(formatDiagnostics([twice], options))
  expect(painted).toContain('<place>a.policy.yaml:3:9</place>  <error>error</error>  <code>check/duplicate-rule</code>')
  expect(painted).toContain('<gutter>     3 |</gutter>   - id: 久任')
  expect(painted).toMatch(/<error> +\^{4}<\/error>/)
  expect(painted).toMatch(/<related> +\^{4}<\/related>/)
})

it('places are ordered by line and column also where their offsets are not known', () => {
  const known = diagnostic('source/empty', {}, { span: { file: 'a', start: 90, end: 95, line: 9, column: 1 } })
  const unknown = diagnostic('source/empty', {}, { span: { file: 'a', start: 0, end: 0, line: 12, column: 1 } })
  expect(formatDiagnostics([unknown, known], { locale: 'en' }).match(/^a:\d+/gm)).toEqual(['a:9', 'a:12'])
})
