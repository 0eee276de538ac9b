// What editors show and offer, made of what the schema sources say: no word of it stands anywhere twice.

/** What stands in a source for this script and the language reference only. */
export const SOURCE_WORDS = ['x-default', 'x-example', 'x-words']
/** What stands in a published schema for editors only. */
export const EDITOR_WORDS = ['enumDescriptions', 'defaultSnippets', 'markdownDescription']

/** The Chinese and the English of a description, which is written `中文。 English.` */
export function localizedDescription(description) {
  const end = description.indexOf('。 ')
  return { zh: description.slice(0, end + 1), en: description.slice(end + 2) }
}

/** The Chinese and the English of a title, written `中文 · English`; what is the same in both is written once. */
export function localizedWords(words) {
  const [zh, en = zh] = words.split(' · ')
  return { zh, en }
}

/** One of several words, or a parameter that is one of them: the pattern that `x-words` stands for. */
export function withWordPatterns(node) {
  return mapNodes(node, (schema) => {
    const { 'x-words': words } = schema
    return words ? { ...schema, pattern: `^(\\$.+|${Object.keys(words).join('|')})$` } : schema
  })
}

/** The schema of what authors write as it is published: with its defaults and examples among the words that editors show. */
export function withEditorHelp(schema, catalogue, record) {
  const { definitions, ...root } = mapNodes(schema, helped)
  const named = definitions.condition ? withKnownNames(definitions, knownNames(catalogue, record)) : definitions
  return withWordsFirst({ ...root, definitions: named })
}

/** The schema of data as it is published: programs validate by it, and stop at keywords that only editors know. */
export function withoutEditorHelp(schema) {
  return mapNodes(schema, (node) => {
    const { markdownDescription: _, defaultSnippets: __, enumDescriptions: described, ...plain } = helped(node)
    return described ? { ...plain, description: withValues(plain.description, plain.enum, described) } : plain
  })
}

function withValues(description, values, described) {
  const { zh, en } = localizedDescription(description)
  const each = (locale) => values.map((value, index) => `${value} ${localizedWords(described[index])[locale]}`)
  return `${zh}${each('zh').join('，')}。 ${en} ${each('en').join(', ')}.`
}

function helped({ 'x-default': standard, 'x-example': example, 'x-words': words, ...schema }) {
  const { description } = schema
  if (typeof description !== 'string') return schema
  const text = standard === undefined ? description : withDefault(description, standard)
  return {
    ...schema,
    description: text,
    ...(example !== undefined && { markdownDescription: `${text}\n\n\`\`\`yaml\n${example}\n\`\`\`` }),
    ...(words && {
      defaultSnippets: Object.entries(words).map(([body, label]) => ({ label: body, description: label, body })),
    }),
  }
}

function withDefault(description, standard) {
  const { zh, en } = localizedDescription(description)
  const by = localizedWords(standard)
  return `${zh}默认：${by.zh}。 ${en} Default: ${by.en}.`
}

/**
 * The language server shows the words that it meets first, and of a schema that chooses by `if` it meets those of the
 * branch before its own. An `allOf` comes before both; beside a `$ref` the server would not read it, so it holds that too.
 */
function withWordsFirst(schema) {
  const definition = (node) => definitionOf(node, schema)
  return mapNodes(schema, (node) => {
    const { $ref, title, description, markdownDescription, ...rest } = node
    if (typeof title !== 'string' || node.allOf) return node
    const words = { title, description: description ?? definition(node)?.description, markdownDescription }
    const first = {
      title,
      [markdownDescription ? 'markdownDescription' : 'description']: markdownDescription ?? words.description,
    }
    if ('if' in node) return { ...words, allOf: [first], ...rest }
    const chosen = definition(node)
    if (!chosen || !('if' in chosen)) return node
    return { ...words, type: typesOf(chosen, definition), allOf: [first, { $ref }], ...rest }
  })
}

