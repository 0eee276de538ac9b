// Compiled in a project that has no vitest: of the entry point for tests nothing may need its types.
import { type CaseResult, type DecisionMatchers, describeCases, formatResult, matchers } from 'cadre-policy/testing'

export const told = (result: CaseResult): string => formatResult(result, { locale: 'en' })
export const given: readonly (keyof DecisionMatchers)[] = ['toHaveOutcome', 'toScore']
export const both = [describeCases, matchers]
