import type { Locale } from '../base/index.js'
import { outcomeName, sayLine } from '../explain/index.js'
import type { Decision } from '../model/index.js'
import { words } from './words.js'

/** The name of an outcome; one that burdens and one that is open are marked by a sign, a word for readers aloud, and a colour. */
export function Outcome({ decision, locale }: { readonly decision: Decision; readonly locale: Locale }) {
  const { policy, outcome } = decision
  const name = outcomeName(policy.kind, outcome, { locale })
  const mark = markOf(decision)
  return (
    <span class={`outcome ${mark ?? outcomeClass(outcome)}`}>
      {mark && <Mark mark={mark} locale={locale} />}
      <span class="name">{name}</span>
    </span>
  )
}

/** The sign before an outcome. */
export function Mark({ mark, locale }: { readonly mark: 'adverse' | 'undetermined'; readonly locale: Locale }) {
  return (
    <>
      <span aria-hidden="true">{mark === 'adverse' ? '▲' : '？'}</span>
      <span class="aloud">{words[locale][mark]} </span>
    </>
  )
}

/** The score that a decision comes with, as far as it is known. */
export function Score({ decision, locale }: { readonly decision: Decision; readonly locale: Locale }) {
  if (!decision.statement) return null
  const title = { zh: words.zh.score, en: words.en.score }
  const params = { fact: { title }, value: decision.statement.total }
  return <span class="score">{sayLine({ phrase: 'value', params }, locale)}</span>
}

/** What somebody who looks for what needs attention is to see first. */
export function markOf({ outcome, review }: Decision): 'adverse' | 'undetermined' | undefined {
  if (outcome === 'undetermined') return 'undetermined'
  return review.adverse ? 'adverse' : undefined
}

function outcomeClass(outcome: string): string {
  return outcome === 'notApplicable' ? 'aside' : 'plain'
}
