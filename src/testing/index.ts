// Cases for policies, run the same way by the command, our own tests and other people's.
export { type DescribeOptions, describeCases } from './describe-cases.js'
export type { Difference, UnknownName } from './differences.js'
export { type FoundCase, type FoundCases, findCases } from './find-cases.js'
export { formatResult } from './format.js'
export { type DecisionMatchers, matchers } from './matchers.js'
export { type CaseOptions, type CaseResult, runCases } from './run-cases.js'
export { valueText } from './value-text.js'
