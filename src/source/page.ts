import type { CST } from 'yaml'

/** A block collection that is open: the column it had in the file, and the one it gets. */
export interface Level {
  readonly was: number
  readonly column: number
}

/** A text written line by line, on which comments and blank lines keep their places. */
export interface Page {
  /** Takes note of line breaks and comments, which show in what is written next. */
  readonly pass: (tokens: readonly CST.Token[] | undefined) => void
  /** Begins a line in the innermost of the open collections, or at the given column. */
  readonly start: (levels: readonly Level[], column?: number) => void
  /** Goes on behind a space; begins a line where the file does, or where a comment ended the line. */
  readonly goOn: (levels: readonly Level[], column: number) => void
  readonly add: (text: string) => void
  /** What comes next stands on this line, behind the gap, unless a comment stands between. */
  readonly joinNext: (gap: string) => void
  /** Lines that stand as they are. */
  readonly addLines: (lines: readonly string[]) => void
  /** A blank line comes before what is written next. */
  readonly leaveBlank: () => void
  /** Begins a line at the column, where comments before it stand deeper. */
  readonly close: (levels: readonly Level[], column: number) => void
  /** The whole text. */
  readonly end: () => string
}

interface WaitingComment {
  readonly text: string
  readonly was: number
  readonly blankBefore: boolean
}

export function createPage(): Page {
  const lines: string[] = []
  let line = ''
  let open: readonly Level[] = []
  let waiting: WaitingComment[] = []
  let breaks = 1 // line breaks since what was written last: two make a blank line
  let joining: string | undefined
  let endsInComment = false
  let endsInBlock = false

  const start: Page['start'] = (levels, column) => {
    if (joining !== undefined && !endsInComment && waiting.length === 0) line += joining
    else {
      endLine()
      writeWaiting(column === undefined ? columnsAmong(levels) : () => column)
      if (breaks > 1) addBlank()
      line = ' '.repeat(column ?? columnOf(levels))
      endsInBlock = false
    }
    open = levels
    breaks = 0
    joining = undefined
    endsInComment = false
  }

  return {
    start,
    pass: (tokens = []) => {
      for (const token of tokens) {
        if (token.type === 'newline') breaks += 1
        else if (token.type === 'map-value-ind') breaks = 0
        else if (token.type === 'comma') breaks = Math.min(breaks, 1)
        else if (token.type === 'comment') passComment(token.source.replace(/[ \t]+$/, ''), token.indent)
      }
    },
    goOn: (levels, column) => {
      if (joining !== undefined || endsInComment || waiting.length > 0 || breaks > 0) start(levels, column)
      else line += ' '
    },
    add: (text) => {
      line += text
    },
    joinNext: (gap) => {
      joining = gap
    },
    addLines: (more) => {
      endLine()
      lines.push(...more)
      breaks = 1
      endsInBlock = true
    },
    leaveBlank: () => {
      breaks = 2
    },
    close: (levels, column) => {
      if (waiting.length > 0) {
        endLine()
        writeWaiting(() => column + 2)
        joining = undefined
      }
      breaks = 1
      start(levels, column)
    },
    end: () => {
      endLine()
      writeWaiting(columnsAmong(open.slice(0, 1)))
      return `${lines.join('\n')}\n`
    },
  }

  function passComment(text: string, was: number): void {
    if (breaks > 0) waiting.push({ text, was, blankBefore: breaks > 1 })
    else {
      line += ` ${text}`
      endsInComment = true
    }
    breaks = 0
  }

  function endLine(): void {
    if (line !== '') lines.push(line)
    line = ''
  }

  function addBlank(): void {
    if (lines.length > 0) lines.push('')
  }

  function writeWaiting(columnFor: (was: number) => number): void {
    for (const { text, was, blankBefore } of waiting) {
      if (blankBefore) addBlank()
      lines.push(' '.repeat(columnFor(was)) + text)
    }
    waiting = []
  }

  /**
   * A comment stands with what follows in `levels`, unless the author put it deeper: then it is the last word of a
   * collection that ends here, or belongs to the entry above.
   */
  function columnsAmong(levels: readonly Level[]): (was: number) => number {
    const deepest = open.at(-1)
    if (!deepest || levels.length > open.length) return () => columnOf(levels)
    const ending = open.slice(levels.length - 1)
    return (was) => {
      // Deeper than a block of text it would become part of it.
      if (was > deepest.was && !endsInBlock) return deepest.column + 2
      const nearest = Math.max(...ending.map((level) => level.was).filter((column) => column <= was))
      return ending.find((level) => level.was === nearest)?.column ?? columnOf(levels)
    }
  }
}

function columnOf(levels: readonly Level[]): number {
  return levels.at(-1)?.column ?? 0
}
