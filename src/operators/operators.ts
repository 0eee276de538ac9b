import { negate } from '../base/index.js'
import type { FactType, OperatorName } from '../model/index.js'
import { isBetween } from './between.js'
import { isKnown } from './known.js'
import { contains, containsAll, containsAny, isIn } from './members.js'
import { compares, is, LESS, MORE, SAME } from './relation.js'
import type { Test } from './testing.js'
import { isWithin } from './within.js'

/** What the right side of an operator is, seen from the fact on its left. */
export type OperandShape = 'same' | 'list' | 'pair' | 'duration' | 'boolean'

/** What a policy can say about one fact. 运算符 */
export interface Operator {
  readonly name: OperatorName
  /** The types of fact that it can test. */
  readonly tests: readonly FactType['is'][]
  /** True if an ordered enumeration can be tested too. */
  readonly ordered?: true
  /** True if it tests a list of values too, by its members. */
  readonly lists?: true
  readonly operand: OperandShape
  /** Set on the negative operators: they are the negation of another, also where there is nothing (`none`) or nothing known. */
  readonly negationOf?: OperatorName
  readonly test: Test
}

const any = ['boolean', 'number', 'text', 'date', 'duration'] as const
const quantities = ['number', 'date', 'duration'] as const

/** Every operator, in the order in which the documentation lists them. */
export const operators = [
  { name: 'is', tests: any, operand: 'same', test: is },
  { name: 'isNot', tests: any, operand: 'same', negationOf: 'is', test: not(is) },
  { name: 'in', tests: any, operand: 'list', test: isIn },
  { name: 'notIn', tests: any, operand: 'list', negationOf: 'in', test: not(isIn) },
  { name: 'atLeast', tests: quantities, ordered: true, operand: 'same', test: compares(MORE | SAME) },
  { name: 'atMost', tests: quantities, ordered: true, operand: 'same', test: compares(LESS | SAME) },
  { name: 'moreThan', tests: quantities, ordered: true, operand: 'same', test: compares(MORE) },
  { name: 'lessThan', tests: quantities, ordered: true, operand: 'same', test: compares(LESS) },
  { name: 'between', tests: quantities, ordered: true, operand: 'pair', test: isBetween },
  { name: 'before', tests: ['date'], operand: 'same', test: compares(LESS) },
  { name: 'after', tests: ['date'], operand: 'same', test: compares(MORE) },
  { name: 'onOrBefore', tests: ['date'], operand: 'same', test: compares(LESS | SAME) },
  { name: 'onOrAfter', tests: ['date'], operand: 'same', test: compares(MORE | SAME) },
  { name: 'within', tests: ['date'], operand: 'duration', test: isWithin },
  { name: 'contains', tests: ['text'], lists: true, operand: 'same', test: contains },
  { name: 'containsAny', tests: ['text'], lists: true, operand: 'list', test: containsAny },
  { name: 'containsAll', tests: ['text'], lists: true, operand: 'list', test: containsAll },
  { name: 'known', tests: any, lists: true, operand: 'boolean', test: isKnown },
] as const satisfies readonly Operator[]

const byName: ReadonlyMap<string, Operator> = new Map(operators.map((operator) => [operator.name, operator]))

/** The operator of that name, or undefined. */
export function operatorNamed(name: string): Operator | undefined {
  return byName.get(name)
}

/** Whether the operator can test a fact of that type; of a list, only what asks for its members. */
export function tests(operator: Operator, { is, ordered, list }: FactType): boolean {
  if (list) return operator.lists === true
  return operator.tests.includes(is) || (operator.ordered === true && ordered === true)
}

function not(test: Test): Test {
  return (left, right, testing) => negate(test(left, right, testing))
}
