import type { ErrorObject } from 'ajv'
import { localizedTitle, type Path, pathKey } from '../base/index.js'
import { type Diagnostic, diagnostic, type Report, relatedPlace, type ShapeName } from '../diagnostics/index.js'
import { isExtensionName, operatorNamed } from '../operators/index.js'
import { parseYaml, type SourceDocument, type SourceText } from '../source/index.js'
import { suggest } from './nearest.js'

/** A validator generated from one of our schemas. */
export interface Validator {
  (data: unknown): boolean
  errors?: ErrorObject[] | null
}

/** A document whose shape was checked. */
export interface Shaped<Written> {
  readonly document: SourceDocument
  readonly written: Written
}

/** Parses a file and checks its shape; undefined if anything is wrong with either, which is reported. */
export function readShaped<Written>(
  source: SourceText,
  validate: Validator,
  report: Report,
): Shaped<Written> | undefined {
  const document = parseYaml(source, report)
  return document && hasShape(document, validate, report) ? { document, written: document.value as Written } : undefined
}

/** True if the document has the shape that the schema asks for; reports every place where it has not. */
function hasShape(document: SourceDocument, validate: Validator, report: Report): boolean {
  if (validate(document.value)) return true
  const problems = (validate.errors ?? []).flatMap((error) => problemOf(document, error) ?? [])
  const misspelt = new Set(problems.flatMap(meantKey))
  for (const problem of problems) if (!misspelt.has(missingKey(problem) ?? '')) report(problem)
  return false
}

/** The key that a misspelt one stands for, with its place: it is not missing besides. */
function meantKey({ code, params, path = [] }: Diagnostic): string[] {
  if (code !== 'shape/unknown-key' || typeof params.suggestion !== 'string') return []
  return [pathKey([...path.slice(0, -1), params.suggestion])]
}

function missingKey({ code, params, path = [] }: Diagnostic): string | undefined {
  return code === 'shape/missing-key' ? pathKey([...path, String(params.key)]) : undefined
}

function problemOf(document: SourceDocument, { keyword, params, data, ...error }: ErrorObject): Diagnostic | undefined {
  const path = pathOf(error.instancePath, document.value)
  const at = { span: document.spanOf(path), path }
  switch (keyword) {
    case 'if': // the branch that was taken has said what is wrong
    case 'const': // the kind of a policy, which `enum` names too
      return undefined
    case 'required':
      return diagnostic('shape/missing-key', { key: params.missingProperty }, { span: document.keySpanOf(path), path })
    case 'additionalProperties': {
      const misplaced = misplacedWord(document, path)
      if (misplaced) return misplaced
      const key: string = params.additionalProperty
      const atKey = { span: document.keySpanOf([...path, key]), path: [...path, key] }
      const known = Object.keys(error.parentSchema?.properties ?? {})
      const hint = suggest(key, known)
      const derivation = hint.suggestion === undefined ? derivationAsTest(document, path) : undefined
      if (derivation) return derivation
      if (known.length > 0 && known.every((name) => operatorNamed(name)))
        return diagnostic('check/unknown-operator', { operator: key, ...hint }, atKey)
      return diagnostic('shape/unknown-key', { key, ...hint }, atKey)
    }
    case 'enum': {
      if (typeof data === 'object') {
        const shapes = [...new Set((params.allowedValues as unknown[]).map(shapeOf))]
        return diagnostic('shape/wrong-type', { expected: shapes, found: shapeOf(data) }, at)
      }
      const expected: string[] = params.allowedValues.map(String)
      return diagnostic('shape/not-one-of', { found: String(data), expected, ...suggest(String(data), expected) }, at)
    }
    case 'type': {
      const misplaced = misplacedWord(document, path)
      if (misplaced) return misplaced
      if (typeof data === 'string' && /^[A-Za-z_$][\w.$-]*：/.test(data))
        return diagnostic('source/full-width', { character: '：', instead: ':' }, at)
      return diagnostic('shape/wrong-type', { expected: [params.type].flat(), found: shapeOf(data) }, at)
    }
    case 'minItems':
    case 'minProperties':
      return derivationAsTest(document, path) ?? diagnostic('shape/too-few', { least: params.limit }, at)
    case 'maxItems':
    case 'maxProperties':
      return diagnostic('shape/too-many', { most: params.limit }, at)
    case 'uniqueItems':
      return repeatedItem(document, path, Math.min(params.i, params.j), Math.max(params.i, params.j))
    case 'exclusiveMinimum':
      return diagnostic('shape/not-positive', {}, at)
    case 'minimum':
      return diagnostic('shape/too-small', { least: params.limit }, at)
    default: // pattern, minLength, maxLength, maximum: the text or number is not written as its title says
      return diagnostic(
        'shape/pattern',
        { found: String(data), expected: localizedTitle(String(error.parentSchema?.title ?? '写法 · text')) },
        at,
      )
  }
}

function repeatedItem(document: SourceDocument, list: Path, first: number, second: number): Diagnostic {
  const path = [...list, second]
  const related = [relatedPlace('first-item', {}, document.spanOf([...list, first]))]
  return diagnostic(
    'shape/repeated',
    { first: first + 1, second: second + 1 },
    { span: document.spanOf(path), path, related },
  )
}

/** Words of other languages that people write where a fact or `all`, `any`, `not` belongs. */
const foreignWords: Readonly<Record<string, string | undefined>> = {
  and: 'all',
  or: 'any',
  unless: 'not',
  if: undefined,
}

/** The foreign word above a test that is not well-formed: the word is what is wrong, not what stands below it. */
function misplacedWord(document: SourceDocument, path: Path): Diagnostic | undefined {
  const at = path.findLastIndex((part) => typeof part === 'string')
  const key = path[at]
  if (typeof key !== 'string' || !Object.hasOwn(foreignWords, key)) return undefined
  const suggestion = foreignWords[key]
  return diagnostic(
    'shape/unknown-key',
    { key, ...(suggestion && { suggestion }) },
    { span: document.keySpanOf(path.slice(0, at + 1)), path: path.slice(0, at + 1) },
  )
}

/** A derivation of the embedder's that stands where a test does: there its name is taken for an operator, and its arguments for a value. */
function derivationAsTest(document: SourceDocument, path: Path): Diagnostic | undefined {
  const derivation = path.at(-1)
  if (typeof derivation !== 'string' || !isExtensionName(derivation)) return undefined
  return diagnostic('check/derivation-as-test', { derivation }, { span: document.keySpanOf(path), path })
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
