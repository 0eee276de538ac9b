import { digestOf, type FactId, type PolicyId, placeOf, type ReasonCode } from '../base/index.js'
import { factsRead } from '../conditions/index.js'
import type { Report } from '../diagnostics/index.js'
import { authoringOf, type RuleDraft } from '../kinds/authoring.js'
import type { ExtensionName, FactsDocument, Policy, PolicyDocument, Rule } from '../model/index.js'
import { type GivenExtensions, neededExtensions } from '../operators/index.js'
import type { SourceDocument } from '../source/index.js'
import { readCondition } from './condition.js'
import { reportConfidential } from './confidential.js'
import { readConventions } from './conventions.js'
import { readDerivation } from './derivation.js'
import { type FactSource, readFacts } from './facts.js'
import { reportAbsentPasses } from './fail-open.js'
import { ofEverybody, readReaching, standingFact } from './made-rules.js'
import { personFact } from './operand.js'
import { readParameters, readPeriod } from './parameters.js'
import { readPlaceholders } from './placeholders.js'
import { reportRuleNames } from './rule-names.js'
import { type NameScope, reportAt, reportAtKey } from './scope.js'
import { scoreFacts } from './score-facts.js'
import type { Shaped } from './shape.js'
import { readYields, yieldsOf } from './yields.js'

/** Resolves every name of a policy; each problem is reported, and what comes back is whole only if none was. */
export function readPolicy(
  { document, written }: Shaped<PolicyDocument>,
  dictionaries: readonly Shaped<FactsDocument>[],
  extensions: GivenExtensions,
  report: Report,
): Policy {
  const used = new Set<string>()
  const named = new Set<ExtensionName>()
  const here = { document, report }
  const effective = readPeriod(written.effective, ['effective'], here)
  const parameters = readParameters(written, effective, here)
  const scopeOf = (of: SourceDocument) => ({
    document: of,
    report,
    parameters,
    parameterAt: (name: string) => (parameters.has(name) ? document.keySpanOf(['parameters', name]) : undefined),
    effective,
    useParameter: (name: string) => void used.add(name),
    extensions,
    useExtension: (name: ExtensionName) => void named.add(name),
  })
  const sources: FactSource[] = dictionaries.map((one) => ({ document: one.document, ...one.written }))
  const { facts: own = {}, items = {}, lists: ownLists = {}, inputs = {}, subject = 'person' } = written
  const authoring = authoringOf(written)
  authoring.check(written, (path, code, params) => reportAt(here, path, code, params))
  const { rules: drafts, scorecard, standing, hearing } = authoring.partsOf(written)
  const made = scorecard ? scoreFacts(scorecard, written.citation) : {}
  const facts = readFacts(
    [{ document, made }, ...sources, { document, facts: own, items, lists: ownLists, inputs }],
    scopeOf,
    subject,
  )
  const scope: NameScope = { ...scopeOf(document), facts, items: [], derive: readDerivation }
  const appliesTo = written.appliesTo && readCondition(written.appliesTo, ['appliesTo'], scope)
  const applicable = written.scope && readCondition(written.scope, ['scope'], scope)
  const conventions = readConventions(written.conventions, ['conventions'], scope)
  const figures = (written.figures ?? []).flatMap((name, index) => personFact(name, ['figures', index], scope) ?? [])
  const yielded = drafts.flatMap((draft) => readYields(draft, scope))
  const rules = drafts.map((draft) => readRule(draft))
  reportRuleNames(drafts, scope)
  for (const name of parameters.keys()) {
    if (!used.has(name)) reportAtKey(scope, ['parameters', name], 'check/unused-parameter', { parameter: name })
  }
  const counted = standing && standingFact(standing)
  const known = [
    ...facts.names().flatMap((name) => facts.fact(name) ?? []),
    ...(counted ? [counted] : []),
    ...yielded.map(({ fact }) => fact),
  ]
  const lists = facts.listNames().flatMap((name) => facts.list(name) ?? [])
  const needed = neededExtensions(named, extensions)
  return {
    id: written.policy as PolicyId,
    kind: written.kind,
    subject,
    title: written.title,
    effective,
    effectiveProvenance: written.effective.provenance ?? 'stated',
    citation: written.citation,
    place: placeOf(document.keySpanOf(['policy'])),
    digest: digestOf([written, ...dictionaries.map((one) => one.written)]),
    facts: Object.fromEntries(known.map((fact) => [fact.id, fact])),
    lists: Object.fromEntries(lists.map((list) => [list.id, list])),
    parameters: Object.fromEntries(parameters),
    conventions,
    figures: figures.map(({ id }) => id),
    inputs: Object.keys(inputs) as FactId[],
    ...(needed && { extensions: needed }),
    ...(appliesTo && { appliesTo }),
    ...(applicable && { scope: applicable }),
    rules,
    review: written.review,
    ...(hearing && { hearing }),
  }

  function readRule({ role, path, written: rule, ...draft }: RuleDraft): Rule {
    const { reaches, consequence, proposes, yields, within } = draft
    const { citation = within?.citation, provenance = within?.provenance ?? 'stated' } = rule
    const when = reaches
      ? readReaching(reaches, standing?.fact === reaches.fact ? standing : undefined, scope)
      : rule.when
        ? readCondition(rule.when, [...path, 'when'], scope)
        : ofEverybody([...path, 'when'])
    const unless = rule.unless && readCondition(rule.unless, [...path, 'unless'], scope)
    if (rule.because) readPlaceholders(rule.because, [...path, 'because'], scope)
    for (const condition of [when, ...(unless ? [unless] : [])]) {
      if (!citation) reportConfidential(factsRead(condition), path, scope)
      reportAbsentPasses(condition, scope)
    }
    // What a rule takes over from around it has been looked at there.
    const own = rule.citation ?? rule.provenance
    if (own && provenance === 'regulation' && !citation?.certainty)
      reportAtKey(scope, path, 'check/no-citation', { provenance })
    return {
      id: rule.id as ReasonCode,
      role,
      title: rule.title,
      when,
      ...(unless && { unless }),
      ...(rule.because && { because: rule.because }),
      provenance,
      // An article without a document is an article of the policy's own.
      citation: citation?.document === undefined ? { ...written.citation, ...citation } : citation,
      place: placeOf(document.spanOf(path)),
      ...(consequence && { consequence }),
      setAsideBy: drafts.flatMap((other) => setAside(other, rule.id, role)),
      ...(proposes?.rules && { proposes: proposes.rules as ReasonCode[] }),
      ...(yields && { yields: yieldsOf(rule.id as ReasonCode, yields, yielded) }),
    }
  }

  function setAside({ written: by, setsAside }: RuleDraft, id: string, role: string): Rule['setAsideBy'] {
    if (!setsAside || setsAside.role !== role || by.id === id) return []
    return setsAside.rules === undefined || setsAside.rules.includes(id)
      ? [{ by: setsAside.by, id: by.id as ReasonCode, ...(by.force && { force: by.force }) }]
      : []
  }
}
