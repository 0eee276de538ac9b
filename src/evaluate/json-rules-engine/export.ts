import { formatDate } from '../../base/index.js'
import type { Program, ProgramCondition, ProgramPolicy } from '../../model/index.js'
import { plainTest } from './plain.js'
import { type EngineCondition, type EngineRule, engineConditions, type Leaf } from './rules.js'

/**
 * The rules of a program as json-rules-engine takes them, one JSON object a rule, to be run without anything of ours: a
 * rule holds if the policy is for the person, its `when` holds and its `unless` does not. They are rules, not decisions:
 * exemptions, waivers and what follows from a rule stand in the policy. Parameters have their values of the as-of date.
 *
 * What json-rules-engine can compare without error it compares: numbers, texts, yes and no, days of the record, and
 * lists of them. Of any other test it is given the answer, as a fact that bears the test's name. `jsonRulesEngineFacts`
 * says what the facts are for one record.
 */
export function toJsonRulesEngine({ policies }: Program): readonly EngineRule[] {
  return policies
    .filter(({ inForce }) => inForce)
    .flatMap((policy) => {
      const version = formatDate(policy.effective.from)
      const conditions = (condition: ProgramCondition): EngineCondition =>
        engineConditions(condition, (leaf) => testOf(leaf, policy))
      const forWhom = [policy.appliesTo, policy.scope].flatMap((one) => (one ? [conditions(one)] : []))
      return policy.rules.map(({ id, role, title, when, unless, consequence, citation }) => ({
        name: factName(policy, id),
        conditions: { all: [...forWhom, conditions(when), ...(unless ? [{ not: conditions(unless) }] : [])] },
        event: {
          type: `${policy.id}/${id}`,
          params: { policy: policy.id, version, rule: id, role, title, ...(consequence && { consequence }), citation },
        },
      }))
    })
}

/** A test as json-rules-engine makes it, or the answer to one that it cannot make. */
function testOf(leaf: Leaf, policy: ProgramPolicy): EngineCondition {
  const name = leaf.id
  const plain = plainTest(leaf, policy)
  if (!plain) return { name, fact: factName(policy, name), operator: 'equal', value: true }
  const fact = factName(policy, plain.fact)
  const tests = plain.tests.map((test) => ({ name, fact, ...test }))
  const [only, ...others] = tests
  if (only && others.length === 0) return only
  return plain.together === 'all' ? { all: tests } : { any: tests }
}

/** Policies, and versions of one, may mean different things by one name. */
export function factName({ id, effective }: ProgramPolicy, name: string): string {
  return `${id}@${formatDate(effective.from)}/${name}`
}
