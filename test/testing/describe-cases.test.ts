// vitest is run over the tests in `suite`, which fail, and what it prints is what a tester reads.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'

const { VITEST, VITEST_POOL_ID, VITEST_WORKER_ID, VITEST_MODE, FORCE_COLOR, ...environment } = process.env
const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('node_modules/vitest/vitest.mjs'), 'run'], {
  cwd: 'test/testing/suite',
  env: { ...environment, NO_COLOR: '1' },
  encoding: 'utf8',
})
/** Each failure from the line after its name to the last before the next. */
const failures = new Map(
  stderr
    .split(/^ FAIL {2}/m)
    .slice(1)
    .map((text) => {
      const [title = '', ...lines] = text.split(/\n*⎯{9}/)[0]?.split('\n') ?? []
      return [title.replace(/^\w+\.suite\.ts > /, ''), lines.join('\n')]
    }),
)

it('what passes and what fails is counted by the case', () => {
  expect(status).toBe(1)
  expect(stdout).toMatch(/Tests {2}16 failed \| 2 passed/)
  expect(stdout.match(/✓ ten years are long/g)).toHaveLength(2)
  expect(failures.size).toBe(16)
})

it('a case that fails says what was expected, what was found, where, and why', () => {
  expect(failures.get('zh > failing/limit.cases.yaml > nine years are long')).toBe(
    `AssertionError: failing/limit.cases.yaml:5:11
  结论：应为 required（必须交流），实为 none（不需交流）
  政策：test/limit，failing/limit.policy.yaml:1:1
    a  任职年限
    结论
      不需交流
      依据政策：任职年限（test/limit，2020-01-01 版）；基准日 2026-11-21
    随记录给出的输入
      任职年数：9
    不成立的规则
      交流情形 任职时间长（long）
        ✗ 任职年数：9；要求至少10
        依据：《测试办法》；failing/limit.policy.yaml:9:5
      交流情形 任职时间很长（very-long）
        ✗ 任职年数：9；要求至少20
        依据：《测试办法》；failing/limit.policy.yaml:13:5
 ❯ failing/limit.cases.yaml:5:11`,
  )
  expect(failures.get('en > failing/limit.cases.yaml > ten years are very long')).toBe(
    `AssertionError: failing/limit.cases.yaml:9:11
  rule very-long (very long in post): expected met, found unmet
  rule verylong: expected unmet, found nothing; the policy has no “verylong”: did you mean very-long?
  policy: test/limit, failing/limit.policy.yaml:1:1
    a  years in post
    Outcome
      exchange required
      under the policy: years in post (test/limit, version 2020-01-01); as of 2026-11-21
    Rules not met
      trigger very long in post (very-long)
        ✗ years served: 10; asked for: at least 20
        rests on: 《测试办法》; failing/limit.policy.yaml:13:5
 ❯ failing/limit.cases.yaml:9:11`,
  )
})

it.each([
  ['zh > failing/limit.cases.yaml > more years than anybody serves', 'failing/limit.cases.yaml:13:11', '超出政策'],
  ['en > failing/limit.cases.yaml > more years than anybody serves', 'input/out-of-range', 'outside of what'],
  ['zh > failing/limit.cases.yaml > a record that nobody wrote', 'failing/limit.cases.yaml:18:21', 'nobody.json'],
  ['en > failing/limit.cases.yaml > a record that nobody wrote', 'source/not-found', 'failing/nobody.json'],
  ['zh > broken > 政策和用例可以读取', 'broken/limit.policy.yaml:12:13', '是否想写 `years`'],
  ['en > broken > policies and cases can be read', 'check/unknown-fact', 'did you mean `years`'],
  ['zh > misspelt > 政策和用例可以读取', 'misspelt/limit.cases.yaml:4:37', 'expects'],
  ['en > misspelt > policies and cases can be read', 'shape/unknown-key', 'did you mean `expect`'],
  ['zh > none > 政策和用例可以读取', '没有用例不算通过', 'none'],
  ['en > none > policies and cases can be read', 'that is not a pass', 'none'],
  ['zh > nowhere > 政策和用例可以读取', 'source/not-found', '找不到'],
  ['en > nowhere > policies and cases can be read', 'source/not-found', 'there is no file `nowhere`'],
])('%s: %s, %s', (title, ...parts) => {
  for (const part of parts) expect(failures.get(title)).toContain(part)
})
