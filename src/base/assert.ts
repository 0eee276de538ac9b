/** Ends a `switch` over a tagged union: it does not compile while a case is missing, and throws if one arrives at run time. */
export function assertNever(value: never, what = 'case'): never {
  throw new Error(`unexpected ${what}: ${JSON.stringify(value)}`)
}

/**
 * Throws when something that must hold does not: a bug of ours or a misuse of the API, never a fault in somebody's file.
 * `about` is named in the message, which is put together only if it is needed.
 */
export function invariant(condition: unknown, message: string, about?: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${message}${about === undefined ? '' : `: ${about}`}`)
}
