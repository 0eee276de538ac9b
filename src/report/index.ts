// HTML from decisions, with components that escape.
export type { RejectedRow } from './rejected.js'
export { type ReportOptions, renderReport } from './render-report.js'
