// Policies and records for property tests: derivations and conditions of every form, well-typed, over so few values that
// ties, boundaries and gaps are common. Everything is the plain JSON that an author would write.
import fc from 'fast-check'

export type Json = Readonly<Record<string, unknown>>

/** What kind of value is asked for; grades have no order, levels have one. */
type Type = 'number' | 'date' | 'duration' | 'boolean' | 'grade' | 'level' | 'text'

/** What can be named: the record alone; items' derived fields and named lists too; the policy's facts too. */
type Reach = 'record' | 'lists' | 'facts'

interface Scope {
  readonly reach: Reach
  /** The lists whose items are being tested, innermost first. */
  readonly items: readonly string[]
  /** How many levels of derivations may still be nested. */
  readonly depth: number
}

export interface Options {
  /**
   * Also what tells known from unknown by design (`known`, `missing: renormalise`): taking a field away may then turn
   * one truth into another.
   */
  readonly tellsUnknown?: boolean
  /** Also a list that a locality keeps in `extra`. */
  readonly extraLists?: boolean
}

export const AS_OF = '2026-11-21'

const dates = [
  '2024-11-21',
  '2025-02-28',
  '2025-11-20',
  '2025-11-21',
  '2025-11-22',
  '2025-12-31',
  '2026-01-01',
  '2026-06',
  '2026-06-30',
  '2026-10-31',
  '2026-11',
  '2026-11-20',
  '2026-11-21',
  '2026-11-22',
  '2026-12-31',
  '2028-02-29',
]
const durations = ['1 day', '30 days', '2 weeks', '1 month', '6 months', '1 year', '2 years', '1 month 3 days']
const grades = ['优秀', '称职']
export const levels = ['低', '中', '高']
const texts = ['甲', '乙']

type Fields = Readonly<Record<string, Type>>

/** The lists of the record, and those that the generated policies name. */
const lists: Readonly<Record<string, Fields>> = {
  posts: {
    unit: 'text',
    level: 'level',
    sensitive: 'boolean',
    from: 'date',
    to: 'date',
    length: 'duration',
    'extra.hours': 'number',
  },
  ranks: { name: 'text', from: 'date', to: 'date', length: 'duration' },
  assessments: { grade: 'grade', score: 'number', year: 'number', date: 'date', from: 'date', length: 'duration' },
  honours: { level: 'text', matter: 'text', date: 'date', 'extra.points': 'number' },
  sanctions: { matter: 'text', decidedOn: 'date', endedOn: 'date', months: 'number' },
  investigations: { matter: 'text', openedOn: 'date', closedOn: 'date', length: 'duration' },
  leaves: { kind: 'text', from: 'date', to: 'date', length: 'duration' },
  supervision: { kind: 'text', date: 'date', severity: 'number' },
  projects: { kind: 'text', date: 'date', points: 'number' },
  bars: { matter: 'text', months: 'number', from: 'date', to: 'date', date: 'date', length: 'duration' },
  tenures: { from: 'date', to: 'date', date: 'date', length: 'duration' },
}
const named = ['projects', 'bars', 'tenures']
const lasting = ['posts', 'ranks', 'assessments', 'investigations', 'leaves', 'bars', 'tenures']
/** Derived fields that the generated policies give items. */
const derivedFields: Readonly<Record<string, Fields>> = {
  posts: { fit: 'boolean' },
  assessments: { worth: 'number' },
  honours: { worth: 'number' },
  sanctions: { endsOn: 'date', nth: 'number', late: 'duration' },
  bars: { endsOn: 'date', nth: 'number', late: 'duration' },
}
const personFields: Fields = {
  birthDate: 'date',
  workStartedOn: 'date',
  partyJoinedOn: 'date',
  residence: 'text',
  'post.level': 'level',
  'post.from': 'date',
  'post.unit': 'text',
  'rank.from': 'date',
  'extra.quota': 'number',
  'family.spouseAbroad': 'boolean',
}
const factsOfPolicy: Fields = {
  amount: 'number',
  day: 'date',
  span: 'duration',
  flag: 'boolean',
  mark: 'grade',
  rung: 'level',
}
const parametersOf: Readonly<Record<string, string>> = { number: '$n', duration: '$span', date: '$cutoff' }

// --- Records ----------------------------------------------------------------------------------------------------

