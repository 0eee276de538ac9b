// Checking policies: files of a policy set in, a policy set or every problem out.
export { loadMapping, loadPolicySet, parseCases, parseDateText } from './check/index.js'
export type { CasesDocument, Expectation, Mapping } from './model/index.js'
export type { SourceText } from './source/index.js'
