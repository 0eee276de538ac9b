import type { Result } from '../base/index.js'
import type { Diagnostic } from '../diagnostics/index.js'
import type { Decision, Program, ProgramPolicy, SubjectRecord } from '../model/index.js'
import { decide } from './decide.js'
import type { Evaluator, Subject } from './evaluator.js'
import { orFault } from './fault.js'
import { jsonRulesEngine } from './json-rules-engine/index.js'
import type { Version } from './judge.js'
import { reference } from './reference/index.js'
import { policiesFor, type SubjectOptions, subjectOf } from './subject.js'

export interface EvaluateOptions extends SubjectOptions {
  /** Which evaluator judges the conditions; all give the same decisions. Default: json-rules-engine. */
  readonly evaluator?: EvaluatorName
}

const evaluators = { 'json-rules-engine': jsonRulesEngine(), reference } as const

export type EvaluatorName = keyof typeof evaluators

/** All evaluators, the usual one first. */
export const evaluatorNames = Object.keys(evaluators) as readonly EvaluatorName[]

/**
 * Judges one person, or unit, by every policy of a program that is for such, at the program's as-of date. There is one
 * decision a policy, in the order of the policies' ids; or none at all, and the reasons why the record cannot be judged. The record is not changed.
 * A program that needs an extension which is not given, or is given with another signature, is a TypeError, as is an
 * evaluator that there is not.
 */
export async function evaluate(
  program: Program,
  record: SubjectRecord,
  { evaluator = 'json-rules-engine', ...options }: EvaluateOptions = {},
): Promise<Result<readonly Decision[], Diagnostic>> {
  if (!Object.hasOwn(evaluators, evaluator)) throw new TypeError(`there is no evaluator ${JSON.stringify(evaluator)}`)
  const subject = await subjectOf(program, record, options)
  if (!subject.ok) return subject
  const policies = policiesFor(program, record)
  const ids = [...new Set(policies.map(({ id }) => id))]
  return await orFault(async () => {
    const decisions: Decision[] = []
    for (const id of ids) {
      const versions = policies.filter((policy) => policy.id === id)
      const evaluated = await evaluateAll(versions, subject.value, evaluators[evaluator])
      decisions.push(decide(evaluated, record, subject.value, reference))
    }
    return decisions
  })
}

async function evaluateAll(
  policies: readonly ProgramPolicy[],
  subject: Subject,
  evaluator: Evaluator,
): Promise<Version[]> {
  const versions: Version[] = []
  for (const policy of policies)
    versions.push({ policy, ...(policy.inForce && { evaluated: await evaluator(policy, subject) }) })
  return versions
}
