// What can be done with a condition without knowing a person: negation moved to the leaves, parameters filled in, the
// facts and lists it names.
export { type Bindings, lowerCondition, lowerConventions, lowerOperand } from './lower.js'
export { factsRead, listsRead } from './reads.js'
