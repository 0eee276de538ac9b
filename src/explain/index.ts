// Decision → explanation (data) → text or Markdown; one phrase file a language.
export { explain } from './explain.js'
export type { Cell, Column, ColumnKey, Explanation, Heading, Line, Row, Said, Section, Table } from './explanation.js'
export { outcomeName, outcomesOf } from './outcome-name.js'
export { render } from './render.js'
export { sayCell, sayColumn, sayHeading, sayLine, sayTitle } from './say.js'
