import { type FactId, type NodeId, type Path, placeOf } from '../base/index.js'
import type {
  Condition,
  ExtensionName,
  FactType,
  Operand,
  OperatorName,
  QuantifierName,
  Subject,
  WrittenCondition,
  WrittenOperand,
  WrittenTest,
  WrittenTestOperand,
} from '../model/index.js'
import { isExtensionName, type Operator, operatorNamed, tests } from '../operators/index.js'
import { declaredIn } from './declared.js'
import { operatorGiven } from './extensions.js'
import {
  isComputed,
  itemField,
  parameterNamed,
  personFact,
  readOfType,
  readOperand,
  readParameterNames,
  typeOf,
} from './operand.js'
import { type NameScope, reportAtKey } from './scope.js'
import { readSelection, type WrittenSelection } from './selection.js'

/**
 * Reads a condition whose shape was checked. Every key side by side must hold. Where the scope is inside a list, a bare
 * key is a field of the item.
 */
export function readCondition(written: WrittenCondition, path: Path, scope: NameScope): Condition {
  const parts = Object.entries(written).map(([key, value]) => readKey(key, value, [...path, key], scope))
  return together(parts, path)
}

function readKey(key: string, value: unknown, path: Path, scope: NameScope): Condition {
  const id = nodeId(path)
  switch (key) {
    case 'all':
    case 'any':
      return { kind: key, id, parts: readConditions(value as WrittenCondition[], path, scope) }
    case 'not':
      return { kind: 'not', id, part: readCondition(value as WrittenCondition, path, scope) }
    case 'atLeastOf': {
      const { n, of } = value as { n: number; of: WrittenCondition[] | string }
      if (typeof of === 'string') return readQuantifier(key, value as WrittenQuantifier, path, scope)
      return { kind: 'atLeastOf', id, n, parts: readConditions(of, [...path, 'of'], scope) }
    }
    case 'some':
    case 'every':
    case 'none':
      return readQuantifier(key, value as WrittenQuantifier, path, scope)
    default: {
      const tested = readSubject(key, path, scope)
      if (tested) return readTest(value as WrittenTest, tested, path, scope)
      readParameterNames(value, path, scope)
      return nothing(path)
    }
  }
}

interface WrittenQuantifier extends WrittenSelection {
  readonly n?: number
  readonly ifEmpty?: boolean | 'unknown'
}

/** Without `having`, `where` is the test; then nothing can be selected by date, since the test would select as well. */
function readQuantifier(
  quantifier: QuantifierName,
  { n, ifEmpty = 'unknown', ...written }: WrittenQuantifier,
  path: Path,
  scope: NameScope,
): Condition {
  const { where, having = where, ...rest } = written
  if (!having) {
    reportAtKey(scope, path, 'shape/missing-key', { key: 'where' })
    return nothing(path)
  }
  if (written.having === undefined) {
    for (const key of ['since', 'within', 'keep', 'latest'] as const)
      if (rest[key] !== undefined) reportAtKey(scope, [...path, key], 'check/window-without-having', { key })
  }
  const selecting = written.having === undefined ? rest : written
  const read = readSelection({ ...selecting }, path, scope, readCondition)
  if (!read) return nothing(path)
  const inner = { ...scope, items: [read.of, ...scope.items] }
  const test = read.having ?? readCondition(having, [...path, 'where'], inner)
  const place = placeOf(scope.document.keySpanOf(path))
  const from = { ...read, having: test }
  return { kind: 'quantifier', id: nodeId(path), place, quantifier, ...(n !== undefined && { n }), from, ifEmpty }
}

/** What stands on the left of a test. */
interface Tested {
  readonly subject: Subject
  readonly type: FactType
  /** What it is called in messages. */
  readonly name: FactId
}

function readSubject(key: string, path: Path, scope: NameScope): Tested | undefined {
  if (key.startsWith('$')) {
    const parameter = parameterNamed(key.slice(1), path, scope, reportAtKey)
    const name = key.slice(1)
    return parameter && { subject: { of: 'parameter', name }, type: typeOf(parameter), name: key as FactId }
  }
  const inside = scope.items.length > 0
  const fact = inside ? itemField(key, path, scope, 0, reportAtKey) : personFact(key, path, scope, reportAtKey)
  if (!fact) return undefined
  const { id, type } = fact
  return { subject: inside ? { of: 'item', fact: id, level: 0 } : { of: 'person', fact: id }, type, name: id }
}

