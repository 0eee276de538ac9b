import type { Locale } from '../base/index.js'
import type { RejectedRow } from './rejected-row.js'
import { visible } from './visible.js'
import { words } from './words.js'

/** The rows that have no decision, and why. */
export function Rejected({ rows, locale }: { readonly rows: readonly RejectedRow[]; readonly locale: Locale }) {
  const text = words[locale]
  if (rows.length === 0) return null
  return (
    <section id="rejected">
      <h2>{text.rejectedRows}</h2>
      <p>{text.rejectedNote}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.place}</th>
            <th scope="col">{text.person}</th>
            <th scope="col">{text.problem}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ file, line, id, problems }, index) => (
            <tr key={index}>
              <td class="place">
                <code>{visible(`${file}:${line}`)}</code>
              </td>
              <th scope="row">{id === undefined ? '—' : <bdi>{visible(id)}</bdi>}</th>
              <td>
                {problems.map(({ field, message, place }, at) => (
                  <div key={at}>
                    <code>{visible(place ?? field)}</code> {visible(message)}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
