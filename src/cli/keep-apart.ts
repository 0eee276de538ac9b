import { resolve } from 'node:path'
import { ExitError, type Session } from './io.js'
import { texts } from './texts.js'

/** Ends a run, before anything is written, that would write over a file it reads, or twice to one file. */
export function keepApart(
  read: readonly (string | undefined)[],
  written: readonly (string | undefined)[],
  { locale }: Session,
): void {
  const taken = new Set(read.flatMap((file) => (file === undefined ? [] : [resolve(file)])))
  for (const file of written) {
    if (file === undefined) continue
    if (taken.has(resolve(file))) throw new ExitError(2, texts[locale].sameFile(file))
    taken.add(resolve(file))
  }
}
