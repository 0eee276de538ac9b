import type { FactId, Path } from '../base/index.js'
import { type RecordCatalogue, recordCatalogue } from '../facts/index.js'
import type { Derivation, Fact, FactEntry, FactType, Operand, WrittenCondition } from '../model/index.js'
import type { SourceDocument } from '../source/index.js'
import { readCondition, readListName } from './condition.js'
import { suggest } from './nearest.js'
import { personFact, readLiteral, readOperand } from './operand.js'
import { type FactLookup, itemFields, type NameScope, reportAt, reportAtKey } from './scope.js'

/** Facts as written, with the document they stand in and the path of the map that holds them. */
export interface FactSource {
  readonly document: SourceDocument
  readonly path: Path
  readonly entries: Readonly<Record<string, FactEntry>>
}

/** Words that a condition or slot takes for something else. */
const RESERVED: ReadonlySet<string> = new Set([
  'all',
  'any',
  'not',
  'some',
  'every',
  'none',
  'atLeastOf',
  'decision',
  'asOf',
])

/** The ways in which a fact can come about. */
const derivations = ['elapsed', 'remaining', 'count', 'exists', 'latest', 'earliest'] as const

/**
 * The facts that a policy can use: the record's fields, as its dictionaries refine them, and the derived facts of the
 * dictionaries and of the policy itself. Every entry is read, whether anything asks for it or not.
 */
export function readFacts(
  sources: readonly FactSource[],
  scopeOf: (document: SourceDocument) => Omit<NameScope, 'facts'>,
): FactLookup {
  const catalogue = recordCatalogue()
  const written = new Map<string, { entry: FactEntry; document: SourceDocument; path: Path }>()
  const read = new Map<string, Fact | undefined>()
  const open: string[] = []
  const lookup: FactLookup = {
    fact,
    names: () => [...new Set([...catalogue.facts.keys(), ...written.keys(), ...read.keys()])],
    isWritten: (name) => written.has(name),
    lists: catalogue.lists,
  }

  for (const { document, path, entries } of sources) {
    for (const [key, entry] of Object.entries(entries)) {
      const at = [...path, key]
      // What is said of the current post holds of every post.
      const name = catalogue.listedAs(key)?.id ?? key
      const reserved = RESERVED.has(name) || name.startsWith('$') || catalogue.lists.has(name as FactId)
      if (reserved) reportAtKey(scopeOf(document), at, 'check/reserved-name', { name })
      if (written.has(name)) reportAtKey(scopeOf(document), at, 'check/duplicate-fact', { fact: name })
      else written.set(name, { entry, document, path: at })
    }
  }
  for (const name of written.keys()) fact(name)
  return lookup

  function fact(name: string): Fact | undefined {
    if (read.has(name)) return read.get(name)
    const found = written.get(name)
    if (!found) return inherited(name)
    const scope = { ...scopeOf(found.document), facts: lookup }
    if (open.includes(name)) {
      reportAtKey(scope, found.path, 'check/circular-fact', { facts: [...open.slice(open.indexOf(name)), name] })
      return undefined
    }
    open.push(name)
    const fact = readEntry(name as FactId, found.entry, found.path, scope)
    open.pop()
    read.set(name, fact)
    return fact
  }

  /** `post.level` is as the dictionary describes `posts.level`, or `post.level` itself. */
  function inherited(name: string): Fact | undefined {
    const plain = catalogue.facts.get(name as FactId)
    const listed = catalogue.listedAs(name)
    const source = listed && written.has(listed.id) ? fact(listed.id) : undefined
    if (!listed || source?.from.kind !== 'field') return plain
    const { id = name as FactId, title = source.title } = plain ?? {}
    const current: Fact = { ...source, id, title, from: { ...source.from, current: listed.current } }
    read.set(name, current)
    return current
  }

  function readEntry(id: FactId, entry: FactEntry, path: Path, scope: NameScope): Fact | undefined {
    const sources = derivations.filter((name) => entry[name] !== undefined)
    const field = fieldOf(id, entry, catalogue)
    if (sources.length > 1) reportAtKey(scope, path, 'check/fact-with-several-sources', { fact: id, sources })
    if (field) {
      if (sources.length > 0) reportAtKey(scope, path, 'check/duplicate-fact', { fact: id })
      return refine(field, entry, path, scope)
    }
    for (const key of ['type', 'values', 'ordered', 'absent'] as const) {
      if (entry[key] !== undefined) reportAtKey(scope, [...path, key], 'check/not-a-record-field', { key, fact: id })
    }
    const [source] = sources
    if (!source) {
      // Most likely a field's path with a slip of the pen.
      if (id.includes('.'))
        reportAtKey(scope, path, 'check/unknown-fact', { fact: id, ...suggest(id, catalogue.facts.keys()) })
      else reportAtKey(scope, path, 'check/fact-without-source', { fact: id })
      return undefined
    }
    if (!entry.title) reportAtKey(scope, path, 'check/fact-without-title', { fact: id })
    const derived = readDerivation(source, entry, [...path, source], scope)
    return derived && { id, title: entry.title ?? { zh: id, en: id }, ...derived }
  }
}

