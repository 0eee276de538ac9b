import { readFileSync } from 'node:fs'
import { type LoadOptions, loadPolicySet } from '../src/check/index.js'
import { type Diagnostic, formatDiagnostics } from '../src/diagnostics/index.js'
import type { PolicySet, SubjectRecord } from '../src/model/index.js'
import { readRecord } from '../src/record/index.js'

const dictionary = { file: 'policies/cadre.facts.yaml', text: readFileSync('policies/cadre.facts.yaml', 'utf8') }

/** The head that every test policy shares; a test adds scope, parameters and rules below it. */
export const head = `policy: test/rotation
kind: rotation
title: { zh: 测试, en: test }
effective: { from: 2020-01-01 }
citation: { document: 测试办法 }
uses: [../cadre.facts.yaml]
review: [{ id: verify, title: { zh: 核实, en: verification }, to: { zh: 组织部, en: the office } }]
`

/** A trigger with a condition, as YAML. */
export function trigger(id: string, when: string, obligation = 'must'): string {
  return `  - id: ${id}\n    title: { zh: ${id}, en: ${id} }\n    obligation: ${obligation}\n    when: ${when}\n`
}

/** Loads a policy written below `head`. */
function load(body: string, options?: LoadOptions): ReturnType<typeof loadPolicySet> {
  return loadPolicySet([dictionary, { file: 'policies/test/test.policy.yaml', text: head + body }], options)
}

export function loaded(body: string, options?: LoadOptions): PolicySet {
  const result = load(body, options)
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return result.value
}

/** `code line:column suggestion`, the lines counted from the first below `head`. */
export function problemsOf(body: string, options?: LoadOptions): string[] {
  const result = load(body, options)
  const problems: readonly Diagnostic[] = result.ok ? result.warnings : result.diagnostics
  for (const locale of ['zh', 'en'] as const) {
    if (/undefined|\[object/.test(formatDiagnostics(problems, { locale })))
      throw new Error(formatDiagnostics(problems, { locale }))
  }
  return problems.map(({ code, span, params }) => {
    const hint = 'suggestion' in params && params.suggestion ? ` → ${params.suggestion}` : ''
    return `${code} ${(span?.line ?? 0) - head.split('\n').length + 1}:${span?.column}${hint}`
  })
}

export function record(data: unknown): SubjectRecord {
  const result = readRecord(data)
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return result.value
}
