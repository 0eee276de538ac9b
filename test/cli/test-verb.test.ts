import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-folder.js'
import { agePolicy } from './age-policy.js'
import { cli } from './command.js'

const { root, put } = temporaryFolder()

const cases = (id: string, age: number, outcome: string, record = '{ id: a }'): string =>
  `policy: ${id}\nasOf: 2026-11-21\ncases:\n  - { name: aged ${age}, record: ${record}, inputs: { age: ${age} }, expect: { outcome: ${outcome} } }\n`

beforeAll(() => {
  put('good/one.policy.yaml', agePolicy('test/one'))
  put('good/one.cases.yaml', cases('test/one', 60, 'required'))
  put('good/two.policy.yaml', agePolicy('test/two'))
  put('good/two.cases.yaml', cases('test/two', 59, 'none', '{ from: a.json }'))
  put('good/a.json', '{"id":"a"}')
  put('bad/one.policy.yaml', agePolicy('test/one'))
  put('bad/one.cases.yaml', cases('test/one', 60, 'none'))
  put('none/one.policy.yaml', agePolicy('test/one'))
  put('broken/one.policy.yaml', agePolicy('test/one').replace('age: { atLeast', 'agee: { atLeast'))
  put('broken/one.cases.yaml', cases('test/one', 60, 'none'))
})

const lastLine = (text: string): string | undefined => text.trimEnd().split('\n').at(-1)

it('every case of a folder passes, and the last line counts', async () => {
  const { code, out, err } = await cli('test', join(root, 'good'))
  expect([code, out, err]).toEqual([0, '2 passed, 0 failed\n', ''])
})

it('a named file runs its own cases only, with the policies of its folder', async () => {
  expect(await cli('test', join(root, 'good/two.cases.yaml'))).toMatchObject({ code: 0, out: '1 passed, 0 failed\n' })
})

it('a failing case is placed, shows expected, actual and why, and makes 1', async () => {
  const { code, out } = await cli('test', join(root, 'bad'), join(root, 'good'), '--locale', 'en')
  // Both folders hold the policy test/one: one of them twice would be an overlap.
  expect(code).toBe(1)
  expect(out).not.toContain('passed')
  const alone = await cli('test', join(root, 'bad'), '--locale', 'en')
  expect(alone.code).toBe(1)
  expect(lastLine(alone.out)).toBe('0 passed, 1 failed')
  expect(alone.out).toContain(`${join(root, 'bad/one.cases.yaml')}:4:13  ✗ aged 60`)
  expect(alone.out).toContain('outcome: expected none (no exchange called for), found required (exchange required)')
  expect(alone.out).toContain('✓ age: 60; asked for: at least 60')
})

it('as JSON, for other programs', async () => {
  const { code, out } = await cli('test', join(root, 'bad'), '--format', 'json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({
    passed: 0,
    failed: 1,
    cases: [
      { name: 'aged 60', passed: false, differences: [{ what: 'outcome', expected: 'none', actual: 'required' }] },
    ],
  })
})

it('no case at all is a failure, and so is a policy that is not valid', async () => {
  const none = await cli('test', join(root, 'none'))
  expect([none.code, lastLine(none.out)]).toEqual([1, '0 passed, 0 failed'])
  expect(none.err).not.toBe('')
  const broken = await cli('test', join(root, 'broken'))
  expect(broken.code).toBe(1)
  expect(broken.err).toContain('check/unknown-fact')
})

it('a folder or record that is not there is wrong use', async () => {
  expect((await cli('test', join(root, 'nowhere'))).code).toBe(2)
  put('lost/one.policy.yaml', agePolicy('test/one'))
  put('lost/one.cases.yaml', cases('test/one', 60, 'none', '{ from: nobody.json }'))
  const lost = await cli('test', join(root, 'lost'))
  expect(lost).toMatchObject({ code: 2, err: expect.stringContaining('nobody.json') })
  expect(lost.err).toContain(`${join(root, 'lost/one.cases.yaml')}:4:38`)
  put('lost/nobody.json', '{')
  expect((await cli('test', join(root, 'lost'))).err).toContain(`${join(root, 'lost/nobody.json')}:1:1`)
})

it('inputs are given on the command line, each by name', async () => {
  const records = put('records.ndjson', '{"id":"a"}\n')
  const deciding = [records, '--policy', join(root, 'none'), '--as-of', '2026-11-21']
  const outcome = async (...inputs: string[]): Promise<string> => {
    const { out, err } = await cli('evaluate', ...deciding, ...inputs)
    return out === '' ? err : JSON.parse(out).outcome
  }
  expect(await outcome('--input', 'age=60')).toBe('required')
  expect(await outcome('--input', 'age=59.5')).toBe('none')
  expect(await outcome()).toBe('undetermined')
  expect(await outcome('--input', 'age=sixty')).toContain('input/wrong-type')
  expect(await outcome('--input', 'ages=60')).toContain('input/unknown')
  expect((await cli('evaluate', ...deciding, '--input', 'age')).code).toBe(2)
  expect((await cli('explain', ...deciding, '--input', 'age=60', '--locale', 'en')).out).toContain('age: 60')
})