const absent = (oneIn: number) => ({ nil: undefined, freq: oneIn })
const maybe = <T>(value: fc.Arbitrary<T>, oneIn = 8) => fc.option(value, absent(oneIn))
const list = <T>(item: fc.Arbitrary<T>) => maybe(fc.array(item, { maxLength: 3 }), 10)
const date = maybe(fc.constantFrom(...dates))
const text = maybe(fc.constantFrom(...texts))
const number = maybe(fc.integer({ min: 0, max: 4 }))
/** Periods that end before they begin are refused: such an end is left out. */
function forwards<Item extends { from?: string | undefined; to?: string | undefined }>({ to, ...item }: Item) {
  const reversed = to !== undefined && item.from !== undefined && to < item.from
  return reversed || to === undefined ? item : { ...item, to }
}

/** An absent end is no unknown one: what has none still goes on. */
const end = fc.option(fc.constantFrom(...dates), absent(2))

/** A person, as the plain JSON of a record; half of what could be there. */
export const people: fc.Arbitrary<Json> = fc
  .record({
    id: fc.constant('a'),
    birthDate: date,
    workStartedOn: maybe(fc.constantFrom('2023-12-31', '2024-07', '2025-07-01', '2026-11-21')),
    partyJoinedOn: date,
    residence: text,
    family: maybe(fc.record({ spouseAbroad: maybe(fc.boolean()) })),
    posts: list(
      fc
        .record({
          unit: text,
          level: maybe(fc.constantFrom(...levels)),
          sensitive: maybe(fc.boolean()),
          mode: maybe(fc.constantFrom('regular', 'regular', 'seconded')),
          from: date,
          to: end,
          extra: maybe(fc.record({ hours: maybe(fc.constantFrom(20, 40)) })),
        })
        .map(forwards),
    ),
    ranks: list(fc.record({ name: text, from: date, to: end }).map(forwards)),
    assessments: list(
      fc.record({
        kind: maybe(fc.constantFrom('annual', 'annual', 'annual', 'special')),
        year: maybe(fc.integer({ min: 2024, max: 2026 })),
        grade: maybe(fc.constantFrom(...grades)),
        score: number,
      }),
    ),
    honours: list(
      fc.record({
        level: text,
        matter: text,
        date,
        extra: maybe(fc.record({ points: maybe(fc.integer({ min: -1, max: 3 })) })),
      }),
    ),
    sanctions: list(fc.record({ matter: text, decidedOn: date, endedOn: date, months: number })),
    investigations: list(
      fc
        .record({ matter: text, from: date, to: end })
        .map(forwards)
        .map(({ from, to, ...item }: { from?: string | undefined; to?: string }) => ({
          ...item,
          openedOn: from,
          closedOn: to,
        })),
    ),
    leaves: list(fc.record({ kind: text, from: date, to: end }).map(forwards)),
    supervision: list(fc.record({ kind: text, date, severity: number })),
    extra: maybe(
      fc.record({
        quota: number,
        tags: maybe(fc.subarray(texts)),
        projects: list(fc.record({ kind: text, date, points: number })),
      }),
    ),
  })
  .map((person) => JSON.parse(JSON.stringify(person)) as Json)

/** The same with a day for every month: since every day of a month is tried, few records with one are enough. */
export function withDays(data: Json): Json {
  return JSON.parse(
    JSON.stringify(data, (key, value) =>
      key !== 'period' && typeof value === 'string' && /^\d{4}-\d{2}$/.test(value) ? `${value}-15` : value,
    ),
  )
}

/** Every path whose absence means unknown; an open end says something by being absent, and so does `kind` of a leave. */
export function removable(node: unknown, path: readonly string[] = []): string[][] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => {
    const here = [...path, key]
    const meaning = ['id', 'to', 'closedOn'].includes(key) || (path[0] === 'leaves' && key === 'kind')
    return [...(Array.isArray(node) || meaning ? [] : [here]), ...removable(value, here)]
  })
}

export function without(node: Json, [key = '', ...rest]: readonly string[]): Json {
  const next = node[key]
  if (next === undefined || next === null) return node
  const value = rest.length === 0 ? null : without(next as Json, rest)
  return Array.isArray(node) ? (node.with(Number(key), value) as unknown as Json) : { ...node, [key]: value }
}

/** A person, and the same with some fields less. */
export const reduced: fc.Arbitrary<{ readonly full: Json; readonly less: Json }> = fc
  .tuple(people, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }))
  .map(([full, choices]) => {
    const paths = removable(full)
    const chosen = paths.length === 0 ? [] : choices.map((choice) => paths[choice % paths.length] ?? [])
    return { full, less: chosen.reduce(without, full) }
  })

