import type { Path } from '../base/index.js'
import type {
  Condition,
  Derivation,
  ExtensionName,
  FactType,
  Operand,
  OperatorExtension,
  WrittenArguments,
} from '../model/index.js'
import { suggest } from './nearest.js'
import { readOfType, readParameterNames } from './operand.js'
import { type NameScope, reportAtKey } from './scope.js'

/** The operator of that name among those that the embedder brings; reported at its key if there is none. */
export function operatorGiven(name: ExtensionName, path: Path, scope: NameScope): OperatorExtension | undefined {
  const { operators, derivations } = scope.extensions
  const operator = operators[name]
  if (operator) scope.useExtension(name)
  else if (derivations[name]) reportAtKey(scope, path, 'check/derivation-as-test', { derivation: name })
  else
    reportAtKey(scope, path, 'check/unknown-extension', {
      kind: 'operator',
      extension: name,
      ...suggest(name, Object.keys(operators)),
    })
  return operator
}

/** Reads a derivation that the embedder brings: exactly its arguments, each of its type. Undefined if there is none of that name, which is reported. */
export function readOwnDerivation(
  name: ExtensionName,
  written: WrittenArguments,
  path: Path,
  scope: NameScope,
): { readonly type: FactType; readonly derivation: Derivation<Operand, Condition> } | undefined {
  const { derivations } = scope.extensions
  const given = derivations[name]
  if (!given) {
    reportAtKey(scope, path, 'check/unknown-extension', {
      kind: 'derivation',
      extension: name,
      ...suggest(name, Object.keys(derivations)),
    })
    readParameterNames(written, path, scope)
    return undefined
  }
  scope.useExtension(name)
  const types = Object.entries(given.args)
  const known = types.map(([key]) => key)
  for (const key of Object.keys(written))
    if (!known.includes(key)) reportAtKey(scope, [...path, key], 'shape/unknown-key', { key, ...suggest(key, known) })
  const args = types.flatMap(([key, is]) => {
    const one = written[key]
    if (one !== undefined) return [[key, readOfType(one, is, key, [...path, key], scope)] as const]
    reportAtKey(scope, path, 'shape/missing-key', { key })
    return []
  })
  return { type: { is: given.result }, derivation: { kind: 'extension', name, args: Object.fromEntries(args) } }
}
