import { byCodePoint, type Localized } from '../base/index.js'
import type { ExtensionName, Extensions, NeededExtensions } from '../model/index.js'

/** The operators and derivations that an embedder has given, found sound. */
export type GivenExtensions = Required<Extensions>

/** Whether a name is one that an embedder may give. */
export function isExtensionName(name: string): name is ExtensionName {
  return name.startsWith('x-') && /^x-[A-Za-z][A-Za-z0-9]*$/.test(name)
}

/** A copy of what an embedder gives; a TypeError names what is malformed. */
export function givenExtensions({ operators = {}, derivations = {} }: Extensions = {}): GivenExtensions {
  for (const [name, operator] of Object.entries(operators)) {
    mustBe(name, isExtensionName(name), 'a name: x-, a letter, then letters or digits')
    mustBe(name, isTitle(operator?.title), 'an operator with a title in zh and en')
    mustBe(name, isType(operator.tests) && isType(operator.operand), `of the types that values have: ${TYPES}`)
    mustBe(name, typeof operator.test === 'function', 'an operator with a function `test`')
  }
  for (const [name, derivation] of Object.entries(derivations)) {
    mustBe(name, isExtensionName(name), 'a name: x-, a letter, then letters or digits')
    mustBe(name, !Object.hasOwn(operators, name), 'either an operator or a derivation')
    mustBe(name, isTitle(derivation?.title), 'a derivation with a title in zh and en')
    const { args, result } = derivation
    mustBe(name, typeof args === 'object' && args !== null, 'a derivation with `args`')
    mustBe(name, [result, ...Object.values(args)].every(isType), `of the types that values have: ${TYPES}`)
    mustBe(name, Object.keys(args).every(isArgument), 'a derivation whose arguments are named by letters and digits')
    mustBe(name, typeof derivation.compute === 'function', 'a derivation with a function `compute`')
  }
  return { operators: { ...operators }, derivations: { ...derivations } }
}

/** What must be given again for policies that name these extensions to be evaluated; undefined if they name none. */
export function neededExtensions(names: Iterable<ExtensionName>, given: GivenExtensions): NeededExtensions | undefined {
  const sorted = [...names].sort(byCodePoint)
  if (sorted.length === 0) return undefined
  const operators = sorted.flatMap((name) => {
    const operator = given.operators[name]
    return operator ? [[name, { tests: operator.tests, operand: operator.operand }] as const] : []
  })
  const derivations = sorted.flatMap((name) => {
    const derivation = given.derivations[name]
    return derivation ? [[name, { args: { ...derivation.args }, result: derivation.result }] as const] : []
  })
  return { operators: Object.fromEntries(operators), derivations: Object.fromEntries(derivations) }
}

const TYPES = ['boolean', 'number', 'text', 'date', 'duration']

function isType(type: unknown): boolean {
  return typeof type === 'string' && TYPES.includes(type)
}

function isArgument(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]*$/.test(name)
}

function isTitle(title: Localized | undefined): boolean {
  return [title?.zh, title?.en].every((text) => typeof text === 'string' && text !== '')
}

function mustBe(name: string, holds: boolean, what: string): void {
  if (!holds) throw new TypeError(`the extension ${JSON.stringify(name)} must be ${what}`)
}
