import { type FactId, type Localized, localizedTitle } from '../base/index.js'
import { type Fact, type FactType, type Field, type FieldSchema, type List, recordSchema } from '../model/index.js'

/** What the record holds, as facts: every field by its path, and every list. */
export interface RecordCatalogue {
  readonly facts: ReadonlyMap<FactId, Fact>
  readonly lists: ReadonlyMap<FactId, List>
  /** `posts.level` for `post.level`: the field of the list's items that a field of the current entry is. */
  readonly listedAs: (id: string) => { readonly id: FactId; readonly current: 'post' | 'rank' } | undefined
  /** The field `extra.name`, `post.extra.name` or `honours.extra.name` that a dictionary declares; undefined for other paths. */
  readonly extraField: (id: string, type: FactType, title: Localized) => Fact | undefined
}

/** Reads the catalogue off the record's schema, so that the two cannot differ. */
export function recordCatalogue(): RecordCatalogue {
  const facts = new Map<FactId, Fact>()
  const lists = new Map<FactId, List>()
  const currents = new Map<string, Pick<Field, 'list' | 'current'>>()

  for (const [name, field] of Object.entries(recordSchema.properties)) {
    // What a locality adds becomes a fact only when a dictionary declares it.
    if (name === 'extra') continue
    if (field.type === 'array') addList(name, field)
    else if (field.properties) addFields(`${name}.`, field, (key) => ({ kind: 'field', keys: [name, key] }))
    else addFact(name, field, { kind: 'field', keys: [name] })
  }
  return { facts, lists, listedAs, extraField }

  function addList(name: string, field: FieldSchema): void {
    const { items = {}, datedBy, current } = field
    const id = name as FactId
    if (!datedBy) throw new Error(`the list '${name}' of the record says nothing about its dates`)
    lists.set(id, {
      id,
      title: localizedTitle(field.title ?? ''),
      datedBy: `${name}.${datedBy}` as FactId,
      yearly: field.yearly === true,
    })
    addFields(`${name}.`, items, (key) => ({ kind: 'field', list: id, keys: [key] }))
    if (name === 'assessments') addPeriodEnd(id)
    if (current === 'post' || current === 'rank') {
      currents.set(current, { list: id, current })
      addFields(`${current}.`, items, (key) => ({ kind: 'field', list: id, current, keys: [key] }))
    }
  }

  function addFields(prefix: string, { properties = {} }: FieldSchema, from: (key: string) => Field): void {
    for (const [key, field] of Object.entries(properties)) if (key !== 'extra') addFact(prefix + key, field, from(key))
  }

  function addFact(id: string, field: FieldSchema, from: Field): void {
    const open = field.absentMeans === 'open' ? { absent: { type: 'open' } as const } : {}
    const fact = {
      id: id as FactId,
      title: localizedTitle(field.title ?? ''),
      type: typeOf(field),
      from: { ...from, ...open },
    }
    facts.set(fact.id, fact)
  }

  /** The record gives an assessment a year or period; its date follows from it. */
  function addPeriodEnd(list: FactId): void {
    const id = `${list}.date` as FactId
    const title = { zh: '考核期末', en: 'last day of the period assessed' }
    facts.set(id, { id, title, type: { is: 'date' }, from: { kind: 'field', list, keys: ['date'], endOfPeriod: true } })
  }

  function listedAs(id: string): ReturnType<RecordCatalogue['listedAs']> {
    const [owner = '', ...keys] = id.split('.')
    const { list, current } = currents.get(owner) ?? {}
    return list && current && keys.length > 0 ? { id: `${list}.${keys.join('.')}` as FactId, current } : undefined
  }

  function extraField(id: string, type: FactType, title: Localized): Fact | undefined {
    const match = /^(?:(\w+)\.)?extra\.([^.]+)$/.exec(id)
    if (!match) return undefined
    const [, owner, name = ''] = match
    const within =
      owner === undefined
        ? {}
        : (currents.get(owner) ?? (lists.has(owner as FactId) ? { list: owner as FactId } : undefined))
    return within && { id: id as FactId, title, type, from: { kind: 'field', ...within, keys: ['extra', name] } }
  }
}

function typeOf(field: FieldSchema): FactType {
  if (field.enum) return { is: 'text', values: field.enum }
  if (field.$ref?.endsWith('/dayOrMonth')) return { is: 'date' }
  if (field.type === 'integer' || field.type === 'number') return { is: 'number' }
  return { is: field.type === 'boolean' ? 'boolean' : 'text' }
}
