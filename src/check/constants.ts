import { compareDecimals, type DecimalText } from '../base/index.js'
import type { Operand, Value } from '../model/index.js'
import type { NameScope } from './scope.js'

/** A value that an operand has from one day to another, the end excluded. */
export interface Constant {
  readonly is: Value
  readonly from: number
  readonly until: number
}

/** The values that an operand has while the policy is in force, if it is a literal or a parameter. */
export function constantsOf(
  operand: Operand,
  { parameters, effective }: Pick<NameScope, 'parameters' | 'effective'>,
): readonly Constant[] | undefined {
  if (operand.kind === 'literal') return [{ is: operand.value, from: -Infinity, until: Infinity }]
  if (operand.kind !== 'parameter') return undefined
  const { from: start = -Infinity, until: end = Infinity } = effective ?? {}
  return (parameters.get(operand.name)?.values ?? [])
    .map(({ is, from, until = Infinity }) => ({ is, from: Math.max(from, start), until: Math.min(until, end) }))
    .filter(({ from, until }) => from < until)
}

/** The numbers among some values. */
export function numbersOf(constants: readonly Constant[] = []): DecimalText[] {
  return constants.flatMap(({ is }) => (is.type === 'number' ? [is.value] : []))
}

/** Whether on some day the one number is below the other. */
export function everBelow(left: readonly Constant[] = [], right: readonly Constant[] = []): boolean {
  return everCompare(left, right, (comparison) => comparison < 0)
}

/** Whether on some day the one number is below the other or the same. */
export function everAtMost(left: readonly Constant[] = [], right: readonly Constant[] = []): boolean {
  return everCompare(left, right, (comparison) => comparison <= 0)
}

function everCompare(
  left: readonly Constant[],
  right: readonly Constant[],
  holds: (comparison: number) => boolean,
): boolean {
  return left.some((one) =>
    right.some(
      (other) =>
        one.from < other.until &&
        other.from < one.until &&
        one.is.type === 'number' &&
        other.is.type === 'number' &&
        holds(compareDecimals(one.is.value, other.is.value)),
    ),
  )
}
