import type { Locale } from '../base/index.js'
import { sayTitle } from '../explain/index.js'
import type { ArrangedDecision, ArrangedPerson } from './arrange.js'
import { gist } from './gist.js'
import { markOf, Outcome, Score } from './outcome.js'
import { Sections } from './sections.js'
import { visible } from './visible.js'
import { words } from './words.js'

/** Everybody, each with all decisions, which are closed until somebody opens them. */
export function People({ people, locale }: { readonly people: readonly ArrangedPerson[]; readonly locale: Locale }) {
  const text = words[locale]
  return (
    <section id="people">
      <h2>{text.onePerson}</h2>
      <p class="screen">
        {text.onePersonNote} <span class="opens">{text.onPaper}</span>
      </p>
      {people.map((person) => (
        <Person key={person.anchor} person={person} locale={locale} />
      ))}
    </section>
  )
}

function Person({
  person: { subject, anchor, decisions },
  locale,
}: {
  readonly person: ArrangedPerson
  readonly locale: Locale
}) {
  const text = words[locale]
  return (
    <section class="person" id={anchor}>
      <h3>
        <bdi>{visible(subject)}</bdi>
      </h3>
      <a class="screen back" href="#overview">
        {text.back}
      </a>
      <p class="paper">{text.proposal}</p>
      {decisions.map((one) => (
        <Decided key={one.anchor} one={one} locale={locale} />
      ))}
    </section>
  )
}

/** The anchor is inside what is folded, since a browser that is sent there opens what folds it. */
function Decided({ one, locale }: { readonly one: ArrangedDecision; readonly locale: Locale }) {
  const { anchor, decision, explanation } = one
  return (
    <details class={`decision ${markOf(decision) ?? 'plain'}`}>
      <summary>
        <h4>
          <span class="name">{sayTitle(decision.policy.title, locale)}</span>{' '}
          <Outcome decision={decision} locale={locale} />
        </h4>
        <span class="gist">
          <Score decision={decision} locale={locale} />
          {gist(one, locale)}
        </span>
      </summary>
      <div class="body" id={anchor}>
        <Sections explanation={explanation} locale={locale} />
      </div>
    </details>
  )
}
