// Testing policies: cases in, what passed and what differed out.
export {
  type CaseOptions,
  type CaseResult,
  type DecisionMatchers,
  type DescribeOptions,
  type Difference,
  describeCases,
  type FoundCase,
  type FoundCases,
  findCases,
  formatResult,
  matchers,
  runCases,
  type UnknownName,
  valueText,
} from './testing/index.js'
