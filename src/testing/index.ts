// Cases for policies, run the same way by our own tests and other people's.
export { type CaseOptions, type CaseResult, runCases } from './run-cases.js'