// --- Operands and derivations -----------------------------------------------------------------------------------

type Written = fc.Arbitrary<unknown>

/** What can be written, each piece made once for each type, scope and depth. */
export class Language {
  private readonly made = new Map<string, Written>()
  private readonly options: Options

  constructor(options: Options = {}) {
    this.options = options
  }

  /** A literal, a reference or, while there is depth, a derivation. */
  operand(type: Type, scope: Scope): Written {
    return this.once(`operand ${type}`, scope, () => {
      const plain = [literal(type), ...references(type, scope)]
      if (scope.depth === 0) return oneOf(plain)
      return oneOf([...plain, { weight: 2 * plain.length, arbitrary: this.derivation(type, scope) }])
    })
  }

  derivation(type: Type, { depth, ...around }: Scope): Written {
    const scope = { ...around, depth: depth - 1 }
    return this.once(`derivation ${type}`, { ...scope, depth }, () =>
      oneOf([...this.general(type, scope), ...this.taking(type, scope), ...this.special(type, scope)]),
    )
  }

  /** Forms that there are for every type. */
  private general(type: Type, scope: Scope): Written[] {
    const one = () => this.operand(type, scope)
    const when = () => this.condition(scope)
    return [
      shaped({
        choose: fc
          .tuple(
            fc.array(shaped({ when: when(), is: one() }), { minLength: 1, maxLength: 2 }),
            seldom(shaped({ else: one() }), 2),
          )
          .map(([branches, last]) => [...branches, ...(last ? [last] : [])]),
      }),
    ]
  }

  /** A field taken from the items of a list. */
  private taking(type: Type, scope: Scope): Written[] {
    const ordered = ['number', 'date', 'duration', 'level'].includes(type)
    const forms = [
      'latest',
      'earliest',
      ...(ordered ? ['min', 'max'] : []),
      ...(type === 'number' || type === 'duration' ? ['sum'] : []),
    ]
    return forms.map((form) =>
      shaped({
        [form]: this.selecting(scope, type, (take) => ({
          take,
          ...(form !== 'sum' && { else: seldom(this.operand(type, { ...scope, depth: 0 }), 5) }),
        })),
      }),
    )
  }

  private special(type: Type, scope: Scope): Written[] {
    const operand = (of: Type, depth = scope.depth) => this.operand(of, { ...scope, depth })
    const extremes = ['min', 'max'].map((form) =>
      shaped({ [form]: fc.array(operand(type), { minLength: 1, maxLength: 3 }) }),
    )
    const choose = (...values: readonly unknown[]) => fc.constantFrom(...values)
    const unit = choose('days', 'weeks', 'months', 'quarters', 'years')
    switch (type) {
      case 'number':
        return [
          shaped({ elapsed: this.elapsed(scope, unit) }),
          shaped({ remaining: shaped({ until: operand('date'), in: unit }) }),
          shaped({ count: this.selecting(scope, undefined, (field) => ({ distinct: seldom(field, 5) })) }),
          shaped({ count: this.selecting(scope, undefined, () => ({})) }),
          shaped({ average: this.averaging(scope) }),
          shaped({ streak: this.streak(scope) }),
          shaped({ streak: this.streak(scope) }),
          shaped({ time: this.time(scope, unit) }),
          shaped({ longest: this.longest(scope, unit) }),
          ...extremes,
          shaped({ plus: several(operand('number')), minus: seldom(several(operand('number')), 2) }),
          shaped({ times: several(operand('number')) }),
          shaped({
            divide: fc.tuple(operand('number'), fc.oneof(fc.constantFrom<unknown>(1, 2, 3, -2), operand('number'))),
          }),
          shaped({
            round: shaped({
              of: operand('number'),
              to: choose('down', 'up', 'nearest', 'halfUp', 'halfEven'),
              step: seldom(choose(0.5, 1, 2), 2),
            }),
          }),
          shaped({ part: shaped({ take: choose('year', 'quarter', 'month', 'day'), of: operand('date') }) }),
        ]
      case 'date':
        return [
          shaped({
            plus: fc.tuple(operand('date'), operand('duration')),
            minus: seldom(fc.tuple(operand('duration')), 3),
          }),
          shaped({ plus: fc.tuple(operand('date')), minus: fc.tuple(operand('duration')) }),
          ...extremes,
          ...['startOf', 'endOf'].map((edge) =>
            shaped({ [edge]: shaped({ unit: choose('week', 'month', 'quarter', 'year'), of: operand('date') }) }),
          ),
          shaped({
            next: shaped({
              every: choose('2 weeks', '1 month', '1 year', '$span'),
              anchor: operand('date'),
              onOrAfter: operand('date'),
            }),
          }),
        ]
      case 'duration':
        return [
          shaped({ elapsed: this.elapsed(scope, undefined) }),
          shaped({ remaining: shaped({ until: operand('date') }) }),
          shaped({ time: this.time(scope, undefined) }),
          shaped({ time: this.time(scope, undefined) }),
          shaped({ longest: this.longest(scope, undefined) }),
          ...extremes,
          shaped({ plus: several(operand('duration')), minus: seldom(several(operand('duration')), 2) }),
          shaped({ times: fc.tuple(operand('duration'), operand('number')) }),
          shaped({
            divide: fc.tuple(operand('duration'), fc.oneof(fc.constantFrom<unknown>(1, 2, 3), operand('number'))),
          }),
        ]
      case 'boolean':
        return [
          shaped({ exists: this.selecting(scope, undefined, () => ({})) }),
          shaped({ exists: this.selecting(scope, undefined, () => ({})) }),
          shaped({ when: this.condition(scope) }),
        ]
      case 'level': {
        // Literals alone do not say of which enumeration they are.
        const one = oneOf(references(type, scope))
        return ['min', 'max'].map((form) => shaped({ [form]: fc.tuple(one, operand(type)) }))
      }
      default:
        return []
    }
  }

