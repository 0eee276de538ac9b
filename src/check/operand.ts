import { type FactId, type Path, placeOf } from '../base/index.js'
import type {
  Fact,
  FactType,
  Operand,
  Parameter,
  WrittenComputed,
  WrittenForms,
  WrittenOperand,
  WrittenScalar,
  WrittenTestOperand,
} from '../model/index.js'
import { isExtensionName } from '../operators/index.js'
import { declaredCircle, declaredIn, declaredParameter, declaredValues } from './declared.js'
import { type Expected, literalValue, readLiteral, reportUnknownValue, typeOfLiteral } from './literal.js'
import { suggest } from './nearest.js'
import { type FormName, type NameScope, reportAt, type Typed } from './scope.js'

/** A value that stands in for one that was refused, so that reading can go on. */
const STAND_IN: Operand = { kind: 'literal', value: { type: 'unknown' } }

/** The words of a computed operand that are no derivation. */
const REFERENCES = ['fact', 'item', 'outer', 'parameter', 'at', 'conventions']

/** The derivations, by the words that name them. */
const FORMS = [
  'elapsed',
  'remaining',
  'count',
  'exists',
  'sum',
  'average',
  'latest',
  'earliest',
  'min',
  'max',
  'streak',
  'time',
  'longest',
  'plus',
  'minus',
  'times',
  'divide',
  'round',
  'choose',
  'when',
  'part',
  'startOf',
  'endOf',
  'next',
] as const satisfies readonly FormName[]

/** Reads what stands where a value of a certain type is asked for; reports what is none. */
export function readOperand(written: WrittenTestOperand, expected: Expected, path: Path, scope: NameScope): Operand {
  const typed = readTyped(written, path, scope, expected)
  if (!typed) return STAND_IN
  if (typed.type) reportMisfit(typed.type, typed.operand, written, expected, path, scope)
  return typed.operand
}

/** Reads what stands where a value of a type is asked for, of whatever enumeration: an argument of an extension. */
export function readOfType(
  written: WrittenTestOperand,
  is: FactType['is'],
  name: string,
  path: Path,
  scope: NameScope,
): Operand {
  const fact = name as FactId
  const typed = readTyped(written, path, scope, { type: { is }, fact })
  if (!typed) return STAND_IN
  const { values } = typed.type ?? {}
  if (typed.type)
    reportMisfit(typed.type, typed.operand, written, { type: { is, ...(values && { values }) }, fact }, path, scope)
  return typed.operand
}

/** Reads what is computed with: a bare word can only be a fact, since nothing is computed with text. */
export function readComputable(written: WrittenOperand, path: Path, scope: NameScope): Typed | undefined {
  const word =
    typeof written === 'string' && !/^[$]|^(asOf|none)$/.test(written) && typeOfLiteral(written).is === 'text'
  if (!word) return readTyped(written, path, scope)
  // What begins with a digit was meant as a length of time.
  if (/^\d/.test(written)) reportAt(scope, path, 'check/not-a-duration', { text: written })
  return /^\d/.test(written) ? undefined : factOperand(personFact(written, path, scope))
}

/** Reads a slot for a fact (`since`, `at`): a bare name is a fact, anything else an operand. */
export function readSlot(written: WrittenOperand, expected: Expected, path: Path, scope: NameScope): Operand {
  if (typeof written !== 'string' || written === 'asOf' || /^[$\d]/.test(written))
    return readOperand(written, expected, path, scope)
  return readOperand({ fact: written }, expected, path, scope)
}

/** Reads whatever has a value, and says what kind; `expected` is what it should be, if that is known. */
export function readTyped(
  written: WrittenTestOperand,
  path: Path,
  scope: NameScope,
  expected?: Expected,
): Typed | undefined {
  if (Array.isArray(written)) return readList(written, path, scope, expected)
  if (typeof written === 'object') return readComputed(written as WrittenComputed, path, scope)
  const scalar = written as WrittenScalar
  if (typeof scalar === 'string' && scalar.startsWith('$')) return readParameter(scalar.slice(1), path, scope)
  if (scalar === 'asOf' && (!expected || expected.type.is === 'date'))
    return { operand: { kind: 'asOf' }, type: { is: 'date' } }
  if (scalar === 'none') return { operand: { kind: 'literal', value: { type: 'none' } } }
  return readScalar(scalar, path, scope, expected)
}

