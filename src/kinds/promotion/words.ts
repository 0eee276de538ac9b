import type { Words } from '../kind.js'

/** What the codes of a promotion policy are called by people. */
export const words: Words = {
  outcome: {
    eligible: { zh: '符合晋升条件', en: 'eligible' },
    notYet: { zh: '暂不符合晋升条件', en: 'not yet eligible' },
    excluded: { zh: '不得晋升', en: 'excluded from promotion' },
  },
  role: {
    exclusion: { zh: '排除情形', en: 'exclusion' },
    gate: { zh: '门槛', en: 'gate' },
    pass: { zh: '及格分', en: 'pass mark' },
  },
  consequence: {},
}
