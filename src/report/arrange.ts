import { distinctBy, type Localized } from '../base/index.js'
import { type Explanation, explain, type Line } from '../explain/index.js'
import type { Decision } from '../model/index.js'
import { createTally } from '../population/index.js'

/** What the page shows, in its order; no language yet. */
export interface Arranged {
  /** Every as-of date there is, the earliest first; one, as a rule. */
  readonly asOf: readonly string[]
  readonly policies: readonly ArrangedPolicy[]
  readonly people: readonly ArrangedPerson[]
}

export interface ArrangedPolicy {
  readonly id: string
  readonly kind: string
  readonly title: Localized
  /** The versions that somebody was judged by. */
  readonly versions: readonly Decision['policy'][]
  readonly decided: number
  readonly outcomes: readonly { readonly outcome: string; readonly decisions: readonly ArrangedDecision[] }[]
  /** What the policy's author assumed, each with the number of decisions that used it. */
  readonly assumed: readonly { readonly line: Line; readonly used: number }[]
}

export interface ArrangedPerson {
  readonly subject: string
  readonly anchor: string
  readonly decisions: readonly ArrangedDecision[]
}

export interface ArrangedDecision {
  /** Made of numbers only: an id may hold anything, and two ids may differ in what an address cannot hold. */
  readonly anchor: string
  readonly decision: Decision
  readonly explanation: Explanation
}

/** Decisions by person, in the order in which people first come, and by policy; every decision is in both. */
export function arrange(decisions: readonly Decision[]): Arranged {
  const tally = createTally()
  const bySubject = new Map<string, Decision[]>()
  for (const decision of decisions) {
    tally.add(decision)
    bySubject.set(decision.subject, [...(bySubject.get(decision.subject) ?? []), decision])
  }
  const { policies } = tally.summary()
  const position = new Map(policies.map(({ id }, index) => [id, index]))
  const people = [...bySubject].map(([subject, own], index): ArrangedPerson => {
    const ordered = own.toSorted((a, b) => (position.get(a.policy.id) ?? 0) - (position.get(b.policy.id) ?? 0))
    const anchor = `person-${index + 1}`
    return { subject, anchor, decisions: ordered.map((one, at) => arrangeDecision(one, `${anchor}-${at + 1}`)) }
  })
  const all = people.flatMap((person) => person.decisions)
  return {
    asOf: [...new Set(decisions.map(({ asOf }) => asOf))].sort(),
    policies: policies.map(({ id, kind, title, outcomes }) => {
      const own = all.filter(({ decision }) => decision.policy.id === id)
      return {
        id,
        kind,
        title,
        versions: distinctBy(
          own.map(({ decision: { policy } }) => policy),
          ({ digest }) => digest,
        ),
        decided: own.length,
        outcomes: outcomes.map(({ outcome }) => ({
          outcome,
          decisions: own.filter(({ decision }) => decision.outcome === outcome),
        })),
        assumed: assumedIn(own),
      }
    }),
    people,
  }
}

function arrangeDecision(decision: Decision, anchor: string): ArrangedDecision {
  return { anchor, decision, explanation: explain(decision) }
}

function assumedIn(decisions: readonly ArrangedDecision[]): ArrangedPolicy['assumed'] {
  const found = new Map<string, { line: Line; used: number }>()
  for (const line of decisions.flatMap(({ explanation }) => assumptionsOf(explanation).ofPolicy)) {
    const key = JSON.stringify(line)
    found.set(key, { line, used: (found.get(key)?.used ?? 0) + 1 })
  }
  return [...found.values()]
}

/** What was assumed: about this record, and by the policy's author for everybody. */
export function assumptionsOf({ sections }: Pick<Explanation, 'sections'>): {
  readonly ofRecord: readonly Line[]
  readonly ofPolicy: readonly Line[]
} {
  const lines = sections.find(({ heading }) => heading === 'assumptions')?.lines ?? []
  return {
    ofRecord: lines.filter(({ phrase }) => phrase === 'supposed'),
    ofPolicy: lines.filter(({ phrase }) => phrase !== 'supposed'),
  }
}
