// One record per operator: what it tests and what that means, what stands on its right side, which one it negates; and
// what embedders bring.
export { type GivenExtensions, givenExtensions, isExtensionName, neededExtensions } from './extensions.js'
export { type OperandShape, type Operator, operatorNamed, operators, tests } from './operators.js'
export type { Test, Testing } from './testing.js'
