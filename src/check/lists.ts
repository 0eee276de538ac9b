import { type FactId, type Path, placeOf } from '../base/index.js'
import type { Fact, FactType, List, ListPart, NamedPart, Operand, WrittenList } from '../model/index.js'
import { nodeId, readCondition } from './condition.js'
import { readOperand } from './operand.js'
import { alsoAtKey, type FactLookup, type NameScope, reportAtKey } from './scope.js'
import { inside, readListName } from './selection.js'

/** Reads a list that a dictionary names: items of other lists, or a list that a locality keeps in `extra`. */
export function readNamedList(id: FactId, written: WrittenList, path: Path, scope: NameScope): List | undefined {
  const sources = Array.isArray(written) ? written : [written]
  const title = sources.find((one) => one.title)?.title ?? { zh: id, en: id }
  const [first] = sources
  if (first?.of.startsWith('extra.') && !Array.isArray(written)) return readExtraList(id, title, first, path, scope)
  const parts = sources.map((one, index) => readPart(one, Array.isArray(written) ? [...path, index] : path, scope))
  const known = parts.filter((part) => part !== undefined)
  if (known.length < parts.length) return undefined
  const lasting = known.every(
    (part) => endOf(part, scope.facts) !== undefined && startOf(part, scope.facts) !== undefined,
  )
  return {
    id,
    title,
    datedBy: field(id, 'date'),
    ...(lasting && { period: { from: field(id, 'from'), to: field(id, 'to') } }),
    yearly: false,
    keys: [],
    parts: known,
  }
}

function readPart(written: ListPart, path: Path, scope: NameScope): NamedPart | undefined {
  for (const key of ['datedBy', 'fields'] as const)
    if (written[key] !== undefined) reportAtKey(scope, [...path, key], 'check/only-in-extra', { key })
  const list = readListName(written.of, [...path, 'of'], scope)
  if (!list) return undefined
  const inner = inside(scope, list)
  const { where, from, to, for: lasting } = written
  if (lasting !== undefined && (from === undefined || to !== undefined))
    reportAtKey(scope, [...path, 'for'], 'check/for-needs-from', {})
  const start = from === undefined ? undefined : operand(from, 'from', { is: 'date' })
  const length = lasting === undefined ? undefined : operand(lasting, 'for', { is: 'duration' })
  const end =
    start && length
      ? derived({ kind: 'plus', terms: [start, length], less: [] }, 'for')
      : to === undefined
        ? undefined
        : operand(to, 'to', { is: 'date' })
  return {
    of: list.id,
    ...(where && { where: readCondition(where, [...path, 'where'], inner) }),
    ...(start && { from: start }),
    ...(end && { to: end }),
  }

  function operand(one: NonNullable<ListPart['from']>, key: string, type: FactType): Operand {
    return readOperand(one, { type, fact: key as FactId }, [...path, key], inner)
  }

  function derived(derivation: Extract<Operand, { kind: 'derived' }>['derivation'], key: string): Operand {
    const at = [...path, key]
    return {
      kind: 'derived',
      id: nodeId(at),
      place: placeOf(scope.document.keySpanOf(at)),
      type: { is: 'date' },
      derivation,
    }
  }
}

/** The field of that name of a list's items, where nobody has written of it: a named list's, or how long an item lasts. */
export function namedField(list: List, name: string, facts: FactLookup): Fact | undefined {
  const id = field(list.id, name)
  if (name === 'length' && list.period) {
    const place = { file: '', line: 1, column: 1 }
    const derivation = { kind: 'length', of: list.id } as const
    const type: FactType = { is: 'duration' }
    const title = { zh: '时长', en: 'length' }
    return { id, title, type, list: list.id, from: { kind: 'derived', id: nodeId([id]), place, type, derivation } }
  }
  const { parts } = list
  if (!parts) return undefined
  const sources = parts.map((part) => sourceOf(part, name, facts))
  const types = sources.map((source) => (typeof source === 'string' ? facts.fact(source)?.type : source && DATE))
  const [first] = types
  if (!first || types.some((type) => type?.is !== first.is || type.list !== first.list)) return undefined
  const same = types.every((type) => JSON.stringify(type) === JSON.stringify(first))
  const title = facts.fact(sources.find((source) => typeof source === 'string') ?? '')?.title ??
    DATES[name] ?? { zh: name, en: name }
  const confidential = sources.some((source) => typeof source === 'string' && facts.fact(source)?.confidential)
  return {
    id,
    title,
    type: same ? first : { is: first.is, ...(first.list && { list: first.list }) },
    list: list.id,
    ...(confidential && { confidential }),
    from: { kind: 'parts', parts: sources.filter((source) => source !== undefined) },
  }
}

/** The names of the fields that a list's items have without anybody's writing of them: what all parts have, and dates. */
export function namedFields({ parts, period }: List, fieldsOf: FactLookup['fieldsOf']): string[] {
  const [first = [], ...others] = (parts ?? []).map(({ of }) => fieldsOf(of))
  const common = first.filter((name) => others.every((names) => names.includes(name)))
  const dates = parts ? ['date', ...(period ? ['from', 'to'] : [])] : []
  return [...new Set([...common, ...dates, ...(period ? ['length'] : [])])]
}

/** Where a part's items have the field from: what the part was given, or their own list's field. */
function sourceOf(part: NamedPart, name: string, facts: FactLookup): FactId | Operand | undefined {
  if (name === 'from') return startOf(part, facts)
  if (name === 'to') return endOf(part, facts)
  if (name === 'date') return part.from ?? facts.list(part.of)?.datedBy
  return facts.fact(field(part.of, name))?.id
}

function startOf({ of, from }: NamedPart, facts: FactLookup): FactId | Operand | undefined {
  return from ?? facts.list(of)?.period?.from
}

function endOf({ of, to }: NamedPart, facts: FactLookup): FactId | Operand | undefined {
  return to ?? facts.list(of)?.period?.to
}

function readExtraList(
  id: FactId,
  title: List['title'],
  { of, datedBy, fields, where, from, to, for: lasting }: ListPart,
  path: Path,
  scope: NameScope,
): List | undefined {
  if (!fields || datedBy === undefined) {
    reportAtKey(scope, path, 'shape/missing-key', { key: fields ? 'datedBy' : 'fields' })
    return undefined
  }
  for (const [key, given] of Object.entries({ where, from, to, for: lasting }))
    if (given !== undefined) reportAtKey(scope, [...path, key], 'check/not-in-extra', { key })
  if (fields[datedBy]?.type !== 'date') {
    const declared = fields[datedBy]
      ? [alsoAtKey(scope, [...path, 'fields', datedBy], 'defined', { name: datedBy })]
      : []
    reportAtKey(scope, [...path, 'datedBy'], 'check/not-a-date-field', { field: datedBy }, declared)
  }
  const lasts = fields.from?.type === 'date' && fields.to?.type === 'date'
  return {
    id,
    title,
    datedBy: field(id, datedBy),
    ...(lasts && { period: { from: field(id, 'from'), to: field(id, 'to') } }),
    yearly: false,
    keys: of.split('.'),
  }
}

const DATE: FactType = { is: 'date' }
const DATES: Readonly<Record<string, Fact['title']>> = {
  from: { zh: '起', en: 'from' },
  to: { zh: '止', en: 'until' },
  date: { zh: '日期', en: 'date' },
}

function field(list: FactId, name: string): FactId {
  return `${list}.${name}` as FactId
}
