const PLACEHOLDER = /\{([^{}]*)\}/g

/** The names between braces in an author's sentence: `timeInPost`, `$limit`; with repetitions. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name)
}

/** The sentence with every placeholder said. */
export function fillPlaceholders(text: string, say: (name: string) => string): string {
  return text.replace(PLACEHOLDER, (_, name: string) => say(name))
}
