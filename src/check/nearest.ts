import { distance } from 'fastest-levenshtein'

/** The known name that looks most like the written one, if one is near enough to be what was meant. */
function nearest(written: string, known: Iterable<string>): string | undefined {
  let best: { name: string; changes: number } | undefined
  for (const name of known) {
    if (name === written) continue
    const changes = distance(written.toLowerCase(), name.toLowerCase())
    if (!best || changes < best.changes) best = { name, changes }
  }
  const most = Math.max(1, Math.floor(Math.max(written.length, best?.name.length ?? 0) * 0.4))
  return best && best.changes <= most && best.changes < written.length ? best.name : undefined
}

/** `{ suggestion }` for a diagnostic, or nothing. */
export function suggest(written: string, known: Iterable<string>): { suggestion?: string } {
  const suggestion = nearest(written, known)
  return suggestion === undefined ? {} : { suggestion }
}
