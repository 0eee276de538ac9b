import { agreementOf, invariant, type Place, type Truth } from '../base/index.js'
import type { Derivation, FactType, PlainValue, ProgramCondition, ProgramOperand, Value } from '../model/index.js'
import { faultAt } from './fault.js'
import { plainValue, valueOfPlain } from './plain-values.js'
import { combinationsOf, sameValue } from './reference/order.js'
import { type Context, computed, dateValue, lacking, NONE, type Reading, UNKNOWN } from './reference/reading.js'

type OwnDerivation = Extract<Derivation<ProgramOperand, ProgramCondition>, { kind: 'extension' }>

/**
 * The truth of a comparison by an operator that the embedder brings. It is asked only of known values: nothing, and an
 * end still open, makes it false, anything unknown makes it unknown. Of a side that can be one of a few values each is
 * tried.
 */
export function testByExtension(
  name: string,
  left: Value,
  right: Value,
  place: Place,
  { extensions }: Pick<Context, 'extensions'>,
): Truth {
  const operator = extensionNamed(name, extensions.operators)
  const combinations = combinationsOf([left, right].map(possibleValues))
  return combinations ? agreementOf(combinations.map(testOf)) : 'unknown'

  function testOf([a = UNKNOWN, b = UNKNOWN]: readonly Value[]): Truth {
    if (isNothing(a) || isNothing(b)) return false
    if (a.type === 'unknown' || b.type === 'unknown') return 'unknown'
    const [x, y] = [plainOf(a, name, place), plainOf(b, name, place)]
    const answer = answerOf(() => operator.test(x, y), name, place)
    if (typeof answer !== 'boolean')
      throw faultAt('fact/extension-result', { extension: name, expected: 'boolean' }, place)
    return answer
  }
}

/**
 * What a derivation that the embedder brings comes to. It is asked only of known values: an argument that is none makes
 * it none, else one that is unknown makes it unknown; what is still open counts to the as-of date. Of arguments that can
 * be one of a few values each is tried, and all must come to the same.
 */
export function deriveByExtension({ name, args }: OwnDerivation, place: Place, context: Context): Reading {
  const derivation = extensionNamed(name, context.extensions.derivations)
  const readings = Object.entries(args).map(([key, operand]) => ({ key, ...context.read(operand, context) }))
  const combinations = combinationsOf(readings.map(({ value }) => possibleValues(value)))
  const results = combinations?.map(resultOf) ?? [UNKNOWN]
  const [first = UNKNOWN] = results
  const agreed = results.every((one) => one !== undefined && sameValue(one, first)) ? first : UNKNOWN
  return computed(agreed, results.includes(undefined) ? [...readings, noResult()] : readings)

  /** Undefined if the function does not know. */
  function resultOf(values: readonly Value[]): Value | undefined {
    if (values.some(({ type }) => type === 'none')) return NONE
    if (values.some(({ type }) => type === 'unknown')) return UNKNOWN
    const given = values.map((value, index) => {
      const known = value.type === 'open' ? dateValue(context.asOf) : value
      return [readings[index]?.key ?? '', plainOf(known, name, place)]
    })
    const answer = answerOf(() => derivation.compute(Object.fromEntries(given)), name, place)
    return answer === undefined ? undefined : checked(answer, derivation.result, name, place)
  }

  /** Told once, however often it is asked. */
  function noResult(): Reading {
    const path = `extensions.${name}`
    const fact = { id: name, title: derivation.title }
    const reading = context.memory.others.get(path) ?? lacking({ path, fact, reason: 'no-result' })
    context.memory.others.set(path, reading)
    return reading
  }
}

/** All that a value can be, where that is a few known values or nothing; else unknown stands for them. */
function possibleValues(value: Value): readonly Value[] {
  if (value.type !== 'interval') return [value]
  const { low, high, orNone, of } = value
  const one = low && high && sameValue(low, high) ? low : UNKNOWN
  const some = of ? of.flatMap(possibleValues) : [one]
  return orNone ? [...some, NONE] : some
}

/** To an operator, what has not ended is nothing: there is no day to ask about. */
function isNothing({ type }: Value): boolean {
  return type === 'none' || type === 'open'
}

function extensionNamed<Extension>(name: string, given: Readonly<Record<string, Extension>>): Extension {
  const extension = given[name]
  invariant(extension, 'the extension was given', name)
  return extension
}

function plainOf(value: Value, extension: string, place: Place): PlainValue {
  const plain = plainValue(value)
  if (plain === undefined) throw faultAt('fact/extension-argument', { extension }, place)
  return plain
}

/** A function's answer as a value of the type that it declares. */
function checked(answer: unknown, expected: FactType['is'], extension: string, place: Place): Value {
  const value = valueOfPlain(answer, expected)
  if (!value) throw faultAt('fact/extension-result', { extension, expected }, place)
  return value
}

/**
 * What a function of the embedder answers. If it fails, the record is rejected; what it threw may hold personal data
 * and is not shown.
 */
function answerOf(ask: () => unknown, extension: string, place: Place): unknown {
  try {
    const answer = ask()
    // Nobody waits for a promise; one that fails must not end the process.
    if (answer instanceof Promise) answer.catch(() => {})
    return answer
  } catch {
    throw faultAt('fact/extension-failed', { extension }, place)
  }
}
