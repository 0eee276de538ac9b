import type { ReasonCode } from '../../base/index.js'
import type { ProgramRule } from '../../model/index.js'
import type { Kind, RuleReading } from '../kind.js'
import { binding, canDecide, codesOf, isSetAside, setAsideTruth, settle, standing } from '../set-aside.js'
import { words } from './words.js'

/** The outcome that a trigger's obligation asks for, strongest first. 约束力 */
const asks = [
  { obligation: 'must', outcome: 'required' },
  { obligation: 'should', outcome: 'advised' },
  { obligation: 'may', outcome: 'permitted' },
] as const

/**
 * Rotation and exchange (轮岗交流). The strongest trigger that stands decides. A trigger that is met may be exempt or,
 * failing that, deferred: `deferred` is the outcome only if nothing stands, `exempt` only if nothing is deferred either.
 */
export const rotation: Kind = {
  name: 'rotation',
  roles: ['trigger', 'exemption', 'deferral'],
  outcomes: ['required', 'advised', 'permitted', 'deferred', 'exempt', 'none'],
  adverse: ['required', 'advised'],
  waivedAs: { trigger: false },
  words,
  possible,
  determinedBy,
  strength,
}

/** Each outcome is asked for by itself: can the undetermined rules turn out so that it comes about? */
function possible(readings: readonly RuleReading[]): string[] {
  const candidates = triggersIn(readings).filter(({ truth }) => truth !== false)
  const sure = candidates.filter(({ truth }) => truth === true)
  return [
    ...asks
      .filter((_, strongest) => candidates.some((one) => strength(one.rule) === strongest && canStand(one, strongest)))
      .map(({ outcome }) => outcome),
    ...(candidates.some(canBeDeferred) ? ['deferred'] : []),
    ...(candidates.some(canBeExempt) ? ['exempt'] : []),
    ...(sure.length === 0 ? ['none'] : []),
  ]

  function canStand(one: RuleReading, strongest: number): boolean {
    return canDecide(
      one,
      readings,
      candidates.filter(({ rule }) => strength(rule) < strongest),
    )
  }

  function canBeDeferred({ rule }: RuleReading): boolean {
    if (!binding(rule).some(({ by }) => by === 'deferral')) return false
    const met = settle(readings, ({ id }) => !binding(rule).some((one) => one.id === id && one.by === 'exemption'))
    const deferred = isSetAside(rule, met, ['deferral']) && !isSetAside(rule, met, ['exemption'])
    return deferred && sure.every((other) => isSetAside(other.rule, met))
  }

  function canBeExempt({ rule }: RuleReading): boolean {
    if (!binding(rule).some(({ by }) => by === 'exemption')) return false
    const met = settle(readings, ({ role }) => role === 'exemption')
    return [rule, ...sure.map((other) => other.rule)].every((one) => isSetAside(one, met, ['exemption']))
  }
}

function determinedBy(outcome: string, readings: readonly RuleReading[]): ReasonCode[] {
  const met = triggersIn(readings).filter(({ truth }) => truth === true)
  const asked = asks.findIndex((one) => one.outcome === outcome)
  if (asked >= 0) return codesOf(met.filter((one) => strength(one.rule) === asked && standing(one, readings) === true))
  if (outcome === 'deferred') {
    const deferred = met.filter(({ rule }) => setAsideTruth(rule, 'exemption', readings) !== true)
    return codesOf([...deferred, ...causes(deferred, 'deferral', readings)])
  }
  return outcome === 'exempt' ? codesOf([...met, ...causes(met, 'exemption', readings)]) : []
}

/** The met rules that set the given ones aside. */
function causes(
  aside: readonly RuleReading[],
  by: 'exemption' | 'deferral',
  readings: readonly RuleReading[],
): RuleReading[] {
  const ids = new Set(
    aside.flatMap(({ rule }) =>
      binding(rule)
        .filter((one) => one.by === by)
        .map(({ id }) => id),
    ),
  )
  return readings.filter(({ rule, truth }) => ids.has(rule.id) && truth === true)
}

function triggersIn(readings: readonly RuleReading[]): RuleReading[] {
  return readings.filter(({ rule, waived }) => rule.role === 'trigger' && !waived)
}

/** Exemptions and deferrals have no obligation and no strength: all of them stand last. */
function strength(rule: Pick<ProgramRule, 'consequence'>): number {
  const found = asks.findIndex(({ obligation }) => obligation === rule.consequence?.obligation)
  return found === -1 ? asks.length : found
}
