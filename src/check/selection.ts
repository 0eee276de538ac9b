import type { FactId, Path } from '../base/index.js'
import {
  type Condition,
  type Fact,
  isOrdered,
  type Keep,
  type List,
  type Operand,
  type Selection,
  type Stretches,
  type Value,
  type Weights,
  type WrittenCondition,
  type WrittenOperand,
  type WrittenScalar,
  type WrittenWeights,
} from '../model/index.js'
import { declaredFact } from './declared.js'
import { readKey, readLiteral } from './literal.js'
import { suggest } from './nearest.js'
import { fieldOf, readOperand, readSlot } from './operand.js'
import { type NameScope, reportAt, reportAtKey } from './scope.js'

/** How a selection is written; a quantifier and every aggregate have these keys. */
export interface WrittenSelection {
  readonly of: string
  readonly where?: WrittenCondition
  readonly since?: WrittenOperand
  readonly within?: WrittenOperand
  readonly keep?: WrittenKeep
  readonly latest?: WrittenOperand
  readonly having?: WrittenCondition
  readonly at?: WrittenOperand
  readonly current?: boolean
  readonly gaps?: 'skip'
  readonly due?: WrittenOperand
}

export type WrittenKeep = {
  readonly highest?: string
  readonly prefer?: Readonly<Record<string, readonly WrittenScalar[]>>
  readonly per: string
}

/** Reads a condition on the items of a list; given by the caller, since conditions have selections in them. */
type ReadCondition = (written: WrittenCondition, path: Path, scope: NameScope) => Condition

/** The list of that name, reported if there is none. */
export function readListName(name: string, path: Path, scope: NameScope): List | undefined {
  const names = scope.facts.listNames()
  const list = scope.facts.list(name)
  // What is wrong with a list that was written has been said.
  if (!list && !names.includes(name))
    reportAt(scope, path, 'check/unknown-list', { list: name, ...suggest(name, names) })
  return list
}

/** Which items of a list a form looks at, `points` being what each is awarded; undefined if there is no such list. */
export function readSelection(
  written: WrittenSelection,
  path: Path,
  scope: NameScope,
  readCondition: ReadCondition,
  points?: Operand,
): Selection<Operand, Condition> | undefined {
  const list = readListName(written.of, [...path, 'of'], scope)
  if (!list) return undefined
  const { where, since, within, keep, latest, having, at, current, gaps, due } = written
  const inner = inside(scope, list)
  const declared = declaredFact(list.id, scope)
  if (current && !list.period)
    reportAtKey(scope, [...path, 'current'], 'check/needs-periods', { list: list.id }, declared)
  for (const key of ['gaps', 'due'] as const)
    if (written[key] !== undefined && !list.yearly)
      reportAtKey(scope, [...path, key], 'check/not-yearly', { key, list: list.id }, declared)
  const kept = keep && readKeep(keep, list, [...path, 'keep'], scope, points)
  return {
    of: list.id,
    ...(where && { where: readCondition(where, [...path, 'where'], inner) }),
    ...(since !== undefined && { since: dateIn(since, 'since') }),
    ...(within !== undefined && { within: duration(within, 'within') }),
    ...(kept && { keep: kept }),
    ...(latest !== undefined && { latest: howMany(latest) }),
    ...(having && { having: readCondition(having, [...path, 'having'], inner) }),
    ...(at !== undefined && { at: dateIn(at, 'at') }),
    ...(current && { current: true }),
    ...(gaps && { gaps }),
    ...(due !== undefined && { due: duration(due, 'due') }),
  }

  function dateIn(operand: WrittenOperand, key: string): Operand {
    return readSlot(operand, { type: { is: 'date' }, fact: key as FactId }, [...path, key], scope)
  }

  function duration(operand: WrittenOperand, key: string): Operand {
    return readOperand(operand, { type: { is: 'duration' }, fact: key as FactId }, [...path, key], scope)
  }

  function howMany(operand: WrittenOperand): Operand {
    const at = [...path, 'latest']
    if (typeof operand === 'number' && !Number.isInteger(operand))
      reportAt(scope, at, 'shape/wrong-type', { expected: ['integer'], found: 'number' })
    else if (typeof operand === 'number' && operand < 1) reportAt(scope, at, 'shape/too-small', { least: 1 })
    return readOperand(operand, { type: { is: 'number' }, fact: 'latest' as FactId }, at, scope)
  }
}

