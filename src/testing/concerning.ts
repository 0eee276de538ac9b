import type { Decision, Explanation, Line } from '../index.js'
import { type Difference, rulesIn } from './differences.js'

type Section = Explanation['sections'][number]

/** Of an explanation what the differences are about: the outcome, the rules that decide it and those that they name, else all of them. */
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
      case 'notProposed':
        return whole(section, about('measures'))
      default: {
        const lines = section.lines.flatMap((line) =>
          line.phrase === 'rule' && isWanted(section, line.params.id) ? [placed(line, line.params.id)] : [],
        )
        return lines.length > 0 ? [{ ...section, lines }] : []
      }
    }
  }

  function isWanted({ heading }: Section, id: string): boolean {
    if (rules.includes(id)) return true
    if (heading === 'determining') return about('outcome', 'determinedBy')
    return rules.length === 0 && (heading === 'undetermined' ? about('missing', ...ofRules) : about(...ofRules))
  }

  /** Whoever tests a policy wants to see the rule in it, also one that neither holds nor decides. */
  function placed(line: Line, id: string): Line {
    const finding = decision.findings.find((one) => one.id === id)
    if (!finding || line.lines.some(({ phrase }) => phrase === 'source')) return line
    const { citation, place, provenance } = finding
    const params = { citation, place, assumed: provenance === 'assumed' }
    return { ...line, lines: [...line.lines, { phrase: 'source', params, lines: [] }] }
  }
}

/** What rules are asked about that no difference names. */
const ofRules = ['outcome', 'possible', 'determinedBy', 'met', 'unmet', 'undetermined', 'setAside'] as const
