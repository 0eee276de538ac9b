import type { Assumption, Citation, Decision, MissingField } from '../model/index.js'
import type { Line } from './explanation.js'
import { line } from './line.js'

type Working = Pick<NonNullable<Decision['figures']>[number], 'fact' | 'value' | 'from'>
type Review = Decision['review']

/** A figure with what it was computed from, down to the record. */
export function valueLine({ fact, value, from }: Working): Line {
  return line('value', { fact, value }, from.map(valueLine))
}

/** A field that is not known, and the rules it touches. */
export function missingLine({ path, fact, reason, matters, rules, year }: Decision['missing'][number]): Line {
  return line('missing', { path, fact, reason, matters, rules, ...(year !== undefined && { year }) })
}

/** A field that would settle a value. */
export function wantingLine({ path, fact, reason, year }: MissingField): Line {
  return line('wanting', { path, fact, reason, ...(year !== undefined && { year }) })
}

/** Something taken for true that no document and no record says. */
export function assumptionLine(assumption: Assumption): Line {
  switch (assumption.kind) {
    case 'parameter': {
      const { name, title, value, place } = assumption
      return line('parameterAssumed', { name, title, value, place })
    }
    case 'rule': {
      const { id, title, place } = assumption
      return line('ruleAssumed', { id, title, place })
    }
    case 'score': {
      const { id, title, place } = assumption
      return line('scoreAssumed', { id, title, place })
    }
    case 'effective':
      return line('periodAssumed', { from: assumption.from })
    default: {
      const { kind, path, fact, value, decisive } = assumption
      return line('supposed', { kind, path, fact, value, ...(decisive !== undefined && { decisive }) })
    }
  }
}

/** A way to contest the outcome. */
export function remedyLine({ title, to, within, citation, provenance }: Review['remedies'][number]): Line {
  const optional: { within?: string; citation?: Citation } = {
    ...(within && { within }),
    ...(citation && { citation }),
  }
  return line('remedy', { title, to, ...optional, assumed: provenance === 'assumed' })
}

/** Somebody who must be heard, and on what. */
export function hearingLine({ who, what, citation, provenance }: NonNullable<Review['hearing']>[number]): Line {
  return line('hearing', { who, what, ...(citation && { citation }), assumed: provenance === 'assumed' })
}
