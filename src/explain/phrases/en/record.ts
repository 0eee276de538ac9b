import { formatPlace } from '../../../base/index.js'
import type { RecordPhrases } from '../params.js'
import type { Saying } from '../phrases.js'
import { value } from './words.js'

export const record: Saying<RecordPhrases> = {
  value: ({ fact, value: shown }) => `${fact.title.en}: ${value(shown)}`,
  missing: ({ matters, rules, ...field }) =>
    `${fieldText(field)}: ${matters ? 'needed to decide' : 'does not matter for this outcome'} (rules: ${rules.join(', ')})`,
  wanting: (field) => `not on record: ${fieldText(field)}`,
  parameterAssumed: ({ name, title, value: shown, place }) =>
    `${title.en} = ${value(shown)} ($${name}, ${formatPlace(place)})`,
  ruleAssumed: ({ title, id, place }) => `the rule “${title.en}” (${id}, ${formatPlace(place)})`,
  scoreAssumed: ({ title, id, place }) => `the points for “${title.en}” (${id}, ${formatPlace(place)})`,
  periodAssumed: ({ from }) => `the policy is in force from ${from}`,
  supposed: ({ kind, path, fact, value: shown, decisive }) => {
    if (kind === 'still-open') return `${fact.title.en} (${path}) is not on record and taken as still open`
    if (kind === 'absent-value')
      return `${fact.title.en} (${path}) is not on record and, as declared, taken as ${value(shown)}`
    const hangs = decisive
      ? 'another day of that month would change the outcome, a benefit or a measure, so find out the day'
      : 'any day of that month gives the same result'
    return `${fact.title.en} (${path}) is known as the month ${value(shown)} only and taken as its first day; ${hangs}`
  },
}

function fieldText({ path, fact, reason, year }: RecordPhrases['wanting']): string {
  return {
    absent: `${fact.title.en} (${path})`,
    'no-current-entry': `no ${fact.title.en} (none of ${path} is open)`,
    'several-current-entries': `more than one ${fact.title.en} (several of ${path} are open)`,
    'year-missing': `annual assessment of ${year}`,
    'month-only': `the day of ${fact.title.en} (${path})`,
    'no-result': `no ${fact.title.en} (${fact.id}, computed by the embedding program)`,
  }[reason]
}
