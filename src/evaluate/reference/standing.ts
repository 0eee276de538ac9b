import type { ReasonCode } from '../../base/index.js'
import { standing } from '../../kinds/index.js'
import { readingOf } from '../judge.js'
import { type Context, computed, notesOfTrace, numberValue, type Reading } from './reading.js'

/** How many of some rules of the policy stand: met, not waived and not set aside. */
export function standingRules(ids: readonly ReasonCode[], context: Context): Reading {
  const { policy, data, asOf } = context
  const readings = policy.rules
    // Of the others nothing is asked: one of them is the rule that asks how many stand.
    .filter(({ id }) => ids.includes(id) || setsAside(id))
    .map((rule) => {
      const when = context.judge(rule.when, context)
      const unless = rule.unless && context.judge(rule.unless, context)
      return readingOf(rule, { when, ...(unless && { unless }) }, { policy, data, asOf })
    })
  const truths = readings.filter(({ rule }) => ids.includes(rule.id)).map((one) => standing(one, readings))
  const least = truths.filter((truth) => truth === true).length
  const most = truths.filter((truth) => truth !== false).length
  const notes = readings.flatMap(({ trace, unless }) => [trace, ...(unless ? [unless] : [])]).map(notesOfTrace)
  const [low, high] = [numberValue(least), numberValue(most)]
  return computed(least === most ? low : { type: 'interval', low, high }, notes)

  function setsAside(id: ReasonCode): boolean {
    return policy.rules.some((rule) => ids.includes(rule.id) && rule.setAsideBy.some((one) => one.id === id))
  }
}
