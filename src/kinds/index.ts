// One folder a kind of policy: its outcomes, and how the rules' truths combine to one. Adding a kind adds a line to
// kinds.ts and one to authorings.ts.
import type { Kind } from './kind.js'
import * as kinds from './kinds.js'

export type { Kind, RuleReading, Words } from './kind.js'
export { standing } from './set-aside.js'

const byName: ReadonlyMap<string, Kind> = new Map(Object.values<Kind>(kinds).map((kind) => [kind.name, kind]))

/** The kind of that name. */
export function kindNamed(name: string): Kind {
  const kind = byName.get(name)
  if (!kind) throw new Error(`no kind of policy is named ${name}`)
  return kind
}
