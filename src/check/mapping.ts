import type { FactId, Path, Result } from '../base/index.js'
import { type Diagnostic, diagnostic, hasErrors, sortDiagnostics } from '../diagnostics/index.js'
import { type RecordCatalogue, recordCatalogue } from '../facts/index.js'
import type { Fact, MappedField, Mapping, MappingDocument } from '../model/index.js'
import type { SourceText } from '../source/index.js'
import validateMapping from './generated/validate-mapping.js'
import { suggest } from './nearest.js'
import { readShaped } from './shape.js'

/** Parses and checks a roster's mapping file (`*.mapping.yaml`); all problems at once. */
export function loadMapping(source: SourceText): Result<Mapping, Diagnostic> {
  const problems: Diagnostic[] = []
  const report = (problem: Diagnostic): void => void problems.push(problem)
  const shaped = readShaped<MappingDocument>(source, validateMapping, report)
  if (!shaped) return { ok: false, diagnostics: sortDiagnostics(problems) }
  const { document } = shaped
  const {
    encoding = 'utf-8',
    dates = ['yyyy-MM-dd', 'yyyy-MM'],
    yes = ['是', 'true'],
    no = ['否', 'false'],
    ...written
  } = shaped.written
  const catalogue = recordCatalogue()

  const fields = Object.entries(written.fields).flatMap(([name, column]) =>
    field(name, column, undefined, ['fields', name]),
  )
  const lists = Object.entries(written.lists ?? {}).map(([name, { complete, items }]) => {
    const path = ['lists', name]
    if (!catalogue.lists.has(name as FactId)) unknown(name, catalogue.lists.keys(), path)
    const mapped = items.map((item, index) =>
      Object.entries(item).flatMap(([key, from]) => field(key, from, name, [...path, 'items', index, key])),
    )
    return { name, complete, items: mapped }
  })

  if (hasErrors(problems)) return { ok: false, diagnostics: sortDiagnostics(problems) }
  return {
    ok: true,
    value: { file: source.file, encoding, dates, yes, no, fields, lists, ignored: written.ignored ?? [] },
    warnings: [],
  }

  function field(
    name: string,
    from: string | { is: string | number | boolean },
    list: string | undefined,
    path: Path,
  ): MappedField[] {
    const type = fieldType(name, list, catalogue) ?? extraType(name)
    if (!type) {
      // In an unknown list every field is unknown; saying so once is enough.
      if (list === undefined || catalogue.lists.has(list as FactId)) unknown(name, fieldNames(list, catalogue), path)
      return []
    }
    const source = typeof from === 'string' ? { column: from, span: document.spanOf(path) } : from
    return [{ path: name.split('.'), type, from: source }]
  }

  function extraType(name: string): Fact['type']['is'] | undefined {
    const [, key] = /^extra\.([^.]+)$/.exec(name) ?? []
    return key === undefined ? undefined : (written.extra?.[key] ?? 'text')
  }

  function unknown(name: string, known: Iterable<string>, path: Path): void {
    report(
      diagnostic(
        'mapping/unknown-field',
        { field: name, ...suggest(name, known) },
        { span: document.keySpanOf(path), path },
      ),
    )
  }
}

function fieldType(name: string, list: string | undefined, catalogue: RecordCatalogue): Fact['type']['is'] | undefined {
  if (name === 'id' && list === undefined) return 'text'
  const fact = catalogue.facts.get((list === undefined ? name : `${list}.${name}`) as FactId)
  if (fact?.from.kind === 'field' && !fact.from.period && fact.list === list) return fact.type.is
  return undefined
}

function fieldNames(list: string | undefined, { facts }: RecordCatalogue): string[] {
  const prefix = list === undefined ? '' : `${list}.`
  return [...facts.values()].flatMap((fact) => (fact.list === list ? [fact.id.slice(prefix.length)] : []))
}
