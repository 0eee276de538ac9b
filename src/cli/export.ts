import { compile, toJsonRulesEngine } from '../index.js'
import { type Session, write } from './io.js'
import { validPolicySet } from './policies.js'

export const exportForms = ['json-rules-engine'] as const

export interface ExportOptions {
  readonly to: (typeof exportForms)[number]
  readonly asOf: string
}

/** Prints the rules of policies, with the values that hold on a day, as a JSON list that another engine takes. */
export async function exportCommand(
  paths: readonly string[],
  { asOf }: ExportOptions,
  session: Session,
): Promise<number> {
  const { policySet } = await validPolicySet(paths, session)
  const rules = toJsonRulesEngine(compile(policySet, { asOf }))
  await write(session.stdout, `${JSON.stringify(rules, null, 2)}\n`)
  return 0
}
