import { type Localized, type Path, placeholdersIn } from '../base/index.js'
import { isConfidential } from './confidential.js'
import { declaredFact } from './declared.js'
import { suggestFact } from './operand.js'
import { type NameScope, reportAtWords } from './scope.js'

/** Reads what a reason is filled with: a name that nothing has, or that must not be said in it, is reported where it stands. */
export function readPlaceholders(because: Localized, path: Path, scope: NameScope): void {
  for (const locale of ['zh', 'en'] as const) {
    const [text, at] = [because[locale], [...path, locale]]
    reportFullWidth(text, at, scope)
    for (const name of placeholdersIn(text)) readPlaceholder(name, at, scope)
  }
}

function readPlaceholder(name: string, at: Path, scope: NameScope): void {
  const { facts, parameters, useParameter } = scope
  const parameter = name.startsWith('$') ? name.slice(1) : undefined
  const fact = parameter === undefined ? facts.fact(name) : undefined
  if (parameter !== undefined) useParameter(parameter)
  const known = parameter === undefined ? fact && fact.list === undefined : parameters.has(parameter)
  const words = `{${name}}`
  if (fact && isConfidential(fact, facts))
    reportAtWords(scope, at, words, 'check/confidential-in-reason', { fact: name }, declaredFact(name, scope))
  // What is wrong with a fact that was written has been said.
  if (known || facts.isWritten(name)) return
  const names = [...facts.names(), ...[...parameters.keys()].map((one) => `$${one}`)]
  const params = { placeholder: name, ...suggestFact(name, facts, names) }
  reportAtWords(scope, at, words, 'check/unknown-placeholder', params)
}

/** A placeholder with a full-width brace, which would be said as it stands. */
const FULL_WIDTH = /｛[^{}｛｝]+[}｝]|\{[^{}｛｝]+｝/g

function reportFullWidth(text: string, at: Path, scope: NameScope): void {
  for (const [words] of text.matchAll(FULL_WIDTH)) {
    const [character, instead] = words.startsWith('｛') ? ['｛', '{'] : ['｝', '}']
    reportAtWords(scope, at, words, 'source/full-width', { character, instead })
  }
}
