import type { Benefit, Measure } from '../model/index.js'
import { wantingLine } from './background.js'
import type { Line } from './explanation.js'
import { sourceLine, type Told } from './findings.js'
import { line } from './line.js'
import { traceLines } from './traces.js'

/** A benefit with its amount, its term and what is missing for them; why it stands is told with its rule. */
export function benefitLine({ id, title, amount, unit, from, until, term, missing }: Benefit): Line {
  const times = { ...(from && { from }), ...(until && { until }), ...(term && { term }) }
  return line('benefit', { id, title, ...(amount && { amount }), ...(unit && { unit }) }, [
    ...(from || until || term ? [line('term', times)] : []),
    ...missing.map(wantingLine),
  ])
}

/** A measure with the rules that propose it and its own condition. */
export function measureLine(measure: Measure, { findings, assumed }: Told): Line {
  const { id, title, status, proposedBy } = measure
  const own = findings.find((finding) => finding.id === id)
  const rules = proposedBy.map((rule) => findings.find((one) => one.id === rule)?.title ?? { zh: rule, en: rule })
  return line('measure', { id, title, status }, [
    line('proposedBy', { rules }),
    ...(own?.because ? [line('because', own.because)] : []),
    ...(own ? traceLines(own.trace, assumed) : []),
    sourceLine(measure),
  ])
}
