/** The file that `to` names, seen from the file `from`: `../cadre.facts.yaml` from `policies/x/y.policy.yaml` is `policies/cadre.facts.yaml`. */
export function resolveFile(from: string, to: string): string {
  if (to.startsWith('/')) return to
  const parts = from.split('/').slice(0, -1)
  for (const part of to.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
