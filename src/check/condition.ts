import { type FactId, type NodeId, type Path, placeOf } from '../base/index.js'
import type {
  Condition,
  Fact,
  FactType,
  Operand,
  OperatorName,
  WrittenCondition,
  WrittenOperand,
  WrittenTest,
} from '../model/index.js'
import { type Operator, operatorNamed } from '../operators/index.js'
import { suggest } from './nearest.js'
import { itemField, personFact, readOperand, readParameterNames } from './operand.js'
import { type NameScope, reportAt, reportAtKey } from './scope.js'

/**
 * Reads a condition whose shape was checked. Every key side by side must hold. Inside the `where` of a list a bare
 * key is a field of the item; `list` names that list.
 */
export function readCondition(written: WrittenCondition, path: Path, scope: NameScope, list?: FactId): Condition {
  const parts = Object.entries(written).map(([key, value]) => readKey(key, value, [...path, key], scope, list))
  return together(parts, path)
}

function readKey(key: string, value: unknown, path: Path, scope: NameScope, list: FactId | undefined): Condition {
  const id = nodeId(path)
  switch (key) {
    case 'all':
    case 'any':
      return { kind: key, id, parts: readConditions(value as WrittenCondition[], path, scope, list) }
    case 'not':
      return { kind: 'not', id, part: readCondition(value as WrittenCondition, path, scope, list) }
    case 'atLeastOf': {
      const { n, of } = value as { n: number; of: WrittenCondition[] }
      return { kind: 'atLeastOf', id, n, parts: readConditions(of, [...path, 'of'], scope, list) }
    }
    case 'some':
    case 'every':
    case 'none': {
      const {
        of,
        where,
        ifEmpty = 'unknown',
      } = value as { of: string; where: WrittenCondition; ifEmpty?: boolean | 'unknown' }
      const inner = readListName(of, [...path, 'of'], scope)
      const condition = inner ? readCondition(where, [...path, 'where'], scope, inner) : nothing(path)
      return {
        kind: 'quantifier',
        id,
        place: placeOf(scope.document.keySpanOf(path)),
        quantifier: key,
        of: of as FactId,
        where: condition,
        ifEmpty,
      }
    }
    default: {
      const fact =
        list === undefined ? personFact(key, path, scope, reportAtKey) : itemField(key, path, scope, list, reportAtKey)
      if (fact) return readTest(value as WrittenTest, fact, path, scope, list)
      readParameterNames(value, path, scope)
      return nothing(path)
    }
  }
}

function readConditions(
  written: readonly WrittenCondition[],
  path: Path,
  scope: NameScope,
  list: FactId | undefined,
): Condition[] {
  return written.map((part, index) => readCondition(part, [...path, index], scope, list))
}

/** The list of that name, reported if the record has none. */
export function readListName(name: string, path: Path, scope: NameScope): FactId | undefined {
  const { lists } = scope.facts
  if (lists.has(name as FactId)) return name as FactId
  reportAt(scope, path, 'check/unknown-list', { list: name, ...suggest(name, lists.keys()) })
  return undefined
}

/** A bare value means `is`, a list `in`, a map its operators. */
function readTest(written: WrittenTest, fact: Fact, path: Path, scope: NameScope, list: FactId | undefined): Condition {
  if (Array.isArray(written)) return readComparison('in', written, fact, path, scope, list)
  if (typeof written !== 'object') return readComparison('is', written as WrittenOperand, fact, path, scope, list)
  const parts = Object.entries(written).map(([operator, operand]) =>
    readComparison(operator as OperatorName, operand, fact, [...path, operator], scope, list),
  )
  return together(parts, path)
}

function readComparison(
  name: OperatorName,
  written: WrittenOperand | readonly WrittenOperand[],
  fact: Fact,
  path: Path,
  scope: NameScope,
  list: FactId | undefined,
): Condition {
  const operator = operatorNamed(name)
  if (!operator) return nothing(path)
  const subject = { of: list === undefined ? 'person' : 'item', fact: fact.id } as const
  const comparison = {
    kind: 'comparison',
    id: nodeId(path),
    place: placeOf(scope.document.keySpanOf(path)),
    subject,
    operator: name,
  } as const
  if (!applies(operator, fact.type)) {
    reportAtKey(scope, path, 'check/operator-type', { operator: name, fact: fact.id, type: fact.type.is })
    return { ...comparison, operand: { kind: 'literal', value: { type: 'unknown' } } }
  }
  return { ...comparison, operand: readOperandOf(operator, written, fact, path, scope, list) }
}

function readOperandOf(
  operator: Operator,
  written: WrittenOperand | readonly WrittenOperand[],
  fact: Fact,
  path: Path,
  scope: NameScope,
  list: FactId | undefined,
): Operand {
  const { id, type } = fact
  switch (operator.operand) {
    case 'same':
      return readOperand(written, { type, fact: id }, path, scope, list)
    case 'list':
      return readOperand(written, { type, fact: id, list: true }, path, scope, list)
    case 'boolean':
      return readOperand(written, { type: { is: 'boolean' }, fact: id }, path, scope, list)
    case 'duration':
      return readOperand(written, { type: { is: 'duration' }, fact: id }, path, scope, list)
    case 'pair': {
      const ends = written as readonly WrittenOperand[]
      const items = ends.map((end, index) => readOperand(end, { type, fact: id }, [...path, index], scope, list))
      return { kind: 'list', items }
    }
  }
}

function applies(operator: Operator, { is, ordered }: FactType): boolean {
  return operator.tests.includes(is) || (operator.ordered === true && ordered === true)
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
function nodeId(path: Path): NodeId {
  return path.join('/') as NodeId
}
