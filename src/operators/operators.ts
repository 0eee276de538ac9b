import type { FactType, OperatorName } from '../model/index.js'

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
}

const any = ['boolean', 'number', 'text', 'date', 'duration'] as const
const quantities = ['number', 'date', 'duration'] as const

/** Every operator, in the order in which the documentation lists them. */
const operators = [
  { name: 'is', tests: any, operand: 'same' },
  { name: 'isNot', tests: any, operand: 'same', negationOf: 'is' },
  { name: 'in', tests: any, operand: 'list' },
  { name: 'notIn', tests: any, operand: 'list', negationOf: 'in' },
  { name: 'atLeast', tests: quantities, ordered: true, operand: 'same' },
  { name: 'atMost', tests: quantities, ordered: true, operand: 'same' },
  { name: 'moreThan', tests: quantities, ordered: true, operand: 'same' },
  { name: 'lessThan', tests: quantities, ordered: true, operand: 'same' },
  { name: 'between', tests: quantities, ordered: true, operand: 'pair' },
  { name: 'before', tests: ['date'], operand: 'same' },
  { name: 'after', tests: ['date'], operand: 'same' },
  { name: 'onOrBefore', tests: ['date'], operand: 'same' },
  { name: 'onOrAfter', tests: ['date'], operand: 'same' },
  { name: 'within', tests: ['date'], operand: 'duration' },
  { name: 'contains', tests: ['text'], lists: true, operand: 'same' },
  { name: 'containsAny', tests: ['text'], lists: true, operand: 'list' },
  { name: 'containsAll', tests: ['text'], lists: true, operand: 'list' },
  { name: 'known', tests: any, lists: true, operand: 'boolean' },
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
