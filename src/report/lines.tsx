import type { Locale } from '../base/index.js'
import { type Line, sayLine } from '../explain/index.js'

/** Lines of an explanation with the lines below them; the class of each is its phrase. */
export function Lines({ lines, locale }: { readonly lines: readonly Line[]; readonly locale: Locale }) {
  if (lines.length === 0) return null
  return (
    <ul>
      {lines.map((line, index) => (
        <li key={index} class={isDecisive(line) ? 'decisive' : line.phrase}>
          <span>{sayLine(line, locale)}</span>
          <Lines lines={line.lines} locale={locale} />
        </li>
      ))}
    </ul>
  )
}

/** What the outcome hangs on although nobody knows it. */
function isDecisive(line: Line): boolean {
  return (
    (line.phrase === 'supposed' && line.params.decisive === true) || (line.phrase === 'missing' && line.params.matters)
  )
}
