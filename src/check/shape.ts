import type { ErrorObject } from 'ajv'
import type { Localized, Path } from '../base/index.js'
import { diagnostic, type Report, type ShapeName } from '../diagnostics/index.js'
import type { SourceDocument } from '../source/index.js'
import { suggest } from './nearest.js'

/** A validator generated from one of our schemas. */
export interface Validator {
  (data: unknown): boolean
  errors?: ErrorObject[] | null
}

/** True if the document has the shape that the schema asks for; reports every place where it has not. */
export function hasShape(document: SourceDocument, validate: Validator, report: Report): boolean {
  if (validate(document.value)) return true
  for (const error of validate.errors ?? []) reportError(document, error, report)
  return false
}

function reportError(document: SourceDocument, error: ErrorObject, report: Report): void {
  const path = pathOf(error.instancePath, document.value)
  const span = document.spanOf(path)
  const found = error.data
  switch (error.keyword) {
    case 'if': // the branch that was taken has said what is wrong
    case 'const': // the kind of a policy, which `enum` names too
      return
    case 'required':
      return report(diagnostic('shape/missing-key', { key: error.params.missingProperty }, { span: document.keySpanOf(path), path }))
    case 'additionalProperties': {
      const key: string = error.params.additionalProperty
      const place = { span: document.keySpanOf([...path, key]), path: [...path, key] }
      const hint = suggest(key, Object.keys(error.parentSchema?.properties ?? {}))
      if (error.schemaPath.startsWith('#/definitions/operators/')) return report(diagnostic('check/unknown-operator', { operator: key, ...hint }, place))
      return report(diagnostic('shape/unknown-key', { key, ...hint }, place))
    }
    case 'enum': {
      const expected: string[] = error.params.allowedValues.map(String)
      return report(diagnostic('shape/not-one-of', { found: String(found), expected, ...suggest(String(found), expected) }, { span, path }))
    }
    case 'type':
      return report(diagnostic('shape/wrong-type', { expected: [error.params.type].flat(), found: shapeOf(found) }, { span, path }))
    case 'minItems':
    case 'minProperties':
      return report(diagnostic('shape/too-few', { least: error.params.limit }, { span, path }))
    case 'maxItems':
    case 'maxProperties':
      return report(diagnostic('shape/too-many', { most: error.params.limit }, { span, path }))
    case 'minimum':
      return report(diagnostic('shape/too-small', { least: error.params.limit }, { span, path }))
    default: // pattern, minLength, maxLength, maximum: the text or number is not written as its title says
      return report(diagnostic('shape/pattern', { found: String(found), expected: titleOf(error.parentSchema) }, { span, path }))
  }
}

/** A JSON pointer as a path; the indices of lists become numbers. */
function pathOf(pointer: string, value: unknown): Path {
  const path: (string | number)[] = []
  let node = value
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~')
    path.push(Array.isArray(node) ? Number(key) : key)
    node = (node as Record<string, unknown>)[key]
  }
  return path
}

function shapeOf(value: unknown): ShapeName {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value as ShapeName
}

function titleOf(schema: { readonly [keyword: string]: unknown } | undefined): Localized {
  const [zh = '', en = ''] = String(schema?.title ?? '写法 · text').split(' · ')
  return { zh, en }
}
