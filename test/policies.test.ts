import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseCases } from '../src/check/index.js'
import { readPolicySources } from '../src/files/index.js'
import { describeCases } from '../src/testing/index.js'

const sources = await readPolicySources(['policies'])
const files = sources.ok ? sources.value.map(({ file }) => file) : []
const casesFiles = files.filter((name) => name.endsWith('.cases.yaml'))

it('every policy has cases', () => {
  const policies = files.filter((name) => name.endsWith('.policy.yaml'))
  expect(policies.length).toBeGreaterThan(0)
  expect(casesFiles.map((name) => name.replace('.cases.', '.policy.'))).toEqual(policies)
})

it.each(casesFiles)('%s holds at least 15 cases, four in ten of them undetermined or rejected', (file) => {
  const parsed = parseCases({ file, text: readFileSync(file, 'utf8') })
  const cases = parsed.ok ? parsed.value.cases : []
  const open = cases.filter(
    ({ expect: { outcome, rejected, undetermined } }) => outcome === 'undetermined' || rejected || undetermined,
  )
  expect(cases.length).toBeGreaterThanOrEqual(15)
  expect(open.length / cases.length).toBeGreaterThanOrEqual(0.4)
})

for (const folder of ['policies', 'test/cases/policies', 'examples/testing/policies'])
  await describeCases(folder, { locale: 'en' })