  private elapsed(scope: Scope, unit: Written | undefined): Written {
    const day = () => this.operand('date', scope)
    return shaped({
      since: day(),
      until: seldom(day(), 2),
      in: unit,
      at: seldom(day(), 6),
      conventions: seldom(conventions, 10),
    })
  }

  private averaging(scope: Scope): Written {
    return this.selecting(scope, 'number', (take, of) => ({
      take,
      weights: seldom(weights(of), 3),
      ...(this.options.tellsUnknown && { missing: seldom(fc.constant('renormalise'), 2) }),
      else: seldom(fc.constantFrom(0, 2), 5),
    }))
  }

  private streak(scope: Scope): Written {
    const plain = this.selecting(scope, undefined, (_, of) => ({
      having: this.condition(inside(scope, of)),
      which: seldom(fc.constantFrom('longest', 'current'), 2),
      consume: seldom(fc.constantFrom(1, 2), 4),
      // None of these are for streaks.
      keep: undefined,
      latest: undefined,
      current: undefined,
    }))
    return plain
  }

  private time(scope: Scope, unit: Written | undefined): Written {
    const several = fc.array(this.stretches(scope), { minLength: 1, maxLength: 2 })
    return fc.oneof(
      ...namesIn(lasting, scope).map((of) =>
        shaped({
          of: fc.constant(of),
          where: seldom(this.condition(inside(scope, of)), 3),
          since: seldom(this.operand('date', scope), 3),
          at: seldom(this.operand('date', scope), 6),
          except: seldom(several, 3),
          during: seldom(several, 4),
          weigh: seldom(weights(of), 4),
          overlap: seldom(fc.constantFrom('once', 'highest', 'sum'), 2),
          in: unit,
          conventions: seldom(conventions, 10),
        }),
      ),
    )
  }

  private longest(scope: Scope, unit: Written | undefined): Written {
    return fc.oneof(
      ...namesIn(lasting, scope).map((of) =>
        shaped({
          of: fc.constant(of),
          where: seldom(this.condition(inside(scope, of)), 3),
          since: seldom(this.operand('date', scope), 3),
          at: seldom(this.operand('date', scope), 6),
          in: unit,
          else: seldom(unit ? fc.constantFrom<unknown>(0, 1) : fc.constantFrom<unknown>('1 month', '2 years'), 5),
        }),
      ),
    )
  }

  private stretches(scope: Scope): Written {
    return fc.oneof(
      ...namesIn(lasting, scope).map((of) =>
        shaped({ of: fc.constant(of), where: seldom(this.condition(inside({ ...scope, depth: 0 }, of)), 3) }),
      ),
    )
  }

