// Checking policies: files of a policy set in, a policy set or every problem out.
export { type LoadOptions, loadMapping, loadPolicySet, parseCases, parseDateText, suggest } from './check/index.js'
export {
  type DiagnosticsDocument,
  type SarifLog,
  toDiagnosticsDocument,
  toGithubAnnotations,
  toSarif,
} from './diagnostics/index.js'
export type {
  CasesDocument,
  DerivationExtension,
  Expectation,
  Extensions,
  Mapping,
  OperatorExtension,
} from './model/index.js'
export { formatYaml, type SourceText } from './source/index.js'
