import type { Kind } from '../kinds/index.js'
import type { Finding } from '../model/index.js'
import type { Line } from './explanation.js'
import { line } from './line.js'
import { traceLines } from './traces.js'

/** What the lines about rules are made of: the kind's words, all findings and the parameters that are assumed. */
export interface Told {
  readonly kind: Kind
  readonly findings: readonly Finding[]
  readonly assumed: ReadonlySet<string>
}

/** A rule with why it holds or not; what it rests on is left out if it neither holds nor decides anything. */
export function findingLine(finding: Finding, told: Told, { determining }: { readonly determining: boolean }): Line {
  const { id, title, status, role, because, consequence, trace, unless } = finding
  const { setAsideBy = [], mayBeSetAsideBy = [] } = finding
  const { kind, assumed } = told
  const idle = status === 'unmet' && !determining
  const effects = Object.values(consequence ?? {}).flatMap((code) => kind.words.consequence[code] ?? [])
  return line('rule', { id, title, status, role: kind.words.role[role] ?? { zh: role, en: role } }, [
    ...(status === 'unmet' && determining ? [line('notMet', {})] : []),
    ...(because ? [line('because', because)] : []),
    ...(status !== 'unmet' && effects.length > 0 ? [line('consequence', { words: effects })] : []),
    ...setAsideBy.map((aside) => asideLine(aside, told, false)),
    ...mayBeSetAsideBy.map((aside) => asideLine(aside, told, true)),
    ...traceLines(trace, assumed),
    ...(unless && status !== 'unmet' ? [line('unless', { truth: unless.truth }, traceLines(unless, assumed))] : []),
    ...(idle ? [] : [sourceLine(finding)]),
  ])
}

/** What something rests on, and its place in the policy. */
export function sourceLine({ citation, place, provenance }: Pick<Finding, 'citation' | 'place' | 'provenance'>): Line {
  return line('source', { citation, place, assumed: provenance === 'assumed' })
}

function asideLine(aside: NonNullable<Finding['setAsideBy']>[number], { findings }: Told, may: boolean): Line {
  const title = aside.by === 'waiver' ? undefined : findings.find(({ id }) => id === aside.id)?.title
  return line('setAsideBy', { ...aside, may, ...(title && { title }) })
}
