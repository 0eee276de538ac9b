import { decimalFromNumber, type FactId, type Path, parseDuration } from '../base/index.js'
import type { Fact, FactType, Operand, Parameter, Value, WrittenOperand } from '../model/index.js'
import { parseDateText } from './dates.js'
import { suggest } from './nearest.js'
import { isOfPerson, itemFields, type NameScope, reportAt } from './scope.js'

/** What an operand must be: a value of a type, for a fact whose enumeration it then belongs to, or a list of such values. */
export interface Expected {
  readonly type: FactType
  /** The fact it is compared with, for messages. */
  readonly fact: FactId
  readonly list?: boolean
}

/** A value that stands in for one that was refused, so that reading can go on. */
const STAND_IN: Operand = { kind: 'literal', value: { type: 'unknown' } }

/** Reads the right side of an operator; `list` is the list whose items are being tested, if any. */
export function readOperand(
  written: WrittenOperand | readonly WrittenOperand[],
  expected: Expected,
  path: Path,
  scope: NameScope,
  list?: FactId,
): Operand {
  if (Array.isArray(written)) return readList(written, expected, path, scope)
  if (typeof written === 'object')
    return readReference(written as { fact?: string; item?: string }, expected, path, scope, list)
  if (typeof written === 'string' && written.startsWith('$'))
    return readParameter(written.slice(1), expected, path, scope)
  if (written === 'asOf' && expected.type.is === 'date') return { kind: 'asOf' }
  const value = readLiteral(written as string | number | boolean, expected, path, scope)
  return value ? { kind: 'literal', value } : STAND_IN
}

function readList(written: readonly WrittenOperand[], expected: Expected, path: Path, scope: NameScope): Operand {
  const { list: _, ...each } = expected
  return { kind: 'list', items: written.map((item, index) => readOperand(item, each, [...path, index], scope)) }
}

function readReference(
  { fact, item }: { fact?: string; item?: string },
  expected: Expected,
  path: Path,
  scope: NameScope,
  list?: FactId,
): Operand {
  const found = item === undefined ? personFact(fact ?? '', path, scope) : itemField(item, path, scope, list)
  if (!found) return STAND_IN
  if (found.type.is !== expected.type.is) {
    reportAt(scope, path, 'check/operand-type', { value: item ?? fact ?? '', expected: expected.type.is })
    return STAND_IN
  }
  if (JSON.stringify(found.type.values) !== JSON.stringify(expected.type.values)) {
    reportAt(scope, path, 'check/other-enumeration', { fact: expected.fact, other: found.id })
  }
  return { kind: 'fact', subject: { of: item === undefined ? 'person' : 'item', fact: found.id } }
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
  if (fact && isOfPerson(fact)) return fact
  if (!fact && facts.isWritten(name)) return undefined // what is wrong with it has been said
  if (facts.lists.has(name as FactId) || fact) report(scope, path, 'check/list-as-fact', { list: name })
  else report(scope, path, 'check/unknown-fact', { fact: name, ...suggest(name, facts.names()) })
  return undefined
}

/** The field of that name of the items being tested, reported if there is none. */
export function itemField(
  name: string,
  path: Path,
  scope: NameScope,
  list: FactId | undefined,
  report: ReportName = reportAt,
): Fact | undefined {
  if (list === undefined) {
    report(scope, path, 'check/item-outside-list', { field: name })
    return undefined
  }
  const fact = scope.facts.fact(`${list}.${name}`)
  if (!fact)
    report(scope, path, 'check/unknown-field', { field: name, list, ...suggest(name, itemFields(scope.facts, list)) })
  return fact
}

/** Looks up the parameters in a test whose fact is not known, so that a second slip of the pen is not hidden by the first. */
export function readParameterNames(written: unknown, path: Path, scope: NameScope): void {
  if (typeof written === 'string' && written.startsWith('$')) parameterNamed(written.slice(1), path, scope)
  if (typeof written !== 'object' || written === null) return
  for (const [key, value] of Object.entries(written)) {
    readParameterNames(value, [...path, Array.isArray(written) ? Number(key) : key], scope)
  }
}

function parameterNamed(name: string, path: Path, scope: NameScope): Parameter | undefined {
  const parameter = scope.parameters.get(name)
  scope.useParameter(name)
  if (!parameter) {
    reportAt(scope, path, 'check/unknown-parameter', { parameter: name, ...suggest(name, scope.parameters.keys()) })
  }
  return parameter
}

function readParameter(name: string, expected: Expected, path: Path, scope: NameScope): Operand {
  const parameter = parameterNamed(name, path, scope)
  if (!parameter) return STAND_IN
  const fits = parameter.type.is === expected.type.is && parameter.list === (expected.list ?? false)
  if (!fits)
    reportAt(scope, path, 'check/operand-type', {
      value: `$${name}`,
      expected: expected.list ? 'list' : expected.type.is,
    })
  else for (const { is } of parameter.values) reportUnknownValue(is, expected, path, scope)
  return { kind: 'parameter', name }
}

/** A parameter's value may come from another part of the file, but it must be one that the fact can have. */
function reportUnknownValue(value: Value, expected: Expected, path: Path, scope: NameScope): void {
  if (value.type === 'list') for (const item of value.items) reportUnknownValue(item, expected, path, scope)
  const { values } = expected.type
  if (value.type === 'text' && values && !values.includes(value.value)) {
    reportAt(scope, path, 'check/unknown-value', {
      value: value.value,
      fact: expected.fact,
      ...suggest(value.value, values),
    })
  }
}

/** Reads a literal as a value of the expected type; reports one that is not. The word `none` is nothing, for any type. */
export function readLiteral(
  written: string | number | boolean,
  expected: Expected,
  path: Path,
  scope: Pick<NameScope, 'document' | 'report'>,
): Value | undefined {
  const { is, values } = expected.type
  if (written === 'none') return { type: 'none' }
  const value = literalValue(written, is)
  if (value) {
    if (value.type === 'text' && values && !values.includes(value.value)) {
      reportAt(scope, path, 'check/unknown-value', {
        value: value.value,
        fact: expected.fact,
        ...suggest(value.value, values),
      })
    }
    return value
  }
  if (is === 'date' && typeof written === 'string') reportAt(scope, path, 'check/not-a-date', { text: written })
  else if (is === 'duration' && typeof written === 'string')
    reportAt(scope, path, 'check/not-a-duration', { text: written })
  else reportAt(scope, path, 'check/operand-type', { value: String(written), expected: is })
  return undefined
}

function literalValue(written: string | number | boolean, is: FactType['is']): Value | undefined {
  if (typeof written === 'boolean') return is === 'boolean' ? { type: 'boolean', value: written } : undefined
  if (typeof written === 'number') {
    const value = decimalFromNumber(written)
    return is === 'number' && value !== undefined ? { type: 'number', value } : undefined
  }
  if (is === 'text') return { type: 'text', value: written }
  if (is === 'date') {
    const value = parseDateText(written)
    return value && { type: 'date', value }
  }
  if (is === 'duration') {
    const value = parseDuration(written)
    return value && { type: 'duration', value }
  }
  return undefined
}

/** The type that a parameter's value has by the way it is written. */
export function typeOfLiteral(written: string | number | boolean): FactType {
  if (typeof written === 'boolean') return { is: 'boolean' }
  if (typeof written === 'number') return { is: 'number' }
  if (parseDateText(written)) return { is: 'date' }
  return { is: parseDuration(written) ? 'duration' : 'text' }
}
