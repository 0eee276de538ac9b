import { byCodePoint, type FactId, placeholdersIn, sortedUnique } from '../base/index.js'
import { type Kind, setAsideTruth } from '../kinds/index.js'
import { type Finding, type ProgramPolicy, type ProgramRule, type ShownValue, showValue } from '../model/index.js'
import type { JudgedRule, Judgement } from './judge.js'

/** How each rule was judged, sorted by role, strength and reason code: never by its place in the file. */
export function findingsOf({ rules, read }: Judgement, policy: ProgramPolicy, kind: Kind): Finding[] {
  const sorted = [...rules].sort(
    ({ rule: a }, { rule: b }) =>
      kind.roles.indexOf(a.role) - kind.roles.indexOf(b.role) ||
      kind.strength(a) - kind.strength(b) ||
      byCodePoint(a.id, b.id),
  )
  return sorted.map(findingOf)

  function findingOf(judged: JudgedRule): Finding {
    const { id, role, title, consequence, because, provenance, citation, place } = judged.rule
    const setAsideBy = whatSetsAside(judged, rules)
    const status = statusOf(judged, setAsideBy.length > 0, rules)
    // The author's reason is a true sentence only where the rule is met.
    const reason = status === 'met' || status === 'setAside' ? because : undefined
    return {
      id,
      role,
      title,
      status,
      ...(consequence && { consequence }),
      ...(setAsideBy.length > 0 && { setAsideBy }),
      ...(reason && { because: { text: reason, values: placeholderValues(reason) } }),
      provenance,
      citation,
      place,
      trace: judged.trace,
    }
  }

  function placeholderValues({ zh, en }: NonNullable<ProgramRule['because']>): Record<string, ShownValue> {
    const names = sortedUnique(placeholdersIn(zh + en))
    return Object.fromEntries(names.map((name) => [name, placeholderValue(name)]))
  }

  function placeholderValue(name: string): ShownValue {
    const parameter = name.startsWith('$') ? policy.parameters[name.slice(1)] : undefined
    return parameter ? showValue(parameter.value) : read(name as FactId)
  }
}

function statusOf({ rule, truth }: JudgedRule, setAside: boolean, rules: readonly JudgedRule[]): Finding['status'] {
  if (truth === 'unknown') return 'undetermined'
  if (!truth) return 'unmet'
  if (setAside) return 'setAside'
  const open = (['exemption', 'deferral'] as const).some((by) => setAsideTruth(rule, by, rules) === 'unknown')
  return open ? 'undetermined' : 'met'
}

/** Named only for a rule that would otherwise stand. */
function whatSetsAside(
  { rule, truth, waiver }: JudgedRule,
  rules: readonly JudgedRule[],
): NonNullable<Finding['setAsideBy']> {
  if (truth !== true) return []
  const met = new Set(rules.filter((other) => other.truth === true).map((other) => other.rule.id))
  const byRule = rule.setAsideBy.filter(({ id }) => met.has(id))
  if (!waiver) return byRule
  const { approvedBy, on, evidence } = waiver
  return [{ by: 'waiver', id: rule.id, approvedBy, on, ...(evidence && { evidence }) }, ...byRule]
}
