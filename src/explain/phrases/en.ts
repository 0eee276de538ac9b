import { fillPlaceholders, formatPlace } from '../../base/index.js'
import type { Citation } from '../../model/index.js'
import { durationText, formatInSentence, formatValue, type Vocabulary, verdict, withOperand } from '../values.js'
import type { Phrases } from './phrases.js'

const counted = (amount: number, unit: string): string[] =>
  amount ? [`${amount} ${unit}${amount === 1 ? '' : 's'}`] : []

const vocabulary: Vocabulary = {
  yes: 'yes',
  no: 'no',
  none: 'none',
  open: 'still open',
  unknown: 'not known',
  separator: ', ',
  quote: (text) => `“${text}”`,
  atLeast: (low) => `${low} or more`,
  atMost: (high) => `${high} or less`,
  range: (low, high) => `${low} to ${high}`,
  orNone: (text) => `${text}, or none`,
  duration: ({ months, days }) =>
    [...counted(Math.trunc(months / 12), 'year'), ...counted(months % 12, 'month'), ...counted(days, 'day')].join(
      ' ',
    ) || '0 days',
  before: (duration) => `${duration} to go`,
}

const value = (shown: Parameters<typeof formatValue>[0]): string => formatValue(shown, vocabulary)

/** Each operator as it is asked for, and as its opposite is. */
const operators: Readonly<Record<string, readonly [string, string]>> = {
  is: ['', 'not '],
  isNot: ['not ', ''],
  in: ['one of ', 'none of '],
  notIn: ['none of ', 'one of '],
  atLeast: ['at least ', 'less than '],
  atMost: ['at most ', 'more than '],
  moreThan: ['more than ', 'at most '],
  lessThan: ['less than ', 'at least '],
  between: ['between ', 'not between '],
  before: ['before ', 'not before '],
  after: ['after ', 'not after '],
  onOrBefore: ['on or before ', 'after '],
  onOrAfter: ['on or after ', 'before '],
  within: ['within the last ', 'not within the last '],
  contains: ['to contain ', 'not to contain '],
  containsAny: ['to contain any of ', 'to contain none of '],
  containsAll: ['to contain all of ', 'not to contain all of '],
  known: ['to be known', 'not to be known'],
}

const citationText = ({ document, issuer, article }: Citation): string =>
  [document && `《${document}》`, article, issuer && `(${issuer})`].filter(Boolean).join(' ')

