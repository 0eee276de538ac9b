import { type Kind, kindNamed } from '../kinds/index.js'
import {
  type Assumption,
  type Citation,
  type Decision,
  decidingItemTruth,
  decidingParts,
  type Finding,
  type Trace,
} from '../model/index.js'
import type { Explanation, Heading, Line, LineOf, PhraseKey, PhraseParams, Section } from './explanation.js'
import { outcomeTitle } from './outcome-name.js'

type Working = Pick<NonNullable<Decision['figures']>[number], 'fact' | 'value' | 'from'>

/**
 * Says why a decision is what it is: the outcome first, then what decided it with the values seen, what was set
 * aside, what is missing, what was assumed, how to ask for review, and what did not apply. Nothing is evaluated
 * again: every line is taken from the decision.
 */
export function explain(decision: Decision): Explanation {
  const { subject, asOf, policy, outcome, findings, determinedBy, review } = decision
  const kind = kindNamed(policy.kind)
  const assumed = new Set(decision.assumptions.flatMap((one) => (one.kind === 'parameter' ? [one.name] : [])))
  const determining = new Set(determinedBy)
  const told = (heading: Heading, wanted: (finding: Finding) => boolean): Section =>
    section(
      heading,
      findings.filter(wanted).map((finding) => findingLine(finding, findings, kind, assumed)),
    )
  const sections: Section[] = [
    section('outcome', outcomeLines(decision, kind, assumed)),
    section('figures', (decision.figures ?? []).map(valueLine)),
    section(
      'inputs',
      (decision.inputs ?? []).map(({ fact, value }) => line('value', { fact, value })),
    ),
    told('determining', ({ id, status }) => status === 'met' && determining.has(id)),
    told('setAside', ({ status }) => status === 'setAside'),
    told('alsoMet', ({ id, status }) => status === 'met' && !determining.has(id)),
    told('undetermined', ({ status }) => status === 'undetermined'),
    section(
      'alternatives',
      (decision.alternatives ?? []).map((one) => alternativeLine(one, kind)),
    ),
    section('missing', decision.missing.map(missingLine)),
    section('assumptions', decision.assumptions.map(assumptionLine)),
    section('review', [line('humanDecision', { adverse: review.adverse }), ...review.remedies.map(remedyLine)]),
    told('unmet', ({ status }) => status === 'unmet'),
  ]
  return {
    subject,
    asOf,
    policy,
    outcome,
    adverse: review.adverse,
    sections: sections.filter(({ lines }) => lines.length > 0),
  }
}

function outcomeLines(
  { outcome, reason, possible, policy, asOf, appliesTo, scope }: Decision,
  kind: Kind,
  assumed: ReadonlySet<string>,
): Line[] {
  const { from, until } = policy.effective
  return [
    line('outcome', { title: outcomeTitle(kind.name, outcome) }),
    ...(possible ? [line('possible', { titles: possible.map((one) => outcomeTitle(kind.name, one)) })] : []),
    ...(reason === 'not-in-force' ? [line('notInForce', { from, ...(until && { until }) })] : []),
    ...(reason === 'out-of-scope' && scope ? [line('outOfScope', {}, traceLines(scope, assumed))] : []),
    ...(reason === 'no-version-applies'
      ? [line('noVersionApplies', {}, appliesTo ? traceLines(appliesTo, assumed) : [])]
      : []),
    ...(appliesTo?.truth === 'unknown' ? [line('versionUnclear', {}, traceLines(appliesTo, assumed))] : []),
    line('policy', { title: policy.title, id: policy.id, version: policy.version, asOf }),
  ]
}

function findingLine(finding: Finding, findings: readonly Finding[], kind: Kind, assumed: ReadonlySet<string>): Line {
  const { id, title, status, role, because, consequence, citation, place, provenance, trace, unless } = finding
  const { setAsideBy = [], mayBeSetAsideBy = [] } = finding
  const named = (code: string) => findings.find((other) => other.id === code)?.title
  const effects = Object.values(consequence ?? {}).flatMap((code) => kind.words.consequence[code] ?? [])
  const aside = (one: (typeof setAsideBy)[number], may: boolean): Line => {
    const by = one.by === 'waiver' ? undefined : named(one.id)
    return line('setAsideBy', { ...one, may, ...(by && { title: by }) })
  }
  return line('rule', { id, title, status, role: kind.words.role[role] ?? { zh: role, en: role } }, [
    ...(because ? [line('because', because)] : []),
    ...(status !== 'unmet' && effects.length > 0 ? [line('consequence', { words: effects })] : []),
    ...setAsideBy.map((one) => aside(one, false)),
    ...mayBeSetAsideBy.map((one) => aside(one, true)),
    ...traceLines(trace, assumed),
    ...(unless && status !== 'unmet' ? [line('unless', { truth: unless.truth }, traceLines(unless, assumed))] : []),
    ...(status === 'unmet' ? [] : [line('source', { citation, place, assumed: provenance === 'assumed' })]),
  ])
}

