import { expect, it } from 'vitest'
import { type Diagnostic, diagnostic, formatDiagnostics } from '../../src/diagnostics/index.js'
import { en } from '../../src/diagnostics/messages/en.js'
import { zh } from '../../src/diagnostics/messages/zh.js'

const span = (line: number, file = 'a.policy.yaml') => ({ span: { file, start: line, end: line, line, column: 3 } })

it('Chinese and English have the same messages', () => {
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort())
})

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