/** A literal if it can be one, else a fact's name. */
function readScalar(written: WrittenScalar, path: Path, scope: NameScope, expected?: Expected): Typed | undefined {
  const { facts } = scope
  const own = typeOfLiteral(written)
  const type = expected?.type ?? own
  const isValue = expected !== undefined && !type.list && literalValue(written, type.is) !== undefined
  if (typeof written === 'string' && own.is === 'text' && !isValue) {
    const name = facts.fact(written)
    if (name && name.list === undefined) return factOperand(name)
    if (expected && !type.list && (facts.isWritten(written) || facts.listNames().includes(written)))
      return factOperand(personFact(written, path, scope))
  }
  if (type.list) {
    reportAt(scope, path, 'check/operand-type', { value: String(written), expected: 'list' })
    return undefined
  }
  if (expected && type.is === 'text' && !type.values && typeof written === 'string' && namesFact(written, scope))
    reportAt(scope, path, 'check/text-names-a-fact', { fact: written })
  const value = readLiteral(written, { type, fact: expected?.fact ?? ('' as FactId) }, path, scope)
  return (
    value && { operand: { kind: 'literal', value }, type: { ...type, ...(own.measured && { measured: own.measured }) } }
  )
}

/** Whether a text is a fact's name and hardly anything else: a path of the record, or a name that a dictionary or policy gives. */
function namesFact(text: string, { facts }: NameScope): boolean {
  if (!text.includes('.') && !facts.isWritten(text)) return false
  const ofList = facts.listNames().some((list) => text === list || text.startsWith(`${list}.`))
  // Looked up by name only: to read the fact here could make a circle of what is none.
  return !ofList && facts.names().includes(text)
}

function readList(
  written: readonly WrittenOperand[],
  path: Path,
  scope: NameScope,
  expected?: Expected,
): Typed | undefined {
  const { list: _, ...each } = expected?.type ?? { is: 'text' as const }
  const one = expected && { ...expected, type: each }
  const items = written.map((item, index) =>
    one
      ? { operand: readOperand(item, one, [...path, index], scope), type: each }
      : readTyped(item, [...path, index], scope),
  )
  const known = items.filter((item) => item !== undefined)
  const type: FactType = { ...(known[0]?.type ?? each), list: true }
  return { operand: { kind: 'list', items: known.map(({ operand }) => operand) }, type }
}

function readComputed(written: WrittenComputed, path: Path, scope: NameScope): Typed | undefined {
  const { fact, item, outer, parameter, at } = written
  const forms = formsIn(written)
  const references = (['fact', 'item', 'outer', 'parameter'] as const).filter((key) => written[key] !== undefined)
  const sources = [...references, ...forms]
  const [source] = sources
  if (sources.length !== 1 || source === undefined || (at !== undefined && parameter === undefined)) {
    reportAt(scope, path, 'check/operand-with-several-sources', {
      sources: at === undefined ? sources : [...sources, 'at'],
    })
    return undefined
  }
  if (fact !== undefined) return factOperand(personFact(fact, [...path, 'fact'], scope))
  if (item !== undefined) return itemOperand(item, [...path, 'item'], scope, 0)
  if (outer !== undefined) return itemOperand(outer, [...path, 'outer'], scope, 1)
  if (parameter === undefined) return scope.derive(source as FormName, written, path, scope)
  if (at === undefined) return readParameter(parameter, [...path, 'parameter'], scope)
  const found = parameterNamed(parameter, [...path, 'parameter'], scope)
  const day = readSlot(at, { type: { is: 'date' }, fact: 'at' as FactId }, [...path, 'at'], scope)
  const place = placeOf(scope.document.keySpanOf([...path, 'parameter']))
  return found && { operand: { kind: 'datedParameter', name: parameter, at: day, place }, type: typeOf(found) }
}

/** Whether a map is a reference or a derivation, and not operators. */
export function isComputed(written: object): written is WrittenComputed {
  const words: readonly string[] = [...REFERENCES, ...FORMS]
  return Object.keys(written).every((key) => words.includes(key))
}

/** The derivations that a map names; `minus` beside `plus` is part of it. */
export function formsIn(written: WrittenForms): FormName[] {
  const names = FORMS.filter((name) => written[name] !== undefined)
  const own = names.includes('plus') ? names.filter((name) => name !== 'minus') : names
  return [...own, ...Object.keys(written).filter(isExtensionName)]
}

function factOperand(fact: Fact | undefined): Typed | undefined {
  return fact && { operand: { kind: 'fact', subject: { of: 'person', fact: fact.id } }, type: fact.type }
}

function itemOperand(name: string, path: Path, scope: NameScope, level: number): Typed | undefined {
  const fact = itemField(name, path, scope, level)
  return fact && { operand: { kind: 'fact', subject: { of: 'item', fact: fact.id, level } }, type: fact.type }
}

/** How a name that is not known is reported: at the key or at the value that bears it. */
type ReportName = typeof reportAt

/** The fact of that name, reported if there is none. */
export function personFact(
  name: string,
  path: Path,
  scope: NameScope,
  report: ReportName = reportAt,
): Fact | undefined {
  const { facts } = scope
  const fact = facts.fact(name)
  if (fact && fact.list === undefined) return fact
  if (!fact && reportCircle(path, scope, report)) return undefined
  if (facts.listNames().includes(name) || fact) report(scope, path, 'check/list-as-fact', { list: name })
  else if (facts.isWritten(name))
    return undefined // what is wrong with it has been said
  else report(scope, path, 'check/unknown-fact', { fact: name, ...suggestFact(name, facts, facts.names()) })
  return undefined
}

