// The language as types: policy, condition, program, decision, trace. No I/O, hardly any behaviour.
// The types in generated/ come from the JSON Schemas in schemas/.
export type { Condition, Operand, OperatorName, ProgramCondition, ProgramOperand, Subject } from './condition.js'
export type { Assumption, Decision, Finding, MissingFact } from './decision.js'
export type { Derivation, Fact, Field, List, ProgramFact } from './fact.js'
export type { CasesDocument, Expectation } from './generated/cases.js'
export type { FactEntry, FactsDocument } from './generated/facts.js'
export type { MappingDocument } from './generated/mapping.js'
export type { PolicyDocument, RotationPolicy } from './generated/policy.js'
export type { MappedField, Mapping } from './mapping.js'
export type { Citation, Parameter, Period, Policy, PolicySet, ProgramRule, Provenance, Remedy, Rule } from './policy.js'
export type { Program, ProgramParameter, ProgramPolicy } from './program.js'
export type { DeepReadonly } from './readonly.js'
export { type FieldSchema, listIn, type PersonRecord, type RecordDocument, recordSchema } from './record.js'
export {
  type ComparisonTrace,
  decidingItemTruth,
  decidingParts,
  nodesOf,
  type PolicyTrace,
  type QuantifierTrace,
  type Supposition,
  type Trace,
} from './trace.js'
export { type FactType, type MissingField, type ShownValue, showValue, type Value } from './value.js'
export type { WrittenCaseRecord, WrittenCondition, WrittenOperand, WrittenTest } from './written.js'