/** The periods of a list's items; undefined if it has none, which is reported. */
export function readStretches(
  written: Pick<WrittenSelection, 'of' | 'where'>,
  path: Path,
  scope: NameScope,
  readCondition: ReadCondition,
): Stretches<Condition> | undefined {
  const list = readListName(written.of, [...path, 'of'], scope)
  if (!list) return undefined
  if (!list.period)
    reportAt(scope, [...path, 'of'], 'check/needs-periods', { list: list.id }, declaredFact(list.id, scope))
  const where = written.where && readCondition(written.where, [...path, 'where'], inside(scope, list))
  return { of: list.id, ...(where && { where }) }
}

/** The scope inside a condition on a list's items. */
export function inside(scope: NameScope, { id }: List): NameScope {
  return { ...scope, items: [id, ...scope.items] }
}

/** A number for each value of a field of the list's items. */
export function readWeights(
  { by, table, else: otherwise }: WrittenWeights,
  list: FactId,
  path: Path,
  scope: NameScope,
): Weights | undefined {
  const field = fieldOf(list, by, [...path, 'by'], scope)
  if (!field) return undefined
  const rows = Object.entries(table).flatMap(([key, weight]) => {
    const at = [...path, 'table', key]
    const value = readKey(key, { type: field.type, fact: field.id }, at, scope)
    return value ? [{ value, weight: number(weight, at) }] : []
  })
  return {
    by: field.id,
    table: rows,
    ...(otherwise !== undefined && { otherwise: number(otherwise, [...path, 'else']) }),
  }

  function number(written: number, at: Path): Value {
    const expected = { type: { is: 'number' }, fact: 'table' as FactId } as const
    return readLiteral(written, expected, at, scope) ?? { type: 'unknown' }
  }
}

/** Which of some items is kept; `highest: points` means what each is awarded, if that is given. */
export function readKeep(
  { highest, prefer, per }: WrittenKeep,
  list: List,
  path: Path,
  scope: NameScope,
  points?: Operand,
): Keep<Operand> | undefined {
  const each = fieldOf(list.id, per, [...path, 'per'], scope)
  if (highest === undefined && prefer === undefined) {
    reportAtKey(scope, path, 'shape/missing-key', { key: 'highest' })
    return undefined
  }
  if (highest === 'points' && points) return each && { by: points, type: { is: 'number' }, per: each.id }
  const [name = highest ?? '', order] = Object.entries(prefer ?? {})[0] ?? []
  const at = prefer ? [...path, 'prefer', name] : [...path, 'highest']
  const field = fieldOf(list.id, name, at, scope)
  if (!each || !field) return undefined
  const { id, type } = field
  const by: Operand = { kind: 'fact', subject: { of: 'item', fact: id, level: 0 } }
  if (!order) {
    reportUnordered(field, 'highest', at, scope)
    return { by, type, per: each.id }
  }
  const values = order.map((value, index) => readLiteral(value, { type, fact: id }, [...at, index], scope))
  return { by, type, prefer: values.filter((value) => value !== undefined), per: each.id }
}

/** Reports a field whose values have no order. */
function reportUnordered({ id, type }: Fact, form: string, path: Path, scope: NameScope): void {
  if (!isOrdered(type))
    reportAt(scope, path, 'check/not-computable', { form, value: id, type: type.is }, declaredFact(id, scope))
}
