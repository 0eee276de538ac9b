import type { Kind, RuleReading } from '../kind.js'
import { codesOf, isSetAside, settle, standing } from '../set-aside.js'
import { words } from './words.js'

/**
 * Incentives (激励). Granted if a benefit stands: it is met, no exclusion takes it away, and no other benefit that
 * stands excludes it.
 */
export const incentive: Kind = {
  name: 'incentive',
  roles: ['benefit', 'exclusion'],
  outcomes: ['granted', 'none'],
  adverse: [],
  waivedAs: { exclusion: false },
  words,
  possible,
  atStake: (readings) => benefitsIn(readings).map((one) => standing(one, readings)),
  determinedBy,
  strength: () => 0,
}

/** A benefit that another one excludes leaves that other one: some benefit stands if one is met that no exclusion takes away. */
function possible(readings: readonly RuleReading[]): string[] {
  const counting = readings.filter(({ waived }) => !waived)
  const [least, most] = [settle(counting, () => false), settle(counting, ({ role }) => role === 'exclusion')]
  const grantable = benefitsIn(readings).filter(({ rule }) => !isSetAside(rule, least, ['exclusion']))
  const secure = grantable.filter(({ rule }) => !isSetAside(rule, most, ['exclusion']))
  return [
    ...(grantable.some(({ truth }) => truth !== false) ? ['granted'] : []),
    ...(secure.some(({ truth }) => truth === true) ? [] : ['none']),
  ]
}

function determinedBy(outcome: string, readings: readonly RuleReading[]): ReturnType<Kind['determinedBy']> {
  if (outcome !== 'granted') return []
  return codesOf(benefitsIn(readings).filter((one) => standing(one, readings) === true))
}

function benefitsIn(readings: readonly RuleReading[]): RuleReading[] {
  return readings.filter(({ rule }) => rule.role === 'benefit')
}
