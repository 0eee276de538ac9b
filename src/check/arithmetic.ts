import type { Path } from '../base/index.js'
import type { FactType, Operand } from '../model/index.js'
import { declaredIn } from './declared.js'
import { nameOf } from './operand.js'
import { type NameScope, reportAt, type Typed } from './scope.js'

/**
 * The type that arithmetic on values of these types has; the first `leading` may be dates or durations where only
 * those make sense. Undefined if they cannot be computed with, which is reported.
 */
export function combinedType(
  form: 'plus' | 'times' | 'divide',
  parts: readonly Typed[],
  leading: number,
  path: Path,
  scope: NameScope,
): FactType | undefined {
  const types = parts.flatMap(({ type }) => (type ? [type] : []))
  const declared = declaredIn(
    parts.map(({ operand }) => operand),
    scope,
  )
  const odd = parts.find(({ type }) => type && (type.list || type.is === 'text' || type.is === 'boolean'))
  if (odd?.type) return refuse('check/not-computable', odd.type, odd.operand)
  const kinds = new Set(types.map(({ is }) => is))
  const whole = types.every((type) => type.whole) && form !== 'divide'
  if (types.length === 0 || (kinds.size === 1 && kinds.has('number'))) return { is: 'number', ...(whole && { whole }) }
  return form === 'plus' ? ofTime() : scaled()

  /** Durations add up; one date may stand among what is added. */
  function ofTime(): FactType | undefined {
    const dates = types.filter(({ is }) => is === 'date')
    const subtracted = types.slice(leading).some(({ is }) => is === 'date')
    const number = types.find(({ is }) => is === 'number')
    if (number) return refuse('check/different-types', number)
    if (dates.length === 1 && !subtracted) return { is: 'date' }
    if (dates[0]) return refuse('check/not-computable', dates[0])
    const measures = new Set(types.flatMap(({ measured }) => (measured ? [measured] : [])))
    const [only] = measures
    if (measures.size > 1 || (measures.has('both') && types.length > 1)) {
      reportAt(scope, path, 'check/mixed-units', {}, declared)
      return undefined
    }
    return { is: 'duration', ...(only && types.every(({ measured }) => measured) && { measured: only }) }
  }

  /** A duration times numbers, or divided by one. */
  function scaled(): FactType | undefined {
    const times = types.filter(({ is }) => is !== 'number')
    const [duration] = times
    const first = form === 'times' || types[0]?.is === 'duration'
    if (duration?.is !== 'duration' || times.length > 1 || !first)
      return refuse('check/not-computable', duration ?? { is: 'duration' })
    // Part of a month is days.
    const exact = duration.measured === 'days' || types.every(({ is, whole: one }) => is === 'duration' || one)
    const measured = form === 'times' && exact && duration.measured
    return { is: 'duration', ...(measured && { measured }) }
  }

  function refuse(
    code: 'check/not-computable' | 'check/different-types',
    { is, list }: FactType,
    odd?: Operand,
  ): undefined {
    const type = list ? 'list' : is
    const [value, places] = odd ? [nameOf(odd), declaredIn([odd], scope)] : [is, declared]
    if (code === 'check/not-computable') reportAt(scope, path, code, { form, value, type }, places)
    else reportAt(scope, path, code, { form, types: [...new Set(types.map((one) => one.is))] }, declared)
    return undefined
  }
}

/** The one type that all of these values have, their enumerations joined; undefined if they differ, which is reported. */
export function unifiedType(
  form: string,
  parts: readonly Typed[],
  pathOf: (index: number) => Path,
  scope: NameScope,
): FactType | undefined {
  const types = parts.flatMap(({ type }) => (type ? [type] : []))
  const [first] = types
  if (!first) return { is: 'text' }
  const enumeration = types.find(({ ordered }) => ordered) ?? first
  const other = parts.findIndex(
    ({ type }) => type && (type.is !== first.is || (type.list ?? false) !== (first.list ?? false)),
  )
  if (other >= 0) {
    const declared = declaredIn(
      parts.map(({ operand }) => operand),
      scope,
    )
    const found = [...new Set(types.map(({ is: one }) => one))]
    reportAt(scope, pathOf(other), 'check/different-types', { form, types: found }, declared)
    return undefined
  }
  const { is, list } = first
  const whole = types.every((type) => type.whole)
  const same = parts.every(({ operand, type }) => {
    if (type?.values) return JSON.stringify(type.values) === JSON.stringify(enumeration.values)
    // What a fact of free text says may be none of them; a literal is looked at below.
    return !type || operand.kind === 'literal' || operand.kind === 'parameter' || operand.kind === 'datedParameter'
  })
  // A text beside an ordered enumeration must be one of its values.
  const values = same ? enumeration.values : undefined
  parts.forEach(({ operand }, index) => {
    if (values && operand.kind === 'literal' && operand.value.type === 'text' && !values.includes(operand.value.value))
      reportAt(scope, pathOf(index), 'check/unknown-value', { value: operand.value.value, fact: form })
  })
  return {
    is,
    ...(list && { list }),
    ...(whole && { whole }),
    ...(values && { values, ...(enumeration.ordered && { ordered: true }) }),
  }
}
