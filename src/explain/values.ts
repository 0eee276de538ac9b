import { assertNever, type Duration, parseDuration } from '../base/index.js'
import type { ShownValue } from '../model/index.js'

/** The words of a language that values are said with. */
export interface Vocabulary {
  readonly yes: string
  readonly no: string
  readonly none: string
  readonly open: string
  readonly unknown: string
  readonly separator: string
  readonly quote: (text: string) => string
  readonly atLeast: (low: string) => string
  readonly range: (low: string, high: string) => string
  readonly duration: (duration: Duration) => string
  /** Time that has not begun yet. */
  readonly before: (duration: string) => string
  /** Set to false to say how long, without from when to when. */
  readonly elapsedDates?: boolean
}

/** A value in the words of a language. */
export function formatValue(value: ShownValue, words: Vocabulary): string {
  switch (value.type) {
    case 'boolean':
      return value.value ? words.yes : words.no
    case 'number':
    case 'date':
      return value.value
    case 'text':
      return words.quote(value.value)
    case 'duration':
      return durationText(value.value, words)
    case 'elapsed': {
      const early = value.value.startsWith('-')
      const length = durationText(early ? value.value.slice(1) : value.value, words)
      const text = early ? words.before(length) : length
      return words.elapsedDates === false ? text : `${text} (${value.since} → ${value.until})`
    }
    case 'list':
      return value.items.map((item) => formatValue(item, words)).join(words.separator)
    case 'interval':
      return value.high === undefined ? words.atLeast(value.low) : words.range(value.low, value.high)
    case 'none':
      return words.none
    case 'open':
      return words.open
    case 'unknown':
      return words.unknown
    default:
      return assertNever(value, 'value')
  }
}

function durationText(iso: string, words: Vocabulary): string {
  const duration = parseDuration(iso)
  return duration ? words.duration(duration) : iso
}

/** Control, zero-width and direction characters as `\u{…}`: a record must not be able to write on somebody's terminal. */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
}
