import { loadPolicySet } from '../../src/check/index.js'
import { compile } from '../../src/compile/index.js'
import {
  decideRows,
  type JudgedRow,
  type Rejection,
  readNdjson,
  readPolicySources,
  rejectionOf,
} from '../../src/files/index.js'
import type { Decision } from '../../src/index.js'
import { decisionsIn } from '../roster.js'

/** The sample roster judged by the policy on rotation. */
async function judged(): Promise<JudgedRow[]> {
  const sources = await readPolicySources(['policies/jiangyan/rotation.policy.yaml'])
  const loaded = sources.ok ? loadPolicySet(sources.value) : sources
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  const program = compile(loaded.value, { asOf: '2026-11-21' })
  const rows: JudgedRow[] = []
  for await (const row of decideRows(program, readNdjson('examples/roster/records.ndjson'))) rows.push(row)
  return rows
}

const rows = await judged()

/** Everybody under two policies that differ in name only. */
export const decisions: readonly Decision[] = decisionsIn(rows).flatMap((decision) => [
  decision,
  { ...decision, policy: { ...decision.policy, id: 'other/policy', digest: `${decision.policy.digest}other` } },
])

export const rejections: readonly Rejection[] = rows.flatMap((row) =>
  'decisions' in row ? [] : [rejectionOf(row, { locale: 'zh' })],
)
