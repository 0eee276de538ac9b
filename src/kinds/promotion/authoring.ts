import type { PolicyDocument } from '../../model/index.js'
import type { Authoring, PolicyParts } from '../authoring-kind.js'
import { passRule } from '../pass-rule.js'

type PromotionPolicy = Extract<PolicyDocument, { readonly kind: 'promotion' }>

/** How a promotion policy stands in its file. */
export const promotionAuthoring: Authoring<PromotionPolicy> = { name: 'promotion', partsOf, check }

function partsOf({ gates = [], exclusions = [], scorecard }: PromotionPolicy): PolicyParts {
  return {
    rules: [
      ...exclusions.map((written, index) => ({ role: 'exclusion', path: ['exclusions', index], written })),
      ...gates.map((written, index) => ({ role: 'gate', path: ['gates', index], written })),
      ...(scorecard ? passRule(scorecard) : []),
    ],
    ...(scorecard && { scorecard }),
  }
}

/** Without a gate and without a pass mark everybody would be eligible. */
function check(
  { gates = [], scorecard }: PromotionPolicy,
  report: Parameters<typeof promotionAuthoring.check>[1],
): void {
  if (gates.length === 0 && !scorecard?.pass) report(['kind'], 'check/nothing-to-meet', {})
}
