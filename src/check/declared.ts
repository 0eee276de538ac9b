import { distinctBy, type FactId } from '../base/index.js'
import { type Related, relatedPlace } from '../diagnostics/index.js'
import type { Operand } from '../model/index.js'
import type { NameScope } from './scope.js'

type Names = Pick<NameScope, 'facts' | 'parameterAt'>

/** Where what operands name is declared, each place once: parameters, and facts that somebody has written. */
export function declaredIn(operands: readonly Operand[], scope: Names): Related[] {
  const places = operands.flatMap((operand) => {
    if (operand.kind === 'parameter' || operand.kind === 'datedParameter') return declaredParameter(operand.name, scope)
    if (operand.kind !== 'fact') return []
    const { subject } = operand
    return subject.of === 'parameter' ? declaredParameter(subject.name, scope) : declaredFact(subject.fact, scope)
  })
  return distinctBy(places, (place) => JSON.stringify(place))
}

/** Where a parameter is declared. */
export function declaredParameter(parameter: string, { parameterAt }: Pick<Names, 'parameterAt'>): Related[] {
  const span = parameterAt(parameter)
  return span ? [relatedPlace('parameter', { parameter }, span)] : []
}

/** Where a fact, field or list is written; a field that the record brings along is not. */
export function declaredFact(name: FactId | string, { facts }: Pick<Names, 'facts'>): Related[] {
  const span = facts.writtenAt(name)
  return span ? [relatedPlace('defined', { name }, span)] : []
}

/** Where each of the facts and lists of a circle is written, and which one it needs; the circle ends with the name that it began with. */
export function declaredCircle(circle: readonly string[], { facts }: Pick<Names, 'facts'>): Related[] {
  return circle.slice(0, -1).flatMap((name, index) => {
    const span = facts.writtenAt(name)
    return span ? [relatedPlace('rests-on', { name, other: circle[index + 1] ?? name }, span)] : []
  })
}

/** Where the values of a fact are listed, or what it is called by in messages (a parameter's name with its sign). */
export function declaredValues(fact: FactId | string, { facts, parameterAt }: Names): Related[] {
  const span = fact.startsWith('$') ? parameterAt(fact.slice(1)) : facts.writtenAt(fact, 'values')
  return span ? [relatedPlace('values', { fact }, span)] : []
}
