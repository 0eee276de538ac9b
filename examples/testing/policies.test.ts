import { readFile } from 'node:fs/promises'
import { compile, type Decision, evaluate, formatDiagnostics, type Inputs, readRecord } from 'cadre-policy'
import { loadPolicySet } from 'cadre-policy/check'
import { readPolicySources } from 'cadre-policy/node'
import { describeCases, matchers } from 'cadre-policy/testing'
import { expect, it } from 'vitest'

const locale = process.env.TEST_LOCALE === 'en' ? 'en' : 'zh'
expect.extend(matchers({ locale }))

// Every case in policies/*.cases.yaml is a test.
await describeCases('policies', { locale })

// What cases do not say is said in TypeScript: here how the proposal moves with the years.
const sources = await readPolicySources(['policies'])
const loaded = sources.ok ? loadPolicySet(sources.value) : sources
const texts = sources.ok ? sources.value : []
if (!loaded.ok) throw new Error(formatDiagnostics(loaded.diagnostics, { locale, sources: texts }))
const policies = loaded.value
const wu = readRecord(JSON.parse(await readFile('policies/wu.json', 'utf8')))
if (!wu.ok) throw new Error(formatDiagnostics(wu.diagnostics, { locale }))
const person = wu.value

async function decide(asOf: string, inputs: Inputs): Promise<Decision | undefined> {
  const judged = await evaluate(compile(policies, { asOf }), person, { inputs })
  if (!judged.ok) throw new Error(formatDiagnostics(judged.diagnostics, { locale }))
  return judged.value[0]
}

it('在任期满之前不动，期满当天起必须轮换 · nobody moves before the turn is served, everybody from that day on', async () => {
  const inputs = { remote: true, hardship: false, handoverOpen: false }
  for (const asOf of ['2024-01-01', '2026-11-20']) expect(await decide(asOf, inputs)).toHaveOutcome('none')
  for (const asOf of ['2026-11-21', '2030-01-01']) {
    const decision = await decide(asOf, inputs)
    expect(decision).toHaveOutcome('required')
    expect(decision).toBeDeterminedBy('turn-served')
    expect(decision).toBeMissing()
  }
})

it('期满之前只问家庭困难 · before the turn is served only hardship is asked about', async () => {
  const decision = await decide('2025-01-01', { remote: true })
  expect(decision).not.toHaveOutcome('required')
  expect(decision).toBeMissing('inputs.hardship')
})
