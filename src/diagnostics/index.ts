// The catalogue of what can be wrong in somebody's files, how one problem is carried, and how it is shown.
export type {
  DiagnosticCode,
  DiagnosticParams,
  FactTypeName,
  RelatedCode,
  RelatedParams,
  Severity,
  ShapeName,
  SyntaxReason,
  YamlFeature,
} from './catalogue.js'
export {
  type Diagnostic,
  type DiagnosticOf,
  diagnostic,
  hasErrors,
  type Related,
  type Report,
  relatedPlace,
  sortDiagnostics,
} from './diagnostic.js'
export { type DiagnosticsDocument, toDiagnosticsDocument } from './document.js'
export { type FormatOptions, formatDiagnostic, formatDiagnostics, type Part } from './format.js'
export { toGithubAnnotations } from './github.js'
export { messageOf, relatedMessageOf } from './messages.js'
export type { Region } from './region.js'
export { type SarifLog, toSarif } from './sarif.js'
