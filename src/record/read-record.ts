import type { ErrorObject } from 'ajv'
import { decimalFromNumber, digestOf, firstDay, lastDay, type Path, parseDate, type Result } from '../base/index.js'
import { type Diagnostic, diagnostic } from '../diagnostics/index.js'
import { listIn, type RecordDocument, type SubjectRecord } from '../model/index.js'
import { dateFields, listDateFields, listPeriods } from './generated/dates.js'
import validatePerson from './generated/validate-record.js'
import validateUnit from './generated/validate-unit.js'

/** As deep as a line of records may be. */
const DEEPEST = 32

/** A record with more mistakes than this is not a record; the rest are not listed. */
const MOST_PROBLEMS = 20

/**
 * Takes one person's data (schemas/record.schema.json), or a unit's, which has a `kind` (schemas/unit.schema.json), as
 * a record, or says why it is none: every field that is not known, not of its type, no day of the calendar, or a number
 * that cannot be read exactly. What is missing is fine: it is unknown, and `null` is missing. Problems carry the path of
 * the field, never its value.
 */
export function readRecord(data: unknown): Result<SubjectRecord, Diagnostic> {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return refused([diagnostic('record/not-an-object', {})])
  if (isDeeper(data, DEEPEST)) return refused([diagnostic('record/too-deep', { limit: DEEPEST })])
  const present = withoutNulls(data)
  const subject = Object.hasOwn(present, 'kind') ? 'unit' : 'person'
  const validate = subject === 'unit' ? validateUnit : validatePerson
  const shape = validate(present) ? [] : (validate.errors ?? []).flatMap((error) => problemOf(error) ?? [])
  if (shape.length > 0) return refused(shape)
  const document = present as unknown as RecordDocument
  const dates = subject === 'unit' ? [] : dateProblems(document)
  const problems = [...dates, ...workProblems(document), ...valueProblems(present, [])]
  if (problems.length > 0) return refused(problems)
  return { ok: true, value: { subject, id: document.id, digest: digestOf(document), data: document }, warnings: [] }
}

function refused(problems: readonly Diagnostic[]): Result<SubjectRecord, Diagnostic> {
  return { ok: false, diagnostics: problems.slice(0, MOST_PROBLEMS) }
}

/** Whether data goes deeper than so many levels; what holds itself goes on for ever. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1))
}

/** A copy in which `null` is absent; nulls inside lists stay, and are refused. */
function withoutNulls(data: object): Record<string, unknown> {
  const entries = Object.entries(data).filter(([, value]) => value !== null)
  return Object.fromEntries(entries.map(([key, value]) => [key, cleaned(value)]))
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned)
  return typeof value === 'object' && value !== null ? withoutNulls(value) : value
}

function problemOf({ keyword, instancePath, params }: ErrorObject): Diagnostic | undefined {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))
  switch (keyword) {
    case 'required':
      return diagnostic('record/missing-field', { field: params.missingProperty }, { path })
    case 'additionalProperties':
      return diagnostic(
        'record/unknown-field',
        { field: params.additionalProperty },
        { path: [...path, params.additionalProperty] },
      )
    case 'type':
      return diagnostic('record/wrong-type', { expected: [params.type].flat() }, { path })
    case 'enum':
      return diagnostic('record/not-one-of', { expected: params.allowedValues }, { path })
    case 'pattern':
      return params.pattern.endsWith('(-\\d{2})?$')
        ? diagnostic('record/not-a-date', {}, { path })
        : diagnostic('record/bad-text', {}, { path })
    case 'minimum':
    case 'maximum':
      return diagnostic('record/out-of-range', {}, { path })
    case 'if':
      return undefined
    default:
      return diagnostic('record/bad-text', {}, { path })
  }
}

/** Days that are none (30 February), and periods that end before they begin. */
function dateProblems(document: RecordDocument): Diagnostic[] {
  const problems: Diagnostic[] = []
  for (const field of dateFields) checkDate(document[field], [field])
  for (const [list, fields] of Object.entries(listDateFields)) {
    listIn(document, [list])?.forEach((item, index) => {
      for (const field of fields) checkDate(item[field], [list, index, field])
    })
  }
  for (const [list, { from, to }] of Object.entries(listPeriods)) {
    listIn(document, [list])?.forEach((item, index) => {
      const [start, end] = [item[from], item[to]].map((text) =>
        typeof text === 'string' ? parseDate(text) : undefined,
      )
      if (start && end && lastDay(end) < firstDay(start)) {
        problems.push(diagnostic('record/period-reversed', {}, { path: [list, index, to] }))
      }
    })
  }
  return problems

  function checkDate(text: unknown, path: Path): void {
    if (typeof text === 'string' && parseDate(text) === undefined)
      problems.push(diagnostic('record/not-a-date', {}, { path }))
  }
}

/** An annual assessment of a year before work started: one of the two is wrong, and either could clear a person. */
function workProblems({ workStartedOn, assessments = [] }: RecordDocument): Diagnostic[] {
  const started = Number(workStartedOn?.slice(0, 4))
  return assessments.flatMap(({ kind, year }, index) =>
    kind === 'annual' && year !== undefined && year < started
      ? [diagnostic('record/before-work', {}, { path: ['assessments', index, 'year'] })]
      : [],
  )
}

/** Half characters, of which no digest can be made; U+FFFD, the trace of a wrong encoding; control characters. */
const BROKEN = /[\p{Cs}\ufffd]|(?![\t\n\r])\p{Cc}/u

/** Numbers that cannot be read exactly, and empty or broken texts. */
function valueProblems(value: unknown, path: Path): Diagnostic[] {
  if (typeof value === 'number') {
    return decimalFromNumber(value) === undefined ? [diagnostic('record/number-digits', {}, { path })] : []
  }
  if (typeof value === 'string')
    return value === '' || BROKEN.test(value) ? [diagnostic('record/bad-text', {}, { path })] : []
  if (Array.isArray(value)) return value.flatMap((item, index) => valueProblems(item, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => [
    ...valueProblems(key, path),
    ...valueProblems(item, [...path, key]),
  ])
}
