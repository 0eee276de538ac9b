// The same by require, as a CommonJS project would.
const assert = require('node:assert/strict')
const { readRecord } = require('cadre-policy')
const { loadPolicySet } = require('cadre-policy/check')
for (const name of ['node', 'report', 'testing', 'browser']) assert(require(`cadre-policy/${name}`))

assert.equal(readRecord({ id: 'a' }).ok, true)
assert.deepEqual(loadPolicySet([{ file: 'a.policy.yaml', text: 'policy: x' }]).ok, false)
process.stdout.write('required\n')