function fieldOf(
  id: FactId,
  { type = 'text', title = { zh: id, en: id } }: FactEntry,
  catalogue: RecordCatalogue,
): Fact | undefined {
  return catalogue.facts.get(id) ?? catalogue.extraField(id, { is: type }, title)
}

/** A dictionary can give a field of the record a title, its values and what its absence means. */
function refine(field: Fact, { title, values, ordered, absent }: FactEntry, path: Path, scope: NameScope): Fact {
  if (ordered && !values && !field.type.values)
    reportAtKey(scope, path, 'check/ordered-without-values', { fact: field.id })
  if (values && field.type.is !== 'text') {
    reportAtKey(scope, [...path, 'values'], 'check/operand-type', { value: field.id, expected: 'text' })
  }
  const type: FactType = { ...field.type, ...(values && { values }), ...(ordered && { ordered }) }
  const value =
    absent === undefined ? undefined : readLiteral(absent, { type, fact: field.id }, [...path, 'absent'], scope)
  return {
    ...field,
    title: title ?? field.title,
    type,
    ...(field.from.kind === 'field' && { from: { ...field.from, ...(value && { absent: value }) } }),
  }
}

function readDerivation(
  name: (typeof derivations)[number],
  entry: FactEntry,
  path: Path,
  scope: NameScope,
): { readonly type: FactType; readonly from: Derivation } | undefined {
  switch (name) {
    case 'elapsed': {
      const { since, until, in: unit } = entry.elapsed ?? { since: '' }
      const from = {
        kind: 'elapsed',
        since: slot(since, 'since'),
        until: until === undefined ? AS_OF : slot(until, 'until'),
        ...(unit && { in: unit }),
      } as const
      return { type: timeType(unit), from }
    }
    case 'remaining': {
      const { until = '', in: unit } = entry.remaining ?? {}
      return {
        type: timeType(unit),
        from: { kind: 'elapsed', since: AS_OF, until: slot(until, 'until'), ...(unit && { in: unit }) },
      }
    }
    case 'count':
    case 'exists': {
      const selected = selection(entry[name])
      return selected && { type: { is: name === 'count' ? 'number' : 'boolean' }, from: { kind: name, ...selected } }
    }
    case 'latest':
    case 'earliest': {
      const selected = selection(entry[name])
      const field = entry[name]?.take ?? ''
      const take = selected && scope.facts.fact(`${selected.of}.${field}`)
      if (selected && !take)
        reportAt(scope, [...path, 'take'], 'check/unknown-field', {
          field,
          list: selected.of,
          ...suggest(field, itemFields(scope.facts, selected.of)),
        })
      return selected && take && { type: take.type, from: { kind: name, ...selected, take: take.id } }
    }
  }

  function selection(
    written: { of: string; where?: WrittenCondition } | undefined,
  ): { of: FactId; where?: ReturnType<typeof readCondition> } | undefined {
    if (!written) return undefined
    const of = readListName(written.of, [...path, 'of'], scope)
    return of && { of, ...(written.where && { where: readCondition(written.where, [...path, 'where'], scope, of) }) }
  }

  /** A bare name is a fact; a date, `$parameter` or `asOf` is itself. */
  function slot(written: string, key: string): Operand {
    const at = [...path, key]
    const expected = { type: { is: 'date' }, fact: key as FactId } as const
    if (written === 'asOf' || written.startsWith('$') || /^\d/.test(written))
      return readOperand(written, expected, at, scope)
    const fact = personFact(written, at, scope)
    if (fact && fact.type.is !== 'date') reportAt(scope, at, 'check/operand-type', { value: written, expected: 'date' })
    return fact ? { kind: 'fact', subject: { of: 'person', fact: fact.id } } : AS_OF
  }
}

const AS_OF: Operand = { kind: 'asOf' }

/** Elapsed time is a duration; counted in units it is a number. */
function timeType(unit: FactType['unit']): FactType {
  return unit ? { is: 'number', unit } : { is: 'duration' }
}
