import type { OutcomePhrases } from '../params.js'
import type { Saying } from '../phrases.js'
import { amountText, value } from './words.js'

export const outcome: Saying<OutcomePhrases> = {
  outcome: ({ title }) => title.en,
  findingNeeded: () =>
    'This is a prompt only and no finding: whether the facts are so and the outcome holds is for the competent authority to find by the proper procedure, after the hearing; the official concerned may ask for review (both below).',
  possible: ({ titles }) =>
    `too little is known; each of these is still possible: ${titles.map(({ en: text }) => text).join(', ')}`,
  notInForce: ({ from, until }) =>
    `the policy is not in force on the as-of date (in force from ${from}${until ? ` until ${until}, excluded` : ''})`,
  outOfScope: () => 'the policy does not cover this person:',
  noVersionApplies: () => 'no version applies to this person:',
  versionUnclear: () => 'nobody knows which version applies:',
  policy: ({ title, id, version, asOf }) => `under the policy: ${title.en} (${id}, version ${version}); as of ${asOf}`,
  alternative: ({ title, id, version, titles }) =>
    `${title.en} (${id}, version ${version}): ${titles.map(({ en: text }) => text).join(', ')}`,
  benefit: ({ id, title, amount, unit }) =>
    `${title.en} (${id})${amount ? `: ${amountText(amount, unit?.en ?? '')}` : ''}`,
  term: ({ from, until, term }) =>
    [
      from && (from.type === 'unknown' ? 'beginning not known' : `from ${value(from)}`),
      until && (until.type === 'unknown' ? 'end not known' : `until ${value(until)}`),
      term && `term: ${value(term)}`,
    ]
      .filter(Boolean)
      .join(', '),
  measure: ({ id, title, status }) =>
    `${status === 'open' ? 'may be taken' : 'not known whether it may be taken'}: ${title.en} (${id})`,
  proposedBy: ({ rules }) => `proposed by: ${rules.map(({ en: text }) => text).join(', ')}`,
}
