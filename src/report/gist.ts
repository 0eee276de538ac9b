import type { Locale } from '../base/index.js'
import { type Line, type Section, sayLine } from '../explain/index.js'
import type { ArrangedDecision } from './arrange.js'
import { words } from './words.js'

/** Why, in one line: what decided it, or what is lacking, or that the policy is not for this person. */
export function gist({ decision, explanation }: ArrangedDecision, locale: Locale): string {
  const linesOf = (heading: Section['heading']): readonly Line[] =>
    explanation.sections.find((one) => one.heading === heading)?.lines ?? []
  const separator = locale === 'zh' ? '；' : '; '
  const say = (line: Line): string => sayLine(line, locale)

  const lacking = decision.missing.flatMap(({ matters, fact, year }) =>
    matters ? [[fact.title[locale], ...(year === undefined ? [] : [`(${year})`])].join(' ')] : [],
  )
  if (decision.outcome === 'undetermined' && lacking.length > 0) return words[locale].needs([...new Set(lacking)])

  const reasons = linesOf('determining').map((rule) => {
    const because = rule.lines.find(({ phrase }) => phrase === 'because')
    return because ? say(because) : rule.phrase === 'rule' ? rule.params.title[locale] : say(rule)
  })
  if (reasons.length > 0) return reasons.join(separator)

  const asides = ['notInForce', 'outOfScope', 'noVersionApplies', 'versionUnclear', 'possible']
  const why = linesOf('outcome').filter(({ phrase }) => asides.includes(phrase))
  if (why.length > 0) return why.flatMap((line) => [say(line), ...line.lines.map(say)]).join(' ')
  return words[locale].noRuleStands
}
