import type { WrittenScorecard } from '../model/index.js'
import type { RuleDraft } from './authoring-kind.js'

/** The pass mark of a scorecard, as the rule that it is. */
export function passRule({ pass, citation, provenance }: WrittenScorecard): RuleDraft[] {
  if (!pass) return []
  const { atLeast, ...rest } = pass
  const path = ['scorecard', 'pass']
  return [
    {
      role: 'pass',
      path,
      written: { title: { zh: '总分达到及格分', en: 'the total reaches the pass mark' }, ...rest, id: 'pass' },
      within: { ...(citation && { citation }), ...(provenance && { provenance }) },
      reaches: { fact: 'score', atLeast, path: [...path, 'atLeast'] },
    },
  ]
}
