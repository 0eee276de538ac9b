import { kindNamed } from '../kinds/index.js'
import type { Decision, Finding } from '../model/index.js'
import { assumptionLine, hearingLine, missingLine, remedyLine, valueLine } from './background.js'
import { benefitLine, measureLine } from './consequences.js'
import type { Explanation, Heading, Line, Section } from './explanation.js'
import { findingLine, type Told } from './findings.js'
import { line } from './line.js'
import { alternativeLine, outcomeLines } from './outcome.js'
import { statementSection } from './statement.js'

/**
 * Says why a decision is what it is: the outcome first, then what decided it with the values seen, what was set
 * aside, how the score came about, what is proposed and who must be heard, what is missing, what was assumed, how to
 * ask for review, and what did not apply. Nothing is evaluated again: every line is taken from the decision.
 */
export function explain(decision: Decision): Explanation {
  const { subject, asOf, policy, outcome, findings, determinedBy, review, statement, measures = [] } = decision
  const kind = kindNamed(policy.kind)
  const assumed = new Set(decision.assumptions.flatMap((one) => (one.kind === 'parameter' ? [one.name] : [])))
  const told: Told = { kind, findings, assumed }
  const determining = new Set(determinedBy)
  // A measure is nothing that holds of a person: proposed or not, it is told apart from the rules.
  const rules = findings.filter(({ role }) => role !== 'measure')
  const proposed = new Set(measures.map(({ id }) => id))
  const idle = findings.filter(({ id, role }) => role === 'measure' && !proposed.has(id))
  const some = (heading: Heading, wanted: (finding: Finding) => boolean): Section =>
    section(
      heading,
      rules.filter(wanted).map((one) => findingLine(one, told, { determining: determining.has(one.id) })),
    )
  const sections: Section[] = [
    section('outcome', outcomeLines(decision, kind, assumed)),
    section('benefits', (decision.benefits ?? []).map(benefitLine)),
    section('figures', (decision.figures ?? []).map(valueLine)),
    section(
      'inputs',
      (decision.inputs ?? []).map(({ fact, value }) => line('value', { fact, value })),
    ),
    // A gate that is not reached decides too.
    some('determining', ({ id, status }) => (status === 'met' || status === 'unmet') && determining.has(id)),
    some('setAside', ({ status, trace }) => status === 'setAside' && trace.truth === true),
    some('excused', ({ status, trace }) => status === 'setAside' && trace.truth !== true),
    some(determining.size > 0 ? 'alsoMet' : 'met', ({ id, status }) => status === 'met' && !determining.has(id)),
    some('undetermined', ({ status }) => status === 'undetermined'),
    ...(statement ? [statementSection(statement, assumed)] : []),
    section(
      'measures',
      measures.map((one) => measureLine(one, told)),
    ),
    section('hearing', (review.hearing ?? []).map(hearingLine)),
    section(
      'alternatives',
      (decision.alternatives ?? []).map((one) => alternativeLine(one, kind)),
    ),
    section('missing', decision.missing.map(missingLine)),
    section('assumptions', decision.assumptions.map(assumptionLine)),
    section('review', [
      line('humanDecision', { adverse: review.adverse, citation: policy.citation }),
      ...review.remedies.map(remedyLine),
    ]),
    some('unmet', ({ id, status }) => status === 'unmet' && !determining.has(id)),
    section(
      'notProposed',
      idle.map((one) => findingLine(one, told, { determining: false })),
    ),
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

function section(heading: Heading, lines: readonly Line[]): Section {
  return { heading, lines }
}