/** The fact that bears the written words as its title, or the known name that looks most like them. */
export function suggestFact(
  written: string,
  facts: NameScope['facts'],
  names: Iterable<string>,
): { suggestion?: string } {
  const suggestion = facts.titled(written)
  return suggestion === undefined ? suggest(written, names) : { suggestion }
}

/** The field of that name of the items being tested (`level` 0), or of those around them, reported if there is none. */
export function itemField(
  name: string,
  path: Path,
  scope: NameScope,
  level = 0,
  report: ReportName = reportAt,
): Fact | undefined {
  const list = scope.items[level]
  if (list === undefined) {
    report(scope, path, 'check/item-outside-list', { field: name })
    return undefined
  }
  return fieldOf(list, name, path, scope, report)
}

/** The field of that name of a list's items, reported if there is none. */
export function fieldOf(
  list: FactId,
  name: string,
  path: Path,
  scope: NameScope,
  report: ReportName = reportAt,
): Fact | undefined {
  const fact = scope.facts.fact(`${list}.${name}`)
  if (!fact && !reportCircle(path, scope, report) && !scope.facts.isWritten(`${list}.${name}`))
    report(scope, path, 'check/unknown-field', { field: name, list, ...suggest(name, scope.facts.fieldsOf(list)) })
  return fact
}

/** Reports that what is named here would need itself, if that was found while it was looked up. */
function reportCircle(path: Path, scope: NameScope, report: ReportName): boolean {
  const facts = scope.facts.circle()
  if (facts) report(scope, path, 'check/circular-fact', { facts }, declaredCircle(facts, scope))
  return facts !== undefined
}

/** Looks up the parameters in a test whose fact is not known, so that a second slip of the pen is not hidden by the first. */
export function readParameterNames(written: unknown, path: Path, scope: NameScope): void {
  if (typeof written === 'string' && written.startsWith('$')) parameterNamed(written.slice(1), path, scope)
  if (typeof written !== 'object' || written === null) return
  for (const [key, value] of Object.entries(written)) {
    readParameterNames(value, [...path, Array.isArray(written) ? Number(key) : key], scope)
  }
}

/** The parameter of that name, reported if there is none. */
export function parameterNamed(
  name: string,
  path: Path,
  scope: NameScope,
  report: ReportName = reportAt,
): Parameter | undefined {
  const parameter = scope.parameters.get(name)
  scope.useParameter(name)
  if (!parameter)
    report(scope, path, 'check/unknown-parameter', { parameter: name, ...suggest(name, scope.parameters.keys()) })
  return parameter
}

function readParameter(name: string, path: Path, scope: NameScope): Typed | undefined {
  const parameter = parameterNamed(name, path, scope)
  return parameter && { operand: { kind: 'parameter', name }, type: typeOf(parameter) }
}

/** The type of a parameter's value as a whole. */
export function typeOf({ type, list }: Parameter): FactType {
  return list ? { ...type, list: true } : type
}

/** Reports what is of another type than asked for, or of another enumeration. */
function reportMisfit(
  type: FactType,
  operand: Operand,
  written: WrittenTestOperand,
  expected: Expected,
  path: Path,
  scope: NameScope,
): void {
  const asked = expected.type
  if (type.is !== asked.is || (type.list ?? false) !== (asked.list ?? false)) {
    const value = typeof written === 'object' ? nameOf(operand) : String(written)
    const declared = declaredIn([operand], scope)
    reportAt(scope, path, 'check/operand-type', { value, expected: asked.list ? 'list' : asked.is }, declared)
  } else if (operand.kind === 'parameter') {
    const declared = declaredParameter(operand.name, scope)
    for (const { is } of scope.parameters.get(operand.name)?.values ?? [])
      reportUnknownValue(is, expected, path, scope, reportAt, declared)
  } else if (isFree(operand) && JSON.stringify(type.values) !== JSON.stringify(asked.values)) {
    const { fact } = expected
    const other = nameOf(operand)
    const listed = [...declaredValues(fact, scope), ...declaredValues(other, scope)]
    reportAt(scope, path, 'check/other-enumeration', { fact, other }, listed)
  }
}

/** Whether an operand may have values that nobody has compared with those of an enumeration. */
function isFree(operand: Operand): boolean {
  return operand.kind === 'fact' || (operand.kind === 'derived' && operand.derivation.kind === 'extension')
}

/** What an operand is called in a message. */
export function nameOf(operand: Operand): string {
  switch (operand.kind) {
    case 'fact':
      return operand.subject.of === 'parameter' ? `$${operand.subject.name}` : operand.subject.fact
    case 'derived': {
      const { derivation } = operand
      return derivation.kind === 'extension' ? derivation.name : derivation.kind
    }
    case 'list':
      return '[…]'
    case 'parameter':
    case 'datedParameter':
      return `$${operand.name}`
    default:
      return operand.kind
  }
}
