import type { FactId, Path, Span } from '../base/index.js'
import {
  type DiagnosticCode,
  type DiagnosticParams,
  diagnostic,
  type Related,
  type RelatedCode,
  type RelatedParams,
  type Report,
  relatedPlace,
} from '../diagnostics/index.js'
import type { ExtensionName, Fact, FactType, List, Operand, Parameter, Period, WrittenForms } from '../model/index.js'
import type { GivenExtensions } from '../operators/index.js'
import type { SourceDocument } from '../source/index.js'

/** Where a problem goes. */
export type Reporting = Pick<NameScope, 'document' | 'report'>

/** Everything that names are looked up in while one document is read, and where its problems go. */
export interface NameScope {
  readonly document: SourceDocument
  readonly report: Report
  readonly facts: FactLookup
  readonly parameters: ReadonlyMap<string, Parameter>
  /** When the policy is in force; a dictionary by itself has no such time. */
  readonly effective?: Period
  /** Where the parameter of that name is declared. */
  readonly parameterAt: (name: string) => Span | undefined
  /** Called for every parameter that is named. */
  readonly useParameter: (name: string) => void
  /** The operators and derivations that the embedder brings. */
  readonly extensions: GivenExtensions
  /** Called for every extension that is named. */
  readonly useExtension: (name: ExtensionName) => void
  /** The lists whose items are being tested, innermost first; none where a condition is about the person. */
  readonly items: readonly FactId[]
  /** Reads a derivation that stands where a value does. */
  readonly derive: (form: FormName, written: WrittenForms, path: Path, scope: NameScope) => Typed | undefined
}

export type FormName = keyof WrittenForms | ExtensionName

/** A value that is computed, and what kind of value it is; without a type (the word `none`) it fits any. */
export interface Typed {
  readonly operand: Operand
  readonly type?: FactType
}

/** Facts and lists by name; one that is derived is read when it is first asked for. */
export interface FactLookup {
  readonly fact: (id: string) => Fact | undefined
  readonly list: (id: string) => List | undefined
  readonly names: () => readonly string[]
  /** The name of the fact with that title in one of the languages; nothing is read for it. */
  readonly titled: (title: string) => string | undefined
  readonly listNames: () => readonly string[]
  /** The fields of a list's items, without the list's name: what is written inside its `where`. */
  readonly fieldsOf: (list: FactId) => readonly string[]
  /** Whether somebody has written a fact or list of that name, sound or not. */
  readonly isWritten: (id: string) => boolean
  /** Where a fact, field or list of that name is written, or a key of its entry; undefined if it is the record's own, or has no such key. */
  readonly writtenAt: (id: string, key?: string) => Span | undefined
  /** The circle that the last look-up ran into, told once: whoever named the fact reports it where the name stands. */
  readonly circle: () => readonly string[] | undefined
}

/** Reports a problem with the value at a path. */
export function reportAt<Code extends DiagnosticCode>(
  { document, report }: Reporting,
  path: Path,
  code: Code,
  params: DiagnosticParams[Code],
  related: readonly Related[] = [],
): void {
  report(diagnostic(code, params, { span: document.spanOf(path), path, related }))
}

/** Reports a problem with the key at a path. */
export function reportAtKey<Code extends DiagnosticCode>(
  { document, report }: Reporting,
  path: Path,
  code: Code,
  params: DiagnosticParams[Code],
  related: readonly Related[] = [],
): void {
  report(diagnostic(code, params, { span: document.keySpanOf(path), path, related }))
}

/** Reports a problem with some words of the text at a path. */
export function reportAtWords<Code extends DiagnosticCode>(
  { document, report }: Reporting,
  path: Path,
  words: string,
  code: Code,
  params: DiagnosticParams[Code],
  related: readonly Related[] = [],
): void {
  report(diagnostic(code, params, { span: document.spanOfWords(path, words), path, related }))
}

/** The value at a path as a place that explains a problem. */
export function alsoAt<Code extends RelatedCode>(
  { document }: Pick<Reporting, 'document'>,
  path: Path,
  code: Code,
  params: RelatedParams[Code],
): Related {
  return relatedPlace(code, params, document.spanOf(path))
}

/** The key at a path as a place that explains a problem. */
export function alsoAtKey<Code extends RelatedCode>(
  { document }: Pick<Reporting, 'document'>,
  path: Path,
  code: Code,
  params: RelatedParams[Code],
): Related {
  return relatedPlace(code, params, document.keySpanOf(path))
}
