import { lineLocator } from '../../src/base/index.js'
import { type Diagnostic, diagnostic, relatedPlace } from '../../src/diagnostics/index.js'

/** A name of which everything must be encoded. */
export const file = '政策 文件/100%,a:b.policy.yaml'
export const text = 'parameters:\n  上限: 1\n  𠮷: 2\ntriggers:\n  - id: 久任\n    when:\n      age: 1\n  - id: 久任\n'
export const sources = [{ file, text }]
const locate = lineLocator(file, text)
export const span = (words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return locate(start, start + words.length)
}
export const again = span('久任', text.indexOf('久任') + 1)
export const unused = diagnostic('check/unused-parameter', { parameter: '𠮷' }, { span: span('𠮷') })
const amount = diagnostic('check/amount-without-unit', {}, { span: span('age: 1\n'), path: ['triggers', 0, 'when'] })
const long = diagnostic(
  'check/fact-with-several-sources',
  { fact: 'x', sources: ['[a](b)'] },
  { span: span('when:\n      age: 1\n') },
)
const twice = diagnostic(
  'check/duplicate-rule',
  { rule: '久任' },
  { span: again, related: [relatedPlace('first-rule', { rule: '久任' }, span('久任'))] },
)
export const point = diagnostic(
  'check/absent-passes',
  { fact: 'f', operator: 'isNot' },
  { span: { file, start: 0, end: 0, line: 9, column: 1 } },
)
const nowhere = diagnostic('source/not-found', { file: '100%: a, b' })
export const problems: readonly Diagnostic[] = [point, twice, long, amount, unused, nowhere]
export const many = Array.from({ length: 1005 }, (_, index) =>
  diagnostic(
    'check/unknown-fact',
    { fact: `f${index}` },
    { span: { file, start: 0, end: 0, line: index + 1, column: 1 } },
  ),
)
