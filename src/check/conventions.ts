import type { FactId, Path } from '../base/index.js'
import type { ConventionsDocument, Operand, WrittenConventions, WrittenOperand } from '../model/index.js'
import { declaredParameter } from './declared.js'
import { parameterNamed, readOperand } from './operand.js'
import { type NameScope, reportAt } from './scope.js'

const words = {
  monthEnd: ['lastDay', 'nextDay'],
  to: ['excluded', 'included'],
  monthDate: ['firstDay', 'lastDay', 'unknown'],
} as const

/** How time is counted, each word as written or a parameter that can only be one of them. */
export function readConventions(
  written: ConventionsDocument | undefined,
  path: Path,
  scope: NameScope,
): WrittenConventions {
  const entries = Object.entries(written ?? {}).map(([key, value]) => {
    if (typeof value !== 'string' || !value.startsWith('$')) return [key, value]
    const name = value.slice(1)
    isWord(name, [...path, key], scope, words[key as keyof typeof words])
    return [key, { parameter: name }]
  })
  return Object.fromEntries(entries)
}

/** A word that chooses how something is done, or a parameter that can only be one of those words. */
export function readWord(written: WrittenOperand, path: Path, scope: NameScope, allowed: readonly string[]): Operand {
  if (typeof written === 'string' && written.startsWith('$') && !isWord(written.slice(1), path, scope, allowed))
    return { kind: 'literal', value: { type: 'unknown' } }
  return readOperand(written, { type: { is: 'text' }, fact: 'to' as FactId }, path, scope)
}

/** Whether a parameter can only be one of those words; reported if not. */
function isWord(name: string, path: Path, scope: NameScope, allowed: readonly string[]): boolean {
  const parameter = parameterNamed(name, path, scope)
  const fits = parameter?.oneOf?.every((word) => allowed.includes(word)) ?? false
  if (parameter && !fits)
    reportAt(scope, path, 'check/not-a-word', { parameter: name, expected: allowed }, declaredParameter(name, scope))
  return fits
}
