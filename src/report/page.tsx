import type { Locale } from '../base/index.js'
import type { Arranged } from './arrange.js'
import { Overview } from './overview.js'
import { People } from './people.js'
import { Policies } from './policies.js'
import { Rejected } from './rejected.js'
import type { RejectedRow } from './rejected-row.js'
import { style, styleHash } from './style.js'
import { ToSupply } from './to-supply.js'
import { words } from './words.js'

/** Nothing is loaded, nothing runs, nothing is sent; the one style is known by its hash. */
const security = `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`

export interface PageProps {
  readonly arranged: Arranged
  readonly rejections: readonly RejectedRow[] | undefined
  readonly locale: Locale
}

/** The whole page. */
export function Page({ arranged, rejections, locale }: PageProps) {
  const text = words[locale]
  const { policies, people } = arranged
  return (
    <html lang={locale === 'zh' ? 'zh-Hans' : locale}>
      <head>
        <meta charSet="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={security} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>{text.title}</title>
        <style>{style}</style>
      </head>
      <body>
        <Skip arranged={arranged} rejections={rejections} locale={locale} />
        <header>
          <h1>{text.title}</h1>
          <p class="proposal">{text.proposal}</p>
          <dl>
            <dt>{text.asOf}</dt>
            <dd>{arranged.asOf.join(' · ')}</dd>
            <dt>{text.rows}</dt>
            <dd>{rejections ? text.rowCount(people.length, rejections.length) : text.rowsUntold(people.length)}</dd>
          </dl>
        </header>
        <main>
          {people.length === 0 && <p>{text.noDecisions}</p>}
          {people.length > 0 && (
            <>
              <Policies policies={policies} rejected={rejections?.length} locale={locale} />
              <Overview arranged={arranged} locale={locale} />
              <ToSupply people={people} locale={locale} />
            </>
          )}
          {rejections && <Rejected rows={rejections} locale={locale} />}
          {people.length > 0 && <People people={people} locale={locale} />}
        </main>
      </body>
    </html>
  )
}

function Skip({ arranged: { people }, rejections = [], locale }: PageProps) {
  const text = words[locale]
  const lacking = people.some((one) => one.decisions.some(({ decision }) => decision.missing.some((it) => it.matters)))
  const parts = [
    ...(people.length > 0 ? [['policies', text.policies] as const, ['overview', text.overview] as const] : []),
    ...(lacking ? [['to-supply', text.toSupply] as const] : []),
    ...(rejections.length > 0 ? [['rejected', text.rejectedRows] as const] : []),
    ...(people.length > 0 ? [['people', text.onePerson] as const] : []),
  ]
  return (
    <nav aria-label={text.skipTo} class="screen">
      {parts.flatMap(([anchor, name]) => [
        <a key={anchor} href={`#${anchor}`}>
          {name}
        </a>,
        ' ',
      ])}
    </nav>
  )
}
