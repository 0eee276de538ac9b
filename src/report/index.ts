// HTML from decisions, with components that escape.
// A file of its own: a declaration beside a component would ask whoever compiles against us for preact.
export type { RejectedRow } from './rejected-row.js'
export { type ReportOptions, renderReport } from './render-report.js'
