import type { GeneratorValue } from 'fast-check'
import fc from 'fast-check'

/** A YAML text as careless people write it, with what must be found again in it, in this order. */
export interface YamlText {
  readonly text: string
  readonly scalars: readonly string[]
  readonly comments: readonly string[]
}

const plain = [
  '110101199001011234', // an identity number: 18 digits
  '1.50',
  '007',
  '0x1F',
  '0o17',
  '1e3',
  '-0.10',
  '1_000',
  '2026-11-21',
  '2026-11',
  '12:30:45',
  'NO',
  'yes',
  'true',
  'null',
  '~',
  '.inf',
  '$limit',
  '5 years',
  '热点岗位',
  'a#b',
  'http://example.org/a:b',
  '-x',
  '?x',
]
const quoted = ["'it''s'", "'1.50'", '"a: b # c"', '"\\u4e2d\\n\\"x\\""', "''", '""', '"007"', "'- a'"]
const flowUnsafe = /[,[\]{}]/
const keys = ['a', '标题', 'post.level', '"quoted key"', "'单引号'", '2025', '1.50', 'zh', 'en', 'null', '$x', 'x-y']
const remarks = ['# 说明', '#no space', '#', '# a: b', '#  two  spaces', '# "quote', '# - dash', '##']

/** Draws a document whose root is a map or a list. */
export function yamlText(draw: GeneratorValue): YamlText {
  const lines: string[] = []
  const scalars: string[] = []
  const comments: string[] = []
  const pick = <Item>(items: readonly Item[]): Item => draw(fc.constantFrom, ...items) as Item
  // Shrinks to no.
  const chance = (outOf = 3): boolean => draw(fc.nat, { max: outOf }) === outOf
  const spaces = (most: number, least = 0): string => ' '.repeat(draw(fc.integer, { min: least, max: most }))

  between(0)
  if (chance()) list(0, 0)
  else map(0, 0)
  between(0)
  const end = pick(['\n', '', '\n\n\n'])
  const lineEnd = pick(['\n', '\n', '\r\n'])
  const mark = chance() ? '\ufeff' : ''
  return { text: mark + (lines.join('\n') + end).replaceAll('\n', lineEnd), scalars, comments }

  /** Comments and blank lines between two lines; a comment may stand at any column. */
  function between(column: number): void {
    const count = draw(fc.nat, { max: 2 })
    for (let index = 0; index < count; index += 1) {
      if (chance(1)) lines.push(spaces(3))
      else lines.push(' '.repeat(Math.max(0, column + draw(fc.integer, { min: -4, max: 4 }))) + remark())
    }
  }

  function remark(): string {
    const text = pick(remarks)
    comments.push(text)
    return text + spaces(2)
  }

  function trailing(): string {
    return chance() ? spaces(4, 1) + remark() : spaces(2)
  }

  function map(column: number, depth: number, first = ''): void {
    const count = draw(fc.integer, { min: 1, max: 4 })
    const names = draw(fc.shuffledSubarray, [...keys], { minLength: count, maxLength: count }) as string[]
    for (const [index, name] of names.entries()) {
      const before = index === 0 && first !== '' ? first : ' '.repeat(column)
      scalars.push(name)
      entry(`${before}${name}${spaces(1)}:`, column, depth, true)
      if (index < names.length - 1) between(column)
    }
  }

  function list(column: number, depth: number, first = ''): void {
    const count = draw(fc.integer, { min: 1, max: 3 })
    for (let index = 0; index < count; index += 1) {
      entry(`${index === 0 && first !== '' ? first : ' '.repeat(column)}-`, column, depth, false)
      if (index < count - 1) between(column)
    }
  }

  /** What stands behind a colon or a dash. */
  function entry(head: string, column: number, depth: number, isPair: boolean): void {
    const form = pick(depth < 3 ? ['scalar', 'empty', 'flow', 'text', 'map', 'list', 'lines'] : ['scalar', 'empty'])
    const inner = column + draw(fc.integer, { min: 1, max: 4 })
    const gap = spaces(3, 1)
    if (form === 'empty') lines.push(head + trailing())
    else if (form === 'scalar') {
      const value = pick([...plain, ...quoted])
      scalars.push(value)
      lines.push(head + gap + value + trailing())
    } else if (form === 'flow') {
      lines.push(head + gap + flow(depth, inner) + trailing())
    } else if (form === 'text') blockOfText(head + gap, column)
    else if (form === 'lines') severalLines(head + gap, inner)
    else {
      const collection = form === 'map' ? map : list
      // Beside a dash, or below; a list may stand right under its key.
      if (!isPair && chance(1)) collection(head.length + gap.length, depth + 1, head + gap)
      else {
        const at = isPair && form === 'list' && chance() ? column : inner
        lines.push(head + trailing())
        between(at)
        collection(at, depth + 1)
      }
    }
  }

  function flow(depth: number, column: number): string {
    const broken = chance()
    const isMap = chance(1)
    const gap = (): string => {
      if (!broken || chance(1)) return spaces(2)
      return `${chance() ? ` ${remark()}` : ''}\n${' '.repeat(column + draw(fc.nat, { max: 4 }))}`
    }
    const count = draw(fc.nat, { max: 3 })
    const names = draw(fc.shuffledSubarray, keys.slice(0, 8), { minLength: count, maxLength: count }) as string[]
    let text = isMap ? '{' : '['
    for (const [index, name] of names.entries()) {
      text += gap()
      if (isMap) {
        scalars.push(name)
        text += `${name}:`
        const after = gap()
        text += after === '' ? ' ' : after
      }
      text += isMap && chance(4) ? '' : flowValue(depth, column)
      text += gap() + (index < names.length - 1 || chance() ? ',' : '')
    }
    return text + gap() + (isMap ? '}' : ']')
  }

  function flowValue(depth: number, column: number): string {
    if (depth < 3 && chance()) return flow(depth + 1, column)
    const value = pick([...plain, ...quoted].filter((text) => /^["']/.test(text) || !flowUnsafe.test(text)))
    scalars.push(value)
    return value
  }

  function blockOfText(head: string, column: number): void {
    const steps = chance() ? draw(fc.integer, { min: 1, max: 3 }) : 0
    const header = `${pick(['|', '>'])}${steps || ''}${pick(['', '-', '+'])}`
    scalars.push(header)
    lines.push(head + header + trailing())
    const blanks = ' '.repeat(column + (steps || draw(fc.integer, { min: 1, max: 4 })))
    const words = ['第一行', 'a: b', '# no comment', '- x', 'two  spaces ']
    if (chance(9)) return void lines.push(...draw(fc.array, fc.constantFrom('', ' '.repeat(column)), { maxLength: 2 }))
    const first = (steps > 0 ? spaces(2) : '') + pick(words)
    const more = draw(fc.array, fc.constantFrom('', ...words, `  ${words[1]}`), { maxLength: 3 }) as string[]
    for (const line of [first, ...more]) lines.push(line === '' ? spaces(column) : blanks + line)
    for (const line of [first, ...more]) if (line.trim() !== '') scalars.push(line.trim())
  }

  function severalLines(head: string, column: number): void {
    const [open, close] = pick([
      ['', ''],
      ['"', '"'],
      ["'", "'"],
    ])
    const words = draw(fc.array, fc.constantFrom('甲', 'b c', '110101199001011234'), {
      minLength: 2,
      maxLength: 4,
    }) as string[]
    scalars.push(...words)
    lines.push(head + open + words[0] + spaces(2))
    for (const [index, word] of words.slice(1).entries()) {
      if (chance()) lines.push(spaces(2))
      lines.push(
        ' '.repeat(column + draw(fc.nat, { max: 3 })) + word + (index === words.length - 2 ? close : spaces(2)),
      )
    }
  }
}