  /** A selection of items, by each list that has a field of the type, with what the form itself takes. */
  private selecting(
    scope: Scope,
    type: Type | undefined,
    own: (field: Written, of: string) => Readonly<Record<string, Written | undefined>>,
  ): Written {
    const arms = this.listsIn(scope).flatMap((of) => {
      const fields = Object.entries(fieldsOf(of, scope)).flatMap(([name, is]) =>
        type === undefined || is === type ? [name] : [],
      )
      if (fields.length === 0) return []
      return [shaped({ ...this.selection(of, scope), ...own(fc.constantFrom(...fields), of) })]
    })
    return arms.length > 0 ? fc.oneof(...arms) : fc.constant({ of: 'honours', take: 'date' })
  }

  private selection(of: string, scope: Scope): Record<string, Written | undefined> {
    const day = this.operand('date', scope)
    const fields = Object.entries(fieldsOf(of, scope))
    const ordered = fields.flatMap(([name, type]) =>
      ['number', 'date', 'duration', 'level'].includes(type) ? [name] : [],
    )
    const texty = fields.flatMap(([name, type]) => (type === 'text' ? [name] : []))
    const all = fields.map(([name]) => name)
    const keep = fc.oneof(
      shaped({ highest: fc.constantFrom(...ordered), per: fc.constantFrom(...all) }),
      ...texty.map((name) =>
        shaped({ prefer: shaped({ [name]: fc.constantFrom(['甲', '乙'], ['乙']) }), per: fc.constantFrom(...all) }),
      ),
    )
    return {
      of: fc.constant(of),
      where: seldom(this.condition(inside(scope, of)), 3),
      since: seldom(day, 6),
      within: seldom(this.operand('duration', { ...scope, depth: 0 }), 6),
      keep: seldom(keep, 5),
      latest: seldom(fc.oneof(fc.constantFrom<unknown>(1, 2, '$n')), 3),
      having: seldom(this.condition(inside(scope, of)), 3),
      at: seldom(day, 7),
      ...(lasting.includes(of) && { current: seldom(fc.constant(true), 6) }),
      ...(of === 'assessments' && {
        gaps: seldom(fc.constant('skip'), 3),
        due: seldom(fc.constantFrom('3 months', '1 year', '$span'), 4),
      }),
    }
  }

  private listsIn(scope: Scope): string[] {
    return namesIn(Object.keys(lists), scope).filter((name) => name !== 'projects' || this.options.extraLists)
  }

  // --- Conditions -----------------------------------------------------------------------------------------------

  condition(scope: Scope): Written {
    return this.once('condition', scope, () => {
      const test = this.test(scope)
      if (scope.depth === 0) return test
      const inner = { ...scope, depth: scope.depth - 1 }
      const parts = fc.array(this.condition(inner), { minLength: 1, maxLength: 3 })
      return fc.oneof(
        { withCrossShrink: true },
        { weight: 5, arbitrary: test },
        { weight: 1, arbitrary: shaped({ all: parts }) },
        { weight: 1, arbitrary: shaped({ any: parts }) },
        { weight: 1, arbitrary: shaped({ not: this.condition(inner) }) },
        { weight: 1, arbitrary: shaped({ atLeastOf: shaped({ n: fc.constantFrom(1, 2), of: parts }) }) },
        { weight: 4, arbitrary: this.quantifier(inner) },
      )
    })
  }

  quantifier(scope: Scope): Written {
    return this.once('quantifier', scope, () =>
      fc.oneof(
        ...this.listsIn(scope).flatMap((of) => {
          const { where, since, within, keep, latest, having, ...rest } = this.selection(of, scope)
          const test = this.condition(inside(scope, of))
          const selected = [
            { ...rest, where: test },
            { ...rest, where, since, within, keep, latest, having: test },
          ]
          return selected.flatMap((keys) => [
            shaped({ some: shaped(keys) }),
            shaped({ none: shaped(keys) }),
            shaped({ every: shaped({ ...keys, ifEmpty: fc.constantFrom<unknown>(true, false, 'unknown') }) }),
            shaped({ atLeastOf: shaped({ ...keys, n: fc.constantFrom(1, 2) }) }),
          ])
        }),
      ),
    )
  }

  /** A fact (inside a list: a field of the item) and what is asked of it. */
  private test(scope: Scope): Written {
    const [own] = scope.items
    const fields = own === undefined ? personFacts(scope.reach) : fieldsOf(own, scope)
    return fc.oneof(
      ...Object.entries(fields).map(([name, type]) => shaped({ [name]: this.asked(type, scope) })),
      ...(own === undefined ? [shaped({ $n: this.asked('number', scope) }), shaped({ 'extra.tags': tags })] : []),
    )
  }

