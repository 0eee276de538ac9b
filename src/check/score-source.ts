import { type FactId, type Path, placeOf } from '../base/index.js'
import {
  type Condition,
  type Fact,
  type FactType,
  type GroupKeep,
  isSequence,
  type Operand,
  type ScoreItem,
  type ScoreSource,
  type Sequence,
  type Tier,
  type Value,
  type WrittenAward,
  type WrittenOperand,
  type WrittenScorecard,
} from '../model/index.js'
import { nodeId, readCondition } from './condition.js'
import { constantsOf } from './constants.js'
import { declaredFact, declaredIn, declaredValues } from './declared.js'
import { reportAbsentPasses } from './fail-open.js'
import { readKey, readLiteral } from './literal.js'
import { fieldOf, nameOf, personFact, readOperand, readParameterNames, readTyped } from './operand.js'
import { alsoAtKey, type NameScope, reportAt, reportAtKey, type Typed } from './scope.js'
import { inside, readKeep, readListName, readSelection, type WrittenKeep } from './selection.js'

type Source = ScoreSource<Operand, Condition>
type WrittenItem = WrittenScorecard['items'][number]

const NUMBER: FactType = { is: 'number' }
const ZERO: Operand = { kind: 'literal', value: { type: 'number', value: '0' as never } }

/** What an item of a scorecard gets its points from. */
export function readSource({ each, per, when, award }: WrittenItem, path: Path, scope: NameScope): Source {
  const at = [...path, 'award']
  const [source, other] = Object.entries({ each, per, when }).flatMap(([key, one]) => (one === undefined ? [] : [key]))
  if (other !== undefined) {
    reportAtKey(scope, [...path, other], 'check/several-sources-of-points', {})
    readParameterNames({ per, when }, path, scope)
  }
  const misplaced = isTiers(award) ? source !== 'per' && 'tiers' : isInOrder(award) && source !== 'each' && 'first'
  if (misplaced) {
    const beside = misplaced === 'tiers' ? 'per' : 'each'
    reportAtKey(scope, [...at, misplaced], 'check/award-form', { form: misplaced, source: beside })
    readParameterNames(award, at, scope)
  }
  if (each) return readEach(each, award, path, scope)
  if (per) return readPer(per, award, path, scope)
  const condition = when && readCondition(when, [...path, 'when'], scope)
  if (condition) reportAbsentPasses(condition, scope)
  const { operand, by } = readAward(award, at, scope)
  return {
    kind: 'when',
    ...(condition && { when: condition }),
    award: operand,
    ...(by && { by: by.id }),
  }
}

function readEach(each: NonNullable<WrittenItem['each']>, award: WrittenAward, path: Path, scope: NameScope): Source {
  const [list, at] = [readListName(each.of, [...path, 'each', 'of'], scope), [...path, 'award']]
  if (!list) {
    readParameterNames({ each, award }, path, scope)
    return { kind: 'when', award: ZERO }
  }
  const inner = inside(scope, list)
  const { award: read, by } = isInOrder(award) ? { award: readSequence(award, at, scope), by: undefined } : readOne()
  const points = isSequence(read) ? undefined : read
  if (each.keep?.highest === 'points' && !points)
    reportAt(scope, [...path, 'each', 'keep', 'highest'], 'check/sequence-by-points', {}, [
      alsoAtKey(scope, [...at, 'first'], 'by-order', {}),
    ])
  const from = readSelection(each, [...path, 'each'], scope, readCondition, points ?? ZERO)
  for (const one of [from?.where, from?.having]) if (one) reportAbsentPasses(one, scope)
  return from ? { kind: 'each', from, award: read, ...(by && { by: by.id }) } : { kind: 'when', award: ZERO }

  function readOne(): { award: Operand; by: Fact | undefined } {
    const { operand, by } = readAward(award, at, inner)
    return { award: operand, by }
  }
}

function readSequence({ first, then }: InOrder, path: Path, scope: NameScope): Sequence<Operand> {
  return {
    first: first.map((one, index) => points(one, [...path, 'first', index], scope)),
    rest: points(then, [...path, 'then'], scope),
  }
}

