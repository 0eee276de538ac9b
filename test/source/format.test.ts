import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import type { Diagnostic } from '../../src/diagnostics/index.js'
import { formatYaml } from '../../src/source/index.js'
import { yamlText } from './yaml-texts.js'

function formatted(text: string): string | undefined {
  return formatYaml({ file: 'a.policy.yaml', text }, (problem) => expect.unreachable(JSON.stringify(problem)))
}

function problemsIn(text: string): readonly Diagnostic[] {
  const problems: Diagnostic[] = []
  expect(formatYaml({ file: 'a.policy.yaml', text }, (problem) => void problems.push(problem))).toBeUndefined()
  return problems
}

const layouts: readonly [name: string, written: string, formatted: string][] = [
  ['two spaces a level', 'a:\n    b:\n          c: 1\n    d: 2\n', 'a:\n  b:\n    c: 1\n  d: 2\n'],
  ['lists stand deeper than their key', 'a:\n- b: 1\n  c: 2\n-   d: 3\n', 'a:\n  - b: 1\n    c: 2\n  - d: 3\n'],
  ['an entry stands beside its dash', '-\n  a: 1\n-\n  - b\n', '- a: 1\n- - b\n'],
  ['one space behind a colon, none before', 'a   :   1\n"b" : 2\n', 'a: 1\n"b": 2\n'],
  [
    'brackets',
    'a: {zh: 甲,en:  b , }\nb: [ 1,2 ]\nc: { }\nd: [ ]\n',
    'a: { zh: 甲, en: b }\nb: [1, 2]\nc: {}\nd: []\n',
  ],
  ['maps in lists in maps', 'a: [ {b: [ {} ]} ]\n', 'a: [{ b: [{}] }]\n'],
  ['a pair in a list, a key alone in a map', 'a: [ b : 1 ]\nc: {d, e: , f: }\n', 'a: [b: 1]\nc: { d, e: , f: }\n'],
  [
    'brackets over several lines are no longer so, and no less',
    'a: {\n  zh: 甲,\n  en: b }\nb: [1,\n  2,   3]\n',
    'a:\n  {\n    zh: 甲,\n    en: b,\n  }\nb:\n  [1,\n   2, 3]\n',
  ],
  ['brackets beside a dash', '- {\n  a: 1\n  }\n- [ 1,\n  2 ]\n', '- {\n    a: 1,\n  }\n- [1,\n   2]\n'],
  [
    'comments between brackets',
    'a: [ # 一\n  1 # 二\n  , 2\n  # 三\n  ]\n',
    'a:\n  [ # 一\n    1, # 二\n    2,\n    # 三\n  ]\n',
  ],
  ['one space before a comment', 'a: 1     #  说明  \nb:# no comment: 2\n', 'a: 1 #  说明\nb:# no comment: 2\n'],
  ['comments before the first key', '\n\n# 一\n\n\n# 二\n  # 三\na: 1\n', '# 一\n\n# 二\n# 三\na: 1\n'],
  ['comments at the end', 'a:\n    b: 1\n    # 一\n# 二\n\n\n', 'a:\n  b: 1\n  # 一\n# 二\n'],
  ['comments above the first entry stand with it', 'a:\n# 一\n    b: 1\n', 'a:\n  # 一\n  b: 1\n'],
  ['comments of a key without a value', 'a:   # 一\n    # 二\nb: 1\n', 'a: # 一\n  # 二\nb: 1\n'],
  ['a comment deeper than the entry above belongs to it', 'a: 1\n      # 一\nb: 2\n', 'a: 1\n  # 一\nb: 2\n'],
  [
    'comments between entries of nested lists',
    'a:\n- b:\n  - c\n  # 一\n# 二\n- d\n# 三\ne: 1\n',
    'a:\n  - b:\n      - c\n    # 一\n  # 二\n  - d\n# 三\ne: 1\n',
  ],
  ['at most one blank line', 'a: 1\n\n\n\nb:\n  - c\n\n\n  - d\n', 'a: 1\n\nb:\n  - c\n\n  - d\n'],
  ['spaces at line ends, and one line end at the end', 'a: 1  \nb:\t\n  - c \n\n\n', 'a: 1\nb:\n  - c\n'],
  ['no line end at all', 'a: 1', 'a: 1\n'],
  [
    'Windows line ends and the byte order mark',
    '\ufeffa: |\r\n  甲\r\n\r\n  乙\r\nb: 1\r\n',
    'a: |\n  甲\n\n  乙\nb: 1\n',
  ],
  [
    'texts in blocks move as they are',
    'a:\n      b: |  # 一\n            甲\n              乙\n\n            # 丙\n      c: 1\n',
    'a:\n  b: | # 一\n    甲\n      乙\n\n    # 丙\n  c: 1\n',
  ],
  [
    'a number in the header counts from the key',
    'a:\n    - b: |2-\n          甲\n         乙\n',
    'a:\n  - b: |2-\n        甲\n       乙\n',
  ],
  ['blank lines that a text keeps', 'a: |+\n  甲\n\n\nb: >+\n  乙\n', 'a: |+\n  甲\n\n\nb: >+\n  乙\n'],
  ['a comment below a text does not become part of it', 'a: |\n     甲\n  # 一\nb: 1\n', 'a: |\n  甲\n# 一\nb: 1\n'],
  [
    'texts over several lines',
    'a: 甲\n      乙\n\n      丙\nb:\n    "丁\\\n    戊"\n',
    'a: 甲\n  乙\n\n  丙\nb:\n  "丁\\\n  戊"\n',
  ],
  ['keys with a question mark', '? a\n: 1\n? b # 一\n:\n  - 2\n', 'a: 1\nb: # 一\n  - 2\n'],
]

