import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { compile, evaluate, explain, type FactSource, formatDiagnostics, readRecord, render } from 'cadre-policy'
import { loadPolicySet } from 'cadre-policy/check'
import { readPolicySources } from 'cadre-policy/node'

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/**
 * Asks the audit office whether an audit of somebody is open; `undefined` if it does not know him. Here a file stands
 * for the office, elsewhere it would be `await fetch(url, { signal })`.
 */
export const auditOffice: FactSource = async ({ record, signal }) => {
  const audits: Record<string, boolean> = JSON.parse(await readFile(file('audits.json'), { encoding: 'utf8', signal }))
  return audits[record.id]
}

export interface Asked {
  readonly person: unknown
  readonly asOf: string
  /** Who is asked for the input `auditOpen` of the policy. */
  readonly auditOpen?: FactSource
  readonly locale?: 'zh' | 'en'
}

/** The explained decision on one person; throws what is wrong with policy, record or office. */
export async function explainPerson({ person, asOf, auditOpen = auditOffice, locale = 'zh' }: Asked): Promise<string> {
  // An app reads and compiles its policies once, and keeps the program.
  const sources = await readPolicySources([file('exchange.policy.yaml')])
  const loaded = sources.ok ? loadPolicySet(sources.value) : sources
  if (!loaded.ok) throw new Error(formatDiagnostics(loaded.diagnostics, { locale }))
  const program = compile(loaded.value, { asOf })

  const record = readRecord(person)
  if (!record.ok) throw new Error(formatDiagnostics(record.diagnostics, { locale }))

  const judged = await evaluate(program, record.value, { sources: { auditOpen }, sourceTimeout: 2_000 })
  if (!judged.ok) throw new Error(formatDiagnostics(judged.diagnostics, { locale }))
  return judged.value.map((decision) => render(explain(decision), { locale })).join('\n\n')
}
