import { type FactId, type Path, placeOf } from '../base/index.js'
import {
  type Condition,
  type Derivation,
  type FactType,
  isOrdered,
  type Operand,
  type WrittenArguments,
  type WrittenComputed,
  type WrittenForms,
  type WrittenOperand,
} from '../model/index.js'
import { isExtensionName } from '../operators/index.js'
import { combinedType, unifiedType } from './arithmetic.js'
import { nodeId, readCondition } from './condition.js'
import { readConventions, readWord } from './conventions.js'
import { declaredFact, declaredValues } from './declared.js'
import { readOwnDerivation } from './extensions.js'
import { literalValue } from './literal.js'
import { fieldOf, nameOf, readComputable, readOperand, readSlot, readTyped } from './operand.js'
import { type FormName, type NameScope, reportAt, reportAtKey, type Typed } from './scope.js'
import { readSelection, readStretches, readWeights, type WrittenSelection } from './selection.js'

type Checked = { readonly type: FactType; readonly derivation: Derivation<Operand, Condition> }

const DURATION: FactType = { is: 'duration' }
const DATE: FactType = { is: 'date' }
const NUMBER: FactType = { is: 'number' }
const WHOLE: FactType = { is: 'number', whole: true }
const BOOLEAN: FactType = { is: 'boolean' }

/** Reads the derivation `form` that a map holds; undefined if something it rests on is not there, which is reported. */
export function readDerivation(form: FormName, written: WrittenForms, path: Path, scope: NameScope): Typed | undefined {
  const at = [...path, form]
  const own = isExtensionName(form)
  const inside = (written as Readonly<Record<string, unknown>>)[form]
  const checked = own
    ? readOwnDerivation(form, inside as WrittenArguments, at, scope)
    : readForm(form, written, at, scope)
  if (!checked) return undefined
  const { type, derivation } = checked
  // What an embedder's derivation is given may have any name.
  const within = own ? undefined : (inside as { conventions?: WrittenComputed['conventions'] } | undefined)
  const conventions = {
    ...readConventions((written as WrittenComputed).conventions, [...path, 'conventions'], scope),
    ...readConventions(within?.conventions, [...at, 'conventions'], scope),
  }
  const place = placeOf(scope.document.keySpanOf(at))
  const chosen = Object.keys(conventions).length > 0 && { conventions }
  return { operand: { kind: 'derived', id: nodeId(at), place, type, derivation, ...chosen }, type }
}

