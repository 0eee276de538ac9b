// What can be done with a condition without knowing a person: negation moved to the leaves, parameters filled in.
export { type Bindings, lowerCondition, lowerOperand } from './lower.js'
