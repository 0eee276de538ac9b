import { outcome } from './en/outcome.js'
import { record } from './en/record.js'
import { review } from './en/review.js'
import { rules } from './en/rules.js'
import { columns, score } from './en/score.js'
import { value } from './en/words.js'
import type { Phrases } from './phrases.js'

export const en: Phrases = {
  headings: {
    outcome: 'Outcome',
    figures: 'Figures',
    inputs: 'Given beside the record',
    alternatives: 'Other versions that may apply',
    determining: 'Rules that decided it',
    setAside: 'Rules met but set aside',
    excused: 'Rules not met, but waived or excepted',
    alsoMet: 'Rules met as well',
    met: 'Rules met',
    undetermined: 'Rules that cannot be determined',
    missing: 'Not on record',
    assumptions: 'Assumptions (stated neither by the document nor by the record)',
    unmet: 'Rules not met',
    review: 'A person decides, and review can be asked for',
    benefits: 'Benefits that stand',
    statement: 'How the score came about',
    measures: 'Measures proposed (for the decider to choose from)',
    hearing: 'Who must be heard before any finding',
    notProposed: 'Measures not proposed',
  },
  columns,
  value,
  lines: { ...outcome, ...rules, ...record, ...score, ...review },
}
