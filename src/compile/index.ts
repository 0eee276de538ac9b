// Policy set + as-of date → program: parameters become constants, negation moves to the leaves.
export { at, compile } from './compile.js'
export { readProgram, toProgramFile } from './program-file.js'
