import type { Localized } from '../base/index.js'

/** How bad a problem is: an error means that nothing is returned, a warning may be lived with. */
export type Severity = 'error' | 'warning'

/** What each message needs to be told. A code starts with its stage and is never renamed once released. */
export interface DiagnosticParams {
  'source/not-found': { file: string }
  'source/not-readable': { file: string; reason: string }
  'source/no-files': { file: string }
  'source/unknown-file-kind': { file: string }
  'source/outside-folder': { file: string }
  'source/too-large': { limit: number; unit: 'MB' | 'lines' }
  'source/too-deep': { limit: number }
  'source/encoding': { encoding: string }
  'source/character': { codePoint: string }
  'source/syntax': { reason: SyntaxReason }
  'source/empty': Record<never, never>
  'source/duplicate-key': { key: string }
  'source/not-allowed': { what: YamlFeature }
  'source/number': { text: string }
  'source/full-width': { character: string; instead: string }
  'shape/missing-key': { key: string }
  'shape/unknown-key': { key: string; suggestion?: string }
  'shape/wrong-type': { expected: readonly ShapeName[]; found: ShapeName }
  'shape/not-one-of': { found: string; expected: readonly string[]; suggestion?: string }
  'shape/pattern': { found: string; expected: Localized }
  'shape/too-few': { least: number }
  'shape/too-many': { most: number }
  'shape/repeated': { first: number; second: number }
  'shape/too-small': { least: number }
  'shape/not-positive': Record<never, never>
  'check/unknown-fact': { fact: string; suggestion?: string }
  'check/unknown-list': { list: string; suggestion?: string }
  'check/unknown-field': { field: string; list: string; suggestion?: string }
  'check/unknown-operator': { operator: string; suggestion?: string }
  'check/unknown-extension': { kind: 'operator' | 'derivation'; extension: string; suggestion?: string }
  'check/derivation-as-test': { derivation: string }
  'check/unknown-parameter': { parameter: string; suggestion?: string }
  'check/unknown-rule': { rule: string; suggestion?: string }
  'check/unknown-value': { value: string; fact: string; suggestion?: string }
  'check/unknown-dictionary': { file: string; suggestion?: string }
  'check/unknown-policy': { policy: string; suggestion?: string }
  'check/unknown-placeholder': { placeholder: string; suggestion?: string }
  'check/list-as-fact': { list: string }
  'check/operator-type': { operator: string; fact: string; type: FactTypeName }
  'check/operand-type': { value: string; expected: FactTypeName }
  'check/not-a-date': { text: string }
  'check/not-a-duration': { text: string }
  'check/item-outside-list': { field: string }
  'check/duplicate-rule': { rule: string }
  'check/duplicate-fact': { fact: string }
  'check/fact-without-source': { fact: string }
  'check/fact-with-several-sources': { fact: string; sources: readonly string[] }
  'check/fact-without-title': { fact: string }
  'check/not-a-record-field': { key: string; fact: string }
  'check/reserved-name': { name: string }
  'check/ordered-without-values': { fact: string }
  'check/other-enumeration': { fact: string; other: string }
  'check/circular-fact': { facts: readonly string[] }
  'check/versions-overlap': { policy: string }
  'check/periods-overlap': Record<never, never>
  'check/period-reversed': { from: string; until: string }
  'check/period-not-covered': { parameter: string; from: string }
  'check/operand-with-several-sources': { sources: readonly string[] }
  'check/minus-without-plus': Record<never, never>
  'check/bounds-reversed': { least: number; most: number }
  'check/else-not-last': Record<never, never>
  'check/not-computable': { form: string; value: string; type: FactTypeName }
  'check/different-types': { form: string; types: readonly FactTypeName[] }
  'check/mixed-units': Record<never, never>
  'check/window-without-having': { key: string }
  'check/needs-periods': { list: string }
  'check/not-yearly': { key: string; list: string }
  'check/not-a-word': { parameter: string; expected: readonly string[] }
  'check/only-in-extra': { key: string }
  'check/not-in-extra': { key: string }
  'check/for-needs-from': Record<never, never>
  'check/not-a-date-field': { field: string }
  'check/nothing-to-meet': Record<never, never>
  'check/tally-out-of-reach': { criteria: number }
  'check/circular-exclusion': { rules: readonly string[] }
  'check/pass-without-gates': Record<never, never>
  'check/unit-without-amount': Record<never, never>
  'check/amount-without-unit': Record<never, never>
  'check/until-and-term': Record<never, never>
  'check/several-sources-of-points': Record<never, never>
  'check/award-form': { form: 'tiers' | 'first'; source: 'per' | 'each' }
  'check/table-without-else': { fact: string; values: readonly string[] }
  'check/tiers-not-rising': Record<never, never>
  'check/sequence-by-points': Record<never, never>
  'check/keep-needs-each': { item: string }
  'check/unknown-score-item': { item: string; orGroup: boolean; suggestion?: string }
  'check/item-in-two-groups': { item: string }
  'check/duplicate-score-id': { id: string }
  'check/cap-below-floor': Record<never, never>
  'check/negative-weight': Record<never, never>
  'check/band-without-from': { band: string }
  'check/bands-not-falling': Record<never, never>
  'check/not-constant': Record<never, never>
  'check/confidential-in-reason': { fact: string }
  'check/confidential-without-citation': { fact: string }
  'check/absent-passes': { fact: string; operator: string }
  'check/no-citation': { provenance: string }
  'check/text-names-a-fact': { fact: string }
  'check/unused-parameter': { parameter: string }
  'record/syntax': { reason: JsonReason; column?: number }
  'record/not-an-object': Record<never, never>
  'record/duplicate-key': { key: string }
  'record/too-large': { limit: string }
  'record/too-deep': { limit: number }
  'record/missing-field': { field: string }
  'record/unknown-field': { field: string; suggestion?: string }
  'record/wrong-type': { expected: readonly ShapeName[] }
  'record/not-one-of': { expected: readonly string[] }
  /** `formats`: how the roster writes dates, where it says so. */
  'record/not-a-date': { column?: string; formats?: readonly string[] }
  'record/number-digits': { column?: string }
  'record/bad-text': Record<never, never>
  'record/out-of-range': Record<never, never>
  'record/period-reversed': Record<never, never>
  'record/before-work': Record<never, never>
  'record/unknown-value': { expected: readonly string[] }
  'record/waiver-without-rule': { policy: string }
  'fact/division-by-zero': Record<never, never>
  'fact/no-weight': { field: string }
  'fact/negative-weight': { weight: string }
  'fact/no-parameter-value': { parameter: string; date: string }
  'fact/two-versions': { policy: string }
  'fact/out-of-range': Record<never, never>
  'fact/failed': { fact: string; late: boolean }
  'fact/extension-failed': { extension: string }
  'fact/extension-argument': { extension: string }
  'fact/extension-result': { extension: string; expected: FactTypeName }
  'input/unknown': { input: string; suggestion?: string }
  'input/wrong-type': { input: string; expected: FactTypeName }
  'input/out-of-range': { input: string }
  'input/unknown-value': { input: string; expected: readonly string[] }
  'record/no-policy': { subject: 'person' | 'unit' }
  'record/duplicate-id': { line: number }
  'record/row-length': { expected: number; found: number }
  'record/not-yes-or-no': { column: string; yes: readonly string[]; no: readonly string[] }
  'record/not-a-number': { column: string }
  'mapping/unknown-field': { field: string; suggestion?: string }
  'mapping/unknown-column': { column: string; suggestion?: string }
  'mapping/unmapped-column': { column: string; suggestion?: string }
  'mapping/duplicate-column': { column: string }
  'program/syntax': Record<never, never>
  'program/not-a-program': Record<never, never>
  'program/schema-version': { found: number; needed: number }
  'program/language-version': { found: number; needed: number }
  'program/digest': Record<never, never>
}

