import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { loadMapping, loadPolicySet, parseCases } from '../../src/check/index.js'
import { readPolicySources } from '../../src/files/index.js'
import { type Diagnostic, formatDiagnostics, type PolicySet, type Result } from '../../src/index.js'
import { parseYaml } from '../../src/source/index.js'
import { formatResult, runCases } from '../../src/testing/index.js'

// Read at once, since documents go into other folders.
const dictionary = { file: 'policies/cadre.facts.yaml', text: readFileSync('policies/cadre.facts.yaml', 'utf8') }

/** What a part of a policy is laid under, for it to be a whole one; CONTRIBUTING.md shows it to those who write documents. */
function wholePolicy(part: string, kind: string): string {
  return `policy: example/policy
kind: ${kind}
title: { zh: 示例, en: example }
effective: { from: 2023-05-01 }
citation: { document: 示例办法 }
uses: [../cadre.facts.yaml]
review: [{ id: verify, title: { zh: 申请核实, en: verification }, to: { zh: 组织部, en: the office } }]
${part}`
}

const RULE = `triggers: [{ id: rule, title: { zh: 规则, en: rule }, obligation: may, when: { post.sensitive: true } }]
`

/**
 * Checks a block of YAML as what its info string says: `policy`, or `policy` and a kind for a part of one, `facts` for facts of
 * one, `cases`, `mapping`, or `data` for what is YAML and nothing more. Throws what is wrong with it.
 */
export async function checkYaml([what = 'nothing', kind]: readonly string[], text: string): Promise<void> {
  switch (what) {
    case 'policy':
      return void given(loadPolicy(text, kind))
    case 'facts':
      return void given(loadPolicy(RULE + text, 'rotation'))
    case 'mapping':
      return void given(loadMapping({ file: 'example.mapping.yaml', text }))
    case 'cases':
      return await tryCases(text)
    case 'data': {
      const diagnostics: Diagnostic[] = []
      parseYaml({ file: 'example.yaml', text }, (problem) => void diagnostics.push(problem))
      return void given(diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, value: text, warnings: [] })
    }
    default:
      throw new Error(`nobody knows how to check YAML that is ${what}`)
  }
}

/** A policy beside the dictionary that all policies share; where a kind is given, a part of one. */
export function loadPolicy(text: string, kind?: string): Result<PolicySet, Diagnostic> {
  return loadPolicySet([
    dictionary,
    { file: 'policies/example/example.policy.yaml', text: kind ? wholePolicy(text, kind) : text },
  ])
}

/** Cases of a policy in `policies`, as if they lay in its folder. */
async function tryCases(text: string): Promise<void> {
  const cases = given(parseCases({ file: 'example.cases.yaml', text }))
  const folder = join('policies', dirname(cases.policy))
  const sources = given(await readPolicySources([existsSync(folder) ? folder : 'policies']))
  const results = await runCases({
    policySet: given(loadPolicySet(sources)),
    cases,
    readRecordFile: async (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')),
  })
  const failed = results.filter(({ passed }) => !passed)
  if (failed.length > 0) throw new Error(failed.map((one) => formatResult(one, { locale: 'en' })).join('\n'))
}

function given<T>(result: Result<T, Diagnostic>): T {
  if (result.ok) return result.value
  throw new Error(formatDiagnostics(result.diagnostics, { locale: 'en' }))
}
