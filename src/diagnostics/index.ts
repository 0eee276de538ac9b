// The catalogue of what can be wrong in somebody's files, how one problem is carried, and how it is shown.
export type {
  DiagnosticCode,
  DiagnosticParams,
  FactTypeName,
  Severity,
  ShapeName,
  YamlFeature,
} from './catalogue.js'
export {
  type Diagnostic,
  type DiagnosticOf,
  diagnostic,
  hasErrors,
  type Report,
  sortDiagnostics,
} from './diagnostic.js'
export { formatDiagnostic, formatDiagnostics, messageOf } from './format.js'
