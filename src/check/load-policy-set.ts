import { byCodePoint, type Result, resolveFile } from '../base/index.js'
import {
  type Diagnostic,
  diagnostic,
  hasErrors,
  type Report,
  relatedPlace,
  sortDiagnostics,
} from '../diagnostics/index.js'
import type { CasesDocument, Extensions, FactsDocument, Policy, PolicyDocument, PolicySet } from '../model/index.js'
import { givenExtensions } from '../operators/index.js'
import type { SourceDocument, SourceText } from '../source/index.js'
import { readFacts } from './facts.js'
import validateCases from './generated/validate-cases.js'
import validateFacts from './generated/validate-facts.js'
import validatePolicy from './generated/validate-policy.js'
import { suggest } from './nearest.js'
import { readPolicy } from './policy.js'
import { reportAt, reportAtKey } from './scope.js'
import { readShaped, type Shaped, type Validator } from './shape.js'

/** What the files may name beside what the language has. */
export interface LoadOptions {
  /** Operators and derivations of the embedder's own; by default there are none. A malformed one is a TypeError. */
  readonly extensions?: Extensions
}

/**
 * Parses and checks the files of a policy set: policies (`*.policy.yaml`), the dictionaries they use (`*.facts.yaml`)
 * and, if given, their cases (`*.cases.yaml`). All problems come at once, sorted by place; with an error among them
 * there is no policy set. A file's name is what other files call it by, relative to themselves.
 */
export function loadPolicySet(
  sources: readonly SourceText[],
  options: LoadOptions = {},
): Result<PolicySet, Diagnostic> {
  const extensions = givenExtensions(options.extensions)
  const problems: Diagnostic[] = []
  const report: Report = (problem) => void problems.push(problem)

  const documents = sources.map(({ file, text }) => ({ file, ending: endingOf(file), text }))
  for (const { file, ending } of documents) if (!ending) report(diagnostic('source/unknown-file-kind', { file }))
  const read = <Written>(wanted: Ending, validate: Validator): Shaped<Written>[] =>
    documents
      .filter(({ ending }) => ending === wanted)
      .flatMap((source) => readShaped<Written>(source, validate, report) ?? [])

  const dictionaries = new Map(read<FactsDocument>('facts', validateFacts).map((one) => [one.document.file, one]))
  const given = documents.map(({ file }) => file)
  const used = new Set<string>()
  const versions = read<PolicyDocument>('policy', validatePolicy).flatMap((shaped): Version[] => {
    const dictionary = dictionariesOf(shaped)
    if (!dictionary) return []
    return [{ policy: readPolicy(shaped, dictionary, extensions, report), document: shaped.document }]
  })
  const policies = versions.map(({ policy }) => policy)
  for (const { document, written } of dictionaries.values()) {
    if (!used.has(document.file))
      readFacts(
        [{ document, ...written }],
        (of) => ({
          document: of,
          report,
          parameters: new Map(),
          parameterAt: () => undefined,
          useParameter: () => {},
          extensions,
          useExtension: () => {},
        }),
        'person',
      )
  }
  reportOverlaps(versions, report)
  // A policy that could not be read may be the one that is meant.
  const broken = versions.length < documents.filter(({ ending }) => ending === 'policy').length
  const ids = new Set(policies.map(({ id }) => id as string))
  for (const { document, written } of read<CasesDocument>('cases', validateCases)) {
    if (!broken && !ids.has(written.policy))
      reportAt({ document, report }, ['policy'], 'check/unknown-policy', {
        policy: written.policy,
        ...suggest(written.policy, ids),
      })
  }

  const diagnostics = sortDiagnostics(problems)
  if (hasErrors(diagnostics)) return { ok: false, diagnostics }
  const sorted = policies.sort((a, b) => byCodePoint(a.id, b.id) || a.effective.from - b.effective.from)
  return { ok: true, value: { policies: sorted }, warnings: diagnostics }

  /** Undefined if one of them is broken: that is reported at its own place, and every name it has would seem unknown. */
  function dictionariesOf({ document, written }: Shaped<PolicyDocument>): Shaped<FactsDocument>[] | undefined {
    const files = (written.uses ?? []).map((name) => resolveFile(document.file, name))
    for (const file of files) used.add(file)
    const found = files.map((file) => dictionaries.get(file))
    files.forEach((file, index) => {
      // A dictionary that was given and is not here has been found broken.
      if (!dictionaries.has(file) && !(given.includes(file) && endingOf(file) === 'facts'))
        reportAt({ document, report }, ['uses', index], 'check/unknown-dictionary', {
          file,
          ...suggest(file, dictionaries.keys()),
        })
    })
    return found.includes(undefined) ? undefined : found.filter((one) => one !== undefined)
  }
}

/** Parses one cases file; undefined if anything is wrong with its text or shape, which is reported. */
export function parseCases(
  source: SourceText,
): Result<CasesDocument & { readonly document: SourceDocument }, Diagnostic> {
  const problems: Diagnostic[] = []
  const shaped = readShaped<CasesDocument>(source, validateCases, (problem) => void problems.push(problem))
  if (!shaped) return { ok: false, diagnostics: sortDiagnostics(problems) }
  return { ok: true, value: { ...shaped.written, document: shaped.document }, warnings: [] }
}

type Ending = 'policy' | 'facts' | 'cases'

function endingOf(file: string): Ending | undefined {
  return /\.(policy|facts|cases)\.ya?ml$/.exec(file)?.[1] as Ending | undefined
}

/** A policy with the file that it stands in. */
interface Version {
  readonly policy: Policy
  readonly document: SourceDocument
}

/** Of two versions of one policy that are in force on the same day, one must say whom it applies to: else nobody could say which decides. */
function reportOverlaps(versions: readonly Version[], report: Report): void {
  for (const [index, { policy, document }] of versions.entries()) {
    for (const { policy: other, document: there } of versions.slice(0, index)) {
      const apart =
        (policy.effective.until ?? Infinity) <= other.effective.from ||
        (other.effective.until ?? Infinity) <= policy.effective.from
      const told = policy.appliesTo !== undefined || other.appliesTo !== undefined
      if (policy.id !== other.id || apart || told) continue
      const related = [relatedPlace('other-version', { policy: policy.id }, there.keySpanOf(['effective']))]
      reportAtKey({ document, report }, ['effective'], 'check/versions-overlap', { policy: policy.id }, related)
    }
  }
}
