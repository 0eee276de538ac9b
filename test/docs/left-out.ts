/** What a document shows, with what came out where it leaves something out by `…`. What agrees is equal to what came out. */
export function filledIn(shown: unknown, found: unknown): unknown {
  if (shown === '…') return found
  if (typeof shown === 'string') return typeof found === 'string' && patternOf(shown).test(found) ? found : shown
  if (Array.isArray(shown) && Array.isArray(found)) return shown.map((one, index) => filledIn(one, found[index]))
  if (!isObject(shown) || !isObject(found)) return shown
  return Object.fromEntries(Object.entries(shown).map(([key, one]) => [key, filledIn(one, found[key])]))
}

function patternOf(shown: string): RegExp {
  const parts = shown.split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 's')
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
