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
import { readLiteral } from './literal.js'
import { fieldOf, nameOf, personFact, readOperand, readTyped } from './operand.js'
import { type NameScope, reportAt, reportAtKey } from './scope.js'
import { inside, readKeep, readListName, readSelection, type WrittenKeep } from './selection.js'

type Source = ScoreSource<Operand, Condition>
type WrittenItem = WrittenScorecard['items'][number]

const NUMBER: FactType = { is: 'number' }
const ZERO: Operand = { kind: 'literal', value: { type: 'number', value: '0' as never } }

/** What an item of a scorecard gets its points from. */
export function readSource({ each, per, when, award }: WrittenItem, path: Path, scope: NameScope): Source {
  const at = [...path, 'award']
  const given = [each, per, when].filter((one) => one !== undefined)
  if (given.length > 1) reportAtKey(scope, path, 'check/several-sources-of-points', {})
  if (isTiers(award) && !per) reportAt(scope, at, 'check/award-form', { form: 'tiers', source: 'per' })
  if (isInOrder(award) && !each) reportAt(scope, at, 'check/award-form', { form: 'first', source: 'each' })
  if (each) return readEach(each, award, path, scope)
  if (per) return readPer(per, award, path, scope)
  const { operand, by } = readAward(award, at, scope)
  return {
    kind: 'when',
    ...(when && { when: readCondition(when, [...path, 'when'], scope) }),
    award: operand,
    ...(by && { by: by.id }),
  }
}

function readEach(each: NonNullable<WrittenItem['each']>, award: WrittenAward, path: Path, scope: NameScope): Source {
  const [list, at] = [readListName(each.of, [...path, 'each', 'of'], scope), [...path, 'award']]
  if (!list) return { kind: 'when', award: ZERO }
  const inner = inside(scope, list)
  const { award: read, by } = isInOrder(award) ? { award: readSequence(award, at, scope), by: undefined } : readOne()
  const points = isSequence(read) ? undefined : read
  if (each.keep?.highest === 'points' && !points)
    reportAt(scope, [...path, 'each', 'keep', 'highest'], 'check/sequence-by-points', {})
  const from = readSelection(each, [...path, 'each'], scope, readCondition, points ?? ZERO)
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
  if (counted?.type && unit?.type) reportMeasures(counted.type, unit.type, nameOf(operand))
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
  function reportMeasures(quantityType: FactType, unitType: FactType, name: string): void {
    const countable = (type: FactType) => !type.list && (type.is === 'number' || type.is === 'duration')
    if (!countable(quantityType))
      reportAt(scope, [...at, 'of'], 'check/not-computable', { form: 'per', value: name, type: quantityType.is })
    else if (unitType.is !== quantityType.is || unitType.list)
      reportAt(scope, [...at, 'every'], 'check/operand-type', { value: String(every), expected: quantityType.is })
    else if (unitType.measured === 'both' || (unitType.measured === 'days' && !inDays(quantityType, operand, scope)))
      reportAt(scope, [...at, 'every'], 'check/mixed-units', {})
    else if (unitType.measured === 'months' && quantityType.measured === 'days')
      reportAt(scope, [...at, 'every'], 'check/mixed-units', {})
  }

  function readTiers({ tiers }: InTiers): Tier<Operand>[] {
    let below = 0
    return tiers.map(({ upTo, is }, index) => {
      const here = [...path, 'award', 'tiers', index]
      const last = index === tiers.length - 1
      if ((upTo === undefined) !== last || (upTo !== undefined && upTo <= below))
        reportAtKey(scope, here, 'check/tiers-not-rising', {})
      below = upTo ?? below
      const end =
        upTo === undefined ? undefined : readLiteral(upTo, { type: NUMBER, fact: 'upTo' as FactId }, here, scope)
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
  if (!fact) return { operand: ZERO }
  const subject =
    list === undefined ? { of: 'person' as const, fact: fact.id } : { of: 'item' as const, fact: fact.id, level: 0 }
  const rows = Object.entries(table).map(([key, is]) => {
    const at = [...path, 'table', key]
    // Keys of a map are text; a number is written as one.
    const scalar = fact.type.is === 'number' ? Number(key) : fact.type.is === 'boolean' ? key === 'true' : key
    const value: Value = readLiteral(scalar, { type: fact.type, fact: fact.id }, at, scope) ?? { type: 'unknown' }
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
    if (otherwise === undefined && (!all || lacking.length > 0))
      reportAtKey(scope, [...path, 'table'], 'check/table-without-else', { fact: id, values: lacking })
  }
}

function points(operand: WrittenOperand, path: Path, scope: NameScope): Operand {
  return readOperand(operand, { type: NUMBER, fact: 'award' as FactId }, path, scope)
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
  scope: NameScope,
): GroupKeep<Operand> | undefined {
  const kept = members.flatMap(({ id, source }) => {
    const list = source.kind === 'each' ? scope.facts.list(source.from.of) : undefined
    if (source.kind !== 'each' || !list) {
      reportAtKey(scope, path, 'check/keep-needs-each', { item: id })
      return []
    }
    if (isSequence(source.award)) reportAtKey(scope, path, 'check/sequence-by-points', {})
    const own = readKeep(keep, list, path, scope, isSequence(source.award) ? ZERO : source.award)
    return own ? [{ id, own }] : []
  })
  const [first] = kept
  if (!first || kept.length < members.length) return undefined
  const { type, prefer } = first.own
  const of = kept.map(({ id, own: { by, per } }) => [id, { by, per }] as const)
  return { of: Object.fromEntries(of), type, ...(prefer && { prefer }) }
}
