import { type Explanation, explain, type Locale, messageOf, render } from '../index.js'
import { type Difference, rulesIn } from './differences.js'
import type { CaseResult } from './run-cases.js'

/**
 * Why a case failed: what was expected and what was found instead, a line each, and the part of the explanation that
 * says why it is so. Empty if the case passed; no final line break.
 */
export function formatResult(result: CaseResult, { locale }: { readonly locale: Locale }): string {
  const { differences, decision, rejected } = result
  if (result.passed) return ''
  const explanation = decision ? render(concerning(explain(decision), result), { locale }) : ''
  return [
    ...differences.map((one) => `  ${words[locale].difference(one)}`),
    ...rejected.map(
      (one) => `    ${[...(one.path.length > 0 ? [one.path.join('.')] : []), messageOf(one, locale)].join(': ')}`,
    ),
    ...explanation.split('\n').flatMap((line) => (line === '' ? [] : [`    ${line}`])),
  ].join('\n')
}

/** Of an explanation what the differences are about: the outcome, the rules that they name, else all rules. */
function concerning(explanation: Explanation, { differences, decision }: CaseResult): Explanation {
  const rules = decision ? rulesIn(differences, decision) : []
  const about = (...keys: Difference['what'][]): boolean => differences.some(({ what }) => keys.includes(what))
  const sections = explanation.sections.flatMap((section) => {
    switch (section.heading) {
      case 'outcome':
        return [section]
      case 'missing':
        return about('missing', 'possible', 'outcome') ? [section] : []
      case 'assumptions':
        return about('decisive', 'assumed') ? [section] : []
      case 'figures':
        return about('figures') ? [section] : []
      case 'inputs':
      case 'alternatives':
        return about('outcome', 'possible') ? [section] : []
      case 'review':
        return []
      default: {
        const lines = section.lines.filter(
          (line) => line.phrase === 'rule' && (rules.length === 0 || rules.includes(line.params.id)),
        )
        return lines.length > 0 ? [{ ...section, lines }] : []
      }
    }
  })
  return about('text') ? explanation : { ...explanation, sections }
}

const nothing = (text: string, word: string): string => text || word

const words = {
  zh: {
    difference: ({ what, name, expected, actual }: Difference) =>
      `${keys[what].zh}${name === undefined ? '' : ` ${name}`}：应为 ${nothing(expected, '空')}，实为 ${nothing(actual, '没有')}`,
  },
  en: {
    difference: ({ what, name, expected, actual }: Difference) =>
      `${keys[what].en}${name === undefined ? '' : ` ${name}`}: expected ${nothing(expected, 'nothing')}, found ${nothing(actual, 'nothing')}`,
  },
} as const

const keys: Readonly<Record<Difference['what'], { readonly zh: string; readonly en: string }>> = {
  outcome: { zh: '结论', en: 'outcome' },
  possible: { zh: '可能的结论', en: 'possible' },
  determinedBy: { zh: '决定性规则', en: 'determined by' },
  met: { zh: '规则', en: 'rule' },
  unmet: { zh: '规则', en: 'rule' },
  undetermined: { zh: '规则', en: 'rule' },
  setAside: { zh: '规则', en: 'rule' },
  missing: { zh: '仍有影响的未知字段', en: 'missing' },
  decisive: { zh: '影响结论的年月', en: 'decisive months' },
  assumed: { zh: '用到的假定参数', en: 'assumed' },
  figures: { zh: '数字', en: 'figure' },
  score: { zh: '总分', en: 'score' },
  points: { zh: '积分', en: 'points' },
  band: { zh: '档次', en: 'band' },
  benefits: { zh: '激励', en: 'benefits' },
  measures: { zh: '措施', en: 'measures' },
  text: { zh: '说明中的文字', en: 'text in the explanation' },
  rejected: { zh: '被拒', en: 'rejected' },
}
