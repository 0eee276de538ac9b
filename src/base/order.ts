/** Orders texts by code point, the same under every locale; for `sort`. */
export function byCodePoint(left: string, right: string): number {
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const [a, b] = [left.charCodeAt(index), right.charCodeAt(index)]
    if (a !== b) return isSurrogate(a) === isSurrogate(b) ? a - b : Number(isSurrogate(a)) - Number(isSurrogate(b))
  }
  return left.length - right.length
}

/** Half of a code point above all others. */
function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}

/** The texts without repetition, ordered by code point. */
export function sortedUnique<T extends string>(texts: Iterable<T>): T[] {
  return [...new Set(texts)].sort(byCodePoint)
}

/** The items without repetition, in their order; two with the same key are the same. */
export function distinctBy<T>(items: Iterable<T>, keyOf: (item: T) => string): T[] {
  return [...new Map(Array.from(items, (item) => [keyOf(item), item])).values()]
}
