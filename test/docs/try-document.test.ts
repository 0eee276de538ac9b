// What runs the documents must find where one is wrong.
import { expect, it } from 'vitest'
import { tryDocument } from './try-document.js'
import { problemsIn } from './typescript.js'

const block = (info: string, text: string): string => `\`\`\`${info}\n${text}\n\`\`\`\n`
const check = block('sh', 'npx cadre-policy check policies/jiangyan --locale en')
const gate = (when: string): string => `gates: [{ id: a, title: { zh: 甲, en: a }, when: ${when} }]`
const title = 'title: { zh: 干部政策通用事实, en: facts shared by cadre policies }'

it.each([
  ['a command with what it shows', check + block('text output', '… 4 policies…')],
  ['a command that says that it finds something', block('sh', 'npx cadre-policy check nothing # exit code 2')],
  ['commands of npm', block('sh', 'npm ci && npm run build\nnpm install cadre-policy # in an app')],
  ['a part of a policy', block('yaml policy promotion', gate('{ age: { atLeast: 1 year } }'))],
  ['a change of a file', block('diff policies/cadre.facts.yaml', `-${title}\n+title: { zh: 事实, en: facts }`)],
  ['data of a schema', block('json record', '{ "id": "a" }')],
  [
    'a program with what it prints',
    block('ts', "console.log({ two: ['2', 3] })") + block('text output', "{ two: [ '2', … ] }"),
  ],
  [
    'a program in two blocks',
    block('ts', 'const a = 1') + block('ts', 'console.log(a)') + block('json data output', '1'),
  ],
])('passes: %s', async (_, markdown) => {
  await tryDocument('a.md', markdown)
})

it.each([
  ['a block that nobody knows', block('python', 'pass'), /a\.md:1 nobody knows/],
  ['a block that says nothing of itself', block('', 'text'), /a\.md:1 nobody knows/],
  ['YAML of no kind', `\n${block('yaml', 'a: 1')}`, /a\.md:2 nobody knows/],
  ['JSON of no schema', block('json', '{}'), /a\.md:1 /],
  ['another output', check + block('text output', 'passed: 5 policies'), /a\.md:4/],
  ['output of nothing', block('text output', 'passed'), /a\.md:1 nothing before it/],
  ['another exit code', block('sh', 'npx cadre-policy check nothing'), /ends with 2/],
  ['an unknown command', block('sh', 'rm -r policies'), /nobody knows how to try/],
  ['an unknown script', block('sh', 'npm run nothing'), /nobody knows how to try/],
  ['a wrong policy', block('yaml policy promotion', gate('{ aeg: { atLeast: 1 year } }')), /check\/unknown-fact/],
  ['a change of what is not there', block('diff policies/cadre.facts.yaml', '-nothing\n+something'), /stands 0 times/],
  ['data that a schema refuses', block('json record', '{ "name": "a" }'), /required property 'id'/],
  ['a program that throws', block('ts', "throw new Error('thrown')"), /thrown/],
])('fails: %s', async (_, markdown, message) => {
  await expect(tryDocument('a.md', markdown)).rejects.toThrow(message)
})

it('a type that does not fit is told with its document and line', () => {
  const wrong = block('ts', "const a: number = 'text'\nexport { a }")
  expect(problemsIn(new Map([['a.md', `A line.\n\n${wrong}`]]))).toEqual([
    "a.md:4 Type 'string' is not assignable to type 'number'.",
  ])
})
