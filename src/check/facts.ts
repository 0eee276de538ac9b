import { decimalFromNumber, type FactId, type Path, type Span } from '../base/index.js'
import { type RecordCatalogue, recordCatalogue, unitCatalogue } from '../facts/index.js'
import type {
  Fact,
  FactEntryMap,
  FactType,
  List,
  PolicyDocument,
  SubjectKind,
  WrittenFact,
  WrittenList,
} from '../model/index.js'
import type { SourceDocument } from '../source/index.js'
import { declaredCircle } from './declared.js'
import { readDerivation } from './derivation.js'
import { namedField, namedFields, readNamedList } from './lists.js'
import { readLiteral } from './literal.js'
import { suggest } from './nearest.js'
import { formsIn, readTyped } from './operand.js'
import { alsoAtKey, type FactLookup, type NameScope, reportAtKey, type Typed } from './scope.js'

/** What a dictionary or a policy says of facts, with the document it stands in. */
export interface FactSource {
  readonly document: SourceDocument
  readonly facts?: Readonly<Record<string, WrittenFact>>
  readonly items?: Readonly<Record<string, Readonly<Record<string, WrittenFact>>>>
  readonly lists?: Readonly<Record<string, WrittenList>>
  readonly inputs?: PolicyDocument['inputs']
  /** Facts that other parts of a policy make, such as the score. */
  readonly made?: Readonly<Record<string, MadeFact>>
}

/** A fact that a part of a policy makes: where that stands, and how it is read. */
export interface MadeFact {
  readonly path: Path
  readonly read: (scope: NameScope) => Fact | undefined
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
  'score',
  'asOf',
])

/** Something written under a name, not read yet. */
type Entry = { readonly document: SourceDocument; readonly path: Path } & (
  | { readonly kind: 'fact'; readonly written: WrittenFact; readonly list?: FactId }
  /** A field of a list that a locality keeps in `extra`. */
  | { readonly kind: 'field'; readonly written: FactEntryMap; readonly list: FactId }
  | { readonly kind: 'input'; readonly written: NonNullable<PolicyDocument['inputs']>[string] }
  | { readonly kind: 'list'; readonly written: WrittenList }
  | { readonly kind: 'made'; readonly made: MadeFact }
)

/**
 * The facts and lists that a policy can use: the record's, as its dictionaries refine them, and those that the
 * dictionaries and the policy itself define. Every entry is read, whether anything asks for it or not.
 */