export type DiagnosticCode = keyof DiagnosticParams

/** What each sentence about another place, one that explains a problem, needs to be told. */
export interface RelatedParams {
  opened: { sign: string }
  'first-key': { key: string }
  'first-item': Record<never, never>
  'first-rule': { rule: string }
  'first-fact': { fact: string }
  'first-id': { id: string }
  'first-record': Record<never, never>
  'first-column': { column: string }
  'mapped-column': { column: string }
  defined: { name: string }
  values: { fact: string }
  absent: { fact: string }
  parameter: { parameter: string }
  'rests-on': { name: string; other: string }
  'sets-aside': { rule: string; other: string }
  'in-force': Record<never, never>
  'other-version': { policy: string }
  'other-period': Record<never, never>
  floor: Record<never, never>
  'tier-before': Record<never, never>
  'band-before': { band: string }
  'group-before': { group: string }
  item: { item: string }
  'by-order': Record<never, never>
}

export type RelatedCode = keyof RelatedParams

/** One sentence a code, made from its params; a language that lacks one does not compile. */
export type Messages = { readonly [Code in DiagnosticCode]: (params: DiagnosticParams[Code]) => string }

/** One sentence a related code. */
export type RelatedMessages = { readonly [Code in RelatedCode]: (params: RelatedParams[Code]) => string }

/** What is wrong with the way that YAML or CSV is written. */
export type SyntaxReason =
  | 'indentation'
  | 'tab'
  | 'ideographic-space'
  | 'unquoted-text'
  | 'unclosed-bracket'
  | 'unclosed-quote'
  | 'missing-colon'
  | 'second-colon'
  | 'missing-comma'
  | 'first-character'
  | 'escape'
  | 'comment'
  | 'long-key'
  | 'misplaced'
  | 'other'
  | 'csv-unclosed-quote'
  | 'csv-after-quote'
  | 'csv-quote-inside'
  | 'csv-other'

/** What is wrong with the way that JSON is written. */
export type JsonReason = 'character' | 'end' | 'doubt'

/** What of YAML a policy file must not use. */
export type YamlFeature =
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'directive'
  | 'several-documents'
  | 'complex-key'
  | 'merge-key'
  | 'key'

/** The shapes that data can have. */
export type ShapeName = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null'

/** The types that a policy author meets. */
export type FactTypeName = 'boolean' | 'number' | 'text' | 'date' | 'duration' | 'list' | 'pair'

/** The codes that do not stop a file from being used. */
const warnings: ReadonlySet<DiagnosticCode> = new Set([
  'check/unused-parameter',
  'check/confidential-without-citation',
  'check/absent-passes',
  'check/text-names-a-fact',
])

export function severityOf(code: DiagnosticCode): Severity {
  return warnings.has(code) ? 'warning' : 'error'
}
