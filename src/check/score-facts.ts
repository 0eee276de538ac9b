import { type FactId, placeOf } from '../base/index.js'
import {
  BAND,
  type Citation,
  type Condition,
  type Derivation,
  type FactType,
  type Operand,
  SCORE,
  type WrittenScorecard,
} from '../model/index.js'
import { nodeId } from './condition.js'
import type { MadeFact } from './facts.js'
import type { NameScope } from './scope.js'
import { NUMBER, readScorecard } from './scorecard.js'

/** The facts that a scorecard makes: the total, and the band that it lies in. */
export function scoreFacts(written: WrittenScorecard, citation: Citation): Readonly<Record<string, MadeFact>> {
  const path = ['scorecard']
  const { bands = [] } = written
  return {
    [SCORE]: {
      path,
      read: (scope) => {
        const card = readScorecard(written, path, citation, scope)
        const title = { zh: '总分', en: 'total score' }
        return { id: SCORE, title, type: NUMBER, from: derived({ kind: 'score', card }, NUMBER, SCORE, scope) }
      },
    },
    ...(bands.length > 0 && { [BAND]: { path: [...path, 'bands'], read: bandFact } }),
  }

  /** The first band, from the highest, that the total reaches. */
  function bandFact(scope: NameScope): ReturnType<MadeFact['read']> {
    const from = scope.facts.fact(SCORE)?.from
    if (from?.kind !== 'derived' || from.derivation.kind !== 'score') return undefined
    const { card } = from.derivation
    const type: FactType = { is: 'text', values: bands.map(({ id }) => id).reverse(), ordered: true }
    const branches = card.bands.map(({ id, from: start }, index) => {
      const is: Operand = { kind: 'literal', value: { type: 'text', value: id } }
      const at = [...path, 'bands', index, 'from']
      const when: Condition | undefined = start && {
        kind: 'comparison',
        id: nodeId(at),
        place: placeOf(scope.document.spanOf(at)),
        subject: { of: 'person', fact: SCORE },
        type: NUMBER,
        operator: 'atLeast',
        operand: start,
      }
      return { ...(when && { when }), is }
    })
    const title = { zh: '档次', en: 'band' }
    return { id: BAND, title, type, from: derived({ kind: 'choose', branches }, type, BAND, scope) }
  }

  function derived(
    derivation: Derivation<Operand, Condition>,
    type: FactType,
    id: FactId,
    scope: NameScope,
  ): Operand & { kind: 'derived' } {
    const at = id === BAND ? [...path, 'bands'] : path
    return { kind: 'derived', id: nodeId([...at, id]), place: placeOf(scope.document.keySpanOf(at)), type, derivation }
  }
}
