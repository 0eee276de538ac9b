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
  // A text may stand anywhere.
  const everything = about('text')
  const when = (section: Section, ...keys: Difference['what'][]): Section[] =>
    everything || about(...keys) ? [section] : []
  return { ...explanation, sections: explanation.sections.flatMap(partOf) }

  function partOf(section: Section): Section[] {
    switch (section.heading) {
      case 'outcome':
        return [section]
      case 'missing':
        return when(section, 'missing', 'possible', 'outcome')
      case 'assumptions':
        return when(section, 'decisive', 'assumed')
      case 'figures':
        return when(section, 'figures')
      case 'inputs':
      case 'alternatives':
        return when(section, 'outcome', 'possible')
      case 'statement':
        return when(section, 'score', 'points', 'band')
      case 'benefits':
        return when(section, 'benefits', 'outcome')
      case 'measures':
      case 'notProposed':
        return when(section, 'measures')
      case 'hearing':
      case 'review':
        return when(section)
      default: {
        const lines = section.lines.flatMap((line) =>
          line.phrase === 'rule' && isWanted(section, line.params.id) ? [placed(line, line.params.id)] : [],
        )
        return lines.length > 0 ? [{ ...section, lines }] : []
      }
    }
  }

  function isWanted({ heading }: Section, id: string): boolean {
    if (everything || rules.includes(id)) return true
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