it.each(layouts)('%s', (_, written, expected) => {
  expect(formatted(written)).toBe(expected)
  expect(formatted(expected)).toBe(expected)
})

it('no line is folded, however long', () => {
  const long = `a: ${'很长 '.repeat(200)}x\nb: { ${Array.from({ length: 80 }, (_, index) => `k${index}: 1`).join(', ')} }\n`
  expect(formatted(long)).toBe(long)
})

const scalars = `${[
  '110101199001011234',
  '-0.10',
  '1.50',
  '0x1F',
  '0o17',
  '1e3',
  '007',
  '1_000',
  '2026-11-21',
  '12:30:45',
  'NO',
  '~',
  'Null',
  '.inf',
  "'it''s'",
  '"\\u4e2d\\t\\"x\\""',
  "''",
  'a#b',
]
  .map((scalar) => `- ${scalar}`)
  .join('\n')}\n`

it('scalars stay as they are written', () => {
  expect(formatted(scalars)).toBe(scalars)
})

it.each([
  ['a syntax error', 'a: [1\nb: 2\n', 'source/syntax'],
  ['a full-width colon', 'a: 1\nb：2\n', 'source/full-width'],
  ['a key that stands twice', 'a: 1\na: 2\n', 'source/duplicate-key'],
  ['an anchor', 'a: &x 1\n', 'source/not-allowed'],
  ['several documents', 'a: 1\n---\nb: 2\n', 'source/not-allowed'],
  ['a key over several lines', '? |\n  a\n  b\n: 1\n', 'source/not-allowed'],
  ['a hidden character', 'a: \u200b1\n', 'source/character'],
  ['nothing', '\ufeff\n', 'source/empty'],
])('refused: %s', (_, text, code) => {
  expect(problemsIn(text).map((problem) => problem.code)).toContain(code)
})

const shipped = ['policies', 'examples', 'test/cases'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => join(folder, name)),
)

describe('shipped files are formatted', () => {
  it.each(shipped)('%s', (file) => {
    const text = readFileSync(file, 'utf8')
    expect(formatted(text)).toBe(text)
  })
})

const unmarked = (text: string): string => text.replace(/^\ufeff/, '')

/** What the text says, each scalar as a text, and as a value. */
function meaningOf(text: string): unknown {
  return (['failsafe', 'core'] as const).map((schema) => {
    const document = parseDocument(unmarked(text), { schema, intAsBigInt: true, uniqueKeys: false })
    expect(document.errors).toEqual([])
    return document.toJS({ mapAsMap: true })
  })
}

it('whatever is written how: data, scalars and comments stay, in their order, and what is formatted stays as it is', () => {
  let compared = 0
  fc.assert(
    fc.property(fc.gen(), (draw) => {
      const { text, scalars, comments } = yamlText(draw)
      // Not everything that is drawn is YAML: a blank line before a text may stand too deep.
      fc.pre(parseDocument(unmarked(text)).errors.length === 0)
      const result = formatted(text) ?? ''
      expect(meaningOf(result)).toEqual(meaningOf(text))
      expectInOrder(result, scalars)
      expectInOrder(result, comments)
      expect(formatted(result)).toBe(result)
      expect(result).toMatch(/^[^\r\ufeff]*[^\r\ufeff\n]\n*\n$/)
      compared += 1
    }),
    { numRuns: 300 },
  )
  expect(compared).toBeGreaterThanOrEqual(300)
})

function expectInOrder(text: string, parts: readonly string[]): void {
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    expect(at, `${part} in\n${text}`).toBeGreaterThanOrEqual(0)
    from = at + part.length
  }
}
