import { compareDecimals, decimalFromNumber, type Path, parseDate } from '../base/index.js'
import { type Diagnostic, diagnostic } from '../diagnostics/index.js'
import {
  listIn,
  type Program,
  type ProgramFact,
  type ProgramList,
  type ProgramPolicy,
  type SubjectRecord,
} from '../model/index.js'

/**
 * What a record says that the program's policies cannot read: a value that a dictionary does not list (a misspelt
 * grade would pass every negative test), or a waiver of a rule that does not exist. Such a record gets no decision.
 */
export function misfits({ policies: all }: Program, { subject, data }: SubjectRecord): Diagnostic[] {
  const policies = all.filter((policy) => policy.subject === subject)
  if (policies.length === 0) return [diagnostic('record/no-policy', { subject })]
  const problems = new Map<string, Diagnostic>()
  const note = (problem: Diagnostic): void => void problems.set(JSON.stringify(problem.path), problem)
  for (const policy of policies) {
    const { facts } = policy
    const wrong = Object.values<ProgramList>(policy.lists).flatMap((list) => badList(list, data))
    for (const problem of wrong) note(problem)
    if (wrong.length > 0) continue
    for (const fact of Object.values<ProgramFact>(facts))
      for (const problem of badValues(fact, policy, data)) note(problem)
  }
  data.waivers?.forEach(({ policy, rule }, index) => {
    const versions = policies.filter(({ id, inForce }) => inForce && id === policy)
    const known = versions.some(({ rules }) => rules.some(({ id }) => id === rule))
    if (versions.length > 0 && !known)
      note(diagnostic('record/waiver-without-rule', { policy }, { path: ['waivers', index, 'rule'] }))
  })
  if (subject === 'unit') for (const problem of undeclared(policies, data)) note(problem)
  return [...problems.values()]
}

/** The fields of a unit are those that some policy declares: a misspelt one would be unknown for good. */
function undeclared(policies: readonly ProgramPolicy[], data: SubjectRecord['data']): Diagnostic[] {
  const known = new Set(
    policies.flatMap(({ facts }) =>
      Object.values<ProgramFact>(facts).flatMap(({ from }) => (from.kind === 'field' ? from.keys : [])),
    ),
  )
  const inForce = policies.some((policy) => policy.inForce)
  const fields = inForce ? Object.keys(data).filter((key) => key !== 'id' && !known.has(key)) : []
  return fields.map((field) => diagnostic('record/unknown-field', { field }, { path: [field] }))
}

/** A list that a locality keeps in `extra`, whose shape the record's schema leaves open. */
function badList({ keys }: ProgramList, data: SubjectRecord['data']): Diagnostic[] {
  const items: unknown = listIn(data, keys)
  if (keys[0] !== 'extra' || items === undefined) return []
  if (!Array.isArray(items)) return [diagnostic('record/wrong-type', { expected: ['array'] }, { path: keys })]
  return items.flatMap((item, index) =>
    typeof item === 'object'
      ? []
      : [diagnostic('record/wrong-type', { expected: ['object'] }, { path: [...keys, index] })],
  )
}

/** A value that is none of those listed, out of bounds, or (in `extra`) of another type. */
function badValues(
  { type, list, from }: ProgramFact,
  { lists, subject }: ProgramPolicy,
  data: SubjectRecord['data'],
): Diagnostic[] {
  if (from.kind !== 'field') return []
  const { keys } = from
  const owner = list === undefined ? undefined : lists[list]
  const extra = subject === 'unit' || keys[0] === 'extra' || owner?.keys[0] === 'extra'
  if (!extra && !type.values && !type.least && !type.most) return []
  const owners =
    owner === undefined
      ? [{ data: data as unknown, path: [] as Path }]
      : (listIn(data, owner.keys) ?? []).map((item, index) => ({ data: item, path: [...owner.keys, index] }))
  return owners.flatMap((one) => {
    const value = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], one.data)
    const path = [...one.path, ...keys]
    if (value === undefined) return []
    if (!type.list) return problemWith(value, type, path) ?? []
    if (!Array.isArray(value)) return [diagnostic('record/wrong-type', { expected: ['array'] }, { path })]
    return value.flatMap((each, index) => problemWith(each, type, [...path, index]) ?? [])
  })
}

function problemWith(value: unknown, type: ProgramFact['type'], path: Path): Diagnostic | undefined {
  const { is, values, least, most } = type
  const expected = is === 'number' || is === 'boolean' ? is : 'string'
  if (typeof value !== expected) return diagnostic('record/wrong-type', { expected: [expected] }, { path })
  const number = typeof value === 'number' ? decimalFromNumber(value) : undefined
  if (number !== undefined) {
    const inside = (!least || compareDecimals(least, number) <= 0) && (!most || compareDecimals(number, most) <= 0)
    return inside ? undefined : diagnostic('record/out-of-range', {}, { path })
  }
  if (typeof value !== 'string') return undefined
  if (is === 'date' && parseDate(value) === undefined) return diagnostic('record/not-a-date', {}, { path })
  return values && !values.includes(value)
    ? diagnostic('record/unknown-value', { expected: values }, { path })
    : undefined
}
