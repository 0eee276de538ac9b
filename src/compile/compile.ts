import {
  byCodePoint,
  engineVersion,
  type FactId,
  formatDate,
  invariant,
  isMonth,
  languageVersion,
  type PlainDate,
  parseDate,
} from '../base/index.js'
import { type Bindings, lowerCondition, lowerConventions, lowerOperand } from '../conditions/index.js'
import { kindNamed } from '../kinds/index.js'
import type {
  Conventions,
  Fact,
  List,
  Parameter,
  Period,
  Policy,
  PolicySet,
  Program,
  ProgramFact,
  ProgramList,
  ProgramPolicy,
} from '../model/index.js'

/** How time is counted where a policy says nothing (language, sections 2 and 3). */
const CONVENTIONS: Conventions = { monthEnd: 'lastDay', to: 'excluded', monthDate: 'firstDay', daysPerMonth: 30 }

/**
 * Binds a checked policy set to the date on which everything is judged: of each policy the version in force, of each
 * parameter its value on that day. `asOf` is a day (`2026-11-21`); anything else is a TypeError. Compiling a checked set never fails.
 */
export function compile({ policies }: PolicySet, { asOf }: { readonly asOf: string }): Program {
  const day = dayOf(asOf)
  const ids = [...new Set(policies.map(({ id }) => id))].sort(byCodePoint)
  const chosen = ids.flatMap((id) =>
    versionsAt(
      policies.filter((policy) => policy.id === id),
      day,
    ),
  )
  return {
    languageVersion,
    engineVersion,
    asOf: day,
    segment: segmentAt(policies, day),
    policies: chosen.map((policy) => compilePolicy(policy, day)),
  }
}

/**
 * The same program on another day (`2026-12-01`) of its segment, `[from, until)`, on which the same versions and
 * parameter values hold. A day outside of it is a RangeError: compile the policy set for that day.
 */
export function at(program: Program, date: string): Program {
  const day = dayOf(date)
  const { from, until } = program.segment
  if (!holds(program.segment, day)) {
    const end = until === undefined ? '' : ` to ${formatDate(until)}, excluded`
    throw new RangeError(`${date} is outside of the program's segment, from ${formatDate(from)}${end}`)
  }
  return { ...program, asOf: day }
}

function dayOf(asOf: string): PlainDate {
  const day = parseDate(asOf)
  if (day === undefined || isMonth(day))
    throw new TypeError(`asOf must be a day such as 2026-11-21, not ${JSON.stringify(asOf)}`)
  return day
}

/** The versions in force; where none is, the latest that has been, else the first to come, stands for the policy. */
function versionsAt(versions: readonly Policy[], day: PlainDate): readonly Policy[] {
  const sorted = [...versions].sort(
    (a, b) => b.effective.from - a.effective.from || byCodePoint(a.place.file, b.place.file),
  )
  const inForce = sorted.filter(({ effective }) => holds(effective, day))
  const version = sorted.find(({ effective }) => effective.from <= day) ?? sorted.at(-1)
  invariant(version, 'a policy has a version')
  return inForce.length > 0 ? inForce : [version]
}

/** From the last change before the day, or on it, to the next one after it. */
function segmentAt(policies: readonly Policy[], day: PlainDate): Period {
  const periods = policies.flatMap(({ effective, parameters }) => [
    effective,
    ...Object.values(parameters).flatMap(({ values }) => values),
  ])
  const changes = periods.flatMap(({ from, until }) => (until === undefined ? [from] : [from, until]))
  const before = changes.filter((change) => change <= day)
  const after = changes.filter((change) => change > day)
  const from = before.length > 0 ? Math.max(...before) : FIRST_DAY
  return { from: from as PlainDate, ...(after.length > 0 && { until: Math.min(...after) as PlainDate }) }
}

/** The first day that a date can be. */
const FIRST_DAY = 10000101

function compilePolicy(policy: Policy, day: PlainDate): ProgramPolicy {
  const inForce = holds(policy.effective, day)
  const { appliesTo, scope, rules, parameters: written, facts, lists, conventions, extensions, ...rest } = policy
  const nothing = { facts: {}, lists: {}, parameters: {}, conventions: CONVENTIONS, rules: [], figures: [] }
  if (!inForce) return { ...rest, inForce, ...nothing }

  const parameters = Object.fromEntries(
    Object.values(written).map((one) => [one.name, { ...one, value: valueAt(one, day) }]),
  )
  const bindings: Bindings = (name) => {
    const parameter = parameters[name]
    invariant(parameter, `the parameter ${name} was checked`)
    return parameter.value
  }
  return {
    ...rest,
    inForce,
    facts: mapValues(facts, (fact) => compileFact(fact, bindings)),
    lists: mapValues(lists, (list) => compileList(list, bindings)),
    parameters,
    conventions: { ...CONVENTIONS, ...lowerConventions(conventions, bindings) },
    ...(extensions && { extensions }),
    ...(appliesTo && { appliesTo: lowerCondition(appliesTo, bindings) }),
    ...(scope && { scope: lowerCondition(scope, bindings) }),
    rules: inOrder(rules, policy.kind).map(({ when, unless, ...rule }) => ({
      ...rule,
      when: lowerCondition(when, bindings),
      ...(unless && { unless: lowerCondition(unless, bindings) }),
    })),
  }
}

/** By role, strength and reason code: the place of a rule in its file must not matter to anything. */
function inOrder(rules: Policy['rules'], name: string): readonly Policy['rules'][number][] {
  const kind = kindNamed(name)
  return [...rules].sort(
    (a, b) =>
      kind.roles.indexOf(a.role) - kind.roles.indexOf(b.role) ||
      kind.strength(a) - kind.strength(b) ||
      byCodePoint(a.id, b.id),
  )
}

function valueAt({ name, values }: Parameter, day: PlainDate): Parameter['values'][number]['is'] {
  const value = values.find((one) => holds(one, day))?.is
  invariant(value, `the parameter ${name} covers the policy's period`)
  return value
}

function compileFact(fact: Fact, bindings: Bindings): ProgramFact {
  const { from } = fact
  switch (from.kind) {
    case 'field':
    case 'current':
    case 'input':
      return { ...fact, from }
    case 'parts': {
      const parts = from.parts.map((part) => (typeof part === 'string' ? part : lowerOperand(part, bindings)))
      return { ...fact, from: { kind: 'parts', parts } }
    }
    default:
      return { ...fact, from: lowerOperand(from, bindings) }
  }
}

function compileList({ parts, ...list }: List, bindings: Bindings): ProgramList {
  if (!parts) return list
  return {
    ...list,
    parts: parts.map(({ of, where, from, to }) => ({
      of,
      ...(where && { where: lowerCondition(where, bindings) }),
      ...(from && { from: lowerOperand(from, bindings) }),
      ...(to && { to: lowerOperand(to, bindings) }),
    })),
  }
}

function holds({ from, until }: Period, day: PlainDate): boolean {
  return from <= day && (until === undefined || day < until)
}

function mapValues<In, Out>(table: Readonly<Record<FactId, In>>, change: (value: In) => Out): Record<FactId, Out> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value as In)]))
}
