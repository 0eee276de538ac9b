import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Ajv } from 'ajv'

// Documents go into other folders.
const schemas = resolve('schemas')
const ajv = new Ajv({ strict: true, allowUnionTypes: true })

/** Checks data by the published schema that is named, such as `decision`; `data` is any JSON. Throws what is wrong with it. */
export function checkJson(what: string | undefined, data: unknown): void {
  if (what === 'data') return
  const id = `https://cadre-policy.dev/schemas/${what}.schema.json`
  const validate =
    ajv.getSchema(id) ?? ajv.compile(JSON.parse(readFileSync(join(schemas, `${what}.schema.json`), 'utf8')))
  if (!validate(data)) throw new Error(ajv.errorsText(validate.errors))
}
