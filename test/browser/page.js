// Decides a record by a program, both fetched, on every evaluator of the browser build.
import { evaluate, evaluatorNames, explain, readProgram, readRecord, render } from './cadre-policy.js'

const add = (name, text) => {
  const made = document.createElement('pre')
  made.className = name
  made.textContent = text
  document.body.append(made)
}

const fetched = async (name) => (await fetch(name)).json()
const program = readProgram(await fetched('program.json'))
const record = readRecord(await fetched('record.json'))
for (const evaluator of evaluatorNames) {
  const judged = await evaluate(program.value, record.value, { evaluator })
  add('judged', JSON.stringify(judged))
  for (const decision of judged.value) add('explained', render(explain(decision), { locale: 'zh' }))
}
add('done', evaluatorNames.join(' '))
