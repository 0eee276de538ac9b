// Many decisions at once: how many people came to which outcome.
export { createTally, type Summary, type Tally } from './tally.js'
