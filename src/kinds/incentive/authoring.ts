import type { PolicyDocument } from '../../model/index.js'
import type { Authoring, PolicyParts, RuleDraft } from '../authoring-kind.js'

type IncentivePolicy = Extract<PolicyDocument, { readonly kind: 'incentive' }>

/** How an incentive policy stands in its file. */
export const incentiveAuthoring: Authoring<IncentivePolicy> = { name: 'incentive', partsOf, check }

function partsOf({ benefits, exclusions = [], scorecard }: IncentivePolicy): PolicyParts {
  return {
    rules: [
      ...benefits.map(({ amount, unit, from, until, term, excludes, ...written }, index): RuleDraft => {
        const yields = { amount, unit, from, until, term }
        const setsAside = { by: 'benefit', role: 'benefit', listedIn: 'excludes', rules: excludes ?? [] } as const
        return { role: 'benefit', path: ['benefits', index], written, yields, ...(excludes && { setsAside }) }
      }),
      ...exclusions.map(({ excludes, ...written }, index): RuleDraft => {
        const setsAside = { by: 'exclusion', role: 'benefit', listedIn: 'excludes', rules: excludes } as const
        return { role: 'exclusion', path: ['exclusions', index], written, setsAside }
      }),
    ],
    ...(scorecard && { scorecard }),
  }
}

function check({ benefits, scorecard }: IncentivePolicy, report: Parameters<typeof incentiveAuthoring.check>[1]): void {
  if (scorecard?.pass) report(['scorecard', 'pass'], 'check/pass-without-gates', {})
  benefits.forEach(({ amount, unit, until, term }, index) => {
    const path = ['benefits', index]
    if (unit && amount === undefined) report([...path, 'unit'], 'check/unit-without-amount', {})
    if (until !== undefined && term !== undefined) report([...path, 'term'], 'check/until-and-term', {})
  })
}
