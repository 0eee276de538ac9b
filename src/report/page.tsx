import { render as renderToString } from 'preact-render-to-string'
import type { Locale } from '../base/index.js'
import { type Explanation, explain, type Line, outcomeName, sayHeading, sayLine } from '../explain/index.js'
import type { Decision } from '../model/index.js'
import { createTally, type Summary } from '../population/index.js'
import { style } from './style.js'

/** What stands over the page. */
const titles: Readonly<Record<Locale, { title: string; summary: string; outcome: string; people: string }>> = {
  zh: { title: '干部政策决定建议', summary: '汇总', outcome: '结论', people: '人数' },
  en: { title: 'Proposals under cadre policies', summary: 'Summary', outcome: 'outcome', people: 'people' },
}

/**
 * A self-contained HTML page: the summary per policy, then every decision explained. Texts from records and policies
 * are escaped; nothing is loaded from elsewhere and nothing runs.
 */
export function renderReport(decisions: readonly Decision[], { locale }: { readonly locale: Locale }): string {
  const tally = createTally()
  for (const decision of decisions) tally.add(decision)
  return `<!doctype html>\n${renderToString(<Page summary={tally.summary()} explanations={decisions.map(explain)} locale={locale} />)}\n`
}

function Page({
  summary,
  explanations,
  locale,
}: {
  summary: Summary
  explanations: readonly Explanation[]
  locale: Locale
}) {
  const words = titles[locale]
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{words.title}</title>
        <style>{style}</style>
      </head>
      <body>
        <h1>{words.title}</h1>
        <h2>{words.summary}</h2>
        {summary.policies.map(({ id, kind, title, outcomes }) => (
          <table key={id}>
            <caption>
              {title[locale]} ({id})
            </caption>
            <thead>
              <tr>
                <th scope="col">{words.outcome}</th>
                <th scope="col">{words.people}</th>
              </tr>
            </thead>
            <tbody>
              {outcomes.map(({ outcome, people }) => (
                <tr key={outcome}>
                  <td>{outcomeName(kind, outcome, { locale })}</td>
                  <td class="number">{people}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
        {explanations.map((explanation) => (
          <Person key={`${explanation.subject} ${explanation.policy.id}`} explanation={explanation} locale={locale} />
        ))}
      </body>
    </html>
  )
}

function Person({ explanation, locale }: { explanation: Explanation; locale: Locale }) {
  const { subject, policy, outcome, adverse, sections } = explanation
  return (
    <article class={adverse ? 'adverse' : ''}>
      <h2>
        {subject} <small>{policy.title[locale]}</small> <strong>{outcomeName(policy.kind, outcome, { locale })}</strong>
      </h2>
      {sections.map(({ heading, lines }) => (
        <section key={heading}>
          <h3>{sayHeading(heading, locale)}</h3>
          <Lines lines={lines} locale={locale} />
        </section>
      ))}
    </article>
  )
}

function Lines({ lines, locale }: { lines: readonly Line[]; locale: Locale }) {
  return (
    <ul>
      {lines.map((line, index) => (
        <li key={index}>
          {sayLine(line, locale)}
          {line.lines.length > 0 && <Lines lines={line.lines} locale={locale} />}
        </li>
      ))}
    </ul>
  )
}