function readForm(form: keyof WrittenForms, forms: WrittenForms, path: Path, scope: NameScope): Checked | undefined {
  switch (form) {
    case 'elapsed': {
      const { since = '', until, in: unit, at } = forms.elapsed ?? {}
      return elapsed(slot(since, 'since'), until === undefined ? AS_OF : slot(until, 'until'), unit, at)
    }
    case 'remaining': {
      const { until = '', in: unit } = forms.remaining ?? {}
      return elapsed(AS_OF, slot(until, 'until'), unit, undefined)
    }
    case 'count': {
      const from = selection(forms.count)
      const field = forms.count?.distinct
      const distinct = from && field !== undefined ? fieldOf(from.of, field, [...path, 'distinct'], scope) : undefined
      const type: FactType = { ...WHOLE, least: ZERO }
      return from && { type, derivation: { kind: 'count', from, ...(distinct && { distinct: distinct.id }) } }
    }
    case 'exists': {
      const from = selection(forms.exists)
      return from && { type: BOOLEAN, derivation: { kind: 'exists', from } }
    }
    case 'sum': {
      const taken = taking(forms.sum)
      if (!taken) return undefined
      const { type, derivation } = taken
      if (type.is !== 'number' && type.is !== 'duration') return notComputable(derivation.take, type, 'take')
      return { type: type.is === 'number' ? numbers(type) : DURATION, derivation: { kind: 'sum', ...derivation } }
    }
    case 'average': {
      const taken = taking(forms.average)
      if (!taken) return undefined
      const { type, derivation } = taken
      if (type.is !== 'number') return notComputable(derivation.take, type, 'take')
      const { missing = 'unknown', weights } = forms.average ?? {}
      const weighed = weights && readWeights(weights, derivation.from.of, [...path, 'weights'], scope)
      return {
        type: NUMBER,
        derivation: {
          kind: 'average',
          ...derivation,
          missing,
          ...(weighed && { weights: weighed }),
          ...otherwise(NUMBER, forms.average),
        },
      }
    }
    case 'latest':
    case 'earliest': {
      const taken = taking(forms[form])
      if (!taken) return undefined
      const { type, derivation } = taken
      return { type, derivation: { kind: form, ...derivation, ...otherwise(type, forms[form]) } }
    }
    case 'min':
    case 'max': {
      const extreme = forms[form]
      if (Array.isArray(extreme)) return greatestOf(extreme, form === 'min' ? 'leastOf' : 'greatestOf')
      const taken = taking(extreme as TakingSelection | undefined)
      if (!taken) return undefined
      const { type, derivation } = taken
      if (!isOrdered(type)) return notComputable(derivation.take, type, 'take')
      const kind = form === 'min' ? 'least' : 'greatest'
      return { type, derivation: { kind, ...derivation, ...otherwise(type, extreme as TakingSelection) } }
    }
    case 'streak': {
      const { which = 'current', consume } = forms.streak ?? {}
      const from = selection(forms.streak)
      const type: FactType = { ...WHOLE, least: ZERO }
      return from && { type, derivation: { kind: 'streak', from, which, ...(consume && { consume }) } }
    }
    case 'time':
      return readTime()
    case 'longest': {
      const { since, at, in: unit } = forms.longest ?? {}
      const of = forms.longest && readStretches(forms.longest, path, scope, readCondition)
      if (!of) return undefined
      const type = timeType(unit)
      const window = { ...(since !== undefined && { since: slot(since, 'since') }), ...lookedAt(at) }
      const inUnits = unit && { in: unit }
      return { type, derivation: { kind: 'longest', of, ...window, ...inUnits, ...otherwise(type, forms.longest) } }
    }
    case 'plus':
    case 'minus': {
      if (form === 'minus') {
        reportAtKey(scope, path, 'check/minus-without-plus', {})
        return undefined
      }
      const minus = [...path.slice(0, -1), 'minus']
      const [terms, less] = [computables(forms.plus, path), computables(forms.minus ?? [], minus)]
      if (!terms || !less) return undefined
      const type = combinedType('plus', [...terms, ...less], terms.length, path, scope)
      return type && { type, derivation: { kind: 'plus', terms: terms.map(operandOf), less: less.map(operandOf) } }
    }
    case 'times': {
      const factors = computables(forms.times, path)
      const type = factors && combinedType('times', factors, factors.length, path, scope)
      return type && { type, derivation: { kind: 'times', factors: factors.map(operandOf) } }
    }
    case 'divide': {
      const parts = computables(forms.divide, path)
      const [dividend, divisor] = parts ?? []
      if (!parts || !dividend || !divisor) return undefined
      const type = combinedType('divide', parts, 1, path, scope)
      return type && { type, derivation: { kind: 'divide', dividend: dividend.operand, divisor: divisor.operand } }
    }
    case 'round': {
      const { of = '', to = '', step = 1 } = forms.round ?? {}
      const rounded = readOperand(of, { type: NUMBER, fact: 'of' as FactId }, [...path, 'of'], scope)
      const way = readWord(to, [...path, 'to'], scope, ['down', 'up', 'nearest', 'halfUp', 'halfEven'])
      const size = literalValue(step, 'number') ?? { type: 'unknown' }
      return {
        type: Number.isInteger(step) ? WHOLE : NUMBER,
        derivation: { kind: 'round', of: rounded, to: way, step: size },
      }
    }
    case 'choose':
      return readChoose()
    case 'when':
      return {
        type: BOOLEAN,
        derivation: { kind: 'when', condition: readCondition(forms.when ?? {}, path, scope) },
      }
    case 'part': {
      const { take = 'year', of = '' } = forms.part ?? {}
      return { type: WHOLE, derivation: { kind: 'part', take, of: slot(of, 'of') } }
    }
    case 'startOf':
    case 'endOf': {
      const { unit = 'month', of = '' } = forms[form] ?? {}
      return { type: DATE, derivation: { kind: form, unit, of: slot(of, 'of') } }
    }
    case 'next': {
      const { every = '', anchor = '', onOrAfter = '' } = forms.next ?? {}
      const step = readOperand(every, { type: DURATION, fact: 'every' as FactId }, [...path, 'every'], scope)
      const length = step.kind === 'literal' && step.value.type === 'duration' ? step.value.value : undefined
      if (length && length.months <= 0 && length.days <= 0)
        reportAt(scope, [...path, 'every'], 'shape/not-positive', {})
      return {
        type: DATE,
        derivation: {
          kind: 'next',
          every: step,
          anchor: slot(anchor, 'anchor'),
          onOrAfter: slot(onOrAfter, 'onOrAfter'),
        },
      }
    }
  }

  function slot(written: WrittenOperand, key: string): Operand {
    return readSlot(written, { type: DATE, fact: key as FactId }, [...path, key], scope)
  }

  function lookedAt(at: WrittenOperand | undefined): { at?: Operand } {
    return at === undefined ? {} : { at: slot(at, 'at') }
  }

  function elapsed(since: Operand, until: Operand, unit: FactType['unit'], at: WrittenOperand | undefined): Checked {
    const inUnits = unit && { in: unit }
    return { type: timeType(unit), derivation: { kind: 'elapsed', since, until, ...inUnits, ...lookedAt(at) } }
  }

  function otherwise(type: FactType, written: { readonly else?: WrittenOperand } | undefined): { otherwise?: Operand } {
    if (written?.else === undefined) return {}
    return { otherwise: readOperand(written.else, { type, fact: 'else' as FactId }, [...path, 'else'], scope) }
  }

  function selection(written: WrittenSelection | undefined) {
    return written && readSelection(written, path, scope, readCondition)
  }

  function taking(written: TakingSelection | undefined) {
    const from = selection(written)
    const field = from && fieldOf(from.of, written?.take ?? '', [...path, 'take'], scope)
    return from && field && { type: field.type, derivation: { from, take: field.id } }
  }

  /** Undefined if one of them cannot be read: what is wrong with it has been said. */
  function allOrNone(read: readonly (Typed | undefined)[]): Typed[] | undefined {
    const found = read.filter((one) => one !== undefined)
    return found.length === read.length ? found : undefined
  }

  function computables(written: readonly WrittenOperand[] | undefined, at: Path): Typed[] | undefined {
    return allOrNone((written ?? []).map((one, index) => readComputable(one, [...at, index], scope)))
  }

  function notComputable(value: string, { is }: FactType, key: string): undefined {
    reportAt(scope, [...path, key], 'check/not-computable', { form, value, type: is }, declaredFact(value, scope))
    return undefined
  }

  function greatestOf(written: readonly WrittenOperand[], kind: 'leastOf' | 'greatestOf'): Checked | undefined {
    const parts = allOrNone(written.map((one, index) => readTyped(one, [...path, index], scope)))
    const type = parts && unifiedType(form, parts, (index) => [...path, index], scope)
    if (!type) return undefined
    if (!isOrdered(type)) {
      const [fact, other] = parts.filter((one) => one.type?.ordered).map((one) => nameOf(one.operand))
      if (fact !== undefined && other !== undefined) {
        const listed = [...declaredValues(fact, scope), ...declaredValues(other, scope)]
        reportAt(scope, path, 'check/other-enumeration', { fact, other }, listed)
      } else reportAt(scope, path, 'check/not-computable', { form, value: '[…]', type: type.is })
      return undefined
    }
    return { type, derivation: { kind, of: parts.map(operandOf) } }
  }

  function readTime(): Checked | undefined {
    const { since, at, except = [], during = [], weigh, overlap = 'once', in: unit } = forms.time ?? {}
    const of = forms.time && readStretches(forms.time, path, scope, readCondition)
    const stretchesIn = (written: typeof except, key: string) =>
      written.flatMap((one, index) => readStretches(one, [...path, key, index], scope, readCondition) ?? [])
    if (!of) return undefined
    const weighed = weigh && readWeights(weigh, of.of, [...path, 'weigh'], scope)
    return {
      type: timeType(unit),
      derivation: {
        kind: 'time',
        of,
        ...(since !== undefined && { since: slot(since, 'since') }),
        ...lookedAt(at),
        except: stretchesIn(except, 'except'),
        during: stretchesIn(during, 'during'),
        ...(weighed && { weigh: weighed }),
        overlap,
        ...(unit && { in: unit }),
      },
    }
  }

  function readChoose(): Checked | undefined {
    const written = forms.choose ?? []
    const last = written.length - 1
    written.forEach((branch, index) => {
      if (branch.else !== undefined && index !== last)
        reportAtKey(scope, [...path, index, 'else'], 'check/else-not-last', {})
    })
    const values = written.map((branch, index) => {
      const at = [...path, index]
      const key = branch.else === undefined ? 'is' : 'else'
      const typed = readTyped(branch[key] ?? 'none', [...at, key], scope)
      const when = branch.when && readCondition(branch.when, [...at, 'when'], scope)
      return { typed, when }
    })
    const typed = allOrNone(values.map((one) => one.typed))
    const type = typed && unifiedType(form, typed, (index) => [...path, index], scope)
    const branches = values.flatMap(({ typed: one, when }) => (one ? [{ ...(when && { when }), is: one.operand }] : []))
    return type && { type, derivation: { kind: 'choose', branches } }
  }
}

interface TakingSelection extends WrittenSelection {
  readonly take: string
  readonly else?: WrittenOperand
}

const AS_OF: Operand = { kind: 'asOf' }
const ZERO = '0' as NonNullable<FactType['least']>

function operandOf({ operand }: Typed): Operand {
  return operand
}

/** A sum of whole numbers is whole; what one of them can at most be, the sum need not. */
function numbers({ whole }: FactType): FactType {
  return { is: 'number', ...(whole && { whole }) }
}

/** Elapsed time is a duration; counted in units it is a number. */
function timeType(unit: FactType['unit']): FactType {
  return unit ? { is: 'number', unit, whole: true } : DURATION
}
