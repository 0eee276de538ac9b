import { type CST, Parser } from 'yaml'
import { createPage, type Level } from './page.js'

/**
 * Writes YAML anew, two columns a level, with every scalar and comment as it was written. The text holds one document
 * that `parseYaml` reads: no anchors, tags or directives, and no key on several lines. Lines end at LF.
 */
export function layOut(text: string): string {
  const page = createPage()
  for (const token of new Parser().parse(text)) {
    if (token.type === 'document') {
      page.pass(token.start)
      if (token.value) writeValue(token.value, [], 0)
      page.pass(token.end)
    } else page.pass(token.type === 'doc-end' ? token.end : [token])
  }
  return page.end()

  /** A value inside the given collections, at a column if it begins a line; `comma` stands right behind it. */
  function writeValue(token: CST.Token, levels: readonly Level[], column: number, comma = ''): void {
    if (token.type === 'block-map') writeMap(token, [...levels, { was: token.indent, column }])
    else if (token.type === 'block-seq') writeList(token, [...levels, { was: token.indent, column }])
    else if (token.type === 'block-scalar') writeBlockOfText(token, levels, column)
    else if (token.type === 'flow-collection') writeFlow(token, levels, column, comma)
    else if (isNothing(token)) page.pass(endOf(token))
    else {
      page.goOn(levels, column)
      page.add(atColumn(column || 2, sourceOf(token)) + comma)
      page.pass(endOf(token))
    }
  }

  function writeMap({ items }: CST.BlockMap, levels: readonly Level[]): void {
    for (const { start, key, sep, value } of items) {
      page.pass(start)
      if (!key) continue
      page.start(levels)
      page.add(`${sourceOf(key)}:`)
      page.pass(endOf(key))
      page.pass(sep)
      if (value) writeValue(value, levels, inside(levels))
    }
  }

  function writeList({ items }: CST.BlockSequence, levels: readonly Level[]): void {
    for (const { start, value } of items) {
      const dash = start.findIndex(({ type }) => type === 'seq-item-ind')
      page.pass(dash < 0 ? start : start.slice(0, dash))
      if (dash < 0) continue
      page.start(levels)
      page.add('-')
      page.pass(start.slice(dash))
      if (!value) continue
      page.joinNext(' ')
      writeValue(value, levels, inside(levels))
    }
  }

  /** `|` and `>`: the lines move together; a number in the header counts from the collection around it. */
  function writeBlockOfText(
    { props, source, indent }: CST.BlockScalar,
    levels: readonly Level[],
    column: number,
  ): void {
    const header = props.map((token) => (token.type === 'block-scalar-header' ? token.source : '')).join('')
    page.goOn(levels, column)
    page.add(header)
    page.pass(props.filter(isComment))
    const lines = source.split('\n')
    const steps = Number(header.replace(/\D/g, ''))
    const was = steps > 0 ? indent + steps : (lines.find((line) => /[^ ]/.test(line))?.search(/[^ ]/) ?? Infinity)
    // Blank lines at the end count only where `+` keeps them; what stands behind the last line end is none.
    const least = header.includes('+') ? lines.length - 1 : 0
    while (lines.length > least && (lines.at(-1) ?? '').length <= was) lines.pop()
    const blanks = ' '.repeat(inside(levels) + (steps > 0 ? steps - 2 : 0))
    page.addLines(lines.map((line) => (line.length > was ? blanks + line.slice(was) : '')))
    // A blank line behind an empty text counts as part of it.
    if (lines.length === 0 && source !== '') page.leaveBlank()
  }

  /** What stands on one line stays there; lines that the author broke stay broken where they are. */
  function writeFlow(flow: CST.FlowCollection, levels: readonly Level[], column: number, comma: string): void {
    const [, ...rest] = flow.end
    if (isBroken(flow)) {
      page.start(levels, column)
      writeBrokenFlow(flow, levels, column)
    } else {
      page.goOn(levels, column)
      page.add(onOneLine(flow))
    }
    page.add(comma)
    page.pass(rest)
  }

  /** The closing bracket stands alone where the opening one does. */
  function writeBrokenFlow({ start, items, end }: CST.FlowCollection, levels: readonly Level[], column: number): void {
    const gap = start.source === '{' ? ' ' : ''
    const alone = items[0]?.start.some(({ type }) => type === 'newline' || type === 'comment')
    const last = items.findLastIndex(isEntry)
    page.add(start.source)
    if (!alone) page.joinNext(gap)
    for (const [index, item] of items.entries()) {
      const comma = index < last || alone ? ',' : ''
      writeFlowItem(item, levels, column + (alone ? 2 : 1 + gap.length), comma)
    }
    if (!alone) page.joinNext(gap)
    page.close(levels, column)
    page.add(sourceOf(end[0]))
  }

  function writeFlowItem(item: CST.CollectionItem, levels: readonly Level[], column: number, comma: string): void {
    const { start, key, sep, value } = item
    page.pass(start)
    if (key) {
      page.goOn(levels, column)
      page.add(isNothing(value) ? withComma(keyOf(item), comma) : keyOf(item))
      page.pass(endOf(key))
      page.pass(sep)
    }
    if (value) writeValue(value, levels, key ? column + 2 : column, comma)
  }

  function isBroken({ start, items, end }: CST.FlowCollection): boolean {
    const holdsAnything = items.some((item) => isEntry(item) || item.start.some(isComment))
    return holdsAnything && text.slice(start.offset, end[0]?.offset).includes('\n')
  }
}

