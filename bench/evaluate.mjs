// What `evaluate()` costs beside bare json-rules-engine, in one run: forty rules with the same conditions, the same
// people. The rules that hold are compared first, for everybody; then both take turns, and ratios are taken within a
// turn. Run: npm run build && node --expose-gc bench/evaluate.mjs
import { Engine } from 'json-rules-engine'
import { loadPolicySet } from '../dist/check.js'
import { compile, evaluate, readRecord } from '../dist/index.js'
import { fortyRules, people, policyOf } from './forty-rules.mjs'

const ROUNDS = 15
const MILLISECONDS = 400

const rules = fortyRules()
const loaded = loadPolicySet([{ file: 'forty-rules.policy.yaml', text: policyOf(rules) }])
if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics, null, 2))
const program = compile(loaded.value, { asOf: '2026-11-21' })
const persons = people(10_000)
const records = persons.map((data) => {
  const record = readRecord(data)
  if (!record.ok) throw new Error(JSON.stringify(record.diagnostics))
  return record.value
})

const bareRules = rules.map(({ id, bare }) => ({ name: id, conditions: bare, event: { type: id } }))
const reused = new Engine(bareRules)

const contenders = {
  'bare json-rules-engine, one engine for all': async (index) => {
    const { events } = await reused.run(persons[index].extra)
    return events.map(({ type }) => type)
  },
  'bare json-rules-engine, a new engine each time': async (index) => {
    const { events } = await new Engine(bareRules).run(persons[index].extra)
    return events.map(({ type }) => type)
  },
  'evaluate()': async (index) => {
    const judged = await evaluate(program, records[index])
    return judged.value[0].findings.filter(({ status }) => status === 'met').map(({ id }) => id)
  },
}

const [baseline] = Object.keys(contenders)
for (let index = 0; index < records.length; index++) {
  const answers = await Promise.all(Object.values(contenders).map(async (run) => (await run(index)).sort().join(' ')))
  if (new Set(answers).size !== 1) throw new Error(`they disagree about ${records[index].id}`)
}
process.stdout.write(
  `${records.length} people, ${rules.length} rules: all agree (Node ${process.version}, ${process.arch})\n`,
)

let next = 0
const measure = async (run) => {
  globalThis.gc?.()
  const start = performance.now()
  let count = 0
  do {
    await run(next++ % records.length)
    count++
  } while (performance.now() - start < MILLISECONDS)
  return ((performance.now() - start) * 1000) / count
}
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]))
for (let round = 0; round < ROUNDS; round++) {
  const order = Object.keys(contenders).sort(() => Math.random() - 0.5)
  for (const name of order) times[name].push(await measure(contenders[name]))
}
for (const [name, own] of Object.entries(times)) {
  const ratio = median(own.map((time, round) => time / times[baseline][round]))
  process.stdout.write(`${name.padEnd(48)} ${median(own).toFixed(0).padStart(5)} µs  ${ratio.toFixed(2)}×\n`)
}
