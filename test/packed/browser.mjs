// The same by the file for browsers, which imports nothing; and nothing in the package makes code out of text.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import * as core from 'cadre-policy'
import * as browser from 'cadre-policy/browser'
import { loadPolicySet } from 'cadre-policy/check'
import { packageFile, readPolicySources } from 'cadre-policy/node'

const sources = await readPolicySources([packageFile('policies')])
assert(sources.ok)
const loaded = loadPolicySet(sources.value)
assert(loaded.ok)
const file = JSON.stringify(core.toProgramFile(core.compile(loaded.value, { asOf: '2026-11-21' })))
const data = JSON.parse(readFileSync(packageFile('examples', 'records', 'lin.json'), 'utf8'))

const judged = async ({ readProgram, readRecord, evaluate }, evaluator) => {
  const [program, record] = [readProgram(file), readRecord(data)]
  assert(program.ok && record.ok)
  return JSON.stringify(await evaluate(program.value, record.value, { evaluator }))
}
const expected = await judged(core)
assert.match(expected, /"outcome":/)
assert.deepEqual(Object.keys(browser), Object.keys(core))
for (const evaluator of browser.evaluatorNames) assert.equal(await judged(browser, evaluator), expected)

const scripts = readdirSync(packageFile(), { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.[cm]?js$/.test(name) && !name.includes('node_modules'),
)
assert(scripts.some((name) => name.endsWith('browser.js')) && scripts.some((name) => name.endsWith('bin.js')))
for (const name of scripts)
  assert.doesNotMatch(readFileSync(packageFile(name), 'utf8'), /\bFunction\s*\(|\beval\s*\(|\brequire\s*\(/, name)
process.stdout.write('imported for a browser\n')