function readPer(
  { of, every, round }: NonNullable<WrittenItem['per']>,
  award: WrittenAward,
  path: Path,
  scope: NameScope,
): Source {
  const at = [...path, 'per']
  const quantity = typeof of === 'string' && !of.startsWith('$') ? { fact: of } : of
  const [counted, unit] = [readTyped(quantity, [...at, 'of'], scope), readTyped(every, [...at, 'every'], scope)]
  const operand = counted?.operand ?? ZERO
  if (unit?.type) reportMeasures(counted?.type, unit, unit.type)
  const named = operand.kind === 'fact' && operand.subject.of === 'person' ? operand.subject.fact : undefined
  const step = readLiteral(round?.step ?? 1, { type: NUMBER, fact: 'step' as FactId }, [...at, 'round', 'step'], scope)
  return {
    kind: 'per',
    of: operand,
    ...(named !== undefined && { fact: named }),
    every: unit?.operand ?? ZERO,
    ...(round && step && { round: { to: round.to, step } }),
    tiers: isTiers(award) ? readTiers(award) : [{ is: readAward(award, [...path, 'award'], scope).operand }],
  }

  /** Numbers are counted by numbers, months by months, days by days. */
  function reportMeasures(quantityType: FactType | undefined, { operand: one }: Typed, unitType: FactType): void {
    const countable = (type: FactType) => !type.list && (type.is === 'number' || type.is === 'duration')
    const asked = quantityType ?? (countable(unitType) ? unitType : NUMBER)
    const inUnits = [...at, 'every']
    if (!countable(asked))
      reportAt(
        scope,
        [...at, 'of'],
        'check/not-computable',
        { form: 'per', value: nameOf(operand), type: asked.is },
        declaredIn([operand], scope),
      )
    else if (unitType.is !== asked.is || unitType.list)
      reportAt(
        scope,
        inUnits,
        'check/operand-type',
        { value: typeof every === 'object' ? nameOf(one) : String(every), expected: asked.is },
        declaredIn([operand, one], scope),
      )
    else if (quantityType && mixes(quantityType, unitType))
      reportAt(scope, inUnits, 'check/mixed-units', {}, declaredIn([operand, one], scope))
    else if (constantsOf(one, scope)?.some(({ is }) => isNothing(is)))
      reportAt(scope, inUnits, 'shape/not-positive', {}, declaredIn([one], scope))
  }

  function mixes(quantityType: FactType, { measured }: FactType): boolean {
    if (measured === 'days') return !inDays(quantityType, operand, scope)
    return measured === 'both' || (measured === 'months' && quantityType.measured === 'days')
  }

  function readTiers({ tiers }: InTiers): Tier<Operand>[] {
    const last = tiers.length - 1
    const wrong = tiers.findIndex(
      ({ upTo }, index) =>
        (upTo === undefined) !== (index === last) || (upTo ?? Infinity) <= (tiers[index - 1]?.upTo ?? 0),
    )
    if (wrong >= 0) {
      const pathOf = (index: number) => [...path, 'award', 'tiers', index, 'upTo']
      const compared = wrong > 0 && wrong < last && tiers[wrong]?.upTo !== undefined
      const before = compared ? [alsoAtKey(scope, pathOf(wrong - 1), 'tier-before', {})] : []
      reportAtKey(scope, pathOf(wrong), 'check/tiers-not-rising', {}, before)
    }
    return tiers.map(({ upTo, is }, index) => {
      const here = [...path, 'award', 'tiers', index]
      const end =
        upTo === undefined
          ? undefined
          : readLiteral(upTo, { type: NUMBER, fact: 'upTo' as FactId }, [...here, 'upTo'], scope)
      return { ...(end && { upTo: end }), is: points(is, [...here, 'is'], scope) }
    })
  }
}

/** Time between two dates can be counted in days; a sum of months cannot. */
function inDays({ measured }: FactType, operand: Operand, { facts }: NameScope): boolean {
  const named =
    operand.kind === 'fact' && operand.subject.of === 'person' ? facts.fact(operand.subject.fact) : undefined
  const from = named?.from ?? operand
  return measured === 'days' || (from.kind === 'derived' && from.derivation.kind === 'elapsed')
}

interface Award {
  readonly operand: Operand
  /** What a table is looked up by. */
  readonly by?: Fact
}

/** A value, or a table: the first row that fits, so it is read as the choice that it is. */
function readAward(award: WrittenAward, path: Path, scope: NameScope): Award {
  if (isTiers(award) || isInOrder(award)) return { operand: ZERO }
  return isTable(award) ? readTable(award, path, scope) : { operand: points(award, path, scope) }
}

