import type { FactId, Path } from '../base/index.js'
import { type DiagnosticCode, type DiagnosticParams, diagnostic, type Report } from '../diagnostics/index.js'
import type { Fact, List, Parameter } from '../model/index.js'
import type { SourceDocument } from '../source/index.js'

/** Everything that names are looked up in while one document is read, and where its problems go. */
export interface NameScope {
  readonly document: SourceDocument
  readonly report: Report
  readonly facts: FactLookup
  readonly parameters: ReadonlyMap<string, Parameter>
  /** Called for every parameter that is named. */
  readonly useParameter: (name: string) => void
}

/** Facts by name; a derived fact is read when it is first asked for. */
export interface FactLookup {
  readonly fact: (id: string) => Fact | undefined
  readonly names: () => readonly string[]
  /** Whether somebody has written a fact of that name, sound or not. */
  readonly isWritten: (id: string) => boolean
  readonly lists: ReadonlyMap<FactId, List>
}

/** Whether a person has one of it: a field of a list's items is nothing that a person has one of. */
export function isOfPerson({ from }: Fact): boolean {
  return from.kind !== 'field' || from.list === undefined || from.current !== undefined
}

/** The fields of a list's items, without the list's name: what is written inside its `where`. */
export function itemFields({ names }: FactLookup, list: FactId): string[] {
  const prefix = `${list}.`
  return names().flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))
}

/** Reports a problem with the value at a path. */
export function reportAt<Code extends DiagnosticCode>(
  { document, report }: Pick<NameScope, 'document' | 'report'>,
  path: Path,
  code: Code,
  params: DiagnosticParams[Code],
): void {
  report(diagnostic(code, params, { span: document.spanOf(path), path }))
}

/** Reports a problem with the key at a path. */
export function reportAtKey<Code extends DiagnosticCode>(
  { document, report }: Pick<NameScope, 'document' | 'report'>,
  path: Path,
  code: Code,
  params: DiagnosticParams[Code],
): void {
  report(diagnostic(code, params, { span: document.keySpanOf(path), path }))
}
