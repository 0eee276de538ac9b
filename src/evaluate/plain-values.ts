import {
  type Duration,
  decimalFromNumber,
  firstDay,
  formatDate,
  formatDurationIso,
  isMonth,
  negateDuration,
  numberFromDecimal,
  parseDate,
  parseDuration,
} from '../base/index.js'
import { type FactType, type PlainValue, showValue, type Value } from '../model/index.js'

/** A value as an embedder's functions see it; undefined if it cannot be said exactly. The caller passes on only what is known. */
export function plainValue(value: Value): PlainValue | undefined {
  switch (value.type) {
    case 'boolean':
    case 'text':
      return value.value
    case 'number':
      return numberFromDecimal(value.value)
    case 'date': {
      const day = formatDate(firstDay(value.value))
      return parseDate(day) === undefined ? undefined : day
    }
    case 'duration':
      return formatDurationIso(value.value)
    case 'elapsed': {
      const shown = showValue(value)
      return shown.type === 'elapsed' ? shown.value : undefined
    }
    default:
      return undefined
  }
}

/** The value of a type that an embedder's function has answered; undefined if the answer is none. */
export function valueOfPlain(answer: unknown, is: FactType['is']): Value | undefined {
  switch (is) {
    case 'boolean':
      return typeof answer === 'boolean' ? { type: is, value: answer } : undefined
    case 'number': {
      const value = typeof answer === 'number' ? decimalFromNumber(answer) : undefined
      return value === undefined ? undefined : { type: is, value }
    }
    case 'text':
      return typeof answer === 'string' ? { type: is, value: answer } : undefined
    case 'date': {
      const value = typeof answer === 'string' ? parseDate(answer) : undefined
      return value === undefined || isMonth(value) ? undefined : { type: is, value }
    }
    case 'duration': {
      const value = typeof answer === 'string' ? durationFromIso(answer) : undefined
      return value && { type: is, value }
    }
  }
}

/** `P1Y6M`, or `-P2M` for less than no time. */
function durationFromIso(text: string): Duration | undefined {
  const [, sign, iso] = /^(-?)(P.*)$/.exec(text) ?? []
  const duration = iso === undefined ? undefined : parseDuration(iso)
  return duration && (sign ? negateDuration(duration) : duration)
}
