import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-folder.js'
import { cli } from './command.js'

const { root: folder } = temporaryFolder()

it.each([
  ['a verb that there is not', ['chek'], '没有名为 chek 的命令；是否想写 check？'],
  ['a verb like nothing', ['甲'], '没有名为 甲 的命令'],
  ['an option that there is not', ['check', '.', '--fromat', 'json'], '没有名为 --fromat 的选项；是否想写 --format？'],
  ['an argument missing', ['check'], '缺少参数 <paths>'],
  ['an option missing', ['report', 'a.json'], '缺少必需的选项 -o, --output <file>'],
  ['an option without what belongs to it', ['explain', 'a.json', '--id'], '选项 --id <id> 后面缺少内容'],
  [
    'a word that may not stand there',
    ['check', '.', '--format', 'xml'],
    '选项 --format <format> 的内容“xml”不对：只能是 text、json、github、sarif',
  ],
  [
    'a language that there is not',
    ['--locale', 'fr', 'check', '.'],
    '选项 --locale <locale> 的内容“fr”不对：只能是 zh、en',
  ],
  [
    'a date that is none',
    ['compile', '.', '--as-of', '昨天'],
    '选项 --as-of <date> 的内容“昨天”不对：“昨天”不是日期；请写成 2026-11-21',
  ],
  ['a schema that there is not', ['schema', 'x'], '参数 <name> 的内容“x”不对：只能是 '],
  ['a word too many', ['init', 'a', 'b'], '参数多了：至多 1 个，给了 2 个'],
  [
    'options that exclude each other',
    ['evaluate', 'a.json', '--program', 'p', '--as-of', '2026-11-21'],
    '选项 --program <file> 不能和 --as-of <date> 同用',
  ],
])('%s is told in Chinese, on standard error', async (_, argv, message) => {
  const { code, out, err } = await cli(...argv)
  expect([code, out]).toEqual([2, ''])
  expect(err.startsWith(`错误：${message}`)).toBe(true)
  expect(err.match(/\n/g)).toHaveLength(1)
})

it('in English the same is told in English', async () => {
  const { code, err } = await cli('chek', '--locale', 'en')
  expect([code, err]).toEqual([2, "error: unknown command 'chek'\n(Did you mean check?)\n"])
})

it.each([[['--help']], [['check', '--help']], [['help', 'check']]])(
  'help %j is in Chinese throughout',
  async (argv) => {
    const { code, out } = await cli(...argv)
    expect(code).toBe(0)
    expect(out).toContain('用法：')
    expect(out).toContain('选项：')
    expect(out).not.toMatch(/Usage|Options|Arguments|Commands|display|choices|default|output the/)
  },
)

it('the language may be named before the verb', async () => {
  const after = await cli('check', 'policies', '--locale', 'en')
  expect(after.err).toBe('passed: 4 policies\n')
  expect(await cli('--locale', 'en', 'check', 'policies')).toEqual(after)
  expect((await cli('--locale=en', 'check', '--help')).out).toContain('Usage:')
})

it('evaluate says which files it has written', async () => {
  const [records, output, rejections] = ['a.ndjson', 'd.ndjson', 'r.ndjson'].map((name) => join(folder, name))
  writeFileSync(records ?? '', '{"id":"a"}\n')
  const deciding = ['--policy', 'policies/jiangyan/rotation.policy.yaml', '--as-of', '2026-11-21']
  const argv = ['evaluate', records ?? '', ...deciding, '-o', output ?? '', '--rejections', rejections ?? '']
  expect((await cli(...argv)).err.split('\n').slice(0, 3)).toEqual([`已写入 ${output}`, `已写入 ${rejections}`, ''])
  expect((await cli('evaluate', records ?? '', ...deciding)).err).not.toContain('已写入')
})
