import { loadMapping, loadPolicySet } from '../src/check/index.js'
import { compile } from '../src/compile/index.js'
import {
  decideRows,
  type JudgedRow,
  readCsvRoster,
  readNdjson,
  readPolicySources,
  readSource,
} from '../src/files/index.js'
import type { Decision, Program } from '../src/index.js'

/** Some of Jiangyan's policies at the date for which the sample roster was written. */
export async function jiangyan(names: readonly string[] = ['rotation']): Promise<Program> {
  const sources = await readPolicySources(names.map((name) => `policies/jiangyan/${name}.policy.yaml`))
  const loaded = sources.ok ? loadPolicySet(sources.value) : sources
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return compile(loaded.value, { asOf: '2026-11-21' })
}

export async function judgedNdjson(names?: readonly string[]): Promise<JudgedRow[]> {
  return collect(decideRows(await jiangyan(names), readNdjson('examples/roster/records.ndjson')))
}

export async function judgedCsv(names?: readonly string[]): Promise<JudgedRow[]> {
  const source = await readSource('examples/roster/roster.mapping.yaml')
  const mapping = source.ok ? loadMapping(source.value) : source
  if (!mapping.ok) throw new Error(JSON.stringify(mapping.diagnostics))
  return collect(decideRows(await jiangyan(names), readCsvRoster('examples/roster/roster.csv', mapping.value)))
}

export function decisionsIn(rows: readonly JudgedRow[]): Decision[] {
  return rows.flatMap((row) => ('decisions' in row ? row.decisions : []))
}

async function collect<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const row of rows) all.push(row)
  return all
}
