// One record per operator: what it tests, what stands on its right side, which one it negates.
export { type OperandShape, type Operator, operatorNamed, tests } from './operators.js'
