import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPolicySet, parseCases } from '../src/check/index.js'
import { readPolicySources } from '../src/files/index.js'
import { formatResult, runCases } from '../src/testing/index.js'

const casesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.cases.yaml'))
const files = casesIn('policies')

async function resultsOf(file: string) {
  const cases = parseCases({ file, text: readFileSync(file, 'utf8') })
  if (!cases.ok) throw new Error(JSON.stringify(cases.diagnostics))
  const sources = await readPolicySources([dirname(file)])
  const policySet = sources.ok ? loadPolicySet(sources.value) : sources
  if (!policySet.ok) throw new Error(JSON.stringify(policySet.diagnostics))
  const readRecordFile = async (of: string): Promise<unknown> =>
    JSON.parse(readFileSync(join(dirname(file), of), 'utf8'))
  const results = await runCases({ policySet: policySet.value, cases: cases.value, readRecordFile })
  return { cases: cases.value.cases, results }
}

it('every policy has cases', () => {
  const policies = readdirSync('policies', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.policy.yaml'),
  )
  expect(policies.length).toBeGreaterThan(0)
  expect(files.map((name) => name.replace('.cases.', '.policy.')).sort()).toEqual(policies.sort())
})

describe.each(files)('%s', async (name) => {
  const { cases, results } = await resultsOf(join('policies', name))

  it('has at least 15 cases, four in ten of them undetermined or rejected', () => {
    const open = cases.filter(
      ({ expect: { outcome, rejected, undetermined } }) => outcome === 'undetermined' || rejected || undetermined,
    )
    expect(results.length).toBeGreaterThanOrEqual(15)
    expect(open.length / results.length).toBeGreaterThanOrEqual(0.4)
  })

  it.each(results.map((result) => [result.name, result]))('%s', (_, result) => {
    expect(result.passed, formatResult(result, { locale: 'en' })).toBe(true)
  })
})

describe.each(casesIn('test/cases/policies'))('test/cases/policies/%s', async (name) => {
  const { results } = await resultsOf(join('test/cases/policies', name))
  it.each(results.map((result) => [result.name, result]))('%s', (_, result) => {
    expect(result.passed, formatResult(result, { locale: 'en' })).toBe(true)
  })
})
