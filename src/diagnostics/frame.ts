import { codePointOf, firstColumns, HIDDEN, lastColumns, type Span, textWidth } from '../base/index.js'

/** A line longer than this is cut around the place. Columns. */
const WIDEST = 100
const MOST_MARKED = 60
/** So much of what follows is kept before anything else is. */
const LEAST_AFTER = 20
/** So many lines further up nobody looks for what a line is indented under. */
const FARTHEST = 1000
const CUT = '...'
const TAB = 4
const GUTTER = 6

/** A line of a frame: what stands beside it, and its text. */
export interface FrameLine {
  readonly gutter: string
  readonly text: string
  /** Whether the text is the carets below what is meant. */
  readonly marks: boolean
}

/**
 * The line that a span begins on, as a terminal shows it, with carets below the span, or below the rest of the line where
 * the span goes on; where `within` is set, the line that it is indented under stands above. Empty if the text has no such line.
 */
export function frameOf(
  span: Span,
  lines: readonly string[],
  { within = false }: { readonly within?: boolean } = {},
): FrameLine[] {
  const { line, column } = span
  const text = lines[line - 1]
  if (text === undefined) return []
  const from = Math.min(column - 1, text.length)
  const to = from + lengthIn(text.slice(from), span)
  const before = shown(text.slice(0, from), 0)
  const marked = shown(text.slice(from, to), textWidth(before))
  const after = shown(text.slice(to), textWidth(before) + textWidth(marked))
  const cut = cutAround(before, marked, after)
  const parent = within ? parentOf(line, lines) : undefined
  const carets = ' '.repeat(textWidth(cut.before)) + '^'.repeat(Math.max(1, textWidth(cut.marked)))
  return [
    ...(parent === undefined ? [] : [numbered(parent, shortened(shown(lines[parent - 1] ?? '', 0), WIDEST))]),
    numbered(line, cut.before + cut.marked + cut.after),
    { gutter: `${' '.repeat(GUTTER)} |`, text: ` ${carets}`, marks: true },
  ]
}

/** How much of what is left of a line belongs to a span. */
function lengthIn(rest: string, { start, end, line, column }: Span): number {
  const known = start > 0 || end > 0 || (line === 1 && column === 1)
  // Where only the beginning is known, it is that of a name.
  return known ? rest.slice(0, end - start).trimEnd().length : (/^[\w$.-]*/.exec(rest)?.[0].length ?? 0)
}

/** The lines of a text, without what ends them. */
export function linesOf(text: string): string[] {
  return text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
}

function numbered(line: number, text: string): FrameLine {
  return { gutter: `${String(line).padStart(GUTTER)} |`, text: ` ${text}`.trimEnd(), marks: false }
}

/** The nearest line above that a line is indented under: in YAML it says of what the line speaks. */
function parentOf(line: number, lines: readonly string[]): number | undefined {
  const own = indentOf(lines[line - 1] ?? '')
  for (let above = line - 1; above > Math.max(0, line - FARTHEST); above -= 1) {
    const text = lines[above - 1] ?? ''
    if (/^\s*(#|$)/.test(text)) continue
    const { blanks, item } = indentOf(text)
    if (blanks < own.blanks || (blanks === own.blanks && own.item && !item)) return above
  }
  return undefined
}

function indentOf(text: string): { blanks: number; item: boolean } {
  const [, blanks = '', dash] = /^( *)(- )?/.exec(text) ?? []
  return { blanks: blanks.length, item: dash !== undefined }
}

/** A part of a line that begins in a column: tabs as blanks, and what nobody would see, or what would turn the line around, as `<U+202E>`. */
function shown(text: string, column: number): string {
  let result = ''
  for (const [index, part] of text.split('\t').entries()) {
    if (index > 0) result += ' '.repeat(TAB - ((column + textWidth(result)) % TAB))
    result += part.replace(HIDDEN, (character) => `<${codePointOf(character)}>`)
  }
  return result
}

/** The three parts of a line, so short that they fit. */
function cutAround(before: string, marked: string, after: string): { before: string; marked: string; after: string } {
  if (textWidth(before + marked + after) <= WIDEST) return { before, marked, after }
  const middle = shortened(marked, MOST_MARKED)
  const room = WIDEST - textWidth(middle)
  const tail = Math.min(textWidth(after), Math.max(LEAST_AFTER, room - textWidth(before)))
  const start = textWidth(before) <= room - tail ? before : CUT + lastColumns(before, room - tail - CUT.length)
  return { before: start, marked: middle, after: shortened(after, room - textWidth(start)) }
}

function shortened(text: string, columns: number): string {
  return textWidth(text) <= columns ? text : firstColumns(text, columns - CUT.length) + CUT
}