function onOneLine(token: CST.Token): string {
  if (token.type !== 'flow-collection') return sourceOf(token)
  const entries = token.items.filter(isEntry).map((item) => {
    const { key, value } = item
    return [...(key ? [keyOf(item)] : []), ...(value && !isNothing(value) ? [onOneLine(value)] : [])].join(' ')
  })
  const { source } = token.start
  if (entries.length === 0) return source === '{' ? '{}' : '[]'
  const inside = entries.map((entry, index) => (index < entries.length - 1 ? withComma(entry, ',') : entry)).join(' ')
  return source === '{' ? `{ ${inside} }` : `[${inside}]`
}

function isEntry({ key, value }: CST.CollectionItem): boolean {
  return Boolean(key ?? value)
}

/** The key of a flow map may stand alone. */
function keyOf({ key, sep, value }: CST.CollectionItem): string {
  const hasColon = value !== undefined || sep?.some(({ type }) => type === 'map-value-ind')
  return sourceOf(key ?? undefined) + (hasColon ? ':' : '')
}

/** Other readers take `a:,` for a text. */
function withComma(entry: string, comma: string): string {
  return entry.endsWith(':') && comma !== '' ? `${entry} ${comma}` : entry + comma
}

/** The lines after the first of a text that goes over several; white space at their ends means nothing, unless escaped. */
function atColumn(column: number, source: string): string {
  return source
    .split('\n')
    .map((line, index, { length }) => (index < length - 1 ? line.replace(/(?<!\\)[ \t]+$/, '') : line))
    .map((line, index) => (index > 0 ? line.replace(/^[ \t]*/, line.trim() === '' ? '' : ' '.repeat(column)) : line))
    .join('\n')
}

function isNothing(token: CST.Token | undefined): boolean {
  return token === undefined || (token.type === 'scalar' && token.source === '')
}

function isComment({ type }: CST.Token): boolean {
  return type === 'comment'
}

/** The column of what stands inside the innermost collection. */
function inside(levels: readonly Level[]): number {
  return (levels.at(-1)?.column ?? 0) + 2
}

function sourceOf(token: CST.Token | undefined): string {
  return token && 'source' in token ? token.source : ''
}

function endOf(token: CST.Token): readonly CST.Token[] {
  return 'end' in token && token.end ? token.end : []
}
