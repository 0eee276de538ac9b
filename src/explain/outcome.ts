import type { Kind } from '../kinds/index.js'
import type { Decision } from '../model/index.js'
import type { Line } from './explanation.js'
import { line } from './line.js'
import { outcomeTitle } from './outcome-name.js'
import { traceLines } from './traces.js'

/** The outcome in words, why it is not another, and the policy it rests on. */
export function outcomeLines(
  { outcome, reason, possible, policy, asOf, appliesTo, scope, review }: Decision,
  kind: Kind,
  assumed: ReadonlySet<string>,
): Line[] {
  const { from, until } = policy.effective
  return [
    line('outcome', { title: outcomeTitle(kind.name, outcome) }),
    ...(review.finding ? [line('findingNeeded', {})] : []),
    ...(possible ? [line('possible', { titles: possible.map((one) => outcomeTitle(kind.name, one)) })] : []),
    ...(reason === 'not-in-force' ? [line('notInForce', { from, ...(until && { until }) })] : []),
    ...(reason === 'out-of-scope' && scope ? [line('outOfScope', {}, traceLines(scope, assumed))] : []),
    ...(reason === 'no-version-applies'
      ? [line('noVersionApplies', {}, appliesTo ? traceLines(appliesTo, assumed) : [])]
      : []),
    ...(appliesTo?.truth === 'unknown' ? [line('versionUnclear', {}, traceLines(appliesTo, assumed))] : []),
    line('policy', { title: policy.title, id: policy.id, version: policy.version, asOf }),
  ]
}

/** Another version that may apply, with the outcomes it leaves possible. */
export function alternativeLine({ policy, possible }: NonNullable<Decision['alternatives']>[number], kind: Kind): Line {
  const { title, id, version } = policy
  return line('alternative', { title, id, version, titles: possible.map((one) => outcomeTitle(kind.name, one)) })
}
