// Decisions as a page that can be printed and handed over.
export { type RejectedRow, type ReportOptions, renderReport } from './report/index.js'
