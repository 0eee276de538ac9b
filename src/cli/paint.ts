import type { Writable } from 'node:stream'
import { styleText } from 'node:util'
import type { FormatOptions } from '../index.js'

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

/** Colours for what goes to a stream: on a terminal only, unless NO_COLOR, NODE_DISABLE_COLORS or FORCE_COLOR say otherwise. */
export function paintFor(stream: Writable): Paint {
  return (part, text) => styleText(styles[part], text, { stream })
}
