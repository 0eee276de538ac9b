import type { Locale } from '../base/index.js'
import { sayCell, sayColumn, sayTitle, type Table } from '../explain/index.js'

/** A table of an explanation, such as the statement of a score; the first column names the rows. */
export function DataTable({
  table: { title, columns, rows },
  locale,
}: {
  readonly table: Table
  readonly locale: Locale
}) {
  const [naming, ...others] = columns
  if (!naming) return null
  return (
    <div class="wide">
      <table class="data">
        <caption>{sayTitle(title, locale)}</caption>
        <thead>
          <tr>
            {columns.map(({ key, align }) => (
              <th key={key} scope="col" class={align}>
                {sayColumn(key, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, depth, cells }, index) => (
            <tr key={index} class={kind}>
              <th scope="row" class={depth > 0 ? 'below' : 'start'}>
                {sayCell(cells[naming.key], locale)}
              </th>
              {others.map(({ key, align }) => (
                <td key={key} class={align}>
                  {sayCell(cells[key], locale)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
