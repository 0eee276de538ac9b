import type { DerivationSignature, OperatorSignature, Program } from '../model/index.js'
import type { GivenExtensions } from '../operators/index.js'

/** Throws a TypeError that names every extension which a program needs and which is not given, or not with that signature. */
export function refuseWithout({ operators, derivations }: GivenExtensions, { policies }: Program): void {
  const lacking = policies.flatMap(({ extensions: needed }) => [
    ...lackingAmong(needed?.operators, operators, operatorText),
    ...lackingAmong(needed?.derivations, derivations, derivationText),
  ])
  const distinct = [...new Set(lacking)]
  if (distinct.length > 0) throw new TypeError(`this program needs extensions: ${distinct.join('; ')}`)
}

function lackingAmong<Signature>(
  needed: Readonly<Record<string, Signature>> = {},
  given: Readonly<Record<string, Signature>>,
  textOf: (name: string, signature: Signature) => string,
): string[] {
  return Object.entries(needed).flatMap(([name, signature]) => {
    const [wanted, own] = [textOf(name, signature), given[name]]
    if (!own) return [`${wanted}, which is not given`]
    const found = textOf(name, own)
    return found === wanted ? [] : [`${wanted}, not ${found}`]
  })
}

// Two signatures are the same if they are the same text.

function operatorText(name: string, { tests, operand }: OperatorSignature): string {
  return `${name} (${tests}, ${operand})`
}

function derivationText(name: string, { args, result }: DerivationSignature): string {
  const named = Object.entries(args).map(([key, type]) => `${key}: ${type}`)
  return `${name} { ${named.sort().join(', ')} } → ${result}`
}
