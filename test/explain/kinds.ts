import type { Kind } from '../../src/kinds/index.js'

type Kinds = typeof import('../../src/kinds/index.js')

/** The kinds as they are, and where one of another name is asked for, one that has no outcomes and no words. */
export function withAnyKind(kinds: Kinds): Kinds {
  return { ...kinds, kindNamed }

  function kindNamed(name: string): Kind {
    try {
      return kinds.kindNamed(name)
    } catch {
      return { ...kinds.kindNamed('rotation'), name, words: { outcome: {}, role: {}, consequence: {} } }
    }
  }
}
