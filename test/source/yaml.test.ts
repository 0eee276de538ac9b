import { expect, it } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/index.js'
import { parseYaml } from '../../src/source/index.js'

function read(text: string): { value: unknown; problems: readonly string[] } {
  const problems: Diagnostic[] = []
  const document = parseYaml({ file: 'f.yaml', text }, (one) => problems.push(one))
  return { value: document?.value, problems: problems.map(({ code, span }) => `${code} ${span?.line}:${span?.column}`) }
}

it.each([
  ['no: yes', { no: 'yes' }],
  ['at: 12:30:45', { at: '12:30:45' }],
  ['from: 2023-05-01', { from: '2023-05-01' }],
  ['n: 1.5', { n: 1.5 }],
  ['id: "007"', { id: '007' }],
  ['a: true', { a: true }],
])('%s is read as YAML 1.2', (text, value) => {
  expect(read(text)).toEqual({ value, problems: [] })
})

it.each([
  ['a: 1\na: 2', 'source/duplicate-key 2:1'],
  ['a: &x 1\nb: *x', 'source/not-allowed 1:7', 'source/not-allowed 2:4'],
  ['a: !!set {x: null}', 'source/not-allowed 1:10'],
  ['a: !custom 1', 'source/not-allowed 1:12'],
  ['%YAML 1.1\n---\na: no', 'source/not-allowed 1:1'],
  ['a: 1\n---\nb: 2', 'source/not-allowed 2:1'],
  ['? [a]\n: 1', 'source/not-allowed 1:3'],
  ['a: 010', 'source/number 1:4'],
  ['a: 08', 'source/number 1:4'],
  ['a: 0x1F', 'source/number 1:4'],
  ['a: 1e400', 'source/number 1:4'],
  ['a: .inf', 'source/number 1:4'],
  ['a: .nan', 'source/number 1:4'],
  ['a: 1_000', 'source/number 1:4'],
  ['a: 110101199001011234', 'source/number 1:4'],
  ['__proto__: 1', 'source/not-allowed 1:1'],
  ['<<: 1', 'source/not-allowed 1:1'],
  ['a: "x\u200b"', 'source/character 1:6'],
  ['\u00a0a: 1', 'source/character 1:1'],
  ['a: x\u0000', 'source/character 1:5'],
  ['a: "\\u200b"', 'source/character 1:4'],
  ['a: "\\ud800"', 'source/character 1:4'],
  ['policy：x', 'source/full-width 1:7'],
  ['policy: x\nkind：rotation', 'source/full-width 2:5'],
  ['a: {b: 1，c: 2', 'source/full-width 1:9'],
  ['a: {b: 甲，c: 2}', 'source/full-width 1:9'],
  ['a: ["x"，"y"]', 'source/full-width 1:8'],
  ['a: [1，2', 'source/full-width 1:6'],
  ['a: [1, 2', 'source/syntax 1:9'],
  ['a: b\n\tc: d', 'source/syntax'],
  ['', 'source/empty 1:1'],
  ['# only a comment\n', 'source/empty 1:1'],
])('%j is refused', (text, ...expected) => {
  const { value, problems } = read(text)
  expect(value).toBeUndefined()
  expect(problems).toHaveLength(expected.length)
  problems.forEach((problem, index) => {
    expect(problem).toMatch(new RegExp(`^${expected[index]}`))
  })
})

