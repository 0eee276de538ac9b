// How every kind of policy is written, a line each.
export { fitnessAuthoring } from './fitness/authoring.js'
export { incentiveAuthoring } from './incentive/authoring.js'
export { promotionAuthoring } from './promotion/authoring.js'
export { rotationAuthoring } from './rotation/authoring.js'
