// Program + record → decisions with trace.
export { type EvaluateOptions, type EvaluatorName, evaluate, evaluatorNames } from './evaluate.js'
export type { Inputs } from './inputs.js'
export { jsonRulesEngineFacts, toJsonRulesEngine } from './json-rules-engine/export.js'
export type { EngineValue } from './json-rules-engine/plain.js'
export type { EngineRule } from './json-rules-engine/rules.js'
export type { FactRequest, FactSource } from './sources.js'
