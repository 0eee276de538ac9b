import { byCodePoint, type Localized } from '../base/index.js'
import { kindNamed } from '../kinds/index.js'
import type { Decision } from '../model/index.js'

/** How many people came to which outcome, per policy. */
export interface Summary {
  readonly policies: readonly {
    readonly id: string
    readonly kind: string
    readonly title: Localized
    /** Outcomes that occurred, with their number; strongest first, then `undetermined` and `notApplicable`. */
    readonly outcomes: readonly { readonly outcome: string; readonly people: number }[]
  }[]
}

/** Counts decisions as they come, so that a population need not be kept. */
export interface Tally {
  readonly add: (decision: Decision) => void
  readonly summary: () => Summary
}

/** An empty tally. */
export function createTally(): Tally {
  const policies = new Map<string, { readonly policy: Decision['policy']; readonly counts: Map<string, number> }>()
  return { add, summary }

  function add({ policy, outcome }: Decision): void {
    const entry = policies.get(policy.id) ?? { policy, counts: new Map<string, number>() }
    entry.counts.set(outcome, (entry.counts.get(outcome) ?? 0) + 1)
    policies.set(policy.id, entry)
  }

  function summary(): Summary {
    const ordered = [...policies.values()].sort((a, b) => byCodePoint(a.policy.id, b.policy.id))
    return {
      policies: ordered.map(({ policy: { id, kind, title }, counts }) => {
        const outcomes = [...kindNamed(kind).outcomes, 'undetermined', 'notApplicable']
        return {
          id,
          kind,
          title,
          outcomes: outcomes.flatMap((outcome) =>
            counts.has(outcome) ? [{ outcome, people: counts.get(outcome) ?? 0 }] : [],
          ),
        }
      }),
    }
  }
}
