import { compareDecimals, type DecimalText, type FactId, type Path, placeOf, wholeNumber } from '../base/index.js'
import type {
  Citation,
  Condition,
  FactType,
  Operand,
  Provenance,
  Scorecard,
  ScoreGroup,
  ScoreItem,
  WrittenOperand,
  WrittenScorecard,
} from '../model/index.js'
import { readCondition } from './condition.js'
import { suggest } from './nearest.js'
import { readOperand } from './operand.js'
import { type NameScope, reportAt, reportAtKey } from './scope.js'
import { readGroupKeep, readSource } from './score-source.js'

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
    return { id: item.id, ...partsOf(item, at), source: readSource(item, at, scope) }
  })
  return {
    ...partsOf({ title: { zh: '积分表', en: 'scorecard' }, ...written }, path),
    items: read,
    groups: groups.map((group, index) => readGroup(group, [...path, 'groups', index])),
    weights: weights.map(({ id, when, times, on, ...rest }, index) => {
      const at = [...path, 'weights', index]
      const factor = number(times, [...at, 'times'])
      if (constantsOf(factor, scope)?.some((one) => one.startsWith('-')))
        reportAt(scope, [...at, 'times'], 'check/negative-weight', {})
      const { cap: _cap, floor: _floor, ...parts } = partsOf(rest, at)
      return { id, ...parts, when: readCondition(when, [...at, 'when'], scope), times: factor, on: weighed(on, at) }
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
    if (caps && floors && caps.some((one) => floors.some((other) => compareDecimals(one, other) < 0)))
      reportAtKey(scope, [...at, 'cap'], 'check/cap-below-floor', {})
    if (provenance === 'regulation' && !citation.certainty) reportAtKey(scope, at, 'check/no-citation', { provenance })
    return {
      title,
      ...(most && { cap: most }),
      ...(least && { floor: least }),
      provenance: provenance satisfies Provenance,
      citation: citation.document === undefined ? { ...document, ...citation } : citation,
      place: placeOf(scope.document.spanOf(at)),
    }
  }

  function number(operand: WrittenOperand, at: Path): Operand {
    return readOperand(operand, { type: NUMBER, fact: (at.at(-1) ?? '') as FactId }, at, scope)
  }

  function readGroup(
    { id, of, keep, ...rest }: NonNullable<WrittenScorecard['groups']>[number],
    at: Path,
  ): ScoreGroup<Operand> {
    of.forEach((name, index) => {
      if (!ids.includes(name))
        reportAt(scope, [...at, 'of', index], 'check/unknown-score-item', { item: name, ...suggest(name, ids) })
      else if (groups.some((other) => other.id !== id && other.of.includes(name)))
        reportAt(scope, [...at, 'of', index], 'check/item-in-two-groups', { item: name })
    })
    const members = read.filter((item) => of.includes(item.id))
    const kept = keep && readGroupKeep(keep, members, [...at, 'keep'], scope)
    return { id, ...partsOf(rest, at), of: members.map((item) => item.id), ...(kept && { keep: kept }) }
  }

  /** The items that a weight is on: those it names, those of the groups it names, by default all. */
  function weighed(on: readonly string[] | undefined, at: Path): string[] {
    const names = [...ids, ...groups.map(({ id }) => id)]
    on?.forEach((name, index) => {
      if (!names.includes(name))
        reportAt(scope, [...at, 'on', index], 'check/unknown-score-item', { item: name, ...suggest(name, names) })
    })
    return ids.filter(
      (id) => !on || on.includes(id) || groups.some((group) => on.includes(group.id) && group.of.includes(id)),
    )
  }

  function readBands(): Scorecard<Operand, Condition>['bands'] {
    let above: readonly DecimalText[] | undefined
    return bands.map(({ id, title = { zh: id, en: id }, from }, index) => {
      const at = [...path, 'bands', index]
      const last = index === bands.length - 1
      if ((from === undefined) !== last) reportAtKey(scope, at, 'check/band-without-from', { band: id })
      if (from === undefined) return { id, title }
      const start = number(from, [...at, 'from'])
      const values = constantsOf(start, scope)
      if (!values) reportAt(scope, [...at, 'from'], 'check/not-constant', {})
      else if (above?.some((one) => values.some((other) => compareDecimals(one, other) <= 0)))
        reportAt(scope, [...at, 'from'], 'check/bands-not-falling', {})
      above = values ?? above
      return { id, title, from: start }
    })
  }

  function reportDuplicates(): void {
    const seen = new Set<string>()
    const all = [
      ...items.map(({ id }, index) => ({ id, at: ['items', index] })),
      ...groups.map(({ id }, index) => ({ id, at: ['groups', index] })),
      ...weights.map(({ id }, index) => ({ id, at: ['weights', index] })),
      ...bands.map(({ id }, index) => ({ id, at: ['bands', index] })),
    ]
    for (const { id, at } of all) {
      if (seen.has(id)) reportAt(scope, [...path, ...at, 'id'], 'check/duplicate-score-id', { id })
      seen.add(id)
    }
  }
}

/** The numbers that an operand can be, if it is a literal or a parameter. */
export function constantsOf(operand: Operand, { parameters }: NameScope): readonly DecimalText[] | undefined {
  const values =
    operand.kind === 'literal'
      ? [operand.value]
      : operand.kind === 'parameter'
        ? parameters.get(operand.name)?.values.map(({ is }) => is)
        : undefined
  return values?.map((value) => (value.type === 'number' ? value.value : wholeNumber(0)))
}
