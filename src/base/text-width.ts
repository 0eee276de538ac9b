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

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u

/** The columns that a terminal gives a text: East Asian wide and full-width characters take two. */
function textWidth(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0)
}
