import { byCodePoint, formatDate } from '../base/index.js'
import { diagnostic } from '../diagnostics/index.js'
import type { Program, SubjectRecord } from '../model/index.js'
import { type Inputs, readInputs } from './inputs.js'
import { inputsRead } from './inputs-read.js'
import { onAbort } from './on-abort.js'

/**
 * Tells the value of an input for one record; `undefined` and null are unknown. It is asked once an evaluation, and
 * only if a policy reads the input. To fail, throw or reject: that rejects the record, and the error is not shown.
 */
export type FactSource = (asked: FactRequest) => FactAnswer | PromiseLike<FactAnswer>

/** For whom a source is asked, and on which day. */
export interface FactRequest {
  /** A copy: to change it changes nothing. */
  readonly record: SubjectRecord
  /** The program's as-of date: `2026-11-21`. */
  readonly asOf: string
  /** Aborts when the source's time is up, or the caller's signal aborts. */
  readonly signal: AbortSignal
}

type FactAnswer = Inputs[string] | undefined

/** Where inputs come from that have to be fetched. */
export interface SourceOptions {
  /**
   * Sources of the facts that policies declare under `inputs`, by name; by default none. A value under `inputs` comes
   * first, and its source is not asked; nor is one that no policy reads. One that is not a function is a TypeError.
   */
  readonly sources?: Readonly<Record<string, FactSource>>
  /** The milliseconds that each source may take, above 0 and at most 2,147,483,647, else a RangeError; by default 10,000. */
  readonly sourceTimeout?: number
  /** When it aborts before the sources have told, the evaluation rejects with its reason; by default nothing aborts it. */
  readonly signal?: AbortSignal
}

const USUAL_TIMEOUT = 10_000
/** A timer takes more milliseconds than this for none at all. */
const LONGEST_TIMEOUT = 2 ** 31 - 1

/** Throws what is wrong with the options, or the reason of a signal that has aborted. */
export function checkSources({ sources = {}, sourceTimeout = USUAL_TIMEOUT, signal }: SourceOptions): void {
  for (const [name, source] of Object.entries(sources))
    if (typeof source !== 'function') throw new TypeError(`the source of ${name} must be a function`)
  if (!Number.isFinite(sourceTimeout) || sourceTimeout <= 0 || sourceTimeout > LONGEST_TIMEOUT)
    throw new RangeError(`sourceTimeout must be above 0 and at most ${LONGEST_TIMEOUT} milliseconds`)
  signal?.throwIfAborted()
}

/** What a source told, or that it did not: it failed, or it was late. */
type Answer = { readonly value: unknown } | { readonly late: boolean }

/**
 * The inputs as each policy declares them: those given, and those that sources tell; or every source that failed and every
 * value that is not of its input's type, sorted by the inputs' names. Rejects only with the reason of the caller's signal.
 */
export async function fetchInputs(
  program: Program,
  record: SubjectRecord,
  inputs: Inputs,
  given: ReturnType<typeof readInputs>,
  options: SourceOptions,
): Promise<ReturnType<typeof readInputs>> {
  const asked = sourcesRead(program, record, inputs, options)
  if (asked.length === 0) return given
  const answers = await askAll(asked, { record, asOf: formatDate(program.asOf) }, options)
  const told = answers.flatMap(([name, one]) => ('value' in one ? [[name, one.value ?? null]] : []))
  const failed = answers.flatMap(([fact, one]) =>
    'late' in one ? [diagnostic('fact/failed', { fact, late: one.late }, { path: ['inputs', fact] })] : [],
  )
  // What a source tells can be anything; it is checked as what is given is.
  const read = readInputs(program, { ...inputs, ...(Object.fromEntries(told) as Inputs) })
  if (read.ok && failed.length === 0) return read
  const problems = [...failed, ...(read.ok ? [] : read.diagnostics)]
  return { ok: false, diagnostics: problems.sort((a, b) => byCodePoint(String(a.path[1]), String(b.path[1]))) }
}

/** The sources of inputs that are not given and that a policy for such a record reads. */
function sourcesRead(
  { policies }: Program,
  { subject }: SubjectRecord,
  inputs: Inputs,
  { sources = {} }: SourceOptions,
): [string, FactSource][] {
  const open = Object.entries(sources).filter(([name]) => !Object.hasOwn(inputs, name) || inputs[name] === null)
  if (open.length === 0) return []
  const read = new Set<string>(policies.filter((policy) => policy.subject === subject).flatMap(inputsRead))
  return open.filter(([name]) => read.has(name))
}

/** Asks all sources at once, and waits for the last of them or for the caller to abort; nothing stays behind. */
async function askAll(
  sources: readonly (readonly [string, FactSource])[],
  about: Omit<FactRequest, 'signal'>,
  { sourceTimeout = USUAL_TIMEOUT, signal }: SourceOptions,
): Promise<(readonly [string, Answer])[]> {
  const questions = sources.map(([name, source]) => ({ name, source, controller: new AbortController() }))
  const abort = (): void => {
    for (const { controller } of questions) controller.abort(signal?.reason)
  }
  const release = signal && questions.length > 0 ? onAbort(signal, abort) : undefined
  try {
    const answers = questions.map(async ({ name, source, controller }) => {
      // The source before this one may have aborted.
      signal?.throwIfAborted()
      return [name, await ask(source, about, sourceTimeout, controller)] as const
    })
    const all = await Promise.all(answers)
    signal?.throwIfAborted()
    return all
  } finally {
    release?.()
  }
}

/** Never rejects. What a source says after its signal has aborted, nobody hears. */
function ask(
  source: FactSource,
  { record, asOf }: Omit<FactRequest, 'signal'>,
  timeout: number,
  controller: AbortController,
): Promise<Answer> {
  const { signal } = controller
  const request: FactRequest = { record: structuredClone(record), asOf, signal }
  const tell = async (): Promise<unknown> => source(request)
  return new Promise((resolve) => {
    const settle = (answer: Answer): void => {
      clearTimeout(timer)
      resolve(answer)
    }
    const timeUp = (): void => controller.abort(new DOMException('the time for an answer is up', 'TimeoutError'))
    // A timer of our own: that of `AbortSignal.timeout` would not keep the process alive for the answer.
    const timer = setTimeout(timeUp, timeout)
    signal.addEventListener('abort', () => settle({ late: true }))
    tell().then(
      (value) => settle({ value }),
      () => settle({ late: false }),
    )
  })
}
