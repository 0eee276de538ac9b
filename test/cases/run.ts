// Runs the small cases of test/cases/*.yaml: a condition with its truth, or a derivation with its value. The format is
// in README.md beside them.
import { readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'
import { loadPolicySet } from '../../src/check/index.js'
import { compile } from '../../src/compile/index.js'
import { evaluate, evaluatorNames } from '../../src/evaluate/index.js'
import type { Decision } from '../../src/model/index.js'
import { readRecord } from '../../src/record/index.js'
import { valueText } from '../../src/testing/index.js'

type Part = Readonly<Record<string, unknown>>

export interface SmallCase {
  readonly name: string
  readonly asOf?: string
  readonly policy?: Part
  readonly when?: unknown
  readonly fact?: unknown
  readonly record?: Part
  readonly inputs?: Readonly<Record<string, string | number | boolean>>
  readonly truth?: boolean | 'unknown'
  readonly value?: string
  readonly error?: string | readonly string[]
  readonly rejected?: string
}

interface CaseFile {
  readonly title: string
  readonly asOf: string
  readonly common?: Part
  readonly cases: readonly SmallCase[]
}

export function readCases(file: string): CaseFile {
  const document = parseDocument(readFileSync(file, 'utf8'), { version: '1.2', uniqueKeys: true })
  if (document.errors[0]) throw document.errors[0]
  return document.toJS()
}

/** What is expected of a case, in the words in which `outcomeOf` answers. */
export function expected({ truth, value, error, rejected }: SmallCase): string {
  if (error !== undefined) return `refused: ${[error].flat().join(', ')}`
  if (rejected !== undefined) return `rejected: ${rejected}`
  return value ?? String(truth)
}

/** The truth or value of a case, or the codes with which its policy was refused or its record rejected. */
export async function outcomeOf(one: SmallCase, { asOf, common = {} }: CaseFile): Promise<string> {
  const loaded = loadPolicySet([{ file: 'test.policy.yaml', text: policyText(one, common) }])
  if (!loaded.ok) return `refused: ${codesOf(loaded.diagnostics.filter(({ severity }) => severity === 'error'))}`
  const record = readRecord({ id: 'a', ...one.record })
  if (!record.ok) return `rejected: ${codesOf(record.diagnostics)}`
  const program = compile(loaded.value, { asOf: one.asOf ?? asOf })
  const [judged, ...others] = await Promise.all(
    evaluatorNames.map((evaluator) => evaluate(program, record.value, { inputs: one.inputs ?? {}, evaluator })),
  )
  if (!judged || others.length === 0) throw new Error('no evaluators')
  for (const other of others) if (JSON.stringify(other) !== JSON.stringify(judged)) return 'the evaluators differ'
  if (!judged.ok) return `rejected: ${codesOf(judged.diagnostics)}`
  const [decision] = judged.value
  if (!decision) throw new Error('no decision')
  return one.fact === undefined ? truthIn(decision) : valueText(decision.figures?.[0]?.value ?? { type: 'none' })
}

function codesOf(diagnostics: readonly { readonly code: string }[]): string {
  return [...new Set(diagnostics.map(({ code }) => code))].join(', ')
}

function truthIn({ findings }: Decision): string {
  return String(findings[0]?.trace.truth)
}

/** A whole policy around the case: one trigger, or one figure. JSON is YAML, and keeps numbers as they are. */
function policyText({ policy = {}, when, fact }: SmallCase, common: Part): string {
  const parts = new Map<string, unknown>()
  for (const [key, value] of [...Object.entries(common), ...Object.entries(policy)]) {
    const before = parts.get(key)
    parts.set(key, isMap(before) && isMap(value) ? { ...before, ...value } : value)
  }
  const facts = { ...titled(parts.get('facts')), ...(fact === undefined ? {} : { figure: entry(fact, 'figure') }) }
  const condition = when ?? { birthDate: { known: true } }
  return JSON.stringify({
    policy: 'test/case',
    kind: 'rotation',
    title: title('case'),
    effective: { from: '2020-01-01' },
    citation: { document: 'test' },
    ...Object.fromEntries(parts),
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(parts.has('items') && { items: mapped(parts.get('items'), titled) }),
    ...(parts.has('inputs') && { inputs: titled(parts.get('inputs')) }),
    ...(parts.has('parameters') && { parameters: mapped(parts.get('parameters'), parameter) }),
    ...(fact !== undefined && { figures: ['figure'] }),
    triggers: [{ id: 'case', title: title('case'), obligation: 'must', when: condition }],
    review: [{ id: 'verify', title: title('verify'), to: title('office') }],
  })
}

function parameter(written: unknown, name: string): unknown {
  if (isMap(written)) return written
  return { title: title(name), provenance: 'stated', values: [{ from: '2020-01-01', is: written }] }
}

function titled(entries: unknown): Part {
  return mapped(entries, entry)
}

/** Cases leave titles out; a fact that is an operand has none. */
function entry(written: unknown, name: string): unknown {
  return isMap(written) ? { title: title(name), ...written } : written
}

function mapped(entries: unknown, change: (value: unknown, key: string) => unknown): Part {
  return Object.fromEntries(Object.entries((entries ?? {}) as Part).map(([key, value]) => [key, change(value, key)]))
}

function title(name: string): Part {
  return { zh: name, en: name }
}

function isMap(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
