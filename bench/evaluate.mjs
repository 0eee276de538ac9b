// What `evaluate()` costs beside bare json-rules-engine, in one run: forty rules with the same conditions, the same
// people. The rules that hold are compared first, for everybody. Then each contender has a process of its own, they take
// turns in random order, and ratios are taken within a turn. Run: npm run build && node bench/evaluate.mjs
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Engine } from 'json-rules-engine'
import { loadPolicySet } from '../dist/check.js'
import { compile, evaluate, readRecord } from '../dist/index.js'
import { fortyRules, people, policyOf } from './forty-rules.mjs'

const PEOPLE = 10_000
const ROUNDS = 60
const MILLISECONDS = 200
const WARM_UP = 6_000

const rules = fortyRules()
const persons = people(PEOPLE)
const bareRules = rules.map(({ id, bare }) => ({ name: id, conditions: bare, event: { type: id } }))
const eventsOf = ({ events }) => events.map(({ type }) => type)

/** Each makes a function that judges a person, and says how to read off its result which rules hold. */
const contenders = {
  'bare json-rules-engine, one engine for all': () => {
    const engine = new Engine(bareRules)
    return { judge: (index) => engine.run(persons[index].extra), rulesIn: eventsOf }
  },
  'bare json-rules-engine, a new engine each time': () => ({
    judge: (index) => new Engine(bareRules).run(persons[index].extra),
    rulesIn: eventsOf,
  }),
  'evaluate()': () => {
    const loaded = loadPolicySet([{ file: 'forty-rules.policy.yaml', text: policyOf(rules) }])
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
    const program = compile(loaded.value, { asOf: '2026-11-21' })
    const records = persons.map((data) => readRecord(data).value)
    return {
      judge: (index) => evaluate(program, records[index]),
      rulesIn: ({ value: [decision] }) =>
        decision.findings.filter(({ status }) => status === 'met').map(({ id }) => id),
    }
  },
}

const [, , own] = process.argv
if (own === undefined) await compare()
else await takeTurns(contenders[own]())

/** A contender: answers each message with the microseconds that one person took it, on average over a turn. */
async function takeTurns({ judge }) {
  let next = 0
  // As an app would. No collection of garbage is asked for: after one the runtime compiles much anew, which no app meets
  // five times a second.
  const kept = []
  const turn = async (milliseconds) => {
    const start = performance.now()
    let count = 0
    for (; performance.now() - start < milliseconds; count++) kept[count % 100] = await judge(next++ % PEOPLE)
    return ((performance.now() - start) * 1000) / count
  }
  await turn(WARM_UP)
  process.on('message', async () => process.send(await turn(MILLISECONDS)))
  process.send('ready')
}

async function compare() {
  const names = Object.keys(contenders)
  const all = names.map((name) => contenders[name]())
  for (let index = 0; index < PEOPLE; index++) {
    const answers = await Promise.all(
      all.map(async ({ judge, rulesIn }) =>
        rulesIn(await judge(index))
          .sort()
          .join(' '),
      ),
    )
    if (new Set(answers).size !== 1) throw new Error(`they disagree about ${persons[index].id}`)
  }
  print(`${PEOPLE} people, ${rules.length} rules: all agree. Node ${process.version}, ${process.arch}`)

  const children = []
  for (const name of names) {
    const child = fork(fileURLToPath(import.meta.url), [name])
    await answerOf(child)
    children.push({ name, child, times: [] })
  }
  for (let round = 0; round < ROUNDS; round++)
    for (const { child, times } of [...children].sort(() => Math.random() - 0.5)) {
      child.send('turn')
      times.push(await answerOf(child))
    }
  const [baseline] = children
  for (const { name, child, times } of children) {
    const ratio = median(times.map((time, round) => time / baseline.times[round]))
    print(`${name.padEnd(48)} ${median(times).toFixed(0).padStart(5)} µs  ${ratio.toFixed(2)}×`)
    child.kill()
  }
}

async function answerOf(child) {
  const [answer] = await once(child, 'message')
  return answer
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}

function print(line) {
  process.stdout.write(`${line}\n`)
}