  private asked(type: Type, scope: Scope): Written {
    return this.once(`asked ${type}`, scope, () => {
      const one = this.operand(type, scope)
      const some = fc.array(one, { minLength: 1, maxLength: 3 })
      const operators: Record<string, Written> = { is: one, isNot: one, in: some, notIn: some }
      if (type !== 'grade' && type !== 'text' && type !== 'boolean') {
        for (const name of ['atLeast', 'atMost', 'moreThan', 'lessThan']) operators[name] = one
        operators.between = fc.tuple(one, one)
      }
      if (type === 'date') {
        for (const name of ['before', 'after', 'onOrBefore', 'onOrAfter']) operators[name] = one
        operators.within = this.operand('duration', scope)
      }
      if (type === 'grade' || type === 'text') {
        operators.contains = one
        operators.containsAny = some
        operators.containsAll = some
      }
      if (this.options.tellsUnknown) operators.known = fc.boolean()
      const none = fc.constantFrom({ is: 'none' }, { isNot: 'none' })
      return fc.oneof(
        {
          weight: 2,
          arbitrary: one.filter((value) => typeof value !== 'object' || value === null || !('parameter' in value)),
        },
        ...Object.entries(operators).map(([name, value]) => shaped({ [name]: value })),
        none,
      )
    })
  }

  // --- Policies -------------------------------------------------------------------------------------------------

  /** What a policy's figures and rules can name: derived fields, lists, facts. */
  parts(): fc.Arbitrary<Json> {
    const fields = { reach: 'record', depth: 1 } as const
    const within = (of: string, type: Type) => this.derivation(type, { ...fields, items: [of] })
    const of = (type: Type) => this.derivation(type, { reach: 'lists', items: [], depth: 2 })
    const where = (list: string) => seldom(this.condition({ ...fields, items: [list] }), 3)
    return fc.record({
      conventions: seldom(conventions, 3),
      items: fc.record({
        posts: fc.record({ fit: within('posts', 'boolean') }),
        assessments: fc.record({ worth: within('assessments', 'number') }),
        honours: fc.record({ worth: within('honours', 'number') }),
        sanctions: fc.record({
          endsOn: fc.oneof(
            fc.constant({ plus: [{ item: 'decidedOn' }, { times: [{ item: 'months' }, '1 month'] }] }),
            within('sanctions', 'date'),
          ),
          nth: within('sanctions', 'number'),
          late: within('sanctions', 'duration'),
        }),
      }),
      lists: fc.record({
        bars: shaped({
          of: fc.constant('sanctions'),
          where: where('sanctions'),
          from: fc.constant({ item: 'decidedOn' }),
          for: fc.constantFrom<unknown>('6 months', '$span', { times: [{ item: 'months' }, '1 month'] }),
        }),
        tenures: fc.tuple(
          shaped({ of: fc.constant('posts'), where: where('posts') }),
          shaped({ of: fc.constant('ranks'), where: where('ranks') }),
        ),
        ...(this.options.extraLists && {
          projects: fc.constant({
            of: 'extra.projects',
            datedBy: 'date',
            fields: { date: { type: 'date' }, points: { type: 'number', least: 0, most: 4 }, kind: { type: 'text' } },
          }),
        }),
      }),
      facts: fc.record({
        amount: of('number'),
        day: of('date'),
        span: of('duration'),
        flag: of('boolean'),
        mark: of('grade'),
        rung: of('level'),
      }),
    }) as fc.Arbitrary<Json>
  }

  /** A derivation of any type, over everything that a policy can name. */
  figure(depth = 2): Written {
    const types = ['number', 'date', 'duration', 'boolean', 'grade', 'level', 'text'] as const
    return fc.oneof(...types.map((type) => this.derivation(type, { reach: 'facts', items: [], depth })))
  }

