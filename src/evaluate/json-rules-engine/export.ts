import { formatDate, type Result } from '../../base/index.js'
import type { Diagnostic } from '../../diagnostics/index.js'
import type { Program, ProgramCondition, ProgramPolicy, SubjectRecord } from '../../model/index.js'
import { conditionsOf } from '../conditions-of.js'
import { orFault } from '../fault.js'
import { contextFor, readFact } from '../reference/operands.js'
import type { Context } from '../reference/reading.js'
import { policiesFor, type SubjectOptions, subjectOf } from '../subject.js'
import { judgeNested } from './nested.js'
import { type EngineValue, engineValue, plainTest } from './plain.js'
import { type EngineCondition, type EngineRule, engineCondition, type Leaf, leavesOf } from './rules.js'

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
        engineCondition(condition, (leaf) => testOf(leaf, policy))
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

/**
 * The facts that the rules of `toJsonRulesEngine` ask of one record, by name, for `engine.run(facts)`; or the reasons why
 * the record cannot be judged. A day is a number such as 20261121, nothing is null. What is not known is not there, so
 * that an engine which does not allow undefined facts refuses to run rather than take it for false.
 */
export async function jsonRulesEngineFacts(
  program: Program,
  record: SubjectRecord,
  options: SubjectOptions = {},
): Promise<Result<Readonly<Record<string, EngineValue>>, Diagnostic>> {
  const subject = await subjectOf(program, record, options)
  if (!subject.ok) return subject
  return await orFault(async () => {
    const facts = new Map<string, EngineValue>()
    for (const policy of policiesFor(program, record).filter(({ inForce }) => inForce)) {
      const context = contextFor(policy, subject.value, judgeNested)
      for (const leaf of conditionsOf(policy).flatMap(leavesOf)) {
        const plain = plainTest(leaf, policy)
        const value = plain ? engineValue(readFact(plain.fact, context).value) : answerTo(leaf, context)
        if (value !== undefined) facts.set(factName(policy, plain ? plain.fact : leaf.id), value)
      }
    }
    return Object.fromEntries(facts)
  })
}

function answerTo(leaf: Leaf, context: Context): boolean | undefined {
  const { truth } = judgeNested(leaf, context)
  return truth === 'unknown' ? undefined : truth
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
function factName({ id, effective }: ProgramPolicy, name: string): string {
  return `${id}@${formatDate(effective.from)}/${name}`
}
