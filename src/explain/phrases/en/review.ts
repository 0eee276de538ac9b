import { durationText } from '../../values.js'
import type { ReviewPhrases } from '../params.js'
import type { Saying } from '../phrases.js'
import { citationText, vocabulary } from './words.js'

export const review: Saying<ReviewPhrases> = {
  hearing: ({ who, what, citation, assumed }) =>
    `${who.en}: ${what.en}${citation ? `; rests on: ${citationText(citation)}` : ''}${assumed ? ' (assumed; the document does not say)' : ''}`,
  humanDecision: ({ adverse, citation }) => {
    const basis = citationText(citation)
    const rule = adverse
      ? `; an adverse outcome must be verified and decided by a person with the power to do so${basis ? `, under ${basis}` : ''}, after hearing the official concerned`
      : ''
    return `This is a proposal to a human decider, not a decision${rule}.`
  },
  remedy: ({ title, to, within, citation, assumed }) => {
    const limit = within === undefined ? '' : `, within ${durationText(within, vocabulary)} of learning of it`
    const basis = citation ? `; rests on: ${citationText(citation)}` : ''
    return `${title.en}: to ${to.en}${limit}${basis}${assumed ? ' (this way is assumed)' : ''}`
  },
}
