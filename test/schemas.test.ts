import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, it } from 'vitest'
import { recordCatalogue } from '../src/facts/index.js'

const schemas = readdirSync('schemas').map(
  (name) => [name, JSON.parse(readFileSync(`schemas/${name}`, 'utf8'))] as const,
)

/** What authors write: these schemas also hold what only editors read. */
const authored = ['policy', 'facts', 'cases', 'mapping'].map((name) => `${name}.schema.json`)

/** Every map in a schema but those of snippets, which are what people write and not a schema. */
function nodesOf(node: unknown, path = ''): { path: string; node: Record<string, unknown> }[] {
  if (typeof node !== 'object' || node === null) return []
  const here = Array.isArray(node) ? [] : [{ path, node: node as Record<string, unknown> }]
  const below = Object.entries(node).filter(([key]) => key !== 'defaultSnippets')
  return [...here, ...below.flatMap(([key, value]) => nodesOf(value, `${path}/${key}`))]
}

it('there is a schema of everything that people write or read', () => {
  expect(schemas.map(([name]) => name)).toEqual(
    ['cases', 'decision', 'diagnostics', 'facts', 'mapping', 'policy', 'program', 'record', 'unit'].map(
      (name) => `${name}.schema.json`,
    ),
  )
})

it.each(schemas)('%s is draft-07, strict, and refers to nothing outside itself', (name, schema) => {
  expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#')
  const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true })
  if (authored.includes(name)) ajv.addVocabulary(['markdownDescription', 'enumDescriptions', 'defaultSnippets'])
  expect(() => ajv.compile(schema)).not.toThrow()
})

it.each(schemas)('%s: titles and descriptions are in Chinese and English', (_, schema) => {
  for (const { path, node } of nodesOf(schema)) {
    if (typeof node.title === 'string') expect(node.title, path).toMatch(/[\u4e00-\u9fff].* · .*[a-z]/)
    if (typeof node.description === 'string') {
      expect(node.description, path).toMatch(/[\u4e00-\u9fff]/)
      expect(node.description, path).toMatch(/[A-Za-z]{2}/)
    }
  }
})

it.each(schemas.filter(([name]) => name !== 'decision.schema.json'))(
  '%s: what people write is closed and chosen by if, never by oneOf',
  (_, schema) => {
    for (const { path, node } of nodesOf(schema)) {
      if (path.endsWith('/properties')) continue // a key that people write, such as a parameter's `oneOf`
      if (path.endsWith('/if')) continue // what chooses is told to nobody
      expect(node, path).not.toHaveProperty('oneOf')
      expect(node, path).not.toHaveProperty('anyOf')
      if (node.type === 'object' && node.properties && path !== '')
        expect(node.additionalProperties, path).toBeDefined()
    }
  },
)

it('every field of the record is a fact with a title in both languages', () => {
  const { facts, lists } = recordCatalogue()
  for (const { id, title } of [...facts.values(), ...lists.values()]) {
    expect(title.zh, id).not.toBe('')
    expect(title.en, id).not.toBe('')
  }
  for (const id of ['birthDate', 'posts.title', 'posts.to', 'ranks.name', 'family.spouseAbroad', 'assessments.date'])
    expect([...facts.keys()]).toContain(id)
})

it('sample files name their schema for editors', () => {
  for (const [file, schema] of [
    ['policies/jiangyan/rotation.policy.yaml', 'policy'],
    ['policies/jiangyan/rotation.cases.yaml', 'cases'],
    ['policies/cadre.facts.yaml', 'facts'],
    ['examples/roster/roster.mapping.yaml', 'mapping'],
  ] as const) {
    expect(readFileSync(file, 'utf8').split('\n')[0]).toMatch(
      new RegExp(`^# yaml-language-server: \\$schema=(\\.\\./)+schemas/${schema}\\.schema\\.json$`),
    )
  }
})
