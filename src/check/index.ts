// Sources → policy set or diagnostics: shape first, then names, types and dates.
export { parseDateText } from './dates.js'
export { type LoadOptions, loadPolicySet, parseCases } from './load-policy-set.js'
export { loadMapping } from './mapping.js'
export { suggest } from './nearest.js'
