import type { Words } from '../kind.js'

/** What the codes of a fitness policy are called by people. */
export const words: Words = {
  outcome: {
    unfit: { zh: '提示不适宜担任现职', en: 'may not be fit for the present post' },
    watch: { zh: '需要关注', en: 'to be watched' },
    fit: { zh: '未发现不适岗情形', en: 'no sign of being unfit' },
  },
  role: {
    criterion: { zh: '不适岗情形', en: 'criterion' },
    tally: { zh: '累计', en: 'tally' },
    exemption: { zh: '免责情形', en: 'exemption' },
    measure: { zh: '措施', en: 'measure' },
  },
  consequence: {
    unfit: { zh: '提示不适岗', en: 'points to unfit' },
    watch: { zh: '需要关注', en: 'to be watched' },
  },
}
