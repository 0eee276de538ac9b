import type { Related } from '../diagnostics/index.js'
import type { RuleDraft } from '../kinds/authoring.js'
import { suggest } from './nearest.js'
import { alsoAt, alsoAtKey, type NameScope, reportAt } from './scope.js'

/** Reports ids that several rules have, names of rules that there are not, and rules that set each other aside in a circle. */
export function reportRuleNames(drafts: readonly RuleDraft[], scope: NameScope): void {
  reportDuplicates()
  for (const { path, setsAside, proposes } of drafts)
    for (const named of [setsAside, proposes]) {
      const possible = drafts.filter(({ role }) => role === named?.role).map(({ written }) => written.id)
      named?.rules?.forEach((rule, index) => {
        if (!possible.includes(rule))
          reportAt(scope, [...path, named.listedIn, index], 'check/unknown-rule', { rule, ...suggest(rule, possible) })
      })
    }
  reportCircles()

  /** Where a rule that the policy makes has the id, the one that was written is told. */
  function reportDuplicates(): void {
    const made = drafts.filter(({ reaches }) => reaches)
    const seen = new Map(
      made.map(({ path, written: { id: rule } }) => [rule, alsoAtKey(scope, path, 'first-rule', { rule })]),
    )
    for (const { path, written, reaches } of drafts) {
      const { id: rule } = written
      const [here, first] = [[...path, 'id'], seen.get(rule)]
      if (!first) seen.set(rule, alsoAt(scope, here, 'first-rule', { rule }))
      else if (!reaches) reportAt(scope, here, 'check/duplicate-rule', { rule }, [first])
    }
  }

  /** A circle is told once: nobody could say which of its rules stands. */
  function reportCircles(): void {
    const told = new Set<string>()
    for (const { path, written, setsAside } of drafts) {
      const circle = [...reachedFrom(written.id)].filter((id) => reachedFrom(id).has(written.id)).sort()
      if (setsAside && circle.length > 0 && !told.has(written.id)) {
        const others = drafts.filter((one) => one.path !== path && circle.includes(one.written.id))
        const related = others.flatMap((one) => asideIn(one, circle))
        reportAt(scope, [...path, setsAside.listedIn], 'check/circular-exclusion', { rules: circle }, related)
      }
      for (const id of circle) told.add(id)
    }
  }

  /** Where a rule of a circle sets aside the next. */
  function asideIn({ path, written, setsAside }: RuleDraft, circle: readonly string[]): Related[] {
    const other = setsAside?.rules?.find((rule) => circle.includes(rule))
    if (!setsAside || other === undefined) return []
    return [alsoAt(scope, [...path, setsAside.listedIn], 'sets-aside', { rule: written.id, other })]
  }

  /** The rules that a rule sets aside, those that they set aside, and so on. */
  function reachedFrom(id: string): ReadonlySet<string> {
    const reached = new Set(asidesOf(id))
    for (const one of reached) for (const next of asidesOf(one)) reached.add(next)
    return reached
  }

  function asidesOf(id: string): string[] {
    const ofRole = (role: string) => drafts.filter((one) => one.role === role).map(({ written }) => written.id)
    return drafts
      .filter(({ written }) => written.id === id)
      .flatMap(({ setsAside }) => setsAside?.rules?.filter((name) => ofRole(setsAside.role).includes(name)) ?? [])
  }
}