/** Every type that a schema which chooses by type leaves open. */
function typesOf(node, definition) {
  const { type, then, else: otherwise } = definition(node) ?? node
  return type ? [type].flat() : [...new Set([otherwise, then].flatMap((branch) => typesOf(branch, definition)))]
}

/**
 * The names that a record gives to conditions: of the person in a condition, of the items in a condition on a list. A
 * condition may hold others too, so these only add to what an editor offers; the validators need not know them.
 */
function withKnownNames(definitions, { facts, fields, lists }) {
  const { condition, conditions, ...others } = definitions
  const withNames = ({ properties, ...rest }, names) => ({
    ...rest,
    properties: {
      ...properties,
      ...Object.fromEntries(names.map(({ key, ...words }) => [key, { $ref: '#/definitions/test', ...words }])),
    },
  })
  const all = {
    ...others,
    condition: withNames(condition, facts),
    conditions,
    itemCondition: withNames(mapNodes(condition, ofItems), fields),
    itemConditions: ofItems(mapNodes(conditions, ofItems)),
  }
  return mapNodes(all, (node) => withListNames(node, lists))
}

/** Conditions on the items of a list are made of such conditions. */
function ofItems(node) {
  const { $ref } = node
  if ($ref === '#/definitions/condition') return { ...node, $ref: '#/definitions/itemCondition' }
  return $ref === '#/definitions/conditions' ? { ...node, $ref: '#/definitions/itemConditions' } : node
}

/** Whatever selects from a list. */
function withListNames(node, lists) {
  const { of, where, having } = node.properties ?? {}
  if (!of || !where) return node
  const properties = {
    ...node.properties,
    of: of.type === 'string' ? { ...of, defaultSnippets: lists } : of,
    where: ofItems(where),
    ...(having && { having: ofItems(having) }),
  }
  return { ...node, properties }
}

/** The record's facts, the fields of its lists (one of a name in several lists is offered once) and the lists. */
function knownNames({ facts, lists, currents }, record) {
  const all = [...facts.values()]
  const words = ({ zh, en }) => `${zh} · ${en}`
  const described = ({ id, title }) => ({
    title: words(title),
    description: descriptionIn(record, id) ?? `考核期的日期。 A date of the period assessed.`,
  })
  const own = all.filter(({ list }) => !list).map((fact) => ({ key: fact.id, ...described(fact) }))
  const current = [...currents].flatMap(([name, of]) =>
    all.filter(({ list }) => list === of).map((fact) => ({ key: `${name}.${fieldOf(fact)}`, ...described(fact) })),
  )
  const inLists = all.filter(({ list }) => list)
  const fields = new Map(
    inLists.map((fact) => [fieldOf(fact), inLists.filter((one) => fieldOf(one) === fieldOf(fact))]),
  )
  return {
    facts: [...own, ...current],
    fields: [...fields].map(([key, [first, ...others]]) => {
      const of = [first, ...others].map(({ list }) => list)
      const shared = `列表 ${of.join('、')} 各项的字段。 A field of the items of ${of.join(', ')}.`
      return { key, ...described(first), ...(others.length > 0 && { description: shared }) }
    }),
    lists: [...lists].map(([id, { title }]) => ({ label: id, description: words(title), body: id })),
  }
}

function fieldOf({ id, list }) {
  return id.slice(list.length + 1)
}

function descriptionIn({ properties }, id) {
  const [name, field] = id.split('.')
  const { items, ...own } = properties[name]
  return (field === undefined ? own : (items ?? own).properties[field])?.description
}

/** What a `$ref` stands for; undefined where there is none. */
export function definitionOf({ $ref }, { definitions }) {
  return $ref && definitions[definitionName($ref)]
}

export function definitionName($ref) {
  return $ref.replace('#/definitions/', '')
}

/** A copy in which every map was changed, the inner ones first. */
export function mapNodes(node, change) {
  if (Array.isArray(node)) return node.map((one) => mapNodes(one, change))
  if (node === null || typeof node !== 'object') return node
  return change(Object.fromEntries(Object.entries(node).map(([key, value]) => [key, mapNodes(value, change)])))
}
