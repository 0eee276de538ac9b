import type { DiagnosticParams } from '../diagnostics/index.js'

/** What a text can be made of: no quote, no backslash, no control character of ASCII. */
const CHARACTER = String.raw`(?!\p{Cc})[^"\\]|[\x7f-\x9f]`
const TEXT = String.raw`"(?:${CHARACTER}|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"`
const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`
const TOKEN = new RegExp(String.raw`[ \t\r\n]*(${TEXT}|${NUMBER}|true|false|null|[\[\]{},:])`, 'uy')
/** A text or a number that is cut off. */
const UNFINISHED = new RegExp(String.raw`^(?:"(?:${CHARACTER}|\\["\\/bfnrtu])*\\?|-)$`, 'u')

/**
 * Where a text stops being JSON, counted in characters from 1, or that it ends too early. The engines' own messages
 * quote the text, which may be personal data, and differ.
 */
export function jsonFault(text: string): DiagnosticParams['record/syntax'] {
  const end = endOf(text)
  const open: string[] = []
  let awaited: Awaited = 'value'
  let at = 0
  while (at < end) {
    TOKEN.lastIndex = at
    const [whole = '', token = ''] = TOKEN.exec(text) ?? []
    const next: Awaited | undefined = token === '' ? undefined : after(token, awaited, open)
    if (next === undefined) break
    awaited = next
    at += whole.length
  }
  const place = at + (/^[ \t\r\n]*/.exec(text.slice(at))?.[0].length ?? 0)
  return place >= end || UNFINISHED.test(text.slice(place, end))
    ? { reason: 'end' }
    : { reason: 'character', column: Array.from(text.slice(0, place)).length + 1 }
}

/** The offset behind the last character that is not white space. */
function endOf(text: string): number {
  let end = text.length
  while (end > 0 && ' \t\r\n'.includes(text.charAt(end - 1))) end -= 1
  return end
}

/** What may come next. */
type Awaited = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing'

/** What may come after a token, if the token may come here; `open` holds the brackets to be closed. */
function after(token: string, awaited: Awaited, open: string[]): Awaited | undefined {
  const inside = (): Awaited => (open.length > 0 ? 'commaOrEnd' : 'nothing')
  switch (token) {
    case '{':
    case '[':
      if (awaited !== 'value' && awaited !== 'valueOrEnd') return undefined
      open.push(token === '{' ? '}' : ']')
      return token === '{' ? 'keyOrEnd' : 'valueOrEnd'
    case '}':
    case ']':
      if (open.at(-1) !== token || !['commaOrEnd', 'keyOrEnd', 'valueOrEnd'].includes(awaited)) return undefined
      open.pop()
      return inside()
    case ',':
      return awaited !== 'commaOrEnd' ? undefined : open.at(-1) === '}' ? 'key' : 'value'
    case ':':
      return awaited === 'colon' ? 'value' : undefined
    default:
      if (awaited === 'value' || awaited === 'valueOrEnd') return inside()
      return (awaited === 'key' || awaited === 'keyOrEnd') && token.startsWith('"') ? 'colon' : undefined
  }
}
