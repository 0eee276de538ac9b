// The language as types: policy, condition, program, decision, trace. No I/O, hardly any behaviour.
// The types in generated/ come from the JSON Schemas in schemas/.

export type { Citation, Provenance } from './citation.js'
export type {
  Condition,
  Operand,
  OperatorName,
  ProgramCondition,
  ProgramOperand,
  QuantifierName,
  Subject,
} from './condition.js'
export type { Conventions, WrittenConventions } from './conventions.js'
export type { Assumption, Benefit, Decision, Finding, Measure, MissingFact, ScoreStatement } from './decision.js'
export type { Derivation } from './derivation.js'
export type {
  DerivationExtension,
  DerivationSignature,
  ExtensionName,
  Extensions,
  NeededExtensions,
  OperatorExtension,
  OperatorSignature,
  PlainValue,
} from './extension.js'
export type { Current, Fact, Field, List, NamedPart, Parts, ProgramFact, ProgramList } from './fact.js'
export type { CasesDocument, Expectation } from './generated/cases.js'
export type { FactEntryMap, FactsDocument, ListPart, Weights as WrittenWeights } from './generated/facts.js'
export type { MappingDocument } from './generated/mapping.js'
export type {
  Conventions as ConventionsDocument,
  PolicyDocument,
  Scorecard as WrittenScorecard,
} from './generated/policy.js'
export type { MappedField, Mapping } from './mapping.js'
export type {
  DatedValue,
  Hearing,
  Parameter,
  Period,
  Policy,
  PolicySet,
  ProgramRule,
  Remedy,
  Rule,
  SetAside,
  Yields,
} from './policy.js'
export type { Program, ProgramFile, ProgramParameter, ProgramPolicy } from './program.js'
export type { DeepReadonly } from './readonly.js'
export {
  type FieldSchema,
  listIn,
  type RecordDocument,
  recordSchema,
  type SubjectKind,
  type SubjectRecord,
} from './record.js'
export {
  BAND,
  type GroupKeep,
  isSequence,
  SCORE,
  type Scorecard,
  type ScoreGroup,
  type ScoreItem,
  type ScoreSource,
  type Sequence,
  type Tier,
} from './scorecard.js'
export type { Keep, Selection, Stretches, Weights } from './selection.js'
export {
  type ComparisonTrace,
  decidingItemTruth,
  decidingParts,
  nodesOf,
  type PolicyTrace,
  type QuantifierTrace,
  type RuleTrace,
  type Supposition,
  type Trace,
} from './trace.js'
export { type FactType, isOrdered, type MissingField, type ShownValue, showValue, type Value } from './value.js'
export type {
  WrittenArguments,
  WrittenAward,
  WrittenCaseRecord,
  WrittenComputed,
  WrittenCondition,
  WrittenFact,
  WrittenForms,
  WrittenList,
  WrittenOperand,
  WrittenScalar,
  WrittenTest,
  WrittenTestOperand,
} from './written.js'