export const en: Phrases = {
  headings: {
    outcome: 'Outcome',
    figures: 'Figures',
    inputs: 'Given beside the record',
    alternatives: 'Other versions that may apply',
    determining: 'Rules that decided it',
    setAside: 'Rules met but set aside',
    alsoMet: 'Rules met as well',
    undetermined: 'Rules that cannot be determined',
    missing: 'Not on record',
    assumptions: 'Assumptions (stated neither by the document nor by the record)',
    unmet: 'Rules not met',
    review: 'A person decides, and review can be asked for',
  },
  value,
  lines: {
    outcome: ({ title }) => title.en,
    possible: ({ titles }) =>
      `too little is known; each of these is still possible: ${titles.map(({ en: text }) => text).join(', ')}`,
    notInForce: ({ from, until }) =>
      `the policy is not in force on the as-of date (in force from ${from}${until ? ` until ${until}, excluded` : ''})`,
    outOfScope: () => 'the policy does not cover this person:',
    noVersionApplies: () => 'no version applies to this person:',
    versionUnclear: () => 'nobody knows which version applies:',
    policy: ({ title, id, version, asOf }) =>
      `under the policy: ${title.en} (${id}, version ${version}); as of ${asOf}`,
    rule: ({ id, title, role }) => `${role.en} ${title.en} (${id})`,
    because: ({ text, values }) => fillPlaceholders(text.en, (name) => formatInSentence(values[name], vocabulary)),
    consequence: ({ words }) => `consequence: ${words.map(({ en: text }) => text).join(', ')}`,
    comparison: ({ fact, operator, operatorTitle, negated, actual, operand, truth, parameters }) => {
      const word = operators[operator]?.[negated ? 1 : 0] ?? operator
      const named = parameters.map(({ name, assumed }) => `$${name}${assumed ? ', assumed' : ''}`)
      const figure = named.length > 0 ? ` (${named.join('; ')})` : ''
      const asked = operatorTitle
        ? `${negated ? 'not ' : ''}${withOperand(operatorTitle.en, value(operand))}`
        : `${word}${operator === 'known' ? '' : value(operand)}`
      return `${verdict(truth, '?')} ${fact.title.en}: ${value(actual)}; asked for: ${asked}${figure}`
    },
    quantifier: ({ of, truth, n, items, known, meeting, shown }) => {
      const asked = n === undefined ? '' : `, at least ${n} asked for`
      const list = `${verdict(truth, '?')} ${of.title.en}`
      if (!known) return `${list}: not on record, so nobody knows whether there are any`
      if (shown > 0)
        return `${list} (items: ${items}${asked}): ${shown} ${meeting === 'unknown' ? 'that cannot be determined' : meeting ? 'that meet the condition' : 'that do not meet the condition'}`
      return `${list} (items: ${items}${asked}): ${meeting === false ? 'none meets the condition' : 'every one meets the condition'}`
    },
    item: ({ at, doubtful }) =>
      `item ${itemNumber(at)}${doubtful ? ' (not known whether it is among those looked at)' : ''}:`,
    group: ({ kind, n }) => (kind === 'any' ? 'at least one of these must hold:' : `at least ${n} of these must hold:`),
    setAsideBy: ({ by, id, title, may, approvedBy, on, evidence }) => {
      const word = may ? 'the decider may set it aside by' : 'set aside by'
      switch (by) {
        case 'unless':
          return `${word} its exception`
        case 'waiver':
          return `${word} a waiver, approved by ${approvedBy} on ${on}${evidence ? `, evidence: ${evidence}` : ''}`
        default:
          return `${word} the ${by} ${title?.en ?? ''} (${id})`
      }
    },
    unless: ({ truth }) => `exception: ${truth === 'unknown' ? 'not known' : truth ? 'met' : 'not met'}`,
    value: ({ fact, value: shown }) => `${fact.title.en}: ${value(shown)}`,
    alternative: ({ title, id, version, titles }) =>
      `${title.en} (${id}, version ${version}): ${titles.map(({ en: text }) => text).join(', ')}`,
    source: ({ citation, place, assumed }) =>
      `rests on: ${citationText(citation)}${assumed ? '; the details of this rule are assumed' : ''}; ${formatPlace(place)}`,
    missing: ({ path, fact, reason, matters, rules, year }) => {
      const what = {
        absent: `${fact.title.en} (${path})`,
        'no-current-entry': `no ${fact.title.en} (none of ${path} is open)`,
        'several-current-entries': `more than one ${fact.title.en} (several of ${path} are open)`,
        'year-missing': `annual assessment of ${year}`,
        'month-only': `the day of ${fact.title.en} (${path})`,
        'no-result': `no ${fact.title.en} (${fact.id}, computed by the embedding program)`,
      }[reason]
      return `${what}: ${matters ? 'needed to decide' : 'does not matter for this outcome'} (rules: ${rules.join(', ')})`
    },
    parameterAssumed: ({ name, title, value: shown, place }) =>
      `${title.en} = ${value(shown)} ($${name}, ${formatPlace(place)})`,
    ruleAssumed: ({ title, id, place }) => `the rule “${title.en}” (${id}, ${formatPlace(place)})`,
    periodAssumed: ({ from }) => `the policy is in force from ${from}`,
    supposed: ({ kind, path, fact, value: shown, decisive }) => {
      if (kind === 'still-open') return `${fact.title.en} (${path}) is not on record and taken as still open`
      if (kind === 'absent-value')
        return `${fact.title.en} (${path}) is not on record and, as declared, taken as ${value(shown)}`
      const hangs = decisive
        ? 'another day of that month would change the outcome, so find out the day'
        : 'any day of that month gives the same outcome'
      return `${fact.title.en} (${path}) is known as the month ${value(shown)} only and taken as its first day; ${hangs}`
    },
    humanDecision: ({ adverse }) =>
      `This is a proposal to a human decider, not a decision${adverse ? '; an adverse outcome is for a person to verify and decide, after hearing the official concerned' : ''}.`,
    remedy: ({ title, to, within, citation, assumed }) => {
      const limit = within === undefined ? '' : `, within ${durationText(within, vocabulary)} of learning of it`
      const basis = citation ? `; rests on: ${citationText(citation)}` : ''
      return `${title.en}: to ${to.en}${limit}${basis}${assumed ? ' (this way is assumed)' : ''}`
    },
  },
}

/** `posts.1` is the second item; a missing year names itself. */
function itemNumber(at: string): string {
  const index = /\.(\d+)$/.exec(at)?.[1]
  return index === undefined ? at : String(Number(index) + 1)
}
