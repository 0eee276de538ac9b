// docs/language.md and docs/language.zh-CN.md, made of the schemas' own words. What leads from one table to the next is
// written by hand in src/model/schemas/language.{en,zh}.md, where `<!-- … -->` says which table stands where.
import { readFileSync, writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { definitionName, definitionOf, localizedDescription, localizedWords, withWordPatterns } from './editor-help.mjs'
import { words } from './language-words.mjs'

const DOCUMENTS = { en: 'docs/language.md', zh: 'docs/language.zh-CN.md' }

/** Writes both documents; `sources` are the definitions of language.json, `code` what operators and kinds know of themselves. */
export function writeLanguageReference(schemas, sources, code) {
  for (const [locale, file] of Object.entries(DOCUMENTS)) {
    const template = readFileSync(`src/model/schemas/language.${locale}.md`, 'utf8')
    writeFileSync(file, referenceIn(locale, template, { schemas, sources: withWordPatterns(sources), code }))
  }
}

function referenceIn(locale, template, { schemas, sources, code }) {
  const say = words[locale]
  const sections = sectionsOf(template)
  const groups = sharedGroups(schemas, sources)
  const tables = {
    keys: (target, bare) => section(target, bare),
    words: (...names) => smallWords(names),
    forms: () => forms(),
    operators: () => operators(),
    outcomes: (kind) => outcomes(kind),
    record: () => record(),
  }
  return template.replaceAll(/<!-- (\w+) ?(.*?) -->/g, (_, name, args) =>
    tables[name](...args.split(' ').filter(Boolean)),
  )

  // --- one map, its keys a row each -------------------------------------------------------------------------------

  function section(target, bare) {
    const { root, schema, anchor } = find(target)
    const { title, description } = schema
    const head = `### <a id="${anchor}"></a>${capitalised(localizedWords(title)[locale])}\n\n${sentence(description)}`
    const examples = bare ? [] : examplesOf(schema)
    return [head, keysTable(schema, root, anchor), ...examples].filter(Boolean).join('\n\n')
  }

  function keysTable(schema, root, anchor) {
    const { rows, shared } = keysOf(
      schema,
      root,
      groups.filter(({ of }) => of !== anchor),
    )
    const table =
      rows.length > 0
        ? tableOf(
            say.columns.keys,
            rows.map((row) => keyRow(row, root, anchor)),
          )
        : ''
    const blocks = rows.flatMap(({ node }) => multiline(node)).map(fence)
    return [table, ...shared.map(alsoHas), ...blocks].filter(Boolean).join('\n\n')
  }

  function keyRow({ path, node, required }, root, anchor) {
    const { title, description } = { ...definitionOf(node, root), ...node }
    const name = path.replaceAll('|', '\\|')
    return [
      named(`${anchor}.${path}`, name, title),
      typeOf(node, root),
      need(node, required),
      [sentence(description), values(node), example(node)].filter(Boolean).join('<br>'),
    ]
  }

  /** The key, and below it what people call it. */
  function named(anchor, key, title) {
    return `<a id="${anchor}"></a>\`${key}\`${title ? `<br>${localizedWords(title)[locale]}` : ''}`
  }

  function need({ 'x-default': standard }, required) {
    if (required) return `**${say.required}**`
    return standard === undefined ? say.optional : say.standard(localizedWords(standard)[locale])
  }

  function values({ enum: values, enumDescriptions: described = [], 'x-words': parameterised = {} }) {
    const all = [...(values ?? []).map((value, index) => [value, described[index]]), ...Object.entries(parameterised)]
    return all.map(([value, words = '']) => `\`${value}\` ${localizedWords(words)[locale]}`).join('<br>')
  }

  function example({ 'x-example': text }) {
    return text === undefined || text.includes('\n') ? '' : `${say.example}\`${text.replaceAll('|', '\\|')}\``
  }

  /** Needed keys are bold. */
  function alsoHas({ at, of, word, keys, required }) {
    const names = keys.map((key) => (required.includes(key) ? `**\`${key}\`**` : `\`${key}\``)).join(say.comma)
    return say.also(at, `[${say[word]}](#${of})`, word === 'forms' ? '' : names)
  }

  /** `policy` is the schema itself, `policy:keep` a definition in it, `rule` what every rule has. */
  function find(target) {
    if (target === 'rule') return { root: schemas.policy, schema: sources.ruleParts, anchor: target }
    const [name, definition] = target.split(':')
    const root = schemas[name]
    const schema = definition === undefined ? root : root.definitions[definition]
    if (!schema) throw new Error(`there is no '${target}' in the schemas`)
    return { root, schema, anchor: definition ?? `${name}Document` }
  }

  // --- types in plain words ---------------------------------------------------------------------------------------

  function typeOf(node, root) {
    const {
      $ref,
      type,
      items,
      enum: values,
      'x-words': parameterised,
      then,
      else: otherwise,
      additionalProperties,
    } = node
    if ($ref) return linkTo(definitionName($ref), root)
    if (node.const) return `\`${node.const}\``
    if (values) return say.oneOf
    if (parameterised) return say.oneOfOrParameter
    if (then && otherwise) return [...new Set([typeOf(otherwise, root), typeOf(then, root)])].join(say.or)
    if (type === 'array') return say.listOf(typeOf(items, root))
    if (type === 'object' && typeof additionalProperties === 'object')
      return say.mapOf(typeOf(additionalProperties, root))
    return [type]
      .flat()
      .map((one) => say.types[one])
      .join(say.or)
  }

  function linkTo(definition, root) {
    const title = localizedWords(root.definitions[definition].title)[locale]
    if (!sections.has(definition))
      throw new Error(`nothing in src/model/schemas/language.${locale}.md is about '${definition}'`)
    return `[${title}](#${definition})`
  }

  // --- tables of other shapes -------------------------------------------------------------------------------------

  function smallWords(names) {
    const root = schemas.policy
    const rows = names.map((target) => {
      const { schema, anchor } = find(target)
      const said = [sentence(schema.description), values(schema), example(schema)].filter(Boolean).join('<br>')
      return [`<a id="${anchor}"></a>${localizedWords(schema.title)[locale]}`, typeOf(schema, root), said]
    })
    return tableOf(say.columns.words, rows)
  }

  function forms() {
    const { properties } = sources.forms
    const rows = Object.entries(properties).map(([name, node]) => {
      const { title, description } = { ...definitionOf(node, schemas.policy), ...node }
      return [
        named(`forms.${name}`, name, title),
        node.properties ? say.below : typeOf(node, schemas.policy),
        [sentence(description), example(definedExample(node))].filter(Boolean).join('<br>'),
      ]
    })
    const nested = Object.entries(properties).filter(([, node]) => node.properties)
    return [
      tableOf(say.columns.forms, rows),
      ...nested.map(([name, node]) => `#### \`${name}\`\n\n${keysTable(node, schemas.policy, `forms.${name}`)}`),
    ].join('\n\n')
  }

  function definedExample(node) {
    return node['x-example'] ? node : (definitionOf(node, schemas.policy) ?? {})
  }

  function operators() {
    const { properties } = schemas.policy.definitions.operators
    const rows = code.operators.map((operator) => {
      const node = properties[operator.name]
      const tested = operator.tests.length === 5 ? [say.any] : operator.tests.map((one) => say.values[one])
      const also = [operator.ordered && say.orderedValues, operator.lists && say.lists].filter(Boolean)
      return [
        named(`operators.${operator.name}`, operator.name, node.title),
        [...tested, ...also].join(say.comma),
        say.operands[operator.operand],
        sentence(node.description),
        example(node).replace(say.example, ''),
        say.truths[truthOf(operator, { type: 'unknown' })],
        say.truths[truthOf(operator, { type: 'none' })],
      ]
    })
    return tableOf(say.columns.operators, rows)
  }

  /** What the operator itself says of a left side that is unknown, or nothing, beside a right side that is known. */
  function truthOf(operator, left) {
    const [is] = operator.tests
    const value = {
      boolean: true,
      number: code.decimalFromNumber(1),
      text: '优秀',
      date: code.parseDate('2020-01-01'),
    }[is]
    const known = { type: is, value }
    const length = { type: 'duration', value: code.parseDuration('1 year') }
    const list = { type: 'list', items: [known, known] }
    const rights = { same: known, list, pair: list, duration: length, boolean: { type: 'boolean', value: true } }
    const conventions = { monthEnd: 'lastDay', to: 'excluded', monthDate: 'firstDay', daysPerMonth: 30 }
    const asOf = code.firstDay(code.parseDate('2026-11-21'))
    return String(operator.test(left, rights[operator.operand], { type: { is }, conventions, asOf }))
  }

  function outcomes(name) {
    const { outcomes, words, adverse, needsFinding = [] } = code.kindNamed(name)
    const rows = outcomes.map((outcome) => {
      const notes = [adverse.includes(outcome) && say.adverse, needsFinding.includes(outcome) && say.needsFinding]
      return [`\`${outcome}\``, words.outcome[outcome][locale], notes.filter(Boolean).join(say.comma)]
    })
    return tableOf(say.columns.outcomes, rows)
  }

  function record() {
    const root = schemas.record
    const all = Object.entries(root.properties)
    const fields = all.filter(([, { type }]) => type !== 'array')
    const lists = all.filter(([, { type }]) => type === 'array')
    const own = keysTable({ ...root, properties: Object.fromEntries(fields) }, root, 'record')
    return [own, ...lists.map(([name, list]) => recordList(name, list, root))].join('\n\n')
  }

  function recordList(name, { items, ...list }, root) {
    const facts = [
      say.datedBy(list['x-datedBy']),
      list['x-current'] && say.current(list['x-current']),
      list['x-absentMeans'] && say.absentNone,
    ].filter(Boolean)
    const head = `### <a id="record.${name}"></a>\`${name}\` ${localizedWords(list.title)[locale]}`
    const { extra: _, ...properties } = items.properties
    return [
      head,
      [sentence(list.description), ...facts].join(' '),
      keysTable({ ...items, properties }, root, `record.${name}`),
    ].join('\n\n')
  }

  // --- Markdown ---------------------------------------------------------------------------------------------------

  function examplesOf({ 'x-example': text }) {
    return text === undefined ? [] : [fence(text)]
  }

  function multiline({ 'x-example': text }) {
    return text?.includes('\n') ? [text] : []
  }

  function sentence(description) {
    if (description === undefined) return ''
    const text = localizedDescription(description)[locale]
    // Braces and angle brackets of examples are text to the reader, never markup.
    return text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
  }
}

function fence(text) {
  return `\`\`\`yaml data\n${text}\n\`\`\``
}

function tableOf(columns, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}

/**
 * Every key that can be written in a map, and those of the maps written in it, by its path, those needed first; and which
 * of the keys that many maps share it has.
 */
function keysOf(schema, root, groups, at = '') {
  const { properties = {}, required = [], additionalProperties } = schema
  const shared = groups.flatMap((group) => {
    const keys = Object.keys(properties).filter((key) => isDeepStrictEqual(properties[key], group.properties[key]))
    return keys.length >= SHARED_AT_LEAST ? [{ ...group, at: at.slice(0, -1), keys, required }] : []
  })
  const names = Object.keys(properties).filter((key) => !shared.some(({ keys }) => keys.includes(key)))
  const sorted = [...names.filter((key) => required.includes(key)), ...names.filter((key) => !required.includes(key))]
  const named = sorted.map((key) => ({ path: at + key, node: properties[key], required: required.includes(key) }))
  const { properties: parts, description } = Object(additionalProperties)
  const others = parts || description ? [{ path: `${at}*`, node: additionalProperties, required: false }] : []
  const below = [...named, ...others].map((row) => ({ row, inner: keysBelow(row, root, groups) }))
  return {
    rows: below.flatMap(({ row, inner }) => [row, ...inner.rows]),
    shared: [...shared, ...below.flatMap(({ inner }) => inner.shared)],
  }
}

/** Two maps with so many keys alike have them from one place, not by chance. */
const SHARED_AT_LEAST = 4

function keysBelow({ path, node }, root, groups) {
  const { type, items, properties, additionalProperties, then } = node
  if (type === 'array' && items?.type === 'object') return keysOf(items, root, groups, `${path}[].`)
  if (type === 'object' && (properties || Object(additionalProperties).description))
    return keysOf(node, root, groups, `${path}.`)
  return then?.properties ? keysOf(then, root, groups, `${path}.`) : { rows: [], shared: [] }
}

/** What stands in many maps and is told once: the keys of a policy, of a rule, of a selection, and the derivations. */
function sharedGroups(schemas, { ruleParts, selectionParts, forms }) {
  const { kind: _, ...frame } = schemas.policy.properties
  return [
    { of: 'policyDocument', word: 'policy', properties: frame },
    { of: 'rule', word: 'rule', properties: ruleParts.properties },
    { of: 'selection', word: 'selection', properties: selectionParts.properties },
    { of: 'derivations', word: 'forms', properties: forms.properties },
  ]
}

/** The definitions that are told, each at the place of its name. */
function sectionsOf(template) {
  const tables = [...template.matchAll(/<!-- (?:keys|words) (.*?) -->/g)]
  return new Set(['operators', ...tables.flatMap(([, args]) => args.match(/(?<=:)\w+/g) ?? [])])
}

function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
