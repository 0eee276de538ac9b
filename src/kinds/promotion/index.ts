import type { Truth } from '../../base/index.js'
import type { Kind, RuleReading } from '../kind.js'
import { codesOf, standing } from '../set-aside.js'
import { words } from './words.js'

/**
 * Promotion (晋升). An exclusion that stands beats everything; else every gate, and the pass mark of the scorecard, has
 * to be met. Eligible is no entitlement.
 */
export const promotion: Kind = {
  name: 'promotion',
  roles: ['exclusion', 'gate', 'pass'],
  outcomes: ['eligible', 'notYet', 'excluded'],
  adverse: ['excluded', 'notYet'],
  waivedAs: { exclusion: false, gate: true, pass: true },
  words,
  possible,
  determinedBy,
  strength: () => 0,
}

function possible(readings: readonly RuleReading[]): string[] {
  const excluded = exclusionsIn(readings).map((one) => standing(one, readings))
  if (excluded.includes(true)) return ['excluded']
  const passed = gatesIn(readings).map(passes)
  return [
    ...(passed.includes(false) ? [] : ['eligible']),
    ...(passed.some((truth) => truth !== true) ? ['notYet'] : []),
    ...(excluded.includes('unknown') ? ['excluded'] : []),
  ]
}

function determinedBy(outcome: string, readings: readonly RuleReading[]): ReturnType<Kind['determinedBy']> {
  if (outcome === 'excluded') return codesOf(exclusionsIn(readings).filter((one) => standing(one, readings) === true))
  return outcome === 'notYet' ? codesOf(gatesIn(readings).filter((one) => passes(one) === false)) : []
}

/** A waived gate counts as met. */
function passes({ truth, waived }: RuleReading): Truth {
  return waived || truth
}

function exclusionsIn(readings: readonly RuleReading[]): RuleReading[] {
  return readings.filter(({ rule }) => rule.role === 'exclusion')
}

function gatesIn(readings: readonly RuleReading[]): RuleReading[] {
  return readings.filter(({ rule }) => rule.role === 'gate' || rule.role === 'pass')
}
