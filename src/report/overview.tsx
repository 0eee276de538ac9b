import type { Locale } from '../base/index.js'
import { sayTitle } from '../explain/index.js'
import type { Arranged } from './arrange.js'
import { Mark, Outcome, Score } from './outcome.js'
import { visible } from './visible.js'
import { words } from './words.js'

/** People by policies: a row a person, each outcome leading to its reasons. */
export function Overview({
  arranged: { policies, people },
  locale,
}: {
  readonly arranged: Arranged
  readonly locale: Locale
}) {
  const text = words[locale]
  return (
    <section id="overview">
      <h2>{text.overview}</h2>
      <p class="legend">
        {text.overviewNote}{' '}
        <span class="outcome adverse">
          <Mark mark="adverse" locale={locale} />
        </span>{' '}
        {text.adverse}{' '}
        <span class="outcome undetermined">
          <Mark mark="undetermined" locale={locale} />
        </span>{' '}
        {text.undetermined}
      </p>
      <div class="wide">
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">{text.person}</th>
              {policies.map(({ id, title }) => (
                <th key={id} scope="col">
                  <span class="name">{sayTitle(title, locale)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map(({ subject, anchor, decisions }) => (
              <tr key={anchor}>
                <th scope="row">
                  <a href={`#${anchor}`}>
                    <bdi>{visible(subject)}</bdi>
                  </a>
                </th>
                {policies.map(({ id }) => (
                  <td key={id}>
                    {decisions
                      .filter(({ decision }) => decision.policy.id === id)
                      .map((one) => (
                        <a key={one.anchor} href={`#${one.anchor}`}>
                          <Outcome decision={one.decision} locale={locale} />{' '}
                          <Score decision={one.decision} locale={locale} />
                        </a>
                      ))}
                    {!decisions.some(({ decision }) => decision.policy.id === id) && (
                      <span class="aside">{text.notJudged}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
