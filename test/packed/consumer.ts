// Compiled in a project that has installed the packed package and checks the declarations of others too.
import type { Decision, Extensions, PolicySet, Program } from 'cadre-policy'
import { compile, evaluate, explain, readRecord, render } from 'cadre-policy'
import { evaluatorNames } from 'cadre-policy/browser'
import { loadPolicySet } from 'cadre-policy/check'
import { readPolicySources } from 'cadre-policy/node'
import { renderReport } from 'cadre-policy/report'
import { runCases } from 'cadre-policy/testing'

const extensions: Extensions = {}

export async function pageOf(paths: readonly string[], data: unknown): Promise<string> {
  const sources = await readPolicySources(paths)
  const loaded = sources.ok ? loadPolicySet(sources.value, { extensions }) : sources
  const record = readRecord(data)
  if (!loaded.ok || !record.ok) return ''
  const policySet: PolicySet = loaded.value
  const program: Program = compile(policySet, { asOf: '2026-11-21' })
  const judged = await evaluate(program, record.value, { extensions })
  const decisions: readonly Decision[] = judged.ok ? judged.value : []
  return (
    decisions.map((one) => render(explain(one), { locale: 'zh' })).join() + renderReport(decisions, { locale: 'en' })
  )
}

export const evaluators: readonly string[] = evaluatorNames
export const run: typeof runCases = runCases
