// Testing policies: cases in, what passed and what differed out.
export {
  type CaseOptions,
  type CaseResult,
  type Difference,
  formatResult,
  runCases,
  valueText,
} from './testing/index.js'
