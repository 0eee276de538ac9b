import type { Locale } from '../base/index.js'
import { type Explanation, type Line, type Section, sayHeading, type Table } from '../explain/index.js'
import { assumptionsOf } from './arrange.js'
import { DataTable } from './data-table.js'
import { Lines } from './lines.js'
import { words } from './words.js'

/**
 * The sections of one explanation. What every decision repeats (the policy's assumptions, the rules that do not apply,
 * how to ask for review where nothing burdens) is folded, never left out.
 */
export function Sections({ explanation, locale }: { readonly explanation: Explanation; readonly locale: Locale }) {
  return (
    <>
      {explanation.sections.map((section) => (
        <One key={section.heading} section={section} explanation={explanation} locale={locale} />
      ))}
    </>
  )
}

function One({
  section: { heading, lines, table },
  explanation,
  locale,
}: {
  readonly section: Section
  readonly explanation: Explanation
  readonly locale: Locale
}) {
  const text = words[locale]
  const title = sayHeading(heading, locale)
  switch (heading) {
    case 'outcome':
      // The outcome itself is the line that opens the decision.
      return <Lines lines={lines.filter(({ phrase }) => phrase !== 'outcome')} locale={locale} />
    case 'missing': {
      const needed = lines.filter(isNeeded)
      return (
        <>
          <Shown title={title} lines={needed} locale={locale} />
          <Folded
            title={text.notNeeded(lines.length - needed.length)}
            lines={lines.filter((line) => !isNeeded(line))}
            locale={locale}
          />
        </>
      )
    }
    case 'assumptions': {
      const { ofRecord, ofPolicy } = assumptionsOf(explanation)
      return (
        <>
          <Shown title={text.ofRecord} lines={ofRecord} locale={locale} />
          <Folded title={text.ofPolicy(ofPolicy.length)} lines={ofPolicy} locale={locale} />
        </>
      )
    }
    case 'statement': {
      const results = lines.filter((line) => !isWorking(line))
      const workings = lines.filter(isWorking)
      return (
        <>
          <Shown title={title} table={table} lines={results} locale={locale} />
          <Folded title={text.workings(workings.length)} lines={workings} locale={locale} />
        </>
      )
    }
    case 'unmet':
    case 'notProposed':
      return <Folded title={text.more(title, lines.length)} lines={lines} locale={locale} />
    case 'review':
      return explanation.adverse ? (
        <Shown title={title} lines={lines} locale={locale} />
      ) : (
        <Folded title={title} lines={lines} locale={locale} />
      )
    default:
      return <Shown title={title} table={table} lines={lines} locale={locale} />
  }
}

function Shown({ title, table, lines, locale }: Titled) {
  if (lines.length === 0 && !table) return null
  return (
    <section>
      <h5>{title}</h5>
      {table && <DataTable table={table} locale={locale} />}
      <Lines lines={lines} locale={locale} />
    </section>
  )
}

function Folded({ title, lines, locale }: Titled) {
  if (lines.length === 0) return null
  return (
    <details>
      <summary>
        <h5>{title}</h5>
      </summary>
      <Lines lines={lines} locale={locale} />
    </details>
  )
}

interface Titled {
  readonly title: string
  readonly lines: readonly Line[]
  readonly locale: Locale
  readonly table?: Table | undefined
}

/** What an item or a weight came from, as against what came of all of them. */
function isWorking({ phrase }: Line): boolean {
  return phrase === 'scoring' || phrase === 'weight'
}

function isNeeded(line: Line): boolean {
  return line.phrase !== 'missing' || line.params.matters
}
