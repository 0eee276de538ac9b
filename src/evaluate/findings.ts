import { type FactId, placeholdersIn, sortedUnique } from '../base/index.js'
import { setAsideTruth } from '../kinds/index.js'
import { type Finding, type ProgramRule, type ShownValue, showValue } from '../model/index.js'
import type { JudgedRule, Judgement } from './judge.js'

/** How each rule was judged, in the program's order. */
export function findingsOf({ policy, rules, read }: Judgement): Finding[] {
  const met = new Set(rules.filter(({ truth }) => truth === true).map(({ rule }) => rule.id))
  return rules.map(findingOf)

  function findingOf(judged: JudgedRule): Finding {
    const { id, role, title, consequence, because, provenance, citation, place } = judged.rule
    const setAsideBy = whatSetsAside(judged, met)
    const status = statusOf(judged, setAsideBy.length > 0, rules)
    const allowed = status === 'met' ? whatIsLeftToTheDecider(judged, met) : []
    // The author's reason is a true sentence only where the rule is met.
    const reason = status === 'met' || status === 'setAside' ? because : undefined
    return {
      id,
      role,
      title,
      status,
      ...(consequence && { consequence }),
      ...(setAsideBy.length > 0 && { setAsideBy }),
      ...(allowed.length > 0 && { mayBeSetAsideBy: allowed }),
      ...(reason && { because: { text: reason, values: placeholderValues(reason) } }),
      provenance,
      citation,
      place,
      trace: judged.trace,
      ...(judged.unless && { unless: judged.unless }),
    }
  }

  function placeholderValues({ zh, en }: NonNullable<ProgramRule['because']>): Record<string, ShownValue> {
    const names = sortedUnique(placeholdersIn(zh + en))
    return Object.fromEntries(names.map((name) => [name, placeholderValue(name)]))
  }

  function placeholderValue(name: string): ShownValue {
    const parameter = name.startsWith('$') ? policy.parameters[name.slice(1)] : undefined
    return parameter ? showValue(parameter.value) : read(name as FactId).value
  }
}

function statusOf(
  { rule, trace, truth }: JudgedRule,
  setAside: boolean,
  rules: readonly JudgedRule[],
): Finding['status'] {
  if (trace.truth === 'unknown') return 'undetermined'
  if (!trace.truth) return 'unmet'
  if (setAside) return 'setAside'
  const open = (['exemption', 'deferral'] as const).some((by) => setAsideTruth(rule, by, rules) === 'unknown')
  return open || truth === 'unknown' ? 'undetermined' : 'met'
}

/** Named only for a rule that would otherwise stand. */
function whatSetsAside(
  { rule, trace, unless, waiver }: JudgedRule,
  met: ReadonlySet<string>,
): NonNullable<Finding['setAsideBy']> {
  if (trace.truth !== true) return []
  const own = unless?.truth === true ? [{ by: 'unless' as const, id: rule.id }] : []
  const others = rule.setAsideBy.filter(({ id, force }) => met.has(id) && !force)
  const byRule = [...own, ...others.map(({ by, id }) => ({ by, id }))]
  if (!waiver) return byRule
  const { approvedBy, on, evidence } = waiver
  return [{ by: 'waiver', id: rule.id, approvedBy, on, ...(evidence && { evidence }) }, ...byRule]
}

/** What the decider may set a rule aside by, but need not. */
function whatIsLeftToTheDecider(
  { rule }: JudgedRule,
  met: ReadonlySet<string>,
): NonNullable<Finding['mayBeSetAsideBy']> {
  const allowed = rule.setAsideBy.filter(({ id, force }) => met.has(id) && force === 'may')
  return allowed.map(({ by, id }) => ({ by, id }))
}
