// Testing policies: cases in, what passed and what differed out.
export { type CaseOptions, type CaseResult, runCases } from './testing/index.js'
