// One folder a kind of policy: its outcomes, and how the rules' truths combine to one. Adding a kind adds a line here
// and one in authoring.ts.
import { fitness } from './fitness/index.js'
import { incentive } from './incentive/index.js'
import type { Kind } from './kind.js'
import { promotion } from './promotion/index.js'
import { rotation } from './rotation/index.js'

export type { Kind, RuleReading, Words } from './kind.js'
export { standing } from './set-aside.js'

const kinds = [rotation, promotion, fitness, incentive] as const satisfies readonly Kind[]

/** The kind of that name. */
export function kindNamed(name: string): Kind {
  const kind: Kind | undefined = kinds.find((one) => one.name === name)
  if (!kind) throw new Error(`no kind of policy is named ${name}`)
  return kind
}
