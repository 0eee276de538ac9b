import type { Locale } from '../base/index.js'
import { type Heading, type Line, sayLine, sayTitle } from '../explain/index.js'
import type { ArrangedDecision } from './arrange.js'
import { words } from './words.js'

/** More reasons than these are counted only: the decision itself tells them all. */
const MOST = 3

/** Why, in one line: what is lacking, what is granted, what decided it, or that the policy is not for this person. */
export function gist({ decision, explanation }: ArrangedDecision, locale: Locale): string {
  const text = words[locale]
  if (decision.outcome === 'undetermined') {
    const lacking = lackingIn(decision.missing, locale)
    if (lacking.length > 0) return text.needs(lacking)
  }
  const linesOf = (heading: Heading): readonly Line[] =>
    explanation.sections.find((one) => one.heading === heading)?.lines ?? []

  for (const heading of ['benefits', 'determining'] as const) {
    const reasons = linesOf(heading).map((line) => {
      const short = isPass(line) && linesOf('statement').find(({ phrase }) => phrase === 'pass')
      return short ? sayLine(short, locale) : reasonOf(line, locale)
    })
    if (reasons.length > 0) return text.several(reasons.slice(0, MOST), Math.max(0, reasons.length - MOST))
  }
  const aside = linesOf('setAside').flatMap((line) => titleOf(line, locale))
  if (aside.length > 0) return text.setAside(aside)

  const notForThis = linesOf('outcome').filter(({ phrase }) => NOT_JUDGED.includes(phrase))
  if (notForThis.length > 0)
    return notForThis.flatMap((line) => [line, ...line.lines].map((one) => sayLine(one, locale))).join(' ')
  const met = linesOf('met').map((line) => reasonOf(line, locale))
  return met.length > 0 ? text.several(met.slice(0, MOST), Math.max(0, met.length - MOST)) : text.noRuleStands
}

/** What the outcome says when no rule was asked. */
const NOT_JUDGED: readonly Line['phrase'][] = [
  'notInForce',
  'outOfScope',
  'noVersionApplies',
  'versionUnclear',
  'possible',
]

function lackingIn(missing: ArrangedDecision['decision']['missing'], locale: Locale): readonly string[] {
  const facts = missing
    .filter(({ matters }) => matters)
    .map(({ fact, year }) => {
      const title = sayTitle(fact.title, locale)
      return year === undefined ? title : words[locale].ofYear(title, year)
    })
  return [...new Set(facts)]
}

/** The pass mark: how far the score is from it says more than the rule does. */
function isPass(line: Line): boolean {
  return line.phrase === 'rule' && line.params.id === 'pass'
}

/** A rule that decides by not holding is named; its own reason says what would be so if it held. */
function reasonOf(line: Line, locale: Locale): string {
  if (line.phrase !== 'rule') return sayLine(line, locale)
  const title = sayTitle(line.params.title, locale)
  if (line.params.status === 'unmet') return words[locale].notReached(title)
  const because = line.lines.find(({ phrase }) => phrase === 'because')
  return because ? sayLine(because, locale) : title
}

function titleOf(line: Line, locale: Locale): readonly string[] {
  return line.phrase === 'rule' ? [sayTitle(line.params.title, locale)] : []
}