function readConditions(written: readonly WrittenCondition[], path: Path, scope: NameScope): Condition[] {
  return written.map((part, index) => readCondition(part, [...path, index], scope))
}

/** A bare value (or what a value is computed from) means `is`, a list `in`, a map its operators. */
function readTest(written: WrittenTest, tested: Tested, path: Path, scope: NameScope): Condition {
  if (Array.isArray(written)) return readComparison('in', written, tested, path, scope)
  if (typeof written !== 'object' || isComputed(written))
    return readComparison('is', written as WrittenOperand, tested, path, scope)
  const parts = Object.entries(written).map(([operator, operand]) =>
    readComparison(operator as OperatorName, operand, tested, [...path, operator], scope),
  )
  return together(parts, path)
}

function readComparison(
  name: OperatorName,
  written: WrittenTestOperand,
  tested: Tested,
  path: Path,
  scope: NameScope,
): Condition {
  if (isExtensionName(name)) return readOwnComparison(name, written, tested, path, scope)
  const { subject, type, name: fact } = tested
  const operator = operatorNamed(name)
  if (!operator) return nothing(path)
  const place = placeOf(scope.document.keySpanOf(path))
  const comparison = { kind: 'comparison', id: nodeId(path), place, subject, type, operator: name } as const
  if (!tests(operator, type)) {
    reportOperatorType(name, tested, path, scope)
    return { ...comparison, operand: { kind: 'literal', value: { type: 'unknown' } } }
  }
  return { ...comparison, operand: readOperandOf(operator, written, type, fact, path, scope) }
}

/** A test by an operator that the embedder brings. */
function readOwnComparison(
  name: ExtensionName,
  written: WrittenTestOperand,
  tested: Tested,
  path: Path,
  scope: NameScope,
): Condition {
  const { subject, type, name: fact } = tested
  const operator = operatorGiven(name, path, scope)
  if (!operator) {
    readParameterNames(written, path, scope)
    return nothing(path)
  }
  if (type.list || type.is !== operator.tests) reportOperatorType(name, tested, path, scope)
  const place = placeOf(scope.document.keySpanOf(path))
  const operand = readOfType(written, operator.operand, fact, path, scope)
  return { kind: 'comparison', id: nodeId(path), place, subject, type, operator: name, operand }
}

function reportOperatorType(
  operator: OperatorName,
  { subject, type, name: fact }: Tested,
  path: Path,
  scope: NameScope,
): void {
  const params = { operator, fact, type: type.list ? ('list' as const) : type.is }
  reportAtKey(scope, path, 'check/operator-type', params, declaredIn([{ kind: 'fact', subject }], scope))
}

function readOperandOf(
  { operand }: Operator,
  written: WrittenTestOperand,
  { list: _, ...type }: FactType,
  fact: FactId,
  path: Path,
  scope: NameScope,
): Operand {
  switch (operand) {
    case 'same':
      return readOperand(written, { type, fact }, path, scope)
    case 'list':
      return readOperand(written, { type: { ...type, list: true }, fact }, path, scope)
    case 'boolean':
      return readOperand(written, { type: { is: 'boolean' }, fact }, path, scope)
    case 'duration':
      return readOperand(written, { type: { is: 'duration' }, fact }, path, scope)
    case 'pair': {
      const ends = written as readonly WrittenOperand[]
      const items = ends.map((end, index) => readOperand(end, { type, fact }, [...path, index], scope))
      return { kind: 'list', items }
    }
  }
}

/** One condition stands for itself; several stand together as `all`. */
function together(parts: readonly Condition[], path: Path): Condition {
  const [only] = parts
  return only && parts.length === 1 ? only : { kind: 'all', id: nodeId(path), parts }
}

/** Stands in for a condition that was refused; a policy with one is never returned. */
function nothing(path: Path): Condition {
  return { kind: 'any', id: nodeId(path), parts: [] }
}

/** `triggers/0/when/all/1` */
export function nodeId(path: Path): NodeId {
  return path.join('/') as NodeId
}