/** The part of a trace that its truth rests on: a plain `all` needs no line of its own. */
function traceLines(trace: Trace, assumed: ReadonlySet<string>): Line[] {
  switch (trace.kind) {
    case 'comparison': {
      const { fact, operator, operatorTitle, negated, actual, operand, truth } = trace
      const parameters = trace.parameters.map((name) => ({ name, assumed: assumed.has(name) }))
      const own = operatorTitle && { operatorTitle }
      return [line('comparison', { fact, operator, ...own, negated, actual, operand, truth, parameters })]
    }
    case 'quantifier': {
      const { of, truth, items, missing } = trace
      const asked = trace.n !== undefined && { n: trace.n }
      const counted = trace.quantifier === 'atLeastOf'
      const wanted = counted && truth !== 'unknown' ? true : decidingItemTruth(trace)
      // Items that do not meet the condition are told of only where that is what burdens the person.
      const told = items.filter((item) => item.truth === wanted && (wanted !== false || trace.quantifier === 'every'))
      // Of a count that is not reached those that count are told.
      const meeting = counted && told.length === 0 ? false : wanted
      const below = told.map(({ at, truth: itemTruth, taken, trace: inner }) =>
        line('item', { at, truth: itemTruth, doubtful: taken === 'unknown' }, traceLines(inner, assumed)),
      )
      const known = !missing.some(({ path }) => path === of.id)
      return [
        line('quantifier', { of, truth, ...asked, items: items.length, known, meeting, shown: told.length }, below),
      ]
    }
    case 'all':
      return decidingParts(trace).flatMap((part) => traceLines(part, assumed))
    case 'any':
    case 'atLeastOf': {
      // Of a counted group all parts are told, since the count rests on all.
      const parts = trace.kind === 'any' ? decidingParts(trace) : trace.parts
      const below = parts.flatMap((part) => traceLines(part, assumed))
      if (trace.kind === 'any' && trace.truth === true) return below
      return [
        line('group', { kind: trace.kind, truth: trace.truth, ...(trace.n !== undefined && { n: trace.n }) }, below),
      ]
    }
  }
}

/** A figure with what it was computed from, down to the record. */
function valueLine({ fact, value, from }: Working): Line {
  return line('value', { fact, value }, from.map(valueLine))
}

function alternativeLine({ policy, possible }: NonNullable<Decision['alternatives']>[number], kind: Kind): Line {
  const { title, id, version } = policy
  return line('alternative', { title, id, version, titles: possible.map((one) => outcomeTitle(kind.name, one)) })
}

function missingLine({ path, fact, reason, matters, rules, year }: Decision['missing'][number]): Line {
  return line('missing', { path, fact, reason, matters, rules, ...(year !== undefined && { year }) })
}

function assumptionLine(assumption: Assumption): Line {
  switch (assumption.kind) {
    case 'parameter': {
      const { name, title, value, place } = assumption
      return line('parameterAssumed', { name, title, value, place })
    }
    case 'rule': {
      const { id, title, place } = assumption
      return line('ruleAssumed', { id, title, place })
    }
    case 'effective':
      return line('periodAssumed', { from: assumption.from })
    default: {
      const { kind, path, fact, value, decisive } = assumption
      return line('supposed', { kind, path, fact, value, ...(decisive !== undefined && { decisive }) })
    }
  }
}

function remedyLine({ title, to, within, citation, provenance }: Decision['review']['remedies'][number]): Line {
  const optional: { within?: string; citation?: Citation } = {
    ...(within && { within }),
    ...(citation && { citation }),
  }
  return line('remedy', { title, to, ...optional, assumed: provenance === 'assumed' })
}

function section(heading: Heading, lines: readonly Line[]): Section {
  return { heading, lines }
}

function line<Key extends PhraseKey>(phrase: Key, params: PhraseParams[Key], lines: readonly Line[] = []): Line {
  const made: LineOf<Key> = { phrase, params, lines }
  return made as unknown as Line
}
