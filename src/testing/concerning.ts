import type { Decision, Explanation } from '../index.js'
import { type Difference, rulesIn } from './differences.js'

type Section = Explanation['sections'][number]

/** Of an explanation what the differences are about: the outcome, the rules that decide it and those that they name, else all rules. */
export function concerning(
  explanation: Explanation,
  differences: readonly Difference[],
  decision: Decision,
): Explanation {
  const rules = rulesIn(differences, decision)
  const about = (...keys: Difference['what'][]): boolean => differences.some(({ what }) => keys.includes(what))
  const whole = (section: Section, wanted: boolean): Section[] => (wanted ? [section] : [])
  if (about('text')) return explanation
  return { ...explanation, sections: explanation.sections.flatMap(partOf) }

  function partOf(section: Section): Section[] {
    switch (section.heading) {
      case 'outcome':
        return [section]
      case 'missing':
        return whole(section, about('missing', 'possible', 'outcome'))
      case 'assumptions':
        return whole(section, about('decisive', 'assumed'))
      case 'figures':
        return whole(section, about('figures'))
      case 'inputs':
      case 'alternatives':
        return whole(section, about('outcome', 'possible'))
      case 'statement':
        return whole(section, about('score', 'points', 'band'))
      case 'benefits':
        return whole(section, about('benefits', 'outcome'))
      case 'measures':
        return whole(section, about('measures'))
      case 'hearing':
      case 'review':
        return []
      default: {
        const lines = section.lines.flatMap((line) =>
          line.phrase === 'rule' && isWanted(section, line.params.id) ? [placed(line)] : [],
        )
        return lines.length > 0 ? [{ ...section, lines }] : []
      }
    }
  }

  function isWanted({ heading }: Section, id: string): boolean {
    const decides = heading === 'determining' && about('outcome', 'determinedBy')
    return rules.length === 0 || rules.includes(id) || decides
  }

  /** Whoever wrote the case wants to see the rule, also one that neither holds nor decides. */
  function placed(line: Section['lines'][number]): Section['lines'][number] {
    const finding = decision.findings.find(({ id }) => line.phrase === 'rule' && id === line.params.id)
    if (!finding || !rules.includes(finding.id) || line.lines.some(({ phrase }) => phrase === 'source')) return line
    const { citation, place, provenance } = finding
    const source = {
      phrase: 'source',
      params: { citation, place, assumed: provenance === 'assumed' },
      lines: [],
    } as const
    return { ...line, lines: [...line.lines, source] }
  }
}
