import { allOf, anyOf, negate, type ReasonCode, type Truth } from '../base/index.js'
import type { ProgramRule } from '../model/index.js'
import type { RuleReading } from './kind.js'

/** What can set a rule aside within a policy. */
export type SetAsideRole = ProgramRule['setAsideBy'][number]['by']

/** Whether a rule that sets this one aside, of the given role, is met. */
export function setAsideTruth(rule: ProgramRule, by: SetAsideRole, readings: readonly RuleReading[]): Truth {
  if (!rule.setAsideBy.some((one) => one.by === by && !one.force)) return false
  const ids = new Set(
    binding(rule)
      .filter((one) => one.by === by)
      .map(({ id }) => id),
  )
  return anyOf(readings.filter((reading) => ids.has(reading.rule.id)).map(({ truth }) => truth))
}

/** The rules that set this one aside, without those that leave it to the decider. */
export function binding({ setAsideBy }: ProgramRule): ProgramRule['setAsideBy'] {
  return setAsideBy.filter(({ force }) => !force)
}

/** A rule stands if it is met, not waived and not set aside; unmet stays unmet whatever would set it aside. */
export function standing({ rule, truth, waived }: RuleReading, readings: readonly RuleReading[]): Truth {
  if (waived) return false
  const aside = [setAsideTruth(rule, 'exemption', readings), setAsideTruth(rule, 'deferral', readings)]
  return allOf([truth, ...aside.map(negate)])
}

/** The exemptions and deferrals that are met if every undetermined one turns out as `met` says. */
export function settle(readings: readonly RuleReading[], met: (rule: ProgramRule) => boolean): ReadonlySet<ReasonCode> {
  const settled = readings.filter(({ rule, truth }) => truth === true || (truth === 'unknown' && met(rule)))
  return new Set(settled.map(({ rule }) => rule.id))
}

/** Whether a met rule of the given roles sets this one aside. */
export function isSetAside(
  rule: ProgramRule,
  met: ReadonlySet<ReasonCode>,
  roles: readonly SetAsideRole[] = ['exemption', 'deferral'],
): boolean {
  return binding(rule).some(({ by, id }) => roles.includes(by) && met.has(id))
}
