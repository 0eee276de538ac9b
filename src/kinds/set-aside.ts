import { allOf, anyOf, negate, type ReasonCode, sortedUnique, type Truth } from '../base/index.js'
import type { ProgramRule, SetAside } from '../model/index.js'
import type { RuleReading } from './kind.js'

/** What can set a rule aside within a policy. */
export type SetAsideRole = SetAside['by']

/** Whether a rule that sets this one aside, of the given role, stands. */
export function setAsideTruth(rule: ProgramRule, by: SetAsideRole, readings: readonly RuleReading[]): Truth {
  const setters = binding(rule).filter((one) => one.by === by)
  if (setters.length === 0) return false
  const ids = new Set(setters.map(({ id }) => id))
  return anyOf(readings.filter((reading) => ids.has(reading.rule.id)).map((one) => standing(one, readings)))
}

/** The rules that set this one aside, without those that leave it to the decider. */
export function binding({ setAsideBy }: ProgramRule): ProgramRule['setAsideBy'] {
  return setAsideBy.filter(({ force }) => !force)
}

/**
 * A rule stands if it is met, not waived and not set aside by one that stands; unmet stays unmet whatever would set it
 * aside. The checker lets no circle of rules set each other aside.
 */
export function standing({ rule, truth, waived }: RuleReading, readings: readonly RuleReading[]): Truth {
  if (waived || truth === false) return false
  const roles = new Set(binding(rule).map(({ by }) => by))
  return allOf([truth, ...[...roles].map((by) => negate(setAsideTruth(rule, by, readings)))])
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

/**
 * Whether undetermined rules can turn out so that this one stands and none of the stronger ones does. The most helpful
 * turn is known without trying them all, since one more exemption or deferral never makes another rule stand.
 */
export function canDecide(
  { rule }: RuleReading,
  readings: readonly RuleReading[],
  stronger: readonly RuleReading[],
): boolean {
  const met = settle(readings, ({ id }) => !binding(rule).some((one) => one.id === id))
  const sure = stronger.filter(({ truth }) => truth === true)
  return !isSetAside(rule, met) && sure.every((other) => isSetAside(other.rule, met))
}

/** The reason codes of some rules, sorted. */
export function codesOf(readings: readonly RuleReading[]): ReasonCode[] {
  return sortedUnique(readings.map(({ rule }) => rule.id))
}
