// Program + record → decisions with trace.
export { type EvaluateOptions, evaluate } from './evaluate.js'
export type { Inputs } from './inputs.js'
export type { FactRequest, FactSource } from './sources.js'
