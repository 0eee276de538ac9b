// Every kind of policy, a line each.
export { fitness } from './fitness/index.js'
export { incentive } from './incentive/index.js'
export { promotion } from './promotion/index.js'
export { rotation } from './rotation/index.js'
