import type { PolicyDocument } from '../../model/index.js'
import type { Authoring, PolicyParts, RuleDraft } from '../authoring-kind.js'

type FitnessPolicy = Extract<PolicyDocument, { readonly kind: 'fitness' }>

/** How a fitness policy stands in its file. */
export const fitnessAuthoring: Authoring<FitnessPolicy> = { name: 'fitness', partsOf, check: () => {} }

/** How many watch criteria stand, as a fact of the policy; no fact in a file can begin with this sign. */
const STANDING = '$watchCriteria'

function partsOf({ criteria, tally, exemptions = [], measures = [], hearing }: FitnessPolicy): PolicyParts {
  const watch = criteria.filter(({ severity }) => severity === 'watch')
  return {
    rules: [
      ...criteria.map(({ severity, measures: proposed, ...written }, index): RuleDraft => {
        const path = ['criteria', index]
        return { role: 'criterion', path, written, consequence: { severity }, ...proposing(proposed) }
      }),
      ...(tally ? [tallyRule(tally)] : []),
      ...exemptions.map((written, index): RuleDraft => {
        const setsAside = { by: 'exemption', role: 'criterion', listedIn: 'exempts', rules: written.exempts } as const
        return { role: 'exemption', path: ['exemptions', index], written, setsAside }
      }),
      ...measures.map((written, index): RuleDraft => ({ role: 'measure', path: ['measures', index], written })),
    ],
    ...(tally && {
      standing: {
        fact: STANDING,
        title: { zh: '成立的关注情形数', en: 'watch criteria that stand' },
        rules: watch.map(({ id }) => id),
      },
    }),
    hearing,
  }
}

function tallyRule({ watch, measures, ...rest }: NonNullable<FitnessPolicy['tally']>): RuleDraft {
  return {
    role: 'tally',
    path: ['tally'],
    written: { title: { zh: '关注情形累计', en: 'watch criteria taken together' }, ...rest, id: 'tally' },
    consequence: { severity: 'unfit' },
    reaches: { fact: STANDING, atLeast: watch, path: ['tally', 'watch'] },
    ...proposing(measures),
  }
}

function proposing(measures: readonly string[] | undefined): Pick<RuleDraft, 'proposes'> {
  return measures ? { proposes: { role: 'measure', listedIn: 'measures', rules: measures } } : {}
}
