import { type FactId, type Path, placeOf } from '../base/index.js'
import { factsRead } from '../conditions/index.js'
import type {
  Citation,
  Condition,
  FactType,
  Operand,
  Scorecard,
  ScoreGroup,
  ScoreItem,
  WrittenOperand,
  WrittenScorecard,
} from '../model/index.js'
import { nodeId, readCondition } from './condition.js'
import { reportConfidential } from './confidential.js'
import { type Constant, constantsOf, everAtMost, everBelow, numbersOf } from './constants.js'
import { declaredIn } from './declared.js'
import { reportAbsentPasses } from './fail-open.js'
import { suggest } from './nearest.js'
import { alsoAt, alsoAtKey, type NameScope, reportAt, reportAtKey } from './scope.js'
import { readGroupKeep, readPoints, readSource } from './score-source.js'

type WrittenItem = WrittenScorecard['items'][number]
type Parts = Pick<ScoreItem<Operand, Condition>, 'title' | 'cap' | 'floor' | 'provenance' | 'citation' | 'place'>

export const NUMBER: FactType = { is: 'number' }

/** Reads the scorecard of a policy; an article without a document is one of the policy's own document. */
export function readScorecard(
  written: WrittenScorecard,
  path: Path,
  document: Citation,
  scope: NameScope,
): Scorecard<Operand, Condition> {
  const { items, groups = [], weights = [], bands = [], pass } = written
  const ids = items.map(({ id }) => id)
  reportDuplicates()
  const read = items.map((item, index): ScoreItem<Operand, Condition> => {
    const at = [...path, 'items', index]
    const one = { id: item.id, ...partsOf(item, at), source: readSource(item, at, scope) }
    if (!item.citation) reportConfidential(readBy(one), at, scope)
    return one
  })
  return {
    ...partsOf({ title: { zh: '积分表', en: 'scorecard' }, ...written }, path),
    items: read,
    groups: groups.map((group, index) => readGroup(group, [...path, 'groups', index], groups.slice(0, index))),
    weights: weights.map(({ id, when, times, on, ...rest }, index) => {
      const at = [...path, 'weights', index]
      const factor = number(times, [...at, 'times'])
      if (numbersOf(constantsOf(factor, scope)).some((one) => one.startsWith('-')))
        reportAt(scope, [...at, 'times'], 'check/negative-weight', {}, declaredIn([factor], scope))
      const condition = readCondition(when, [...at, 'when'], scope)
      reportAbsentPasses(condition, scope)
      if (!rest.citation) reportConfidential([...factsRead(condition), ...factsRead(factor)], at, scope)
      const { cap: _cap, floor: _floor, ...parts } = partsOf(rest, at)
      return { id, ...parts, when: condition, times: factor, on: weighed(on, at) }
    }),
    bands: readBands(),
    ...(pass && { pass: number(pass.atLeast, [...path, 'pass', 'atLeast']) }),
  }

  /** The bounds, and what the part rests on. */
  function partsOf(
    {
      title,
      cap,
      floor,
      citation = {},
      provenance = 'stated',
    }: Pick<WrittenItem, 'title' | 'cap' | 'floor' | 'citation' | 'provenance'>,
    at: Path,
  ): Parts {
    const [most, least] = [
      cap === undefined ? undefined : number(cap, [...at, 'cap']),
      floor === undefined ? undefined : number(floor, [...at, 'floor']),
    ]
    const [caps, floors] = [most, least].map((bound) => bound && constantsOf(bound, scope))
    if (most && least && everBelow(caps, floors)) {
      const related = [alsoAtKey(scope, [...at, 'floor'], 'floor', {}), ...declaredIn([most, least], scope)]
      reportAtKey(scope, [...at, 'cap'], 'check/cap-below-floor', {}, related)
    }
    if (provenance === 'regulation' && !citation.certainty) reportAtKey(scope, at, 'check/no-citation', { provenance })
    return {
      title,
      ...(most && { cap: most }),
      ...(least && { floor: least }),
      provenance,
      citation: citation.document === undefined ? { ...document, ...citation } : citation,
      place: placeOf(scope.document.spanOf(at)),
    }
  }

  function number(operand: WrittenOperand, at: Path): Operand {
    return readPoints(operand, (at.at(-1) ?? '') as FactId, at, scope)
  }

  function readGroup(
    { id, of, keep, ...rest }: NonNullable<WrittenScorecard['groups']>[number],
    at: Path,
    before: NonNullable<WrittenScorecard['groups']>,
  ): ScoreGroup<Operand> {
    of.forEach((name, index) => {
      if (!ids.includes(name))
        reportAt(scope, [...at, 'of', index], 'check/unknown-score-item', {
          item: name,
          orGroup: false,
          ...suggest(name, ids),
        })
      else reportTwice(name, [...at, 'of', index])
    })
    const members = read.filter((item) => of.includes(item.id))
    for (const { id: name, each } of items)
      if (keep && !each && of.includes(name))
        reportAt(scope, [...at, 'of', of.indexOf(name)], 'check/keep-needs-each', { item: name }, [
          alsoAt(scope, [...pathOfItem(name), 'id'], 'item', { item: name }),
        ])
    const kept = keep && readGroupKeep(keep, members, [...at, 'keep'], pathOfItem, scope)
    return { id, ...partsOf(rest, at), of: members.map((item) => item.id), ...(kept && { keep: kept }) }

    function reportTwice(item: string, here: Path): void {
      const first = before.findIndex((other) => other.of.includes(item))
      const other = before[first]
      if (!other) return
      const there = [...path, 'groups', first, 'of', other.of.indexOf(item)]
      reportAt(scope, here, 'check/item-in-two-groups', { item }, [
        alsoAt(scope, there, 'group-before', { group: other.id }),
      ])
    }
  }

  function pathOfItem(id: string): Path {
    return [...path, 'items', ids.indexOf(id)]
  }

  /** The items that a weight is on: those it names, those of the groups it names, by default all. */
  function weighed(on: readonly string[] | undefined, at: Path): string[] {
    const names = [...ids, ...groups.map(({ id }) => id)]
    on?.forEach((name, index) => {
      if (!names.includes(name))
        reportAt(scope, [...at, 'on', index], 'check/unknown-score-item', {
          item: name,
          orGroup: true,
          ...suggest(name, names),
        })
    })
    return ids.filter(
      (id) => !on || on.includes(id) || groups.some((group) => on.includes(group.id) && group.of.includes(id)),
    )
  }

  function readBands(): Scorecard<Operand, Condition>['bands'] {
    const last = bands.length - 1
    const wrong = bands.findIndex(({ from }, index) => (from === undefined) !== (index === last))
    const misplaced = bands[wrong]
    if (misplaced)
      reportAtKey(scope, [...path, 'bands', wrong, 'from'], 'check/band-without-from', { band: misplaced.id })
    let above: { readonly at: number; readonly start: Operand; readonly values: readonly Constant[] } | undefined
    return bands.map(({ id, title = { zh: id, en: id }, from }, index) => {
      const at = [...path, 'bands', index]
      if (from === undefined) return { id, title }
      const start = number(from, [...at, 'from'])
      const values = constantsOf(start, scope)
      if (!values) reportAt(scope, [...at, 'from'], 'check/not-constant', {})
      else if (above && everAtMost(above.values, values)) {
        const before = { band: bands[above.at]?.id ?? '' }
        reportAt(scope, [...at, 'from'], 'check/bands-not-falling', {}, [
          alsoAt(scope, [...path, 'bands', above.at, 'from'], 'band-before', before),
          ...declaredIn([above.start, start], scope),
        ])
      }
      if (values?.length) above = { at: index, start, values }
      return { id, title, from: start }
    })
  }

  function reportDuplicates(): void {
    const seen = new Map<string, Path>()
    const all = [
      ...items.map(({ id }, index) => ({ id, at: ['items', index] })),
      ...groups.map(({ id }, index) => ({ id, at: ['groups', index] })),
      ...weights.map(({ id }, index) => ({ id, at: ['weights', index] })),
      ...bands.map(({ id }, index) => ({ id, at: ['bands', index] })),
    ]
    for (const { id, at } of all) {
      const [here, first] = [[...path, ...at, 'id'], seen.get(id)]
      if (first) reportAt(scope, here, 'check/duplicate-score-id', { id }, [alsoAt(scope, first, 'first-id', { id })])
      else seen.set(id, here)
    }
  }
}

/** The facts that an item reads: what a scorecard of it alone does. */
function readBy(item: ScoreItem<Operand, Condition>): FactId[] {
  const { id, source, ...parts } = item
  const card = { ...parts, items: [item], groups: [], weights: [], bands: [] }
  return factsRead({
    kind: 'derived',
    id: nodeId([id]),
    place: item.place,
    type: NUMBER,
    derivation: { kind: 'score', card },
  })
}