  /** What earns points by the items of a list: which of them, and what each is awarded. */
  each(depth = 1): fc.Arbitrary<Json> {
    const scope = { reach: 'facts', items: [], depth } as const
    return fc.oneof(
      ...this.listsIn(scope).map((of) => {
        const texty = Object.entries(fieldsOf(of, scope)).flatMap(([name, type]) => (type === 'text' ? [name] : []))
        const points = this.operand('number', { ...inside(scope, of), depth: 0 })
        const table = (by: string) =>
          shaped({ by: fc.constant(by), table: shaped({ 甲: points, 乙: points }), else: points })
        const { keep = fc.constant(undefined), ...selection } = this.selection(of, scope)
        const best = shaped({
          highest: fc.constant('points'),
          per: fc.constantFrom(...Object.keys(fieldsOf(of, scope))),
        })
        const kept = fc.oneof({ weight: 4, arbitrary: keep }, { weight: texty.length, arbitrary: best })
        const award = oneOf([points, this.operand('number', inside(scope, of)), ...texty.map(table)])
        const plain = this.number(0)
        const sequence = inOrder(plain)
        return fc.oneof(
          { weight: 4, arbitrary: shaped({ each: shaped({ ...selection, keep: kept }), award }) },
          { weight: 1, arbitrary: shaped({ each: shaped(selection), award: sequence }) },
        )
      }),
    )
  }

  /** A number or a time, over everything that a policy can name, and the unit that it is counted in. */
  quantity(depth = 1): fc.Arbitrary<Json> {
    const scope = { reach: 'facts', items: [], depth } as const
    const of = (type: Type) => oneOf([...references(type, scope), this.derivation(type, scope)])
    return fc.oneof(
      shaped({ of: of('number'), every: fc.constantFrom<unknown>(1, 2, 0.5, '$n') }),
      shaped({ of: of('duration'), every: fc.constantFrom('1 month', '6 months', '1 year', '$span') }),
    )
  }

  /** A number about a person, over everything that a policy can name. */
  number(depth = 1): Written {
    return this.operand('number', { reach: 'facts', items: [], depth })
  }

  /** A condition on a person, over everything that a policy can name. */
  rule(depth = 2): fc.Arbitrary<Json> {
    return this.condition({ reach: 'facts', items: [], depth }) as fc.Arbitrary<Json>
  }

  private once(what: string, { reach, items, depth }: Scope, make: () => Written): Written {
    const key = `${what} ${reach} ${items.join(',')} ${depth}`
    const found = this.made.get(key) ?? make()
    this.made.set(key, found)
    return found
  }
}

/** Points by order of date. */
export function inOrder(points: Written): fc.Arbitrary<Json> {
  const awards = fc.tuple(fc.array(points, { minLength: 1, maxLength: 2 }), points)
  return awards.map(([first, rest]) =>
    Object.fromEntries([
      ['first', first],
      ['then', rest],
    ]),
  )
}

const conventions = shaped({
  monthEnd: seldom(fc.constant('nextDay'), 3),
  to: seldom(fc.constant('included'), 3),
  monthDate: fc.constantFrom('firstDay', 'lastDay', 'unknown', 'unknown'),
  daysPerMonth: seldom(fc.constant(31), 4),
})

const tags = fc.oneof(
  shaped({ contains: fc.constantFrom(...texts) }),
  shaped({ containsAny: fc.constant(texts) }),
  shaped({ containsAll: fc.constant(texts) }),
)

function weights(of: string): Written {
  const hours = shaped({ by: fc.constant('extra.hours'), table: fc.constant({ 40: 1, 20: 0.5 }) })
  if (of === 'posts') return hours
  const by = { ranks: 'name', honours: 'level', assessments: 'kind', tenures: undefined }[of] ?? 'kind'
  if (of === 'tenures' || of === 'bars' || of === 'sanctions' || of === 'investigations')
    return shaped({
      by: fc.constant(of === 'tenures' ? 'from' : 'matter'),
      table: fc.constant(of === 'tenures' ? { '2026-01-01': 2 } : { 甲: 2 }),
      else: fc.constant(1),
    })
  const table = by === 'kind' && of === 'assessments' ? { annual: 1, special: 2 } : { 甲: 1, 乙: 0 }
  return shaped({ by: fc.constant(by), table: fc.constant(table), else: seldom(fc.constantFrom(0, 2), 3) })
}

function literal(type: Type): Written {
  switch (type) {
    case 'number':
      return fc.constantFrom(0, 1, 2, 3, 4, -1, 1.5)
    case 'date':
      return fc.constantFrom(...dates)
    case 'duration':
      return fc.constantFrom(...durations)
    case 'boolean':
      return fc.boolean()
    case 'grade':
      return fc.constantFrom(...grades)
    case 'level':
      return fc.constantFrom(...levels)
    case 'text':
      return fc.constantFrom(...texts)
  }
}

