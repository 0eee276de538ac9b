import type { Kind, RuleReading } from '../kind.js'
import { canDecide, codesOf, isSetAside, settle, standing } from '../set-aside.js'
import { words } from './words.js'

/**
 * Fitness for the post (不适岗). A criterion of severity `unfit` that stands, or the tally of those to watch, makes unfit;
 * else a watch criterion that stands makes watch. What is exempted or waived does not count. 能上能下
 */
export const fitness: Kind = {
  name: 'fitness',
  roles: ['criterion', 'tally', 'exemption', 'measure'],
  outcomes: ['unfit', 'watch', 'fit'],
  adverse: ['unfit', 'watch'],
  needsFinding: ['unfit'],
  waivedAs: { criterion: false, tally: false },
  words,
  possible,
  atStake,
  determinedBy,
  strength,
}

const severities = ['unfit', 'watch']

function possible(readings: readonly RuleReading[]): string[] {
  const candidates = criteriaIn(readings).filter(({ truth }) => truth !== false)
  const spared = settle(readings, ({ role }) => role === 'exemption')
  const canDecideAs = (severity: number) => (one: RuleReading) =>
    strength(one.rule) === severity &&
    canDecide(
      one,
      readings,
      candidates.filter(({ rule }) => strength(rule) < severity),
    )
  return [
    ...severities.filter((_, severity) => candidates.some(canDecideAs(severity))),
    ...(candidates.some(({ rule, truth }) => truth === true && !isSetAside(rule, spared)) ? [] : ['fit']),
  ]
}

/** For each outcome that is possible, the measures that would be proposed, and whether they are open. */
function atStake(readings: readonly RuleReading[]): unknown {
  return possible(readings).map((outcome) => {
    const determining = new Set(determinedBy(outcome, readings))
    const proposed = new Set(readings.flatMap(({ rule }) => (determining.has(rule.id) ? (rule.proposes ?? []) : [])))
    const open = readings.filter(({ rule, truth }) => proposed.has(rule.id) && truth !== false)
    return open.map(({ rule, truth }) => [rule.id, truth])
  })
}

function determinedBy(outcome: string, readings: readonly RuleReading[]): ReturnType<Kind['determinedBy']> {
  const severity = severities.indexOf(outcome)
  const standingOnes = criteriaIn(readings).filter((one) => standing(one, readings) === true)
  const deciding = standingOnes.filter(({ rule }) => strength(rule) === severity)
  // A tally rests on the criteria that it counts.
  const tallied = deciding.some(({ rule }) => rule.role === 'tally')
  return codesOf(tallied ? standingOnes : deciding)
}

/** Criteria and tally, without those that are waived. */
function criteriaIn(readings: readonly RuleReading[]): RuleReading[] {
  return readings.filter(({ rule, waived }) => !waived && (rule.role === 'criterion' || rule.role === 'tally'))
}

/** A tally makes unfit; exemptions and measures have no severity: all of them stand last. */
function strength(rule: Parameters<Kind['strength']>[0]): number {
  const found = severities.indexOf(rule.consequence?.severity ?? '')
  return found === -1 ? severities.length : found
}
