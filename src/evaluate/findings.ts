import { type FactId, placeholdersIn, sortedUnique } from '../base/index.js'
import { kindNamed, standing } from '../kinds/index.js'
import { type Finding, type ProgramRule, type ShownValue, showValue } from '../model/index.js'
import type { JudgedRule, Judgement } from './judge.js'

/** How each rule was judged, in the program's order. */
export function findingsOf({ policy, rules, read }: Judgement): Finding[] {
  const { waivedAs } = kindNamed(policy.kind)
  const met = new Set(rules.filter((one) => standing(one, rules) === true).map(({ rule }) => rule.id))
  return rules.map(findingOf)

  function findingOf(judged: JudgedRule): Finding {
    const { id, role, title, consequence, because, provenance, citation, place } = judged.rule
    const countsAsMet = waivedAs[role] === true
    const setAsideBy = whatSetsAside(judged, met, countsAsMet)
    const status = statusOf(judged, setAsideBy.length > 0, countsAsMet, rules)
    const allowed = status === 'met' ? whatIsLeftToTheDecider(judged, met) : []
    // The author's reason is a true sentence only where the rule is met.
    const reason = (status === 'met' || status === 'setAside') && judged.trace.truth === true ? because : undefined
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
  judged: JudgedRule,
  setAside: boolean,
  countsAsMet: boolean,
  rules: readonly JudgedRule[],
): Finding['status'] {
  if (setAside) return 'setAside'
  const unwaived = { ...judged, waived: false }
  const truth = countsAsMet ? judged.truth : judged.trace.truth === false ? false : standing(unwaived, rules)
  if (truth === 'unknown' || (truth === false && judged.trace.truth === 'unknown')) return 'undetermined'
  return truth ? 'met' : 'unmet'
}

/** Named only where it makes a difference: for a rule that would stand, for a gate that would not be met. */
function whatSetsAside(
  { rule, trace, unless, waiver }: JudgedRule,
  met: ReadonlySet<string>,
  countsAsMet: boolean,
): NonNullable<Finding['setAsideBy']> {
  const stands = trace.truth === true
  if (stands === countsAsMet || (trace.truth === 'unknown' && !countsAsMet)) return []
  const byWaiver = waiver && {
    by: 'waiver' as const,
    id: rule.id,
    approvedBy: waiver.approvedBy,
    on: waiver.on,
    ...(waiver.evidence && { evidence: waiver.evidence }),
  }
  const own = unless?.truth === true ? [{ by: 'unless' as const, id: rule.id }] : []
  const others = rule.setAsideBy.filter(({ id, force }) => met.has(id) && !force)
  return [...(byWaiver ? [byWaiver] : []), ...own, ...others.map(({ by, id }) => ({ by, id }))]
}

/** What the decider may set a rule aside by, but need not. */
function whatIsLeftToTheDecider(
  { rule }: JudgedRule,
  met: ReadonlySet<string>,
): NonNullable<Finding['mayBeSetAsideBy']> {
  const allowed = rule.setAsideBy.filter(({ id, force }) => met.has(id) && force === 'may')
  return allowed.map(({ by, id }) => ({ by, id }))
}
