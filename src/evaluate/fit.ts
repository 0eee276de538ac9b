import { compareDecimals, decimalFromNumber, type Path, parseDate } from '../base/index.js'
import { type Diagnostic, diagnostic } from '../diagnostics/index.js'
import { kindNamed } from '../kinds/index.js'
import {
  type Field,
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
    const wrong = Object.values<ProgramList>(policy.lists).flatMap((list) => badList(list, data))
    for (const problem of wrong) note(problem)
    if (wrong.length > 0) continue
    for (const fact of restrictedFacts(policy)) for (const problem of badValues(fact, policy, data)) note(problem)
  }
  data.waivers?.forEach(({ policy, rule }, index) => {
    const versions = policies.filter(({ id, inForce }) => inForce && id === policy)
    const known = versions.some(({ kind, rules }) =>
      rules.some(({ id, role }) => id === rule && Object.hasOwn(kindNamed(kind).waivedAs, role)),
    )
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

type RestrictedFact = ProgramFact & { readonly from: Field }

const restricted = new WeakMap<ProgramPolicy, readonly RestrictedFact[]>()

/** The facts that a record's schema leaves open, wholly or in part: found once for a policy, since it has many others. */
function restrictedFacts(policy: ProgramPolicy): readonly RestrictedFact[] {
  const known = restricted.get(policy)
  if (known) return known
  const found = Object.values<ProgramFact>(policy.facts).flatMap((fact) => {
    const { from, type, list } = fact
    if (from.kind !== 'field') return []
    const keys = list === undefined ? from.keys : policy.lists[list]?.keys
    const open = policy.subject === 'unit' || keys?.[0] === 'extra' || from.keys[0] === 'extra'
    return open || type.values || type.least || type.most ? [{ ...fact, from }] : []
  })
  restricted.set(policy, found)
  return found
}

/** A value that is none of those listed, out of bounds, or (in `extra`) of another type. */
function badValues(
  { type, list, from: { keys } }: RestrictedFact,
  { lists }: ProgramPolicy,
  data: SubjectRecord['data'],
): Diagnostic[] {
  const owner = list === undefined ? undefined : lists[list]
  if (owner === undefined) return badValue(data, keys, type, [])
  return (listIn(data, owner.keys) ?? []).flatMap((item, index) => badValue(item, keys, type, [...owner.keys, index]))
}

function badValue(owner: unknown, keys: readonly string[], type: ProgramFact['type'], at: Path): Diagnostic[] {
  const value = keys.reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], owner)
  if (value === undefined) return []
  const about = (...rest: Path) => ({ path: [...at, ...keys, ...rest] })
  if (!type.list) return problemsWith(value, type, about)
  if (!Array.isArray(value)) return [diagnostic('record/wrong-type', { expected: ['array'] }, about())]
  return value.flatMap((each, index) => problemsWith(each, type, () => about(index)))
}

/** None, or one. */
function problemsWith(
  value: unknown,
  { is, values, least, most }: ProgramFact['type'],
  about: () => { readonly path: Path },
): Diagnostic[] {
  const expected = is === 'number' || is === 'boolean' ? is : 'string'
  if (typeof value !== expected) return [diagnostic('record/wrong-type', { expected: [expected] }, about())]
  if (typeof value === 'number' && (least || most)) {
    const number = decimalFromNumber(value)
    if (number === undefined) return []
    const inside = (!least || compareDecimals(least, number) <= 0) && (!most || compareDecimals(number, most) <= 0)
    return inside ? [] : [diagnostic('record/out-of-range', {}, about())]
  }
  if (typeof value !== 'string') return []
  if (is === 'date' && parseDate(value) === undefined) return [diagnostic('record/not-a-date', {}, about())]
  return values && !values.includes(value) ? [diagnostic('record/unknown-value', { expected: values }, about())] : []
}
