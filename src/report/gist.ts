import type { Locale } from '../base/index.js'
import { type Line, type Section, sayLine, sayTitle } from '../explain/index.js'
import type { ArrangedDecision } from './arrange.js'
import { words } from './words.js'

/** Why, in one line: what is lacking, what is granted, what decided it, or that the policy is not for this person. */
export function gist({ decision, explanation }: ArrangedDecision, locale: Locale): string {
  const linesOf = (heading: Section['heading']): readonly Line[] =>
    explanation.sections.find((one) => one.heading === heading)?.lines ?? []
  const separator = locale === 'zh' ? '；' : '; '
  const say = (line: Line): string => sayLine(line, locale)

  const lacking = decision.missing
    .filter(({ matters }) => matters)
    .map(({ fact, year }) => {
      const title = sayTitle(fact.title, locale)
      return year === undefined ? title : words[locale].ofYear(title, year)
    })
  if (decision.outcome === 'undetermined' && lacking.length > 0) return words[locale].needs([...new Set(lacking)])

  const benefits = linesOf('benefits')
  if (benefits.length > 0) return benefits.map(say).join(separator)

  const reasons = linesOf('determining').map((line) => reasonOf(line, locale))
  if (reasons.length > 0) return reasons.join(separator)

  const asides = ['notInForce', 'outOfScope', 'noVersionApplies', 'versionUnclear', 'possible']
  const why = linesOf('outcome').filter(({ phrase }) => asides.includes(phrase))
  if (why.length > 0) return why.flatMap((line) => [say(line), ...line.lines.map(say)]).join(' ')
  return words[locale].noRuleStands
}

/** A rule that decides by not holding is named; its own reason says what would be so if it held. */
function reasonOf(line: Line, locale: Locale): string {
  if (line.phrase !== 'rule') return sayLine(line, locale)
  const title = sayTitle(line.params.title, locale)
  if (line.params.status === 'unmet') return words[locale].notReached(title)
  const because = line.lines.find(({ phrase }) => phrase === 'because')
  return because ? sayLine(because, locale) : title
}