function references(type: Type, { items: [own, around], reach }: Scope): Written[] {
  const ofType = (fields: Fields) => Object.entries(fields).flatMap(([name, is]) => (is === type ? [name] : []))
  const named = (key: string, names: readonly string[]) => names.map((name) => fc.constant({ [key]: name }))
  const parameter = parametersOf[type]
  return [
    ...(own === undefined ? [] : named('item', ofType(fieldsOf(own, { reach })))),
    ...(around === undefined ? [] : named('outer', ofType(fieldsOf(around, { reach })))),
    ...together([...named('fact', ofType(personFacts(reach))), ...(type === 'date' ? [fc.constant('asOf')] : [])]),
    ...(parameter === undefined ? [] : [fc.constant(parameter)]),
    ...(type === 'number'
      ? [
          shaped({
            parameter: fc.constant('n'),
            at: fc.constantFrom<unknown>('asOf', '2025-11-20', { fact: 'birthDate' }),
          }),
        ]
      : []),
  ]
}

function personFacts(reach: Reach): Fields {
  return reach === 'facts' ? { ...personFields, ...factsOfPolicy } : personFields
}

function fieldsOf(of: string, { reach }: Pick<Scope, 'reach'>): Fields {
  return { ...lists[of], ...(reach === 'record' ? {} : derivedFields[of]) }
}

function namesIn(names: readonly string[], { reach }: Scope): string[] {
  return names.filter((name) => reach !== 'record' || !named.includes(name))
}

function inside(scope: Scope, of: string): Scope {
  return { ...scope, items: [of, ...scope.items].slice(0, 2) }
}

type Arm = Written | { readonly weight: number; readonly arbitrary: Written }

function oneOf(arms: readonly Arm[]): Written {
  return fc.oneof(
    { withCrossShrink: true },
    ...arms.map((arm) => ('weight' in arm ? arm : { weight: 1, arbitrary: arm })),
  )
}

/** Several arms as one, so that they do not crowd out others. */
function together(arms: readonly Written[]): Written[] {
  return arms.length === 0 ? [] : [oneOf(arms)]
}

/** Of a policy's parts those that it names, so that it is read quickly and a failing one is short. */
export function namedOnly(parts: Json, rules: unknown): Json {
  const without = (group: string, name: string): Json => {
    const { [name]: _, ...rest } = parts[group] as Json
    return { ...parts, [group]: rest }
  }
  for (const group of ['facts', 'lists', 'items'])
    for (const name of Object.keys((parts[group] ?? {}) as Json)) {
      const left = without(group, name)
      // A derived field's list is named by whatever uses the field.
      if (!JSON.stringify([left, rules]).includes(`"${name}"`)) return namedOnly(left, rules)
    }
  return parts
}

/** A map with those of the keys that come out as something. */
export function shaped(keys: Readonly<Record<string, Written | undefined>>): fc.Arbitrary<Json> {
  const given = Object.entries(keys).filter((entry): entry is [string, Written] => entry[1] !== undefined)
  return fc
    .record(Object.fromEntries(given))
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)))
}

/** Nothing, but one time in so many. */
export function seldom<T>(value: fc.Arbitrary<T>, oneIn: number): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: oneIn - 1, arbitrary: fc.constant<T | undefined>(undefined) },
    { weight: 1, arbitrary: value },
  )
}

function several(value: Written): Written {
  return fc.array(value, { minLength: 1, maxLength: 3 })
}

/** Rules of a rotation policy, some with exceptions, exemptions and deferrals. */
export function rotation(language: Language): fc.Arbitrary<Json> {
  const rule = language.rule(1)
  const obligation = fc.constantFrom('must', 'should', 'may')
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 })
  return fc
    .record({
      scope: maybe(rule),
      triggers: fc
        .array(fc.record({ obligation, when: rule, unless: maybe(rule) }), { minLength: 1, maxLength: 3 })
        .map((triggers) => triggers.map((one, index) => ({ id: `t${index}`, ...one }))),
      exemptions: maybe(rule.map((one) => [{ id: 'e', exempts: ['t0'], when: one }])),
      deferrals: maybe(rule.map((one) => [{ id: 'd', defers: ['t0'], when: one }])),
    })
    .map((rules) => JSON.parse(JSON.stringify(rules)) as Json)
}
