import { decimalFromNumber, type FactId, type Path, parseDuration } from '../base/index.js'
import type { Related } from '../diagnostics/index.js'
import type { FactType, Value, WrittenScalar } from '../model/index.js'
import { parseDateText } from './dates.js'
import { declaredValues } from './declared.js'
import { suggest } from './nearest.js'
import { type NameScope, type Reporting, reportAt, reportAtKey } from './scope.js'

/** What a value must be: of a type, for a fact whose enumeration it then belongs to. */
export interface Expected {
  readonly type: FactType
  /** The fact it is compared with, or the form's own word, for messages. */
  readonly fact: FactId
}

/** Reads a literal as a value of the expected type; reports one that is not. The word `none` is nothing, for any type. */
export function readLiteral(
  written: WrittenScalar,
  expected: Expected,
  path: Path,
  scope: Reporting | NameScope,
  report: typeof reportAt = reportAt,
): Value | undefined {
  const { is } = expected.type
  if (written === 'none') return { type: 'none' }
  const value = literalValue(written, is)
  if (value) {
    reportUnknownValue(value, expected, path, scope, report)
    return value
  }
  if (is === 'date' && typeof written === 'string') report(scope, path, 'check/not-a-date', { text: written })
  else if (is === 'duration' && typeof written === 'string')
    report(scope, path, 'check/not-a-duration', { text: written })
  else report(scope, path, 'check/operand-type', { value: String(written), expected: is })
  return undefined
}

/** Reads the key of a table as a value. Keys of a map are text; a number or a truth is written as one. */
export function readKey(key: string, expected: Expected, path: Path, scope: NameScope): Value | undefined {
  const { is } = expected.type
  const isNumber = is === 'number' && String(Number(key)) === key
  const isTruth = is === 'boolean' && (key === 'true' || key === 'false')
  const written = isNumber ? Number(key) : isTruth ? key === 'true' : key
  return readLiteral(written, expected, path, scope, reportAtKey)
}

/** A text must be one that the fact can have; so must every value of a list. `related` says more of where the value comes from. */
export function reportUnknownValue(
  value: Value,
  expected: Expected,
  path: Path,
  scope: Reporting | NameScope,
  report: typeof reportAt = reportAt,
  related: readonly Related[] = [],
): void {
  if (value.type === 'list')
    for (const item of value.items) reportUnknownValue(item, expected, path, scope, report, related)
  const { values } = expected.type
  if (value.type !== 'text' || !values || values.includes(value.value)) return
  const known = suggest(value.value, values)
  const { fact } = expected
  const listed = 'facts' in scope ? declaredValues(fact, scope) : []
  report(scope, path, 'check/unknown-value', { value: value.value, fact, ...known }, [...related, ...listed])
}

/** The value of that type that a literal stands for; undefined if it stands for none. */
export function literalValue(written: WrittenScalar, is: FactType['is']): Value | undefined {
  if (typeof written === 'boolean') return is === 'boolean' ? { type: 'boolean', value: written } : undefined
  if (typeof written === 'number') {
    const value = decimalFromNumber(written)
    return is === 'number' && value !== undefined ? { type: 'number', value } : undefined
  }
  if (is === 'text') return { type: 'text', value: written }
  if (is === 'date') {
    const value = parseDateText(written)
    return value && { type: 'date', value }
  }
  if (is === 'duration') {
    const value = parseDuration(written)
    return value && { type: 'duration', value }
  }
  return undefined
}

/** The type that a literal has by the way it is written. */
export function typeOfLiteral(written: WrittenScalar): FactType {
  if (typeof written === 'boolean') return { is: 'boolean' }
  if (typeof written === 'number') return { is: 'number', ...(Number.isInteger(written) && { whole: true }) }
  if (parseDateText(written)) return { is: 'date' }
  const duration = parseDuration(written)
  if (!duration) return { is: 'text' }
  const { months, days } = duration
  const measured = months !== 0 && days !== 0 ? 'both' : months !== 0 ? 'months' : 'days'
  return { is: 'duration', measured }
}