export function readFacts(
  sources: readonly FactSource[],
  scopeOf: (document: SourceDocument) => Omit<NameScope, 'facts' | 'items' | 'derive'>,
  subject: SubjectKind,
): FactLookup {
  const catalogue = subject === 'unit' ? unitCatalogue() : recordCatalogue()
  const written = new Map<string, Entry>()
  const facts = new Map<string, Fact | undefined>()
  const lists = new Map<string, List | undefined>(catalogue.lists)
  const open: string[] = []
  let untold: readonly string[] | undefined
  const isWritten = (name: string) => written.has(name)
  const lookup: FactLookup = { fact, list, names, titled, listNames, fieldsOf, isWritten, writtenAt, circle }

  for (const source of sources) gather(source)
  for (const [name, { kind }] of written) kind === 'list' ? list(name) : fact(name)
  return lookup

  function gather({
    document,
    facts: entries = {},
    items = {},
    lists: named = {},
    inputs = {},
    made = {},
  }: FactSource): void {
    for (const [key, one] of Object.entries(made)) add(key, { kind: 'made', made: one, document, path: one.path })
    for (const [key, one] of Object.entries(entries)) {
      // What is said of the current post holds of every post.
      const name = fieldOfCurrent(key)?.field ?? key
      add(name, { kind: 'fact', written: one, document, path: ['facts', key] })
    }
    for (const [of, fields] of Object.entries(items))
      for (const [key, one] of Object.entries(fields)) {
        const path = ['items', of, key]
        add(`${of}.${key}`, { kind: 'fact', written: one, document, path, list: of as FactId })
      }
    for (const [key, one] of Object.entries(named)) {
      add(key, { kind: 'list', written: one, document, path: ['lists', key] })
      const { fields = {} } = Array.isArray(one) ? {} : one
      for (const [name, field] of Object.entries(fields)) {
        const path = ['lists', key, 'fields', name]
        add(`${key}.${name}`, { kind: 'field', written: field, list: key as FactId, document, path })
      }
    }
    for (const [key, one] of Object.entries(inputs))
      add(key, { kind: 'input', written: one, document, path: ['inputs', key] })
  }

  function add(name: string, entry: Entry): void {
    const scope = scopeOf(entry.document)
    const taken = catalogue.lists.has(name as FactId) || catalogue.currents.has(name as 'post')
    const field = entry.kind !== 'fact' && catalogue.facts.has(name as FactId)
    const before = written.get(name)
    if (!before) written.set(name, entry)
    if (entry.kind === 'made') return
    const first = before ? [alsoAtKey(before, before.path, 'first-fact', { fact: name })] : []
    if (RESERVED.has(name) || name.startsWith('$') || taken || field || before?.kind === 'made')
      reportAtKey(scope, entry.path, 'check/reserved-name', { name }, first)
    else if (before) reportAtKey(scope, entry.path, 'check/duplicate-fact', { fact: name }, first)
  }

  function names(): string[] {
    const own = ownNames()
    const fields = [...lists.keys()].flatMap((of) => fieldsOf(of as FactId).map((name) => `${of}.${name}`))
    const current = [...catalogue.currents].flatMap(([one, of]) => fieldsOf(of).map((name) => `${one}.${name}`))
    return [...new Set([...own, ...fields, ...current])]
  }

  function titled(title: string): string | undefined {
    const own = [...written].flatMap(([name, { kind, ...entry }]) =>
      'written' in entry && kind !== 'list' && typeof entry.written === 'object'
        ? [[name, entry.written] as const]
        : [],
    )
    const found = [...own, ...catalogue.facts].find(
      ([, one]) => 'title' in one && one.title && (one.title.zh === title || one.title.en === title),
    )
    const name = found?.[0]
    const current = [...catalogue.currents].find(([, of]) => name?.startsWith(`${of}.`))
    return name && current ? `${current[0]}${name.slice(current[1].length)}` : name
  }

  /** Those that the record has or somebody has written. */
  function ownNames(): string[] {
    return [...new Set([...catalogue.facts.keys(), ...written.keys()])].filter(
      (name) => written.get(name)?.kind !== 'list',
    )
  }

  function fieldsOf(of: FactId): string[] {
    const own = ownNames().flatMap((name) => (name.startsWith(`${of}.`) ? [name.slice(of.length + 1)] : []))
    const found = lists.get(of)
    return [...new Set([...own, ...(found ? namedFields(found, fieldsOf) : [])])]
  }

  function listNames(): string[] {
    const named = [...written].flatMap(([name, { kind }]) => (kind === 'list' ? [name] : []))
    return [...catalogue.lists.keys(), ...named]
  }

  function fact(name: string): Fact | undefined {
    const entry = written.get(name)
    if (entry?.kind === 'list') return undefined
    if (!facts.has(name)) {
      const read = entry ? reading(name, entry, (scope) => readEntry(name as FactId, entry, scope)) : inherited(name)
      if (!read && (!entry || untold)) return undefined
      if (open.includes(name)) return undefined // it is still being read
      facts.set(name, read)
    }
    return facts.get(name)
  }

  function list(name: string): List | undefined {
    const entry = written.get(name)
    if (entry?.kind === 'list' && !lists.has(name))
      lists.set(
        name,
        reading(name, entry, (scope) => readNamedList(name as FactId, entry.written, entry.path, scope)),
      )
    return lists.get(name)
  }

  function writtenAt(id: string, key?: string): Span | undefined {
    const entry = written.get(id) ?? written.get(fieldOfCurrent(id)?.field ?? '')
    if (!entry) return undefined
    if (key === undefined || entry.kind === 'made') return entry.document.keySpanOf(entry.path)
    const has = typeof entry.written === 'object' && Object.hasOwn(entry.written, key)
    return has ? entry.document.keySpanOf([...entry.path, key]) : undefined
  }

  function circle(): readonly string[] | undefined {
    const found = untold
    untold = undefined
    return found
  }

  /** Reads an entry unless it is being read already: then it would need itself. */
  function reading<Read>(name: string, { document, path }: Entry, read: (scope: NameScope) => Read): Read | undefined {
    const scope: NameScope = { ...scopeOf(document), facts: lookup, items: [], derive: readDerivation }
    if (open.includes(name)) {
      untold = [...open.slice(open.indexOf(name)), name]
      return undefined
    }
    open.push(name)
    const result = read(scope)
    open.pop()
    const left = open.length === 0 ? circle() : undefined
    if (left) reportAtKey(scope, path, 'check/circular-fact', { facts: left }, declaredCircle(left, scope))
    return result
  }

  /** A field that nobody has written of: the record's, that of a current entry, an item's length, or a named list's. */
  function inherited(name: string): Fact | undefined {
    const plain = catalogue.facts.get(name as FactId)
    if (plain) return plain
    const current = fieldOfCurrent(name)
    if (current) return currentField(name as FactId, current)
    const at = name.lastIndexOf('.')
    const owner = at > 0 ? list(name.slice(0, at)) : undefined
    return owner && namedField(owner, name.slice(at + 1), lookup)
  }

  function fieldOfCurrent(name: string): { current: 'post' | 'rank'; list: FactId; field: FactId } | undefined {
    const [owner = '', ...keys] = name.split('.')
    const of = catalogue.currents.get(owner as 'post')
    if (!of || keys.length === 0) return undefined
    return { current: owner as 'post', list: of, field: `${of}.${keys.join('.')}` as FactId }
  }

  function currentField(
    id: FactId,
    current: { current: 'post' | 'rank'; list: FactId; field: FactId },
  ): Fact | undefined {
    const field = fact(current.field)
    if (!field) return undefined
    const { title, type, confidential } = field
    return { id, title, type, ...(confidential && { confidential }), from: { kind: 'current', ...current } }
  }

  function readEntry(id: FactId, entry: Entry, scope: NameScope): Fact | undefined {
    switch (entry.kind) {
      case 'list':
        return undefined
      case 'input': {
        const { title, ...type } = entry.written
        reportOrder(id, type, undefined, entry.path, scope)
        reportUnfit(id, type, type.type, entry.path, scope)
        return { id, title, type: declaredType(type), from: { kind: 'input' } }
      }
      case 'field': {
        const { title = { zh: id, en: id } } = entry.written
        const key = id.slice(entry.list.length + 1)
        // As in the record's own lists, an end that is not on record has not come.
        const open = key === 'to' && { absent: { type: 'open' } as const }
        const type = declaredType(entry.written)
        const field: Fact = { id, title, type, list: entry.list, from: { kind: 'field', keys: [key], ...open } }
        return refine(field, entry.written, entry.path, scope)
      }
      case 'made':
        return entry.made.read(scope)
      case 'fact':
        return readFact(id, entry.written, entry.list, entry.path, scope)
    }
  }

  function readFact(
    id: FactId,
    given: WrittenFact,
    owner: FactId | undefined,
    path: Path,
    outside: NameScope,
  ): Fact | undefined {
    const scope = owner === undefined ? outside : { ...outside, items: [owner] }
    if (typeof given !== 'object') {
      const read = readTyped(given, path, scope)
      return read && made({}, read)
    }
    const entry = given
    const forms = [...formsIn(entry), ...(entry.is === undefined ? [] : ['is' as const])]
    const field = recordField(id, entry, catalogue)
    if (forms.length > 1) reportAtKey(scope, path, 'check/fact-with-several-sources', { fact: id, sources: forms })
    if (field) {
      if (forms.length > 0) reportAtKey(scope, path, 'check/duplicate-fact', { fact: id })
      return refine(field, entry, path, scope)
    }
    if (owner !== undefined && !list(owner)) {
      if (!written.has(owner))
        reportAtKey(scope, path.slice(0, -1), 'check/unknown-list', { list: owner, ...suggest(owner, listNames()) })
      return undefined
    }
    for (const key of ['type', 'values', 'ordered', 'absent', 'list', 'least', 'most'] as const)
      if (entry[key] !== undefined) reportAtKey(scope, [...path, key], 'check/not-a-record-field', { key, fact: id })
    const [form] = forms
    if (!form) {
      // Most likely a field's path with a slip of the pen.
      if (id.includes('.') && owner === undefined)
        reportAtKey(scope, path, 'check/unknown-fact', { fact: id, ...suggest(id, catalogue.facts.keys()) })
      else reportAtKey(scope, path, 'check/fact-without-source', { fact: id })
      return undefined
    }
    if (!entry.title) reportAtKey(scope, path, 'check/fact-without-title', { fact: id })
    const read =
      form === 'is' ? readTyped(entry.is ?? '', [...path, 'is'], scope) : readDerivation(form, entry, path, scope)
    return read && made(entry, read)

    function made(
      { title = { zh: id, en: id }, sensitivity }: FactEntryMap,
      { operand, type = { is: 'text' } }: Typed,
    ): Fact {
      const confidential = sensitivity === 'sensitive' && { confidential: true as const }
      return { id, title, type, ...(owner !== undefined && { list: owner }), ...confidential, from: operand }
    }
  }

  /** A dictionary can give a field of the record a title, its values, its bounds and what its absence means. */
  function refine(field: Fact, entry: FactEntryMap, path: Path, scope: NameScope): Fact {
    const { title = field.title, absent, sensitivity } = entry
    reportOrder(field.id, entry, field.type.values, path, scope)
    reportUnfit(field.id, entry, field.type.is, path, scope)
    const { values: own, ordered, ...bounds } = declaredType({ ...entry, type: field.type.is })
    const enumeration = field.type.is === 'text' && { ...(own && { values: own }), ...(ordered && { ordered }) }
    const type: FactType = { ...field.type, ...bounds, ...enumeration }
    const value =
      absent === undefined ? undefined : readLiteral(absent, { type, fact: field.id }, [...path, 'absent'], scope)
    const confidential = sensitivity === undefined ? field.confidential : sensitivity === 'sensitive' || undefined
    const { confidential: _, ...rest } = field
    return {
      ...rest,
      title,
      type,
      ...(confidential && { confidential }),
      ...(field.from.kind === 'field' && { from: { ...field.from, ...(value && { absent: value }) } }),
    }
  }
}

