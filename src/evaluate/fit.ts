import { type Path, parseDate } from '../base/index.js'
import { type Diagnostic, diagnostic } from '../diagnostics/index.js'
import { listIn, type PersonRecord, type Program, type ProgramFact } from '../model/index.js'

/**
 * What a record says that the program's policies cannot read: a value that a dictionary does not list (a misspelt
 * grade would pass every negative test), or a waiver of a rule that does not exist. Such a record gets no decision.
 */
export function misfits({ policies }: Program, { data }: PersonRecord): Diagnostic[] {
  const problems = new Map<string, Diagnostic>()
  const note = (problem: Diagnostic): void => void problems.set(JSON.stringify(problem.path), problem)
  for (const { id, facts, rules, inForce } of policies) {
    for (const fact of Object.values<ProgramFact>(facts)) for (const problem of badValues(fact, data)) note(problem)
    const codes = new Set<string>(rules.map((rule) => rule.id))
    data.waivers?.forEach(({ policy, rule }, index) => {
      if (inForce && policy === id && !codes.has(rule))
        note(diagnostic('record/waiver-without-rule', { policy }, { path: ['waivers', index, 'rule'] }))
    })
  }
  return [...problems.values()]
}

/** A value that is none of those listed, or (in `extra`, which the record's schema leaves open) of another type. */
function badValues({ type, from }: ProgramFact, data: PersonRecord['data']): Diagnostic[] {
  if (from.kind !== 'field' || from.current || (!type.values && from.keys[0] !== 'extra')) return []
  const { list, keys } = from
  const owners =
    list === undefined
      ? [{ owner: data as unknown, path: [] as Path }]
      : (listIn(data, list) ?? []).map((owner, index) => ({ owner, path: [list, index] }))
  return owners.flatMap(({ owner, path }) => {
    const value = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], owner)
    const problem = value === undefined ? undefined : problemWith(value, type, [...path, ...keys])
    return problem ?? []
  })
}

function problemWith(value: unknown, { is, values }: ProgramFact['type'], path: Path): Diagnostic | undefined {
  const expected = is === 'number' || is === 'boolean' ? is : 'string'
  if (typeof value !== expected) return diagnostic('record/wrong-type', { expected: [expected] }, { path })
  if (typeof value !== 'string') return undefined
  if (is === 'date' && parseDate(value) === undefined) return diagnostic('record/not-a-date', {}, { path })
  return values && !values.includes(value)
    ? diagnostic('record/unknown-value', { expected: values }, { path })
    : undefined
}