// The text with a mark before what is wrong, and before what opened it.
it.each([
  ['a: ‹[›1, 2|', 'unclosed-bracket'],
  ['a: ‹[›1, 2\n|b: 3\n', 'unclosed-bracket'],
  ['when: ‹{› a: { atLeast: 5 years }\n|', 'unclosed-bracket'],
  ['‹{› a: [1], b: 2\n|', 'unclosed-bracket'],
  ['a: ‹"›甲\nb: 3\n|', 'unclosed-quote'],
  ["a: ‹'›甲\nb: 3\n|", 'unclosed-quote'],
  ['a:\n  b: 1\n| c: 2', 'indentation'],
  ['a:\n|\tc: d', 'tab'],
  ['a: 1\n|foo bar\nc: 2', 'missing-colon'],
  ['a: |1\n  b: 2', 'second-colon'],
  ['a: |b: c', 'second-colon'],
  ['a: {x: |1 y: 2}', 'missing-comma'],
  ['a: ["x" |"y"]', 'missing-comma'],
  ['a: { x: {y: 1} |z: 2 }', 'misplaced'],
  ['a: |@x', 'first-character'],
  ['a: |`x`', 'first-character'],
  ['a: "x|\\q"', 'escape'],
  ['a: "x"|#c', 'comment'],
  [`|${'k'.repeat(1100)}: 1`, 'long-key'],
  ['a: "x" |y z', 'misplaced'],
  ['a: {b: 1}|}', 'misplaced'],
  ['- a\n|b: 1', 'misplaced'],
  ['a: |*', 'other'],
  // After the first fault the parser takes right lines for wrong ones.
  ['a:\n  - id: x\n|\ttitle: y\n    when: {a: 1}\n  - id: z\n', 'tab'],
  ['a: 1\n|obligation:must\nwhen: 1\n', 'missing-colon'],
  ['a:\n|\u3000b: 1\n\u3000c: 2\n', 'ideographic-space'],
  ['a:\n|\u3000- b\nfoo bar\nc: 2', 'ideographic-space'],
  ['zh: |{post.title}任{timeInPost}，已达到，应轮岗\nb: 1\n', 'unquoted-text'],
  ['a:\n  zh: |理由: 任职，到了\n  en: x\n', 'unquoted-text'],
  ['because: { zh: |{a}任，到了, en: x }\n', 'unquoted-text'],
  ['because: { zh: |理由: 任，到了, en: x }\n', 'unquoted-text'],
])('%j is not well-formed, and why is told once', (marked, reason) => {
  const text = marked.replace(/[‹›|]/g, '')
  const problems: Diagnostic[] = []
  expect(parseYaml({ file: 'f.yaml', text }, (one) => problems.push(one))).toBeUndefined()
  const syntax = problems.filter(({ code }) => code === 'source/syntax')
  expect(syntax.map(({ params }) => params)).toEqual([{ reason }])
  const [problem] = syntax
  const [sign] = /(?<=‹)./.exec(marked) ?? []
  expect(problem?.span?.start).toBe(marked.replace(/[‹›]/g, '').indexOf('|'))
  expect(problem?.related?.map(({ params }) => params)).toEqual(sign === undefined ? undefined : [{ sign }])
  for (const { span } of problem?.related ?? []) expect(span.start).toBe(marked.indexOf('‹'))
})

it('a paragraph of a text may begin with full-width blanks', () => {
  expect(read('a: |\n  \u3000\u3000甲\n').problems).toEqual([])
})

it('a key that stands again and again is told each time with the first', () => {
  const problems: Diagnostic[] = []
  parseYaml({ file: 'f.yaml', text: 'a: 1\na: 2\nb: 1\na: 3' }, (one) => problems.push(one))
  expect(problems.map(({ span, related }) => [span?.line, related?.[0]?.span.line])).toEqual([
    [2, 1],
    [4, 1],
  ])
})

it('the place of words in a text, and of the whole text where they are written in another way', () => {
  const text = 'a: "你好{x}，{y}"\nb: "\\u007bx}"\n'
  const document = parseYaml({ file: 'f.yaml', text }, () => {})
  const words = (key: string, part: string): string => {
    const span = document?.spanOfWords([key], part)
    return text.slice(span?.start, span?.end)
  }
  expect([words('a', '{y}'), words('b', '{x}')]).toEqual(['{y}', '"\\u007bx}"'])
})

it('limits are checked before anything is parsed', () => {
  expect(read(`a: "${'x'.repeat(1_000_001)}"`).problems).toEqual(['source/too-large 1:1'])
  expect(read('['.repeat(1000)).problems).toEqual(['source/too-deep 1:33'])
  expect(read(`a: 1\n${'# c\n'.repeat(20_001)}`).problems).toEqual(['source/too-large 1:1'])
  // Many keys: if each were compared with each other, this test would run out of time.
  const keys = Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`).join(', ')
  expect(read(`{ ${keys}, k7: 2 }`).problems).toHaveLength(1)
})

it('every problem comes at once', () => {
  expect(read('a: 010\nb: 08\nc: .inf').problems).toEqual([
    'source/number 1:4',
    'source/number 2:4',
    'source/number 3:4',
  ])
})

it('places are of keys and values, and of the nearest thing around what is not there', () => {
  const document = parseYaml({ file: 'f.yaml', text: 'rules:\n  - when: { a: 1 }\n' }, () => {})
  expect(document?.keySpanOf(['rules', 0, 'when'])).toMatchObject({ line: 2, column: 5 })
  expect(document?.spanOf(['rules', 0, 'when', 'a'])).toMatchObject({ line: 2, column: 16, start: 22, end: 23 })
  expect(document?.spanOf(['rules', 0, 'when', 'b'])).toMatchObject({ line: 2, column: 11 })
})
