// Decisions as a page that can be printed and handed over.
export { renderReport } from './report/index.js'
