import { decidingItemTruth, decidingParts, type Trace } from '../model/index.js'
import type { Line } from './explanation.js'
import { line } from './line.js'

/** The part of a trace that its truth rests on: a plain `all` needs no line of its own; `assumed` names parameters. */
export function traceLines(trace: Trace, assumed: ReadonlySet<string>): Line[] {
  switch (trace.kind) {
    case 'comparison': {
      const { fact, operator, operatorTitle, negated, actual, operand, truth } = trace
      const parameters = trace.parameters.map((name) => ({ name, assumed: assumed.has(name) }))
      const own = operatorTitle && { operatorTitle }
      return [line('comparison', { fact, operator, ...own, negated, actual, operand, truth, parameters })]
    }
    case 'quantifier': {
      const { of, truth, items, missing } = trace
      const asked = trace.n !== undefined && { n: trace.n }
      const counted = trace.quantifier === 'atLeastOf'
      const wanted = counted && truth !== 'unknown' ? true : decidingItemTruth(trace)
      // Items that do not meet the condition are told of only where that is what burdens the person.
      const told = items.filter((item) => item.truth === wanted && (wanted !== false || trace.quantifier === 'every'))
      // Of a count that is not reached those that count are told.
      const meeting = counted && told.length === 0 ? false : wanted
      const below = told.map(({ at, truth: itemTruth, taken, trace: inner }) =>
        line('item', { at, truth: itemTruth, doubtful: taken === 'unknown' }, traceLines(inner, assumed)),
      )
      const known = items.length > 0 || missing.length === 0
      return [
        line('quantifier', { of, truth, ...asked, items: items.length, known, meeting, shown: told.length }, below),
      ]
    }
    case 'all':
      return decidingParts(trace).flatMap((part) => traceLines(part, assumed))
    case 'any':
    case 'atLeastOf': {
      // Of a counted group all parts are told, since the count rests on all.
      const parts = trace.kind === 'any' ? decidingParts(trace) : trace.parts
      const below = parts.flatMap((part) => traceLines(part, assumed))
      if (trace.kind === 'any' && trace.truth === true) return below
      return [
        line('group', { kind: trace.kind, truth: trace.truth, ...(trace.n !== undefined && { n: trace.n }) }, below),
      ]
    }
  }
}