function readTable({ by, table, else: otherwise }: Table, path: Path, scope: NameScope): Award {
  const [list] = scope.items
  const fact = list === undefined ? personFact(by, [...path, 'by'], scope) : fieldOf(list, by, [...path, 'by'], scope)
  if (!fact) {
    readParameterNames({ table, else: otherwise }, path, scope)
    return { operand: ZERO }
  }
  const subject =
    list === undefined ? { of: 'person' as const, fact: fact.id } : { of: 'item' as const, fact: fact.id, level: 0 }
  const rows = Object.entries(table).map(([key, is]) => {
    const at = [...path, 'table', key]
    const value: Value = readKey(key, { type: fact.type, fact: fact.id }, at, scope) ?? { type: 'unknown' }
    const when: Condition = {
      kind: 'comparison',
      id: nodeId(at),
      place: placeOf(scope.document.keySpanOf(at)),
      subject,
      type: fact.type,
      operator: 'is',
      operand: { kind: 'literal', value },
    }
    return { when, is: points(is, at, scope) }
  })
  reportUncovered(fact)
  // A field of the record is one of its values if it is any: of a whole table the last row is what is left.
  const whole = otherwise === undefined && (fact.from.kind === 'field' || fact.from.kind === 'current')
  const rest = otherwise === undefined ? [] : [{ is: points(otherwise, [...path, 'else'], scope) }]
  const branches = whole
    ? rows.map((row, index) => (index === rows.length - 1 ? { is: row.is } : row))
    : [...rows, ...rest]
  const place = placeOf(scope.document.keySpanOf([...path, 'table']))
  const derivation = { kind: 'choose', branches } as const
  return { operand: { kind: 'derived', id: nodeId([...path, 'table']), place, type: NUMBER, derivation }, by: fact }

  /** A value without a row would be a fault for somebody. */
  function reportUncovered({ id, type: { is, values } }: Fact): void {
    const all = is === 'boolean' ? ['true', 'false'] : values
    const lacking = all?.filter((value) => !Object.hasOwn(table, value)) ?? []
    if (otherwise !== undefined || (all && lacking.length === 0)) return
    const listed = values ? declaredValues(id, scope) : declaredFact(id, scope)
    reportAtKey(scope, [...path, 'table'], 'check/table-without-else', { fact: id, values: lacking }, listed)
  }
}

function points(operand: WrittenOperand, path: Path, scope: NameScope): Operand {
  return readPoints(operand, 'award' as FactId, path, scope)
}

/** Reads a number of points; the word `none` is none. */
export function readPoints(written: WrittenOperand, name: FactId, path: Path, scope: NameScope): Operand {
  if (written === 'none') reportAt(scope, path, 'check/operand-type', { value: 'none', expected: 'number' })
  return readOperand(written, { type: NUMBER, fact: name }, path, scope)
}

/** Whether a number or a length of time is zero or less. */
function isNothing(value: Value): boolean {
  if (value.type === 'duration') return value.value.months <= 0 && value.value.days <= 0
  return value.type === 'number' && (value.value === '0' || value.value.startsWith('-'))
}

type Table = Extract<WrittenAward, { readonly by: string; readonly table: unknown }>
type InTiers = Extract<WrittenAward, { readonly tiers: unknown }>
type InOrder = Extract<WrittenAward, { readonly first: unknown }>

function isTable(award: WrittenAward): award is Table {
  return typeof award === 'object' && 'table' in award
}

function isTiers(award: WrittenAward): award is InTiers {
  return typeof award === 'object' && 'tiers' in award
}

function isInOrder(award: WrittenAward): award is InOrder {
  return typeof award === 'object' && 'first' in award
}

/** What is kept across the items of a group: every one of them must have items to keep, and the fields that are named. */
export function readGroupKeep(
  keep: WrittenKeep,
  members: readonly ScoreItem<Operand, Condition>[],
  path: Path,
  pathOfItem: (id: string) => Path,
  scope: NameScope,
): GroupKeep<Operand> | undefined {
  const kept = members.flatMap(({ id, source }) => {
    const list = source.kind === 'each' ? scope.facts.list(source.from.of) : undefined
    if (source.kind !== 'each' || !list) return [] // what is wrong with it has been said
    if (keep.highest === 'points' && isSequence(source.award))
      reportAt(scope, [...path, 'highest'], 'check/sequence-by-points', {}, [
        alsoAtKey(scope, [...pathOfItem(id), 'award', 'first'], 'by-order', {}),
      ])
    const own = readKeep(keep, list, path, scope, isSequence(source.award) ? ZERO : source.award)
    return own ? [{ id, own }] : []
  })
  const [first] = kept
  if (!first || kept.length < members.length) return undefined
  const { type, prefer } = first.own
  const other = kept.find(({ own }) => !isSameOrder(own.type, type))
  if (other) {
    const at = [...path, prefer ? 'prefer' : 'highest']
    const names = { fact: nameOf(first.own.by), other: nameOf(other.own.by) }
    const listed = [...declaredValues(names.fact, scope), ...declaredValues(names.other, scope)]
    reportAt(scope, at, 'check/other-enumeration', names, listed)
  }
  const of = kept.map(({ id, own: { by, per } }) => [id, { by, per }] as const)
  return { of: Object.fromEntries(of), type, ...(prefer && { prefer }) }
}

function isSameOrder(one: FactType, other: FactType): boolean {
  return one.is === other.is && JSON.stringify(one.values) === JSON.stringify(other.values)
}
