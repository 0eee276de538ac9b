import { type Decision, explain, type Locale, messageOf, render } from '../index.js'
import { concerning } from './concerning.js'
import { differenceText, policyText } from './difference-text.js'
import type { Difference } from './differences.js'
import type { CaseResult } from './run-cases.js'

/**
 * Why a case failed: what was expected and what was found instead, a line each, where the policy stands, and the part
 * of the explanation that says why it is so. Empty if the case passed; no final line break.
 */
export function formatResult(result: CaseResult, { locale }: { readonly locale: Locale }): string {
  const { differences, decision, rejected } = result
  if (result.passed) return ''
  return [
    ...differences.map((one) => `  ${differenceText(one, decision, locale)}`),
    ...rejected.map(
      (one) => `    ${[...(one.path.length > 0 ? [one.path.join('.')] : []), messageOf(one, locale)].join(': ')}`,
    ),
    ...(decision ? reasonLines(differences, decision, locale) : []),
  ].join('\n')
}

/** The policy with its place, and what the explanation says of the differences. */
export function reasonLines(differences: readonly Difference[], decision: Decision, locale: Locale): string[] {
  // Texts are expected of the Chinese explanation: nobody would find in another what it lacks.
  const shown = differences.some(({ what }) => what === 'text') ? 'zh' : locale
  const explanation = render(concerning(explain(decision), differences, decision), { locale: shown })
  return [
    `  ${policyText(decision, locale)}`,
    ...explanation.split('\n').flatMap((line) => (line ? [`    ${line}`] : [])),
  ]
}
