import type { Locale } from '../base/index.js'
import { sayLine, sayTitle } from '../explain/index.js'
import type { ArrangedPerson } from './arrange.js'
import { visible } from './visible.js'
import { words } from './words.js'

/** What is still to be found out, person by person, so that somebody can go and ask. */
export function ToSupply({ people, locale }: { readonly people: readonly ArrangedPerson[]; readonly locale: Locale }) {
  const text = words[locale]
  const rows = people.flatMap(({ decisions }) =>
    decisions.flatMap((one) => {
      const lines = one.explanation.sections
        .flatMap((section) => section.lines)
        .filter((line) => line.phrase === 'missing' && line.params.matters)
      return lines.length > 0 ? [{ one, lines }] : []
    }),
  )
  if (rows.length === 0) return null
  return (
    <section id="to-supply">
      <h2>{text.toSupply}</h2>
      <p>{text.toSupplyNote}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.person}</th>
            <th scope="col">{text.policy}</th>
            <th scope="col">{text.needed}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ one: { anchor, decision }, lines }) => (
            <tr key={anchor}>
              <th scope="row">
                <bdi>{visible(decision.subject)}</bdi>
              </th>
              <td>
                <a href={`#${anchor}`}>{sayTitle(decision.policy.title, locale)}</a>
              </td>
              <td>
                {lines.map((line, index) => (
                  <div key={index}>{sayLine(line, locale)}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
