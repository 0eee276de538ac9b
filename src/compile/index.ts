// Policy set + as-of date → program: parameters become constants, negation moves to the leaves.
export { compile } from './compile.js'
