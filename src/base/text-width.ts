/** Where the text of a column stands in it. */
export type Align = 'start' | 'end'

/**
 * Rows of cells as lines whose columns stand below each other in a terminal; two blanks between columns, none at the
 * end of a line. Columns beyond `aligns` are aligned at their start.
 */
export function alignColumns(rows: readonly (readonly string[])[], aligns: readonly Align[] = []): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => textWidth(row[column] ?? ''))),
  )
  return rows.map((row) =>
    widths
      .map((width, column) => padded(row[column] ?? '', width, aligns[column] ?? 'start'))
      .join('  ')
      .trimEnd(),
  )
}

function padded(text: string, width: number, align: Align): string {
  const blanks = ' '.repeat(width - textWidth(text))
  return align === 'end' ? blanks + text : text + blanks
}

/**
 * The columns that a terminal gives a text: two for East Asian wide and full-width characters and for emoji, none for
 * what combines or is not seen, else one. A sequence that makes one emoji is as wide as one.
 */
export function textWidth(text: string): number {
  return unitsOf(text).reduce((sum, unit) => sum + unitWidth(unit), 0)
}

/** As much of the beginning of a text as fits into so many columns. */
export function firstColumns(text: string, columns: number): string {
  return fitting(unitsOf(text), columns).join('')
}

/** As much of the end of a text as fits into so many columns. */
export function lastColumns(text: string, columns: number): string {
  return fitting(unitsOf(text).reverse(), columns).reverse().join('')
}

function fitting(units: readonly string[], columns: number): string[] {
  let rest = columns
  const end = units.findIndex((unit) => {
    rest -= unitWidth(unit)
    return rest < 0
  })
  return end < 0 ? [...units] : units.slice(0, end)
}

/** Characters, and the sequences that make one emoji: flags, skin tones, joined people, keycaps, and ☀ made an emoji. */
const UNIT = /\p{RI}{2}|\p{Emoji}(?:\p{EMod}|\ufe0f\u20e3?)?(?:\u200d\p{Emoji}(?:\p{EMod}|\ufe0f)?)*|[\s\S]/gu

function unitsOf(text: string): string[] {
  return text.match(UNIT) ?? []
}

function unitWidth(unit: string): number {
  if (Array.from(unit).length > 1) return 2
  return ZERO.test(unit) ? 0 : WIDE.test(unit) ? 2 : 1
}

/** What combines with the character before it, medial and final letters of Hangul, and what is not seen. */
const ZERO = /[\p{Mn}\p{Me}\p{Cc}\p{Cf}\u1160-\u11ff\ud7b0-\ud7ff]/u

/** East_Asian_Width W and F (UAX #11); what is ambiguous is narrow, as the annex has it where nobody knows more. */
const WIDE =
  /(?!\p{RI})\p{Emoji_Presentation}|[\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\u3247\u3250-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{191ff}\u{1aff0}-\u{1b2ff}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]/u
