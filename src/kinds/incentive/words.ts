import type { Words } from '../kind.js'

/** What the codes of an incentive policy are called by people. */
export const words: Words = {
  outcome: {
    granted: { zh: '符合激励条件', en: 'incentives due' },
    none: { zh: '暂无激励', en: 'no incentive due' },
  },
  role: {
    benefit: { zh: '激励', en: 'benefit' },
    exclusion: { zh: '排除情形', en: 'exclusion' },
  },
  consequence: {},
}
