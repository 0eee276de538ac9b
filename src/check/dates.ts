import { isValid, parse } from 'date-fns'
import { type PlainDate, pack } from '../base/index.js'

const FORMATS = ['yyyy-MM-dd', 'yyyy-MM']

/**
 * Reads a date in one of the given notations (default: `2026-11-21` or `1975-08`), undefined if it is none or no day
 * of the calendar. A notation without a day yields a month.
 */
export function parseDateText(text: string, formats: readonly string[] = FORMATS): PlainDate | undefined {
  for (const format of formats) {
    // As many digits as the notation has: on its own, the library reads `24-01-05` as the year 24.
    if (!digitsOf(format).test(text)) continue
    const date = parse(text, format, new Date(2000, 0, 1))
    if (!isValid(date)) continue
    return pack(date.getFullYear(), date.getMonth() + 1, format.includes('d') ? date.getDate() : 0)
  }
  return undefined
}

function digitsOf(format: string): RegExp {
  const tokens: Readonly<Record<string, string>> = {
    yyyy: '[1-9]\\d{3}',
    MM: '\\d{2}',
    dd: '\\d{2}',
    M: '\\d{1,2}',
    d: '\\d{1,2}',
    '.': '\\.',
  }
  return new RegExp(`^${format.replace(/yyyy|MM|dd|M|d|\./g, (token) => tokens[token] ?? token)}$`)
}
