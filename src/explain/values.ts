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
  readonly atMost: (high: string) => string
  readonly range: (low: string, high: string) => string
  readonly orNone: (text: string) => string
  readonly duration: (duration: Duration) => string
  /** Time that has not begun yet. */
  readonly before: (duration: string) => string
}

/** A value in the words of a language. */
export function formatValue(value: ShownValue, words: Vocabulary): string {
  switch (value.type) {
    case 'boolean':
      return value.value ? words.yes : words.no
    case 'number':
      // A number that no decimal can say is shown as the fraction it is.
      return value.fraction ?? value.value
    case 'date':
      return value.value
    case 'text':
      return words.quote(value.value)
    case 'duration':
      return durationText(value.value, words)
    case 'elapsed':
      return `${elapsedText(value.value, words)} (${value.since} → ${value.until})`
    case 'list':
      return value.items.map((item) => formatValue(item, words)).join(words.separator)
    case 'interval':
      return intervalText(value, words)
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

function intervalText({ low, high, orNone }: Extract<ShownValue, { type: 'interval' }>, words: Vocabulary): string {
  const [least, most] = [low, high].map((end) => end && formatInSentence(end, words))
  const text =
    least && most
      ? least === most
        ? least
        : words.range(least, most)
      : least
        ? words.atLeast(least)
        : words.atMost(most ?? '')
  return orNone ? words.orNone(text) : text
}

/** A value inside an author's sentence: a text without quotation marks, since he has put his own, and time without its dates. */
export function formatInSentence(value: ShownValue | undefined, words: Vocabulary): string {
  if (value === undefined) return words.unknown
  if (value.type === 'text') return value.value
  return value.type === 'elapsed' ? elapsedText(value.value, words) : formatValue(value, words)
}

/** Elapsed time is negative before its start. */
function elapsedText(iso: string, words: Vocabulary): string {
  return iso.startsWith('-') ? words.before(durationText(iso.slice(1), words)) : durationText(iso, words)
}

/** A duration, in any of its notations, in the words of a language. */
export function durationText(text: string, words: Vocabulary): string {
  const duration = parseDuration(text)
  return duration ? words.duration(duration) : text
}

/** What an embedder's operator asks for: the right side stands where its title has `…`, else at the end. */
export function withOperand(title: string, operand: string): string {
  return title.includes('…') ? title.replace('…', () => operand) : title + operand
}

/** Whether a condition holds, at a glance. */
export function verdict(truth: boolean | 'unknown', unknown: string): string {
  return truth === 'unknown' ? unknown : truth ? '✓' : '✗'
}

/** Control, zero-width and direction characters as `\u{…}`: a record must not be able to write on somebody's terminal. */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
}

/** The number or the interval with its sign turned: what a cap takes. */
export function negated(value: ShownValue): ShownValue {
  const turned = (text: string): string => (text === '0' ? text : text.startsWith('-') ? text.slice(1) : `-${text}`)
  if (value.type === 'number')
    return {
      type: 'number',
      value: turned(value.value),
      ...(value.fraction !== undefined && { fraction: turned(value.fraction) }),
    }
  if (value.type !== 'interval') return value
  const { low, high } = value
  return { type: 'interval', ...(high && { low: negated(high) }), ...(low && { high: negated(low) }) }
}

/** Of what lacks: `nothing`, something for `sure`, or the most that may lack where it may be nothing. */
export function lackingAtMost(lacking: ShownValue | undefined): 'nothing' | 'sure' | 'unknown' | ShownValue {
  if (!lacking || isNought(lacking)) return 'nothing'
  if (lacking.type !== 'interval') return lacking.type === 'number' ? 'sure' : 'unknown'
  if (lacking.low && !isNought(lacking.low)) return 'sure'
  return lacking.high ?? 'unknown'
}

/** Whether a value is the number 0. */
export function isNought(value: ShownValue): boolean {
  return value.type === 'number' && value.value === '0'
}

/** Whether a value is a length of time, or lies between two. */
export function isTime(value: ShownValue): boolean {
  if (value.type === 'interval') return [value.low, value.high].some((end) => end !== undefined && isTime(end))
  return value.type === 'duration' || value.type === 'elapsed'
}
