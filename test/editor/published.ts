import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'

/** A part of a published JSON Schema. */
export interface Schema {
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
  readonly markdownDescription?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly enumDescriptions?: readonly string[]
  readonly defaultSnippets?: readonly Snippet[]
  readonly allOf?: readonly Schema[]
  readonly then?: Schema
  readonly else?: Schema
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly definitions?: Readonly<Record<string, Schema>>
}

export interface Snippet {
  readonly label: string
  readonly description?: string
  readonly body: unknown
}

/** A part of a schema, where it stands (a JSON pointer) and the key under which people write it, if it has one. */
export interface Part {
  readonly at: string
  readonly key?: string
  readonly schema: Schema
}

/** The schemas of what people write. A decision is written by the library, and nobody completes it. */
export const written = ['policy', 'facts', 'cases', 'mapping', 'record', 'unit'] as const

export function publishedSchema(name: string): Schema {
  return JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8'))
}

/** The schema that a part is, or refers to. */
export function resolved(root: Schema, schema: Schema): Schema {
  const target = schema.$ref && root.definitions?.[schema.$ref.replace('#/definitions/', '')]
  return target ? { ...target, ...schema } : schema
}

/** Every part that something people write can be held against. What only chooses between others is no such part. */
export function partsOf(root: Schema): Part[] {
  const found = new Map<string, Part>()
  visit(root, '#')
  return [...found.values()]

  function visit(schema: Schema, at: string, key?: string): void {
    if (found.has(at)) return
    found.set(at, { at, schema, ...(key !== undefined && { key }) })
    const { $ref, properties = {}, patternProperties = {}, additionalProperties, items } = schema
    const definition = $ref?.replace('#/definitions/', '')
    if (definition !== undefined) visit(root.definitions?.[definition] ?? {}, `#/definitions/${definition}`)
    for (const [name, one] of Object.entries(properties)) visit(one, `${at}/properties/${escaped(name)}`, name)
    for (const [name, one] of Object.entries(patternProperties))
      visit(one, `${at}/patternProperties/${escaped(name)}`, name)
    if (typeof additionalProperties === 'object') visit(additionalProperties, `${at}/additionalProperties`)
    if (items) visit(items, `${at}/items`)
    for (const branch of ['then', 'else'] as const) if (schema[branch]) visit(schema[branch], `${at}/${branch}`)
    for (const [index, one] of (schema.allOf ?? []).entries()) visit(one, `${at}/allOf/${index}`)
  }
}

/** What holds data against any part of a published schema. */
export function validatorsOf(name: string): (at: string) => ValidateFunction {
  const ajv = new Ajv({ strict: false, allowUnionTypes: true, inlineRefs: false })
  const schema = publishedSchema(name) as Schema & { readonly $id: string }
  ajv.addSchema(schema)
  return (at) => {
    const validate = ajv.getSchema(`${schema.$id}${at}`)
    if (!validate) throw new Error(`there is nothing at ${at} of the schema ${name}`)
    return validate as ValidateFunction
  }
}

function escaped(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))
}
