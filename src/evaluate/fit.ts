import type { FactId, Path } from '../base/index.js'
import { type Diagnostic, diagnostic } from '../diagnostics/index.js'
import type { PersonRecord, Program, ProgramFact } from '../model/index.js'

/**
 * What a record says that the program's policies cannot read: a value that a dictionary does not list (a misspelt
 * grade would pass every negative test), or a waiver of a rule that does not exist. Such a record gets no decision.
 */
export function misfits({ policies }: Program, { data }: PersonRecord): Diagnostic[] {
  const problems = new Map<string, Diagnostic>()
  const note = (problem: Diagnostic): void => void problems.set(JSON.stringify(problem.path), problem)
  for (const { id, facts, rules, inForce } of policies) {
    for (const fact of Object.values<ProgramFact>(facts))
      for (const problem of unlistedValues(fact, data)) note(problem)
    const codes = new Set<string>(rules.map((rule) => rule.id))
    data.waivers?.forEach(({ policy, rule }, index) => {
      if (inForce && policy === id && !codes.has(rule))
        note(diagnostic('record/waiver-without-rule', { policy, rule }, { path: ['waivers', index, 'rule'] }))
    })
  }
  return [...problems.values()]
}

function unlistedValues({ type, from }: ProgramFact, data: PersonRecord['data']): Diagnostic[] {
  const { values } = type
  if (!values || from.kind !== 'field' || from.current) return []
  const { list, keys } = from
  const items =
    list === undefined
      ? [{ owner: data as unknown, path: [] as Path }]
      : itemsOf(data, list).map((owner, index) => ({ owner, path: [list, index] }))
  return items.flatMap(({ owner, path }) => {
    const value = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], owner)
    const known = typeof value !== 'string' || values.includes(value)
    return known ? [] : [diagnostic('record/unknown-value', { expected: values }, { path: [...path, ...keys] })]
  })
}

function itemsOf(data: PersonRecord['data'], list: FactId): readonly unknown[] {
  return (data as unknown as Record<string, readonly unknown[] | undefined>)[list] ?? []
}
