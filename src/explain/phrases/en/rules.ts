import { fillPlaceholders, formatPlace } from '../../../base/index.js'
import { formatInSentence, verdict, withOperand } from '../../values.js'
import type { RulePhrases } from '../params.js'
import type { Saying } from '../phrases.js'
import { citationText, itemNumber, value, vocabulary } from './words.js'

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

const asides = {
  exemption: 'exemption',
  deferral: 'deferral',
  exclusion: 'exclusion',
} as const

export const rules: Saying<RulePhrases> = {
  rule: ({ id, title, role }) => `${role.en} ${title.en} (${id})`,
  notMet: () => 'what this asks for is not reached',
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
    if (items === 0) return `${list}${n === undefined ? '' : ` (at least ${n} asked for)`}: none on record`
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
      case 'benefit':
        return `${word} the benefit ${title?.en ?? ''} (${id}), since the two are not given together`
      default:
        return `${word} the ${asides[by]} ${title?.en ?? ''} (${id})`
    }
  },
  unless: ({ truth }) => `exception: ${truth === 'unknown' ? 'not known' : truth ? 'met' : 'not met'}`,
  source: ({ citation, place, assumed }) =>
    `rests on: ${citationText(citation)}${assumed ? '; the details of this rule are assumed' : ''}; ${formatPlace(place)}`,
}
