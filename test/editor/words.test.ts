import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { operators } from '../../src/operators/index.js'
import { partsOf, publishedSchema, resolved, type Schema, validatorsOf, written } from './published.js'

const CHINESE = /[\u4e00-\u9fff]/
const ENGLISH = /[A-Za-z]{2}/
/** Data that programs validate: what only editors know would stop them. */
const plain: readonly string[] = ['record', 'unit']
const schemas = written.map((name) => [name, publishedSchema(name)] as const)

/** Whether a text is Chinese first and English after what parts the two. */
function isBilingual(text: string | undefined, between: string): boolean {
  const [zh = '', en = '', ...more] = text?.split(between) ?? []
  return CHINESE.test(zh) && ENGLISH.test(en) && more.length === 0
}

it.each(schemas)('%s: every key has a title and a description, in Chinese and in English', (_, root) => {
  const keys = partsOf(root).filter(({ key }) => key !== undefined)
  expect(keys.length).toBeGreaterThan(1)
  for (const { at, schema } of keys) {
    const { title, description } = resolved(root, schema)
    expect(isBilingual(title, ' · '), `${at} ${title}`).toBe(true)
    expect(isBilingual(description, '。 '), `${at} ${description}`).toBe(true)
  }
})

it.each(schemas)('%s: every definition, and every entry of a map or list, has a title and a description', (_, root) => {
  const unnamed = partsOf(root).filter(
    ({ at, key }) => key === undefined && /\/(additionalProperties|items|definitions\/\w+)$/.test(at),
  )
  for (const { at, schema } of unnamed) {
    if (isPlain(schema)) continue // a text, number or truth in a list: the list says what it is
    const { title, description } = resolved(root, schema)
    expect(isBilingual(title, ' · '), `${at} ${title}`).toBe(true)
    expect(isBilingual(description, '。 '), `${at} ${description}`).toBe(true)
  }
})

function isPlain({ $ref, enum: values, properties, title }: Schema): boolean {
  return $ref === undefined && values === undefined && properties === undefined && title === undefined
}

it.each(schemas)('%s: every value of an enumeration is described in Chinese and in English', (name, root) => {
  for (const { at, schema } of partsOf(root)) {
    const { enum: values, enumDescriptions: described = [] } = schema
    if (!values) continue
    if (plain.includes(name)) for (const value of values) expect(schema.description, at).toContain(`${value} `)
    else expect(described.length, at).toBe(values.length)
    for (const one of described) expect(isBilingual(one, ' · '), `${at} ${one}`).toBe(true)
  }
})

it.each(schemas.filter(([name]) => !plain.includes(name)))(
  '%s: what is shown with an example has the same words, and the example is valid',
  (name, root) => {
    const validatorAt = validatorsOf(name)
    for (const { at, key, schema } of partsOf(root)) {
      const { description, markdownDescription } = schema
      if (markdownDescription === undefined) continue
      const [, words, text = ''] = /^(.*)\n\n```yaml\n(.*)\n```$/s.exec(markdownDescription) ?? []
      if (description !== undefined) expect(words, at).toBe(description)
      const example: unknown = parse(text)
      const validate = validatorAt(at)
      const readings = readingsOf(example, key)
      expect(
        readings.some((one) => validate(one)),
        `${at}: ${text}`,
      ).toBe(true)
    }
  },
)

/** An example is `key: value`, the value itself, or a list that it stands in. */
function readingsOf(example: unknown, key: string | undefined): unknown[] {
  if (typeof example !== 'object' || example === null) return [example]
  if (key !== undefined && key in example) return [(example as Record<string, unknown>)[key]]
  const values = Object.values(example)
  return [example, ...(values.length === 1 ? [values[0], ...(Array.isArray(values[0]) ? values[0] : [])] : [])]
}

it.each(schemas.filter(([name]) => !plain.includes(name)))(
  '%s: every skeleton is valid once what is to be filled in is taken as it stands',
  (name, root) => {
    const validatorAt = validatorsOf(name)
    const withSkeletons = partsOf(root).filter(({ schema }) => schema.defaultSnippets)
    expect(withSkeletons.length).toBeGreaterThan(1)
    for (const { at, schema } of withSkeletons) {
      const validate = validatorAt(at)
      for (const { label, description, body } of schema.defaultSnippets ?? []) {
        const text = filledIn(body)
        expect(validate(text), `${at} ${label}: ${JSON.stringify(text)} ${JSON.stringify(validate.errors)}`).toBe(true)
        expect(CHINESE.test(label + (description ?? '')) || label === body, `${at} ${label}`).toBe(true)
      }
    }
  },
)

/** What an editor writes for a skeleton when every place to fill in is left with what it proposes. */
function filledIn(body: unknown): unknown {
  if (typeof body === 'string') return parse(proposed(body))
  if (Array.isArray(body)) return body.map(filledIn)
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [proposed(key), filledIn(value)]))
}

function proposed(text: string): string {
  return text
    .replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replaceAll(/\$\{\d+:((?:[^{}]|\{[^{}]*\})*)\}/g, '$1')
    .replaceAll('\\$', '$')
}

it('the operators that a schema offers are those there are, in one order, each with its right side', () => {
  const { properties = {} } = publishedSchema('policy').definitions?.operators ?? {}
  expect(Object.keys(properties)).toEqual(operators.map(({ name }) => name))
  const shapes = {
    same: { allOf: [{}, { $ref: '#/definitions/operand' }] },
    duration: { allOf: [{}, { $ref: '#/definitions/operand' }] },
    list: { allOf: [{}, { $ref: '#/definitions/listOperand' }] },
    pair: { type: 'array', minItems: 2, maxItems: 2, items: { $ref: '#/definitions/operand' } },
    boolean: { type: 'boolean' },
  }
  for (const { name, operand } of operators) expect(properties[name], name).toMatchObject(shapes[operand])
})
