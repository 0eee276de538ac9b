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

interface Options extends LoadOptions {
  /** By default a rotation policy. */
  readonly kind?: string
}

/** Loads a policy written below `head`. */
function load(body: string, { kind = 'rotation', ...options }: Options = {}): ReturnType<typeof loadPolicySet> {
  const text = head.replace('kind: rotation', `kind: ${kind}`) + body
  return loadPolicySet([dictionary, { file: 'policies/test/test.policy.yaml', text }], options)
}

export function loaded(body: string, options?: Options): PolicySet {
  const result = load(body, options)
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return result.value
}

/** `code line:column suggestion`, the lines counted from the first below `head`. */
export function problemsOf(body: string, options?: Options): string[] {
  return diagnosticsOf(body, options).map((problem) => {
    const { code, span } = problem
    return `${code} ${(span?.line ?? 0) - head.split('\n').length + 1}:${span?.column}${hintOf(problem)}`
  })
}

/**
 * The codes of all problems, and the text with a `^` before each place where one stands: what a test writes with the
 * marks in it must come back so. `title: …` stands for a title.
 */
export function markedProblems(marked: string, options?: Options): { text: string; codes: string[] } {
  const body = `${marked.replaceAll('^', '').replaceAll('…', 'title: { zh: 题, en: title }')}`
  const lines = body.split('\n')
  const problems = diagnosticsOf(body, options)
  for (const { span } of problems.toReversed()) {
    const [line, column] = [(span?.line ?? 0) - head.split('\n').length, (span?.column ?? 0) - 1]
    if (lines[line] !== undefined) lines[line] = `${lines[line].slice(0, column)}^${lines[line].slice(column)}`
  }
  return {
    text: lines.join('\n').replaceAll('title: { zh: 题, en: title }', '…'),
    codes: problems.map((problem) => `${problem.code}${hintOf(problem)}`),
  }
}

function diagnosticsOf(body: string, options?: Options): readonly Diagnostic[] {
  const result = load(body, options)
  const problems: readonly Diagnostic[] = result.ok ? result.warnings : result.diagnostics
  for (const locale of ['zh', 'en'] as const) {
    if (/undefined|\[object/.test(formatDiagnostics(problems, { locale })))
      throw new Error(formatDiagnostics(problems, { locale }))
  }
  return problems
}

function hintOf({ params }: Diagnostic): string {
  return 'suggestion' in params && params.suggestion ? ` → ${params.suggestion}` : ''
}

export function record(data: unknown): SubjectRecord {
  const result = readRecord(data)
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return result.value
}
