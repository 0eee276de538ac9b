import {
  compareDecimals,
  decimalFromNumber,
  distinctBy,
  type FactId,
  parseDate,
  parseDuration,
  type Result,
} from '../base/index.js'
import { type Diagnostic, diagnostic } from '../diagnostics/index.js'
import type { FactType, Program, ProgramPolicy, Value } from '../model/index.js'

/** What is given beside a record, by the names that policies declare under `inputs`; null is absent. */
export type Inputs = Readonly<Record<string, string | number | boolean | null>>

/**
 * The inputs as each policy declares them; or every one that no policy
 * declares, or that is not of its type.
 */
export function readInputs(
  { policies }: Program,
  inputs: Inputs,
): Result<ReadonlyMap<ProgramPolicy, Readonly<Record<string, Value>>>, Diagnostic> {
  const given = Object.entries(inputs).filter(([, value]) => value !== null)
  const declared = new Set<string>(policies.flatMap((policy) => policy.inputs))
  const problems: Diagnostic[] = given
    .filter(([name]) => !declared.has(name))
    .map(([input]) => diagnostic('input/unknown', { input }, { path: ['inputs', input] }))
  const read = new Map(
    policies.map((policy) => {
      const entries = given.flatMap(([name, written]): [string, Value][] => {
        const fact = policy.inputs.includes(name as FactId) ? policy.facts[name as FactId] : undefined
        if (!fact) return []
        const value = valueGiven(written, fact.type)
        if (value) return [[name, value]]
        problems.push(problemWith(name, fact.type, written))
        return []
      })
      return [policy, Object.fromEntries(entries)] as const
    }),
  )
  const distinct = distinctBy(problems, (one) => JSON.stringify(one))
  return distinct.length > 0 ? { ok: false, diagnostics: distinct } : { ok: true, value: read, warnings: [] }
}

function valueGiven(written: Inputs[string], { is, values, least, most }: FactType): Value | undefined {
  switch (is) {
    case 'boolean':
      return typeof written === 'boolean' ? { type: is, value: written } : undefined
    case 'number': {
      const value = typeof written === 'number' ? decimalFromNumber(written) : undefined
      const inside =
        value !== undefined &&
        (!least || compareDecimals(least, value) <= 0) &&
        (!most || compareDecimals(value, most) <= 0)
      return inside ? { type: is, value } : undefined
    }
    case 'text':
      return typeof written === 'string' && (!values || values.includes(written))
        ? { type: is, value: written }
        : undefined
    case 'date': {
      const value = typeof written === 'string' ? parseDate(written) : undefined
      return value && { type: is, value }
    }
    case 'duration': {
      const value = typeof written === 'string' ? parseDuration(written) : undefined
      return value && { type: is, value }
    }
  }
}

function problemWith(input: string, { is, values }: FactType, written: Inputs[string]): Diagnostic {
  const place = { path: ['inputs', input] }
  if (is === 'number' && typeof written === 'number' && decimalFromNumber(written) !== undefined)
    return diagnostic('input/out-of-range', { input }, place)
  return values && typeof written === 'string'
    ? diagnostic('input/unknown-value', { input, expected: values }, place)
    : diagnostic('input/wrong-type', { input, expected: is }, place)
}
