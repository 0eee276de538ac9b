import type { Words } from '../kind.js'

/** What the codes of a rotation policy are called by people. */
export const words: Words = {
  outcome: {
    required: { zh: '必须交流', en: 'exchange required' },
    advised: { zh: '应当交流', en: 'exchange advised' },
    permitted: { zh: '可以交流', en: 'exchange permitted' },
    deferred: { zh: '暂缓交流', en: 'exchange deferred' },
    exempt: { zh: '豁免交流', en: 'exempt from exchange' },
    none: { zh: '不需交流', en: 'no exchange called for' },
  },
  role: {
    trigger: { zh: '交流情形', en: 'trigger' },
    exemption: { zh: '豁免情形', en: 'exemption' },
    deferral: { zh: '暂缓情形', en: 'deferral' },
  },
  consequence: {
    must: { zh: '必须交流', en: 'must be exchanged' },
    should: { zh: '应当交流', en: 'should be exchanged' },
    may: { zh: '可以交流', en: 'may be exchanged' },
    protective: { zh: '保护性', en: 'protective' },
    developmental: { zh: '培养性', en: 'developmental' },
    spurring: { zh: '鞭策性', en: 'spurring' },
    internal: { zh: '单位内轮岗', en: 'within the unit' },
    lateral: { zh: '平级交流', en: 'at the same level' },
    'cross-system': { zh: '跨系统交流', en: 'across systems' },
    'up-down': { zh: '上下交流', en: 'between levels of administration' },
  },
}
