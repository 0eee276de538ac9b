// Decision → explanation (data) → text; one phrase file a language.
export { explain } from './explain.js'
export type { Explanation, Heading, Line, Section } from './explanation.js'
export { outcomeName } from './outcome-name.js'
export { render, sayHeading, sayLine } from './render.js'
