// Cases for policies, run the same way by the command, our own tests and other people's.
export type { Difference } from './differences.js'
export { formatResult } from './format.js'
export { type CaseOptions, type CaseResult, runCases } from './run-cases.js'
export { valueText } from './value-text.js'
