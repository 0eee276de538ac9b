import { expect, it } from 'vitest'
import { compile } from '../../src/compile/index.js'
import { evaluate } from '../../src/evaluate/index.js'
import { explain, render } from '../../src/explain/index.js'
import type { Decision } from '../../src/model/index.js'
import { loaded, record, trigger } from '../policy.js'
import { decisionsIn, judgedNdjson } from '../roster.js'

const decisions = decisionsIn(await judgedNdjson())
const of = (outcome: string): Decision => {
  const found = decisions.find((one) => one.outcome === outcome)
  if (!found) throw new Error(outcome)
  return found
}
const zh = (decision: Decision): string => render(explain(decision), { locale: 'zh' })
const headings = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => !line.startsWith(' '))
    .slice(1)

it('the outcome comes first, then what decided it, and how to ask for review', () => {
  expect(headings(zh(of('required')))).toEqual([
    '结论',
    '决定结论的规则',
    '所用的假定（文件和记录没有写明）',
    '由人决定，可以要求复核',
    '不成立的规则',
  ])
  expect(zh(of('required')).split('\n').slice(1, 3)).toEqual(['结论', '  必须交流'])
})

it('a rule is told with the values seen, the parameter, the citation and its place', () => {
  const text = zh(of('required'))
  expect(text).toContain('在热点岗位“副局长”任职5年，已达到5年的上限')
  expect(text).toContain('✓ 任现职时间：5年 (2021-11-21 → 2026-11-21)；要求至少5年（$sensitivePostLimit，假定）')
  expect(text).toMatch(/依据：《.+》.*；policies\/jiangyan\/rotation\.policy\.yaml:\d+:\d+/)
})

it('what set a rule aside is named with it', () => {
  expect(headings(zh(of('exempt')))).toContain('成立但被搁置的规则')
  expect(zh(of('exempt'))).toContain('搁置：豁免情形 临近退休（near-retirement）')
})

it('a waiver is told with who approved it and when', () => {
  const waived = decisions.find(({ findings }) =>
    findings.some(({ setAsideBy }) => setAsideBy?.some(({ by }) => by === 'waiver')),
  )
  expect(waived && zh(waived)).toMatch(/搁置：个案豁免，.+于 2025-12-01 批准/)
})

it('an undetermined decision says what is possible and what is missing', () => {
  const text = zh(of('undetermined'))
  expect(text).toContain('现有信息不足，以下结论都有可能：必须交流、不需交流')
  expect(text).toContain('热点岗位（posts.0.sensitive）：补充后才能判定（涉及 sensitive-post）')
})

it('a month on which the outcome hangs is told', () => {
  expect(decisions.map(zh).join('\n')).toContain(
    '出生日期（birthDate）只知年月 1991-11，按当月第一天计；当月其他日子会得出不同的结论、激励或措施，请核实具体日期',
  )
})

it('why somebody is not covered is told', () => {
  expect(zh(of('notApplicable'))).toContain(
    '✗ 职务层次：“县处级副职”；要求属于“乡科级正职”、“乡科级副职”（$coveredLevels，假定）',
  )
})

it.each(['zh', 'en'] as const)('every finding is told exactly once, and nothing is left unsaid (%s)', (locale) => {
  for (const decision of decisions) {
    const text = render(explain(decision), { locale })
    for (const { id, title } of decision.findings) {
      const told = text
        .split('\n')
        .filter(
          (line) =>
            line.endsWith(`${title[locale]}${locale === 'zh' ? '（' : ' ('}${id}${locale === 'zh' ? '）' : ')'}`) &&
            /^ {2}\S/.test(line),
        )
      expect(told, `${decision.subject} ${id}`).toHaveLength(1)
    }
    expect(text).not.toMatch(/undefined|\[object|NaN|\{\$?\w+(\.\w+)?\}/)
  }
})

it('text from a record cannot write on the terminal', () => {
  const decision = of('required')
  const evil = JSON.parse(JSON.stringify(decision).replaceAll('副局长', '\\u001b[2J\\u202e副'))
  expect(zh(evil)).toContain('\\u{1b}[2J\\u{202e}副')
  for (const character of ['\u001b', '\u202e']) expect(zh(evil)).not.toContain(character)
})

it('an explanation is data', () => {
  const explanation = explain(of('required'))
  expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation)
})

it('a count of items says how many are asked for, and tells those that count', async () => {
  const body = `triggers:\n${trigger('a', '{ atLeastOf: { n: 2, of: honours, where: { level: 市级 } } }')}`
  const text = async (honours: object[]): Promise<string> => {
    const judged = await evaluate(compile(loaded(body), { asOf: '2026-11-21' }), record({ id: 'a', honours }))
    if (!judged.ok || !judged.value[0]) throw new Error('no decision')
    return render(explain(judged.value[0]), { locale: 'zh' })
  }
  const honour = (level?: string) => ({ date: '2020-01-01', ...(level && { level }) })
  expect(await text([honour('市级'), honour('县级')])).toContain(
    '✗ 表彰奖励（共2项，至少2项须符合）：其中符合条件的1项',
  )
  expect(await text([honour('市级'), honour('市级')])).toContain(
    '✓ 表彰奖励（共2项，至少2项须符合）：其中符合条件的2项',
  )
  expect(await text([honour('市级'), honour()])).toContain('？ 表彰奖励（共2项，至少2项须符合）：其中无法判定的1项')
  expect(await text([honour('县级')])).toContain('✗ 表彰奖励（共1项，至少2项须符合）：没有一项符合条件')
  expect(await text([])).toContain('✗ 表彰奖励（至少2项须符合）：没有相关记录')
})
