import { expect, it } from 'vitest'
import { diagnostic, toGithubAnnotations } from '../../src/diagnostics/index.js'
import { again, file, many, problems, sources } from './problems.js'

// The runner reads a command so: properties up to `::`, `%25`, `%0D`, `%0A`, and in properties `%3A`, `%2C`, undone.
function commandOf(line: string): { command: string; properties: Record<string, string>; message: string } {
  const [, command = '', listed = '', message = ''] = /^::([a-z]+)(?: (.*?))?::(.*)$/.exec(line) ?? []
  const undone = (escaped: string): string =>
    escaped.replace(/%(0D|0A|3A|2C|25)/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  const properties = listed.split(',').flatMap((one) => {
    const at = one.indexOf('=')
    return at < 0 ? [] : [[one.slice(0, at), undone(one.slice(at + 1))]]
  })
  return { command, properties: Object.fromEntries(properties), message: undone(message) }
}

it('one line a problem, sorted by place, which reads back as it was meant', () => {
  const lines = toGithubAnnotations(problems, { locale: 'zh', sources }).split('\n')
  expect(lines.map(commandOf)).toEqual([
    { command: 'error', properties: { title: 'source/not-found' }, message: '找不到文件 `100%: a, b`' },
    {
      command: 'warning',
      properties: { title: 'check/unused-parameter', file, line: '3', col: '3', endLine: '3', endColumn: '5' },
      message: '参数 `$𠮷` 没有被使用；请删除，或在规则中写上它',
    },
    {
      command: 'error',
      // Columns are allowed within one line only.
      properties: { title: 'check/fact-with-several-sources', file, line: '6', endLine: '7' },
      message: '事实 `x` 同时写了 `[a](b)`，只能有一种',
    },
    {
      command: 'error',
      properties: { title: 'check/amount-without-unit', file, line: '7', col: '7', endLine: '7', endColumn: '13' },
      message: '数额（`amount`）须写明单位（`unit`），如 `{ zh: 元, en: yuan }`',
    },
    {
      command: 'error',
      properties: { title: 'check/duplicate-rule', file, line: '8', col: '9', endLine: '8', endColumn: '11' },
      message: `已有理由码为 \`久任\` 的规则；请另取一个\n${file}:5:9  理由码 \`久任\` 先在这里用了`,
    },
    {
      command: 'warning',
      properties: { title: 'check/absent-passes', file, line: '9', col: '1' },
      message: '没有 `f` 记录的人，按词典视为有此值，从而通过这项否定的测试（`isNot`）；请确认这是本意',
    },
  ])
})

it('what an author writes cannot begin a command of its own', () => {
  const evil = diagnostic(
    'check/unknown-fact',
    { fact: 'x\n::stop-commands::y\r\n' },
    { span: { ...again, file: 'a\n::b,c=d' } },
  )
  const lines = toGithubAnnotations([evil], { locale: 'en' }).split(/[\r\n]/)
  expect(lines).toHaveLength(1)
  expect(commandOf(lines[0] ?? '').properties).toMatchObject({ file: 'a\n::b,c=d', title: 'check/unknown-fact' })
})

it('of more than a thousand the rest is counted in a notice', () => {
  const lines = toGithubAnnotations(many, { locale: 'zh' }).split('\n')
  expect(lines).toHaveLength(1001)
  expect(lines.at(-1)).toBe('::notice::……另有 5 处')
  expect(toGithubAnnotations([], { locale: 'zh' })).toBe('')
})
