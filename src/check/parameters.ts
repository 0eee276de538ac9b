import { formatDate, type Path, placeOf } from '../base/index.js'
import type { FactType, Parameter, Period, PolicyDocument, Value, WrittenScalar } from '../model/index.js'
import { parseDateText } from './dates.js'
import { readLiteral, typeOfLiteral } from './literal.js'
import { alsoAt, alsoAtKey, type Reporting, reportAt, reportAtKey } from './scope.js'

type Written = NonNullable<PolicyDocument['parameters']>[string]

/** The named figures of a policy; each must have a value on every day on which the policy is in force. */
export function readParameters(
  { parameters = {} }: PolicyDocument,
  effective: Period,
  scope: Reporting,
): Map<string, Parameter> {
  return new Map(
    Object.entries(parameters).map(([name, written]) => [name, readParameter(name, written, effective, scope)]),
  )
}

function readParameter(name: string, written: Written, effective: Period, scope: Reporting): Parameter {
  const path = ['parameters', name]
  const { title, provenance, citation, oneOf } = written
  const cited = citation?.document !== undefined && (provenance !== 'regulation' || citation.certainty !== undefined)
  if (provenance === 'regulation' && !cited) reportAtKey(scope, path, 'check/no-citation', { provenance })
  const [first] = written.values
  const list = Array.isArray(first?.is)
  const literals = written.values.flatMap(({ is }) => [is].flat())
  const type = { ...typeOfLiteral(literals[0] ?? ''), ...onlyIfAll(literals), ...(oneOf && { values: oneOf }) }
  const values = written.values.map((value, index) => {
    const at = [...path, 'values', index]
    return { ...readPeriod(value, at, scope), is: readValue(value.is, [...at, 'is']) }
  })
  reportGaps()
  return {
    name,
    title,
    type,
    list,
    provenance,
    ...(citation && { citation }),
    place: placeOf(scope.document.keySpanOf(path)),
    values,
    ...(oneOf && { oneOf }),
  }

  function reportReference(text: string, at: Path): void {
    if (text.startsWith('$')) reportAt(scope, at, 'check/operand-type', { value: text, expected: type.is })
  }

  function readValue(is: Written['values'][number]['is'], at: Path): Value {
    const expected = { type, fact: name as never }
    if (Array.isArray(is) !== list)
      reportAt(scope, at, 'check/operand-type', { value: String(is), expected: list ? 'list' : type.is })
    for (const one of [is].flat()) if (typeof one === 'string') reportReference(one, at)
    if (!Array.isArray(is)) return readLiteral(is, expected, at, scope) ?? { type: 'unknown' }
    const items = is.map((item, index) => readLiteral(item, expected, [...at, index], scope))
    return { type: 'list', items: items.filter((item) => item !== undefined) }
  }

  /** Periods must not overlap, and together they must cover the policy's. */
  function reportGaps(): void {
    const sorted = values.map((value, index) => ({ ...value, index })).sort((a, b) => a.from - b.from)
    let covered: number | undefined = effective.from
    let before: number | undefined
    for (const { from, until, index } of sorted) {
      if (before !== undefined && (covered === undefined || from < covered)) {
        const other = [alsoAt(scope, [...path, 'values', before], 'other-period', {})]
        reportAt(scope, [...path, 'values', index], 'check/periods-overlap', {}, other)
      } else if (covered !== undefined && from > covered) reportGap(covered)
      covered = until
      before = index
    }
    if (covered !== undefined && (effective.until === undefined || covered < effective.until)) reportGap(covered)
  }

  function reportGap(from: number): void {
    const params = { parameter: name, from: formatDate(from as Period['from']) }
    const inForce = [alsoAtKey(scope, ['effective'], 'in-force', {})]
    reportAtKey(scope, path, 'check/period-not-covered', params, inForce)
  }
}

/** What is said of a parameter's type must hold of each of its values: whole numbers, durations of one measure. */
function onlyIfAll(literals: readonly WrittenScalar[]): Pick<FactType, 'whole' | 'measured'> {
  const types = literals.map(typeOfLiteral)
  const measures = new Set(types.flatMap(({ measured }) => measured ?? []))
  const [only] = measures
  return {
    ...(types.every(({ whole }) => whole) && { whole: true }),
    ...(only && { measured: measures.size === 1 ? only : 'both' }),
  }
}

/** Reads `[from, until)`; reports days that are none and an end that is not after the start. */
export function readPeriod(written: { from: string; until?: string }, path: Path, scope: Reporting): Period {
  const from = day(written.from, 'from')
  if (written.until === undefined) return { from }
  const until = day(written.until, 'until')
  if (until <= from)
    reportAt(scope, [...path, 'until'], 'check/period-reversed', { from: written.from, until: written.until })
  return { from, until }

  function day(text: string, key: string): Period['from'] {
    const date = parseDateText(text, ['yyyy-MM-dd'])
    if (date === undefined) reportAt(scope, [...path, key], 'check/not-a-date', { text })
    return date ?? (0 as Period['from'])
  }
}
