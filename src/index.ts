// The core: a checked policy set and records in, decisions and explanations out. Loads no parser and nothing of Node.
export type { Locale, Localized, Place, Result, SourceText, Span } from './base/index.js'
export { alignColumns, engineVersion, formatDate, formatPath, formatPlace } from './base/index.js'
export { at, compile, readProgram, toProgramFile } from './compile/index.js'
export {
  type Diagnostic,
  type DiagnosticCode,
  type FormatOptions,
  formatDiagnostic,
  formatDiagnostics,
  messageOf,
  type Related,
  type RelatedCode,
  relatedMessageOf,
} from './diagnostics/index.js'
export {
  type EngineRule,
  type EngineValue,
  type EvaluateOptions,
  type EvaluatorName,
  evaluate,
  evaluatorNames,
  type FactRequest,
  type FactSource,
  type Inputs,
  jsonRulesEngineFacts,
  toJsonRulesEngine,
} from './evaluate/index.js'
export {
  type Cell,
  type Column,
  type Explanation,
  explain,
  type Line,
  outcomeName,
  outcomesOf,
  type Row,
  render,
  type Section,
  sayCell,
  sayColumn,
  sayHeading,
  sayLine,
  sayTitle,
  type Table,
} from './explain/index.js'
export type {
  Assumption,
  Decision,
  DerivationExtension,
  Extensions,
  Finding,
  MissingFact,
  OperatorExtension,
  Policy,
  PolicySet,
  Program,
  ProgramFile,
  RecordDocument,
  SubjectRecord,
  Trace,
} from './model/index.js'
export { createTally, type Summary, type Tally } from './population/index.js'
export { readRecord } from './record/index.js'
