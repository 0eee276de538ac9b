import { expect, it } from 'vitest'
import { explain, render } from '../../src/explain/index.js'
import { granted, unfit } from './decisions.js'

const [zh, en] = (['zh', 'en'] as const).map(
  (locale) =>
    (judged: typeof unfit): string =>
      render(explain(judged), { locale }),
) as [(judged: typeof unfit) => string, (judged: typeof unfit) => string]

it('benefits are told with amount, unit and term, and with what is missing', () => {
  expect(zh(granted)).toContain(`
成立的激励
  骏马奖（steed-award）：5000元
  一线补助（allowance）：150.5至301元
    尚缺：结束日期（assignments.0.to）的具体日期
  优先培养（priority-cultivation）
    自 2026-11-21 起，期限：2年
  脱产学习（training）：数额未知
    开始日期未知，至 2027-12-31 止
决定结论的规则
`)
  expect(en(granted)).toContain(`
Benefits that stand
  Steed award (steed-award): 5000 yuan
  front-line allowance (allowance): 150.5 to 301 yuan
    not on record: the day of end (assignments.0.to)
  priority cultivation (priority-cultivation)
    from 2026-11-21, term: 2 years
  full-time study (training): amount not known
    beginning not known, until 2027-12-31
Rules that decided it
`)
})

it('a benefit set aside says by which exclusion or which other benefit', () => {
  expect(zh(granted)).toContain(`
    搁置：不与激励“骏马奖”（steed-award）重复享受
    搁置：排除情形 处分影响期未满（effect-period）
`)
  expect(en(granted)).toContain(`
    set aside by the benefit Steed award (steed-award), since the two are not given together
    set aside by the exclusion an effect period is running (effect-period)
`)
})

it('an outcome that people must find says so first: a prompt, no finding', () => {
  expect(zh(unfit).split('\n').slice(3, 4)).toEqual([
    '  以上结论只是提示，不是认定。情况是否属实、结论是否成立，须由有权机关按照规定程序核实认定；认定之前须听取意见，当事人可以要求复核，详见下文。',
  ])
  expect(en(unfit)).toContain('  This is a prompt only and no finding: ')
  expect(zh(granted)).not.toContain('不是认定')
})

it('measures are told with the rules that propose them; who must be heard, on what; who decides, and how to ask for review', () => {
  const text = zh(unfit)
  expect(text.slice(text.indexOf('拟采取的措施'), text.indexOf('\n没有建议采取的措施'))).toBe(
    `拟采取的措施（供决定人选择）
  可以采取：改任职级（convert-to-rank）
    对应的规则：连续基本称职以下
    依据：《测试办法》第三条；test.policy.yaml:7:5
  条件尚不能确定：提前退出领导岗位（early-exit）
    对应的规则：连续基本称职以下
    ？ 年龄：未知；要求至少55年
    依据：《测试办法》第三条；test.policy.yaml:7:5
认定之前须听取意见的人
  本人：听取本人的陈述和申辩；依据：《公务员法》第九十五条
  所在单位党组织：核实情况，听取意见（文件没有写明，为假定）
由人决定，可以要求复核
  以上是供决定人参考的建议，不是决定；对当事人不利的结论，必须由有权决定的人依据《测试办法》（测试机关）核实后作出，并听取本人意见。
  申请复核：向作出处理的机关提出，期限：自知道之日起30天；依据：《公务员法》第九十五条`,
  )
})

it('a measure that nobody proposed is not among the rules that hold of the person', () => {
  expect(zh(unfit)).not.toContain('同时成立的规则')
  expect(zh(unfit)).toMatch(/\n没有建议采取的措施\n {2}\S+ 逆向调整岗位（reverse-adjustment）\n {4}依据：.*$/)
})
