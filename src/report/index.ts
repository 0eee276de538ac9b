// HTML from decisions, with components that escape.
export { renderReport } from './page.js'
