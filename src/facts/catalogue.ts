import { decimalFromNumber, type FactId, type Localized, localizedTitle } from '../base/index.js'
import { type Fact, type FactType, type Field, type FieldSchema, type List, recordSchema } from '../model/index.js'

/** What the record holds, as facts: every field by its path (`birthDate`, `posts.level`), and every list. */
export interface RecordCatalogue {
  readonly facts: ReadonlyMap<FactId, Fact>
  readonly lists: ReadonlyMap<FactId, List>
  /** The names of current entries, and the lists that they are of: `post` is one of `posts`. */
  readonly currents: ReadonlyMap<'post' | 'rank', FactId>
  /**
   * The field that a dictionary may declare by its type: `extra.name` or `honours.extra.name` of a person, any plain
   * name of a unit; undefined for other names.
   */
  readonly declaredField: (id: string, type: FactType, title: Localized) => Fact | undefined
}

/** What the record of a unit holds: its kind, and whatever is declared. */
export function unitCatalogue(): RecordCatalogue {
  const id = 'kind' as FactId
  const title = { zh: '单位种类', en: 'kind of unit' }
  const kind: Fact = { id, title, type: { is: 'text' }, from: { kind: 'field', keys: ['kind'] } }
  return { facts: new Map([[id, kind]]), lists: new Map(), currents: new Map(), declaredField }

  function declaredField(name: string, type: FactType, named: Localized): Fact | undefined {
    if (name.includes('.')) return undefined
    return { id: name as FactId, title: named, type, from: { kind: 'field', keys: [name] } }
  }
}

/** Reads the catalogue off the record's schema, so that the two cannot differ. */
export function recordCatalogue(): RecordCatalogue {
  const facts = new Map<FactId, Fact>()
  const lists = new Map<FactId, List>()
  const currents = new Map<'post' | 'rank', FactId>()

  for (const [name, field] of Object.entries(recordSchema.properties)) {
    // What a locality adds becomes a fact only when a dictionary declares it.
    if (name === 'extra') continue
    if (field.type === 'array') addList(name, field)
    else if (field.properties) addFields(field, (key) => ({ id: `${name}.${key}`, keys: [name, key] }))
    else addFact(field, { id: name, keys: [name] })
  }
  return { facts, lists, currents, declaredField }

  function addList(name: string, field: FieldSchema): void {
    const { items = {}, 'x-datedBy': datedBy, 'x-current': current } = field
    const list = name as FactId
    if (!datedBy) throw new Error(`the list '${name}' of the record says nothing about its dates`)
    addFields(items, (key) => ({ id: `${name}.${key}`, list, keys: [key] }))
    const yearly = field['x-yearly'] === true
    if (yearly) addPeriodDates(list)
    const end = Object.entries(items.properties ?? {}).find(([, one]) => one['x-absentMeans'] === 'open')?.[0]
    const period = yearly ? { from: 'from', to: 'to' } : end === undefined ? undefined : { from: datedBy, to: end }
    lists.set(list, {
      id: list,
      title: localizedTitle(field.title ?? ''),
      datedBy: `${name}.${datedBy}` as FactId,
      ...(period && { period: { from: `${name}.${period.from}` as FactId, to: `${name}.${period.to}` as FactId } }),
      yearly,
      keys: [name],
    })
    if (current === 'post' || current === 'rank') currents.set(current, list)
  }

  function addFields({ properties = {} }: FieldSchema, name: (key: string) => Named): void {
    for (const [key, field] of Object.entries(properties)) if (key !== 'extra') addFact(field, name(key))
  }

  function addFact(field: FieldSchema, { id, list, keys, period }: Named): void {
    const open = field['x-absentMeans'] === 'open' ? { absent: { type: 'open' } as const } : {}
    facts.set(id as FactId, {
      id: id as FactId,
      title: localizedTitle(field.title ?? ''),
      type: typeOf(field),
      ...(list && { list }),
      ...(field['x-confidential'] && { confidential: true }),
      from: { kind: 'field', keys, ...open, ...(period && { period }) },
    })
  }

  /** The record gives an assessment a year or period; its dates follow from it. */
  function addPeriodDates(list: FactId): void {
    const dates = {
      from: ['start', '考核期首日 · first day of the period assessed'],
      date: ['end', '考核期末日 · last day of the period assessed'],
      to: ['after', '考核期结束 · end of the period assessed'],
    } as const
    for (const [key, [period, title]] of Object.entries(dates))
      addFact({ title, $ref: DATE }, { id: `${list}.${key}`, list, keys: [key], period })
  }

  function declaredField(id: string, type: FactType, title: Localized): Fact | undefined {
    const match = /^(?:(\w+)\.)?extra\.([^.]+)$/.exec(id)
    if (!match) return undefined
    const [, owner, name = ''] = match
    if (owner !== undefined && !lists.has(owner as FactId)) return undefined
    const list = owner === undefined ? {} : { list: owner as FactId }
    return { id: id as FactId, title, type, ...list, from: { kind: 'field', keys: ['extra', name] } }
  }
}

interface Named extends Pick<Field, 'keys' | 'period'> {
  readonly id: string
  readonly list?: FactId
}

const DATE = '#/definitions/dayOrMonth'

function typeOf({ enum: values, $ref, type, minimum, maximum }: FieldSchema): FactType {
  if (values) return { is: 'text', values }
  if ($ref === DATE) return { is: 'date' }
  if (type !== 'integer' && type !== 'number') return { is: type === 'boolean' ? 'boolean' : 'text' }
  const [least, most] = [minimum, maximum].map((bound) => (bound === undefined ? bound : decimalFromNumber(bound)))
  return { is: 'number', ...(type === 'integer' && { whole: true }), ...(least && { least }), ...(most && { most }) }
}
