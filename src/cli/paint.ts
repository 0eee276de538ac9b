import type { Writable } from 'node:stream'
import { styleText } from 'node:util'
import { type Diagnostic, type FormatOptions, formatDiagnostics } from '../index.js'

type Paint = NonNullable<FormatOptions['paint']>

// One style each: Node 20 puts a list of styles even where there is no terminal.
const styles = {
  error: 'red',
  warning: 'yellow',
  place: 'cyan',
  code: 'gray',
  gutter: 'gray',
  related: 'blue',
} as const satisfies Readonly<Record<Parameters<Paint>[0], string>>

/**
 * Problems as they are shown on a stream: in colours on a terminal only, unless NO_COLOR, NODE_DISABLE_COLORS or
 * FORCE_COLOR say otherwise.
 */
export function problemsFor(
  stream: Writable,
  diagnostics: readonly Diagnostic[],
  options: Omit<FormatOptions, 'paint'>,
): string {
  const paint: Paint = (part, text) => styleText(styles[part], text, { stream })
  return formatDiagnostics(diagnostics, { ...options, paint })
}
