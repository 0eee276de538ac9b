// Program + record → decisions with trace.
export { evaluate } from './evaluate.js'