/** What a fact's entry or an input says of its type. */
type Declared = Pick<FactEntryMap, 'type' | 'values' | 'ordered' | 'list' | 'least' | 'most'>

/** The type of a field that a dictionary declares, or of an input. */
function declaredType({ type = 'text', values, ordered, list, least, most }: Declared): FactType {
  const [low, high] = [least, most].map((bound) => (bound === undefined ? bound : decimalFromNumber(bound)))
  return {
    is: type,
    ...(values && { values }),
    ...(ordered && { ordered }),
    ...(list && { list }),
    ...(low && { least: low }),
    ...(high && { most: high }),
  }
}

/** Only texts are enumerated, and only numbers have bounds, the least not above the most. */
function reportUnfit(
  fact: FactId,
  { values, least, most }: Declared,
  is: FactType['is'],
  path: Path,
  scope: NameScope,
): void {
  if (values && is !== 'text')
    reportAtKey(scope, [...path, 'values'], 'check/operand-type', { value: fact, expected: 'text' })
  for (const [key, bound] of Object.entries({ least, most }))
    if (bound !== undefined && is !== 'number')
      reportAtKey(scope, [...path, key], 'check/operand-type', { value: fact, expected: 'number' })
  if (least !== undefined && most !== undefined && least > most)
    reportAtKey(scope, [...path, 'least'], 'check/bounds-reversed', { least, most })
}

function reportOrder(
  fact: FactId,
  { ordered, values }: Declared,
  known: readonly string[] | undefined,
  path: Path,
  scope: NameScope,
): void {
  if (ordered && !values && !known) reportAtKey(scope, path, 'check/ordered-without-values', { fact })
}

/** A field of the record, or one that the entry declares: by its path in `extra`, or by its type. */
function recordField(id: FactId, entry: FactEntryMap, catalogue: RecordCatalogue): Fact | undefined {
  const { title = { zh: id, en: id } } = entry
  const declares = id.includes('.') || entry.type !== undefined
  return catalogue.facts.get(id) ?? (declares ? catalogue.declaredField(id, declaredType(entry), title) : undefined)
}
