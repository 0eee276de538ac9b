// The documents about decisions leave out nothing that a decision can say.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Kind } from '../../src/kinds/index.js'
import * as kinds from '../../src/kinds/kinds.js'
import { documents } from './documents.js'

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
}

const schema: Schema & { readonly definitions: Readonly<Record<string, Schema>> } = JSON.parse(
  readFileSync('schemas/decision.schema.json', 'utf8'),
)
const { finding, assumption, aside, missing, value, statement, measure, provenance } = schema.definitions

/** The words that a field can hold. */
const wordsOf = (definition: Schema | undefined, field: string): unknown[] =>
  [definition, ...(definition?.anyOf ?? [])].flatMap((one) => {
    const { enum: words = [], const: word } = one?.properties?.[field] ?? {}
    return word === undefined ? words : [word]
  })
const fieldsOf = (definition: Schema | undefined): string[] => Object.keys(definition?.properties ?? {})

describe.each(['docs/decision.md', 'docs/decision.zh-CN.md'])('%s', (name) => {
  const text = documents.get(name) ?? ''
  const rows = (word: string): string[] => text.split('\n').filter((line) => line.startsWith(`| \`${word}\` |`))

  it('describes every field, and says which every decision has', () => {
    for (const field of fieldsOf(schema))
      expect([field, rows(field).some((row) => row.includes('| ● |'))]).toEqual([
        field,
        schema.required?.includes(field),
      ])
  })

  it.each(Object.values<Kind>(kinds).map((kind) => [kind.name, kind] as const))(
    'names every outcome of %s, and which burden',
    (_, kind) => {
      const [, , outcomes = '', adverse = ''] = (rows(kind.name)[0] ?? '').split('|')
      const words = (cell: string): string[] => [...cell.matchAll(/`(\w+)`/g)].map(([, word = '']) => word)
      expect(words(outcomes)).toEqual(kind.outcomes)
      expect(words(adverse)).toEqual(kind.adverse)
      for (const role of kind.roles) expect(text).toContain(`\`${role}\``)
    },
  )

  it.each<[string, readonly unknown[]]>([
    ['field of a finding', fieldsOf(finding)],
    ['status', wordsOf(finding, 'status')],
    ['provenance', provenance?.enum ?? []],
    ['kind of assumption', wordsOf(assumption, 'kind')],
    ['thing that sets a rule aside', wordsOf(aside, 'by')],
    ['reason why something is not known', wordsOf(missing, 'reason')],
    ['reason why a policy is not applicable', wordsOf(schema, 'reason')],
    ['type of value', wordsOf(value, 'type')],
    ['field of a statement', fieldsOf(statement)],
    ['status of a measure', wordsOf(measure, 'status')],
    ['field of the review', fieldsOf(schema.properties?.review)],
  ])('tells every %s', (_, words) => {
    expect(words.length).toBeGreaterThan(1)
    expect(words.filter((word) => !text.includes(`\`${word}`))).toEqual([])
  })
})
