import { type FactId, firstDay, numberFromDecimal } from '../../base/index.js'
import type { FactType, OperatorName, ProgramFact, ProgramOperand, ProgramPolicy, Value } from '../../model/index.js'
import { engineOperator, isAnswered, type Leaf } from './rules.js'

/** A value as json-rules-engine compares it: a day is a number such as 20261121, nothing is null. */
export type EngineValue = string | number | boolean | null | readonly EngineValue[]

/** One test of a fact by the operators that json-rules-engine has, or several of the same fact. */
export interface PlainTest {
  readonly fact: FactId
  readonly together: 'all' | 'any'
  readonly tests: readonly { readonly operator: string; readonly value: EngineValue }[]
}

/**
 * A leaf in json-rules-engine's own words; undefined where these would say something else: its operators coerce, know no
 * lengths of time, no order of texts and no end that is still open.
 */
export function plainTest(leaf: Leaf, { facts }: ProgramPolicy): PlainTest | undefined {
  if (isAnswered(leaf) || leaf.subject.of !== 'person') return undefined
  const { subject, type, operator, operand, negated } = leaf
  const fact = facts[subject.fact]
  const constant = constantIn(operand)
  const value = constant && engineValue(constant)
  if (!fact || !isPlain(fact) || value === undefined) return undefined
  const tests = testsFor(operator, type, value)?.map((one) => ({
    ...one,
    operator: negated ? `not:${one.operator}` : one.operator,
  }))
  return tests && { fact: fact.id, together: negated ? 'any' : 'all', tests }
}

/** The value of an operand that is the same for everybody. */
function constantIn(operand: ProgramOperand): Value | undefined {
  if (operand.kind === 'constant') return operand.value
  if (operand.kind !== 'list') return undefined
  const items = operand.items.map(constantIn)
  return items.every((item) => item !== undefined) ? { type: 'list', items } : undefined
}

/** Whether the values of a fact, where they are known, can be handed over as they are. */
function isPlain({ type, from }: ProgramFact): boolean {
  switch (type.is) {
    case 'boolean':
    case 'text':
    case 'number':
      return true
    case 'date':
      // A day that is derived may be an end still open: later than every day, and none.
      return (from.kind === 'field' && from.absent?.type !== 'open') || from.kind === 'input'
    case 'duration':
      return false
  }
}

/** The value as it can be handed over; undefined if it is not known, or cannot be said without loss. */
export function engineValue(value: Value): EngineValue | undefined {
  switch (value.type) {
    case 'boolean':
    case 'text':
      return value.value
    case 'number':
      return numberFromDecimal(value.value)
    case 'date':
      return firstDay(value.value)
    case 'none':
      return null
    case 'list': {
      const items = value.items.map(engineValue)
      return items.every((item) => item !== undefined && item !== null) ? items : undefined
    }
    default:
      return undefined
  }
}

/** The operators that ask for an order; days are numbers here. */
const comparisons: Readonly<Partial<Record<OperatorName, 'atLeast' | 'atMost' | 'moreThan' | 'lessThan'>>> = {
  atLeast: 'atLeast',
  atMost: 'atMost',
  moreThan: 'moreThan',
  lessThan: 'lessThan',
  onOrAfter: 'atLeast',
  onOrBefore: 'atMost',
  after: 'moreThan',
  before: 'lessThan',
}

/** How it asks for the members of a list. */
const memberships: Readonly<Partial<Record<OperatorName, string>>> = {
  contains: 'contains',
  containsAny: 'someValue:contains',
  containsAll: 'everyValue:contains',
}

/** The tests that together say what the operator says. */
function testsFor(operator: OperatorName, type: FactType, value: EngineValue): PlainTest['tests'] | undefined {
  if (operator === 'between') {
    const ends = Array.isArray(value) ? [testsFor('atLeast', type, value[0]), testsFor('atMost', type, value[1])] : []
    const [low, high] = ends
    return low && high && [...low, ...high]
  }
  if (operator === 'is' || operator === 'isNot') return [{ operator: engineOperator(operator), value }]
  if (operator === 'in' || operator === 'notIn') return [{ operator, value }]
  const membership = type.list && memberships[operator]
  if (membership) return [{ operator: membership, value }]
  const comparison = comparisons[operator]
  if (!comparison) return undefined
  if (typeof value === 'number') return [{ operator: engineOperator(comparison), value }]
  const { values = [], ordered } = type
  if (!ordered || typeof value !== 'string' || !values.includes(value)) return undefined
  // Words have their own order: those that will do are named.
  const holds = {
    atLeast: (place: number, end: number) => place >= end,
    atMost: (place: number, end: number) => place <= end,
    moreThan: (place: number, end: number) => place > end,
    lessThan: (place: number, end: number) => place < end,
  }[comparison]
  const end = values.indexOf(value)
  return [{ operator: 'in', value: values.filter((_, place) => holds(place, end)) }]
}
