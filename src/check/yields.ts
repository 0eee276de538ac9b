import { type FactId, firstDay, formatDate, lastDay, placeOf, type ReasonCode } from '../base/index.js'
import type { RuleDraft } from '../kinds/authoring.js'
import type { Fact, FactType, Operand, Value, Yields } from '../model/index.js'
import { nodeId } from './condition.js'
import { declaredIn } from './declared.js'
import { nameOf, readComputable, readTyped } from './operand.js'
import { type NameScope, reportAt } from './scope.js'

type Part = 'amount' | 'from' | 'until' | 'term'

/** A fact that says what a rule yields. */
export interface Yielded {
  readonly rule: string
  readonly part: Part
  readonly fact: Fact
}

const EXPECTED: Readonly<Record<Part, readonly FactType['is'][]>> = {
  amount: ['number', 'duration'],
  from: ['date'],
  until: ['date'],
  term: ['duration'],
}

/** What a rule yields, as facts of the policy that nothing in its file can name; a term that has a start has an end. */
export function readYields({ written, path, yields }: RuleDraft, scope: NameScope): Yielded[] {
  if (!yields) return []
  const read = (['amount', 'from', 'until', 'term'] as const).flatMap((part): Yielded[] => {
    const operand = yields[part]
    if (operand === undefined) return []
    const at = [...path, part]
    const [expected = 'number'] = EXPECTED[part]
    const wanted = { type: { is: expected }, fact: part as FactId }
    const computed = part === 'amount' && typeof operand === 'string'
    const typed = computed ? readComputable(operand, at, scope) : readTyped(operand, at, scope, wanted)
    if (!typed) return []
    const { type } = typed
    if (!type || !EXPECTED[part].includes(type.is) || type.list) {
      const value = typeof operand === 'object' ? nameOf(typed.operand) : String(operand)
      reportAt(scope, at, 'check/operand-type', { value, expected }, declaredIn([typed.operand], scope))
      return []
    }
    if (part === 'amount' && type.is === 'number' && !yields.unit) reportAt(scope, at, 'check/amount-without-unit', {})
    return [made(part, type, typed.operand)]
  })
  const operandOf = (part: Part) => read.find((one) => one.part === part)?.fact.from as Operand | undefined
  const [from, until, term] = [operandOf('from'), operandOf('until'), operandOf('term')]
  reportNoTime()
  if (!from || !term || yields.until !== undefined) return read
  const end: Operand = {
    kind: 'derived',
    id: nodeId([...path, 'until']),
    place: placeOf(scope.document.keySpanOf([...path, 'term'])),
    type: { is: 'date' },
    derivation: { kind: 'plus', terms: [from, term], less: [] },
  }
  return [...read, made('until', { is: 'date' }, end)]

  /** What is granted must be granted for some time. */
  function reportNoTime(): void {
    const [start, end, length] = [from, until, term].map(literalOf)
    if (start?.type === 'date' && end?.type === 'date' && lastDay(end.value) <= firstDay(start.value)) {
      const [first, last] = [start, end].map(({ value }) => formatDate(value))
      reportAt(scope, [...path, 'until'], 'check/period-reversed', { from: first ?? '', until: last ?? '' })
    }
    if (length?.type === 'duration' && length.value.months <= 0 && length.value.days <= 0)
      reportAt(scope, [...path, 'term'], 'shape/not-positive', {})
  }

  function made(part: Part, type: FactType, from: Operand): Yielded {
    const id = `$${written.id}.${part}` as FactId
    return { rule: written.id, part, fact: { id, title: written.title, type, from } }
  }
}

function literalOf(operand: Operand | undefined): Value | undefined {
  return operand?.kind === 'literal' ? operand.value : undefined
}

/** The names under which a rule's yields stand. */
export function yieldsOf(
  rule: ReasonCode,
  { unit }: NonNullable<RuleDraft['yields']>,
  all: readonly Yielded[],
): Yields {
  const own = all.filter((one) => one.rule === rule).map(({ part, fact }) => [part, fact.id] as const)
  return { ...Object.fromEntries(own), ...(unit && { unit }) }
}
