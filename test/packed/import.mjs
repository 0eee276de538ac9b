// Run in an empty project that has installed the packed package: every entry point, by import.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { compile, evaluate, explain, readRecord, render } from 'cadre-policy'
import { loadPolicySet } from 'cadre-policy/check'
import { packageFile, readPolicySources } from 'cadre-policy/node'
import { renderReport } from 'cadre-policy/report'
import { describeCases, runCases } from 'cadre-policy/testing'

const sources = await readPolicySources([packageFile('policies')])
assert(sources.ok)
const loaded = loadPolicySet(sources.value)
assert(loaded.ok)
const program = compile(loaded.value, { asOf: '2026-11-21' })
const record = readRecord({ id: 'a', posts: [{ level: '县处级正职', mode: 'regular', from: '2020-01-01' }] })
assert(record.ok)
const judged = await evaluate(program, record.value)
assert(judged.ok)
// Of so high a post neither fitness nor rotation speaks; of rank and merits nothing is known.
assert.deepEqual(
  judged.value.map(({ policy, outcome }) => `${policy.kind} ${outcome}`),
  ['fitness notApplicable', 'incentive undetermined', 'promotion undetermined', 'rotation notApplicable'],
)
assert.match(render(explain(judged.value[0]), { locale: 'zh' }), /不适用/)
assert.match(renderReport(judged.value, { locale: 'en' }), /^<!doctype html>/)
assert.equal(typeof runCases, 'function')
await assert.rejects(describeCases('policies'), /Cannot find package 'vitest'/)
assert.equal(JSON.parse(readFileSync(packageFile('schemas', 'policy.schema.json'), 'utf8')).title, '政策 · policy')
process.stdout.write('imported\n')
