// One record per operator: what it tests and what that means, what stands on its right side, which one it negates.
export { type OperandShape, type Operator, operatorNamed, tests } from './operators.js'
export type { Test, Testing } from './testing.js'
