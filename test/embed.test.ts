// The app in examples/embed, run as it stands; .ci/run also compiles and runs it against the packed package.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type Asked, explainPerson } from '../examples/embed/decide.js'

const person = JSON.parse(readFileSync('examples/embed/person.json', 'utf8'))
const asked = (more: Partial<Asked> = {}): Asked => ({ person, asOf: '2026-11-21', ...more })

it('the app explains the decision on its person, for whom the office says that an audit is open', async () => {
  const text = await explainPerson(asked())
  expect(text).toContain('暂缓')
  expect(text).toContain('在“财政所所长”任职12年8个月20天，已达到10年的上限')
  expect(text).toContain('离任审计尚未结束：是')
  expect(await explainPerson(asked({ locale: 'en' }))).toContain('audit still open: yes')
})

it('what the office says makes the difference', async () => {
  expect(await explainPerson(asked({ auditOpen: () => false }))).toContain('必须交流')
  const unknown = await explainPerson(asked({ person: { ...person, id: 'E-002' } }))
  expect(unknown).toContain('无法判定')
  expect(unknown).toContain('inputs.auditOpen')
})

it.each<[string, Partial<Asked>, RegExp]>([
  ['an office that fails', { auditOpen: () => Promise.reject(new Error('E-001 is on leave')) }, /fact\/failed/],
  ['an office that answers something else', { auditOpen: () => 'perhaps' }, /input\/wrong-type/],
  ['a record that is malformed', { person: { id: 'E-001', birthDate: '1979-13' } }, /record\/not-a-date/],
])('there is no decision with %s, and nothing of the person is told', async (_, more, code) => {
  const failure = explainPerson(asked(more))
  await expect(failure).rejects.toThrow(code)
  await expect(failure).rejects.not.toThrow(/on leave|1979/)
})
