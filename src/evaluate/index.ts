// Program + record → decisions with trace.
export { type EvaluateOptions, type EvaluatorName, evaluate, evaluatorNames } from './evaluate.js'
export type { Inputs } from './inputs.js'
export type { FactRequest, FactSource } from './sources.js'
