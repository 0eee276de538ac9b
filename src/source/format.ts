import { type CST, Parser } from 'yaml'
import { invariant, type SourceText } from '../base/index.js'
import type { Report } from '../diagnostics/index.js'
import { layOut } from './layout.js'
import { parseYaml } from './yaml.js'

/**
 * A YAML text in the layout of the house: two spaces a level, lists indented, `{ a: b }` and `[a, b]`, one space before
 * a comment, at most one blank line running, LF, one line end at the end, no byte order mark. Scalars are texts here,
 * so that none is ever written differently, and no line is folded or joined. Undefined if the text is not one YAML
 * document without aliases, anchors, tags and directives; every problem is reported. What is formatted stays as it is.
 */
export function formatYaml({ file, text }: SourceText, report: Report): string | undefined {
  const source = { file, text: text.replace(/^\ufeff/, '') }
  const before = parseYaml(source, report, { scalars: 'texts' })
  if (!before) return undefined
  const unix = source.text.replaceAll('\r\n', '\n')
  const formatted = layOut(unix)
  if (formatted === unix) return formatted
  // INVARIANT: a formatter that loses anything writes nothing.
  const after = parseYaml({ file, text: formatted }, () => {}, { scalars: 'texts' })
  invariant(
    after !== undefined && JSON.stringify(after.value) === JSON.stringify(before.value),
    'formatting kept the data',
  )
  invariant(writtenIn(formatted) === writtenIn(unix), 'formatting kept every scalar and comment')
  return formatted
}

/** Every comment, and the words of every scalar, as they are written, in their order. */
function writtenIn(text: string): string {
  const written: string[] = []
  for (const token of new Parser().parse(text)) collect(token)
  return JSON.stringify(written)

  function collect(token: CST.Token | null | undefined): void {
    if (!token) return
    if ('props' in token) token.props.forEach(collect)
    if ('start' in token) for (const one of [token.start].flat()) collect(one)
    if ('items' in token)
      for (const { start, key, sep, value } of token.items)
        for (const one of [...start, key, ...(sep ?? []), value]) collect(one)
    if ('value' in token) collect(token.value)
    if (token.type === 'comment') written.push(token.source.trimEnd())
    else if (SCALARS.has(token.type) && 'source' in token)
      written.push(...token.source.split(/\s+/).filter((word) => word !== ''))
    if ('end' in token && token.end) token.end.forEach(collect)
  }
}

const SCALARS: ReadonlySet<string> = new Set([
  'scalar',
  'single-quoted-scalar',
  'double-quoted-scalar',
  'block-scalar-header',
  'block-scalar',
])
