import {
  byCodePoint,
  engineVersion,
  type FactId,
  invariant,
  isMonth,
  languageVersion,
  type PlainDate,
  parseDate,
} from '../base/index.js'
import { type Bindings, lowerCondition, lowerOperand } from '../conditions/index.js'
import type {
  Fact,
  Period,
  Policy,
  PolicySet,
  Program,
  ProgramFact,
  ProgramParameter,
  ProgramPolicy,
  Value,
} from '../model/index.js'

/**
 * Binds a checked policy set to the date on which everything is judged: of each policy the version in force, of each
 * parameter its value on that day. `asOf` is a day (`2026-11-21`); anything else is a TypeError. Compiling a checked set never fails.
 */
export function compile({ policies }: PolicySet, { asOf }: { readonly asOf: string }): Program {
  const day = parseDate(asOf)
  if (day === undefined || isMonth(day))
    throw new TypeError(`asOf must be a day such as 2026-11-21, not ${JSON.stringify(asOf)}`)
  const ids = [...new Set(policies.map(({ id }) => id))].sort(byCodePoint)
  const chosen = ids.map((id) =>
    versionAt(
      policies.filter((policy) => policy.id === id),
      day,
    ),
  )
  return { languageVersion, engineVersion, asOf: day, policies: chosen.map((policy) => compilePolicy(policy, day)) }
}

/** The version in force; where none is, the latest that has been, else the first to come, stands for the policy. */
function versionAt(versions: readonly Policy[], day: PlainDate): Policy {
  const sorted = [...versions].sort((a, b) => b.effective.from - a.effective.from)
  const version = sorted.find(({ effective }) => effective.from <= day) ?? sorted.at(-1)
  invariant(version, 'a policy has a version')
  return version
}

function compilePolicy(policy: Policy, day: PlainDate): ProgramPolicy {
  const inForce = holds(policy.effective, day)
  const { scope, rules, parameters: written, facts, ...rest } = policy
  if (!inForce) return { ...rest, inForce, facts: {}, parameters: {}, rules: [] }

  const parameters = Object.fromEntries(Object.values(written).map((one) => [one.name, parameterAt(one, day)]))
  const bindings: Bindings = {
    asOf: { type: 'date', value: day },
    parameter: (name) => {
      const parameter = parameters[name]
      invariant(parameter, `the parameter ${name} was checked`)
      return parameter.value
    },
  }
  return {
    ...rest,
    inForce,
    facts: mapValues(facts, (fact) => compileFact(fact, bindings)),
    parameters,
    ...(scope && { scope: lowerCondition(scope, bindings) }),
    rules: rules.map((rule) => ({ ...rule, when: lowerCondition(rule.when, bindings) })),
  }
}

function parameterAt({ values, ...parameter }: Policy['parameters'][string], day: PlainDate): ProgramParameter {
  const value: Value | undefined = values.find((one) => holds(one, day))?.is
  invariant(value, `the parameter ${parameter.name} covers the policy's period`)
  return { ...parameter, value }
}

function compileFact(fact: Fact, bindings: Bindings): ProgramFact {
  const { from } = fact
  switch (from.kind) {
    case 'field':
      return { ...fact, from }
    case 'elapsed':
      return {
        ...fact,
        from: { ...from, since: lowerOperand(from.since, bindings), until: lowerOperand(from.until, bindings) },
      }
    default: {
      const { where, ...rest } = from
      return { ...fact, from: { ...rest, ...(where && { where: lowerCondition(where, bindings) }) } }
    }
  }
}

function holds({ from, until }: Period, day: PlainDate): boolean {
  return from <= day && (until === undefined || day < until)
}

function mapValues<In, Out>(table: Readonly<Record<FactId, In>>, change: (value: In) => Out): Record<FactId, Out> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value as In)]))
}
