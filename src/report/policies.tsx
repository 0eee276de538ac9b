import type { Locale } from '../base/index.js'
import { sayLine, sayTitle } from '../explain/index.js'
import type { ArrangedDecision, ArrangedPolicy } from './arrange.js'
import { Outcome } from './outcome.js'
import { visible } from './visible.js'
import { words } from './words.js'

/** More people than these are listed on demand. */
const MANY = 40

/** Each policy: what it is, how many people came to which outcome, and what its author assumed. */
export function Policies({
  policies,
  rejected,
  locale,
}: {
  readonly policies: readonly ArrangedPolicy[]
  readonly rejected: number | undefined
  readonly locale: Locale
}) {
  return (
    <section id="policies">
      <h2>{words[locale].policies}</h2>
      {policies.map((policy) => (
        <Policy key={policy.id} policy={policy} rejected={rejected} locale={locale} />
      ))}
    </section>
  )
}

function Policy({
  policy: { id, title, versions, decided, outcomes, assumed },
  rejected,
  locale,
}: {
  readonly policy: ArrangedPolicy
  readonly rejected: number | undefined
  readonly locale: Locale
}) {
  const text = words[locale]
  const rows = decided + (rejected ?? 0)
  return (
    <section class="summary">
      <h3>
        <span class="name">{sayTitle(title, locale)}</span> <code>{visible(id)}</code>
      </h3>
      {versions.map(({ digest, version, effective: { from, until }, citation, place }) => (
        <p key={digest} class="source">
          {visible(text.version(version, from, until))}
          <br />
          {sayLine({ phrase: 'source', params: { citation, place, assumed: false } }, locale)}
        </p>
      ))}
      <table>
        <thead>
          <tr>
            <th scope="col">{text.outcome}</th>
            <th scope="col" class="number">
              {text.people}
            </th>
            <th scope="col">{text.share}</th>
            <th scope="col">{text.who}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map(({ outcome, decisions }) => (
            <tr key={outcome}>
              <th scope="row">{decisions[0] && <Outcome decision={decisions[0].decision} locale={locale} />}</th>
              <td class="number">{decisions.length}</td>
              <td>
                <Share part={decisions.length} whole={rows} />
              </td>
              <td class="who">
                <Who decisions={decisions} locale={locale} />
              </td>
            </tr>
          ))}
          {rejected !== undefined && (
            <tr>
              <th scope="row">{text.rejectedRows}</th>
              <td class="number">{rejected}</td>
              <td>
                <Share part={rejected} whole={rows} />
              </td>
              <td>{rejected > 0 && <a href="#rejected">{text.rejectedRows}</a>}</td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.total}</th>
            <td class="number">{rows}</td>
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
      {assumed.length > 0 && (
        <details>
          <summary>{text.assumedByPolicy(assumed.length)}</summary>
          <p>{text.assumedNote}</p>
          <ul>
            {assumed.map(({ line, used }, index) => (
              <li key={index}>
                {sayLine(line, locale)} <span class="aside">{text.usedBy(used)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** A bar beside the number that says the same. */
function Share({ part, whole }: { readonly part: number; readonly whole: number }) {
  const percent = whole === 0 ? 0 : (100 * part) / whole
  return (
    <span class="share">
      <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
        <rect width="100" height="10" class="track" />
        <rect width={percent.toFixed(2)} height="10" class="bar" />
      </svg>
      {part > 0 && percent < 1 ? '<1' : Math.round(percent)}%
    </span>
  )
}

function Who({ decisions, locale }: { readonly decisions: readonly ArrangedDecision[]; readonly locale: Locale }) {
  const links = decisions.flatMap(({ anchor, decision }) => [
    <a key={anchor} href={`#${anchor}`}>
      <bdi>{visible(decision.subject)}</bdi>
    </a>,
    ' ',
  ])
  if (decisions.length <= MANY) return <>{links}</>
  return (
    <details>
      <summary>{words[locale].showPeople(decisions.length)}</summary>
      {links}
    </details>
  )
}
