import { getEventListeners } from 'node:events'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { compile } from '../../src/compile/index.js'
import { type EvaluateOptions, evaluate, type FactRequest, type FactSource } from '../../src/evaluate/index.js'
import { formatDiagnostic } from '../../src/index.js'
import type { Program, SubjectRecord } from '../../src/model/index.js'
import { loaded, record, trigger } from '../policy.js'

const inputs = `inputs:
  audit.findings: { title: { zh: 审计问题数, en: audit findings }, type: number, least: 0, most: 99 }
  audit.open: { title: { zh: 审计未结, en: audit open }, type: boolean }
  audit.grade: { title: { zh: 审计结论, en: audit grade }, type: text, values: [好, 差] }
  audit.by: { title: { zh: 审计单位, en: auditor }, type: text }
  audit.on: { title: { zh: 审计日期, en: day of the audit }, type: date }
  audit.took: { title: { zh: 审计时长, en: length of the audit }, type: duration }
`
const program = (when: string): Program =>
  compile(loaded(`${inputs}triggers:\n${trigger('a', when)}`), { asOf: '2026-11-21' })
const findings = program('{ audit.findings: { atLeast: 3 } }')
const several = program('{ all: [{ audit.findings: { atLeast: 3 } }, { audit.open: true }, { audit.by: 审计局 }] }')
const wang = record({ id: 'wang', birthDate: '1980-05', posts: [{ title: '科长' }] })

/** What is decided: the outcome and what is missing; or why nothing is. */
async function told(judging: ReturnType<typeof evaluate>): Promise<string[]> {
  const judged = await judging
  if (!judged.ok) return judged.diagnostics.map(reason)
  return judged.value.flatMap(({ outcome, missing }) => [outcome, ...missing.map(({ path }) => `? ${path}`)])
}
const reason = ({ code, path, params }: { code: string; path: readonly (string | number)[]; params: object }): string =>
  [code, path.join('.'), ...('late' in params ? [params.late ? 'late' : 'failed'] : [])].join(' ')
const judge = (options: EvaluateOptions, judged = findings, of = wang): ReturnType<typeof evaluate> =>
  evaluate(judged, of, options)
const ask = (source: unknown, fact = 'audit.findings'): EvaluateOptions => ({
  sources: { [fact]: source as FactSource },
})

const never = (): Promise<never> => new Promise(() => {})
/** Until everything that has been rejected so far would have been reported. */
const later = (): Promise<void> => new Promise((resolve) => void setImmediate(() => setImmediate(resolve)))

/** A source that answers when it is told to. */
function byHand<T>() {
  const asked: FactRequest[] = []
  const { promise, resolve, reject } = withResolvers<T>()
  const source = (request: FactRequest): Promise<T> => {
    asked.push(request)
    return promise
  }
  return { source: source as unknown as FactSource, asked, resolve, reject }
}

/** What is no promise but can be waited for. */
function thenable(then: (yes: (value: number) => void) => void): PromiseLike<number> {
  return Object.fromEntries([['then', then]]) as unknown as PromiseLike<number>
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => {}
  let reject: (error: unknown) => void = () => {}
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('what a source tells', () => {
  it.each<[string, unknown, string[]]>([
    ['a value at once', () => 3, ['required']],
    ['a value later', async () => 3, ['required']],
    ['a value that is too small', async () => 2, ['none']],
    ['a promise of a promise', async () => Promise.resolve(Promise.resolve(3)), ['required']],
    ['what only has `then`', () => thenable((yes) => yes(3)), ['required']],
    ['nothing is unknown', async () => {}, ['undetermined', '? inputs.audit.findings']],
    ['null is unknown', async () => null, ['undetermined', '? inputs.audit.findings']],
    ['null at once is unknown', () => null, ['undetermined', '? inputs.audit.findings']],
  ])('%s', async (_, source, expected) => {
    expect(await told(judge(ask(source)))).toEqual(expected)
  })

  // The type that the input has, in a condition that it fits; what is told instead.
  it.each<[string, string, string, unknown, string]>([
    ['text for a number', 'audit.findings', '3', '3', 'input/wrong-type'],
    ['NaN', 'audit.findings', '3', Number.NaN, 'input/wrong-type'],
    ['infinity', 'audit.findings', '3', Number.POSITIVE_INFINITY, 'input/wrong-type'],
    ['more digits than can be kept', 'audit.findings', '3', 0.1 + 0.2, 'input/wrong-type'],
    ['a big integer', 'audit.findings', '3', 3n, 'input/wrong-type'],
    ['a number below the bound', 'audit.findings', '3', -1, 'input/out-of-range'],
    ['a number above the bound', 'audit.findings', '3', 100, 'input/out-of-range'],
    ['an object', 'audit.findings', '3', { count: 3 }, 'input/wrong-type'],
    ['a list', 'audit.findings', '3', [3], 'input/wrong-type'],
    ['a function', 'audit.findings', '3', () => 3, 'input/wrong-type'],
    ['a number for true or false', 'audit.open', 'true', 1, 'input/wrong-type'],
    ['text for true or false', 'audit.open', 'true', 'true', 'input/wrong-type'],
    ['text that is not listed', 'audit.grade', '好', '中', 'input/unknown-value'],
    ['a number for text', 'audit.by', '审计局', 3, 'input/wrong-type'],
    ['a symbol for text', 'audit.by', '审计局', Symbol('审计局'), 'input/wrong-type'],
    ['a day that is none', 'audit.on', '{ after: 2026-01-01 }', '2026-02-30', 'input/wrong-type'],
    ['a Date', 'audit.on', '{ after: 2026-01-01 }', new Date(0), 'input/wrong-type'],
    ['a length without unit', 'audit.took', '{ atLeast: 1 month }', 3, 'input/wrong-type'],
    ['a length of no known unit', 'audit.took', '{ atLeast: 1 month }', '3 moons', 'input/wrong-type'],
  ])('%s rejects the record, as if it had been given', async (_, fact, test, value, code) => {
    const judged = program(`{ ${fact}: ${test} }`)
    const [sourced, given] = [ask(async () => value, fact), { inputs: { [fact]: value as never } }]
    expect(await told(judge(sourced, judged))).toEqual([`${code} inputs.${fact}`])
    expect(await told(judge(given, judged))).toEqual([`${code} inputs.${fact}`])
  })

  it('the decision is that on the same value given, and shows it', async () => {
    const [sourced, given] = await Promise.all([judge(ask(async () => 3)), judge({ inputs: { 'audit.findings': 3 } })])
    expect(sourced).toEqual(given)
    expect(sourced.ok && sourced.value[0]?.inputs).toMatchObject([
      { fact: { id: 'audit.findings' }, value: { type: 'number', value: '3' } },
    ])
  })
})

describe('a source that fails', () => {
  const failing: [string, FactSource][] = [
    ['a rejection', async () => Promise.reject(new Error('王某的审计'))],
    [
      'a throw before any promise',
      () => {
        throw new Error('王某的审计')
      },
    ],
    ['a rejection with nothing', () => Promise.reject()],
    ['a `then` that throws', () => thenable(() => raise('王某的审计'))],
  ]
  it.each(failing)('%s rejects the record', async (_, source) => {
    const judged = await judge(ask(source))
    expect(judged).toEqual({
      ok: false,
      diagnostics: [
        {
          code: 'fact/failed',
          severity: 'error',
          params: { fact: 'audit.findings', late: false },
          path: ['inputs', 'audit.findings'],
        },
      ],
    })
  })

  it('is named without what its error says', async () => {
    const judged = await judge(ask(() => raise('王某的审计')))
    if (judged.ok) throw new Error('decided')
    const lines = judged.diagnostics.flatMap((one) => [
      formatDiagnostic(one, { locale: 'zh' }),
      formatDiagnostic(one, { locale: 'en' }),
    ])
    expect(lines).toEqual([
      'inputs.audit.findings  错误  fact/failed  `audit.findings` 的来源出错；请重试，或把它的值作为输入给出',
      'inputs.audit.findings  error  fact/failed  the source of `audit.findings` failed; try again, or give the value as an input',
    ])
  })

  it('is told beside all others that fail, are late or tell nonsense, sorted by name', async () => {
    const sources = { 'audit.open': never, 'audit.findings': () => raise('x'), 'audit.by': async () => 3 as never }
    expect(await told(judge({ sources, sourceTimeout: 5 }, several))).toEqual([
      'input/wrong-type inputs.audit.by',
      'fact/failed inputs.audit.findings failed',
      'fact/failed inputs.audit.open late',
    ])
  })

  it('is not asked again, nor does its failure become unknown', async () => {
    const source = vi.fn(() => raise('x'))
    expect(await told(judge(ask(source)))).toEqual(['fact/failed inputs.audit.findings failed'])
    expect(source).toHaveBeenCalledTimes(1)
  })

  it('rejects its own record, and leaves those before and after as they are alone', async () => {
    const records = ['a', 'b', 'c'].map((id) => record({ id }))
    const source: FactSource = async ({ record: { id } }) => (id === 'b' ? raise('x') : 3)
    const alone = await judge(
      ask(async () => 3),
      findings,
      records[2],
    )
    const judged = []
    for (const one of records) judged.push(await judge(ask(source), findings, one))
    expect(judged.map(({ ok }) => ok)).toEqual([true, false, true])
    expect(judged[2]).toEqual(alone)
  })
})

describe('time', () => {
  it('a source has ten seconds unless the caller says otherwise', async () => {
    vi.useFakeTimers()
    const judging = judge(ask(never))
    const settled = vi.fn()
    void judging.then(settled)
    await vi.advanceTimersByTimeAsync(9_999)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(await told(judging)).toEqual(['fact/failed inputs.audit.findings late'])
  })

  it('an answer a millisecond before the end is on time, one a millisecond after it is late', async () => {
    vi.useFakeTimers()
    const answering = (milliseconds: number) => () =>
      new Promise<number>((resolve) => void setTimeout(() => resolve(3), milliseconds))
    const judged = [answering(49), answering(51)].map((source) => told(judge({ ...ask(source), sourceTimeout: 50 })))
    await vi.advanceTimersByTimeAsync(60)
    expect(await Promise.all(judged)).toEqual([['required'], ['fact/failed inputs.audit.findings late']])
  })

  it('the signal of a source aborts when its time is up, and not when it has told', async () => {
    const [quick, slow] = [byHand<number>(), byHand<never>()]
    quick.resolve(3)
    const sources = { 'audit.findings': quick.source, 'audit.open': slow.source }
    expect(await told(judge({ sources, sourceTimeout: 5 }, several))).toEqual(['fact/failed inputs.audit.open late'])
    expect(quick.asked[0]?.signal.aborted).toBe(false)
    expect(slow.asked[0]?.signal.reason).toMatchObject({ name: 'TimeoutError' })
  })

  it('a source that gives up when its signal aborts was late, and did not fail', async () => {
    const source: FactSource = ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    expect(await told(judge({ ...ask(source), sourceTimeout: 5 }))).toEqual(['fact/failed inputs.audit.findings late'])
  })

  it.each([
    ['tells', (source: ReturnType<typeof byHand<number>>) => source.resolve(3)],
    ['fails', (source: ReturnType<typeof byHand<number>>) => source.reject(new Error('late'))],
  ])('a source that %s after its end is passed over, and nothing is left unhandled', async (_, settle) => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    const source = byHand<number>()
    const judged = await told(judge({ ...ask(source.source), sourceTimeout: 5 }))
    settle(source)
    await later()
    process.off('unhandledRejection', unhandled)
    expect(judged).toEqual(['fact/failed inputs.audit.findings late'])
    expect(unhandled).not.toHaveBeenCalled()
  })

  it('no timer is left over, whatever comes of the sources', async () => {
    vi.useFakeTimers()
    const controller = new AbortController()
    const sources = { 'audit.findings': async () => 3, 'audit.open': () => raise('x') }
    await judge({ sources }, several)
    expect(vi.getTimerCount()).toBe(0)
    const judging = judge({ ...ask(never), signal: controller.signal })
    expect(vi.getTimerCount()).toBe(1)
    controller.abort()
    await expect(judging).rejects.toThrow()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('a timer keeps the process alive until the answer', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout')
    await judge({ ...ask(never), sourceTimeout: 5 })
    const set = timers.mock.calls.findIndex(([, milliseconds]) => milliseconds === 5)
    const timer = timers.mock.results[set]?.value as NodeJS.Timeout
    expect(timer.hasRef()).toBe(true)
  })

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, '50' as never])(
    '%s milliseconds are refused, whether a source is asked or not',
    async (sourceTimeout) => {
      await expect(judge({ sourceTimeout })).rejects.toThrow(RangeError)
    },
  )
})

describe('the caller’s signal', () => {
  it('that has aborted rejects the evaluation with its reason, and no source is asked', async () => {
    const source = vi.fn(async () => 3)
    const signal = AbortSignal.abort('enough')
    await expect(judge({ ...ask(source), signal })).rejects.toBe('enough')
    await expect(judge({ signal })).rejects.toBe('enough')
    expect(source).not.toHaveBeenCalled()
  })

  it('that aborts while sources are asked rejects at once, and aborts theirs for the same reason', async () => {
    const [first, second] = [byHand<never>(), byHand<never>()]
    const controller = new AbortController()
    const sources = { 'audit.findings': first.source, 'audit.open': second.source }
    const judging = judge({ sources, signal: controller.signal }, several)
    const reason = new Error('enough')
    controller.abort(reason)
    await expect(judging).rejects.toBe(reason)
    expect([first, second].map(({ asked }) => asked[0]?.signal.reason)).toEqual([reason, reason])
  })

  it('ends every evaluation that waits, and each is let go by itself', async () => {
    const controller = new AbortController()
    const { signal } = controller
    const source = byHand<number>()
    const first = told(judge({ ...ask(source.source), signal }))
    const others = [never, never].map((one) => judge({ ...ask(one), signal }))
    source.resolve(3)
    expect(await first).toEqual(['required'])
    expect(getEventListeners(signal, 'abort')).toHaveLength(1)
    controller.abort('enough')
    const ends = await Promise.allSettled(others)
    expect(ends.map((end) => end.status === 'rejected' && end.reason)).toEqual(['enough', 'enough'])
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  it('that a source aborts itself keeps the ones after it from being asked', async () => {
    const controller = new AbortController()
    const second = vi.fn(async () => true)
    const first: FactSource = () => {
      controller.abort('enough')
      return 3
    }
    const sources = { 'audit.findings': first, 'audit.open': second }
    await expect(judge({ sources, signal: controller.signal }, several)).rejects.toBe('enough')
    expect(second).not.toHaveBeenCalled()
  })

  it('leaves a source that fails afterwards to itself: nothing is left unhandled', async () => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    const source = byHand<never>()
    const controller = new AbortController()
    const judging = judge({ ...ask(source.source), signal: controller.signal })
    controller.abort('enough')
    await expect(judging).rejects.toBe('enough')
    source.reject(new Error('late'))
    await later()
    process.off('unhandledRejection', unhandled)
    expect(unhandled).not.toHaveBeenCalled()
  })

  it('that aborts once all is decided changes nothing', async () => {
    const controller = new AbortController()
    const source = byHand<number>()
    source.resolve(3)
    expect(await told(judge({ ...ask(source.source), signal: controller.signal }))).toEqual(['required'])
    controller.abort()
    expect(source.asked[0]?.signal.aborted).toBe(false)
  })

  it('has one listener while a hundred evaluations wait, and none after ten thousand', async () => {
    const warned = vi.fn()
    process.on('warning', warned)
    const { signal } = new AbortController()
    for (let round = 0; round < 100; round += 1) {
      const source = round % 2 === 0 ? async () => 3 : () => raise('x')
      const judging = Promise.all(Array.from({ length: 100 }, () => judge({ ...ask(source), signal })))
      expect(getEventListeners(signal, 'abort')).toHaveLength(1)
      await judging
    }
    await later()
    process.off('warning', warned)
    expect(getEventListeners(signal, 'abort')).toEqual([])
    expect(warned).not.toHaveBeenCalled()
  }, 60_000)
})

describe('how sources are asked', () => {
  it('all at once, each once, none waiting for another', async () => {
    const [first, second, third] = [byHand<number>(), byHand<boolean>(), byHand<string>()]
    const sources = { 'audit.findings': first.source, 'audit.open': second.source, 'audit.by': third.source }
    const judging = judge({ sources }, several)
    expect([first, second, third].map(({ asked }) => asked.length)).toEqual([1, 1, 1])
    third.resolve('审计局')
    second.resolve(true)
    first.resolve(3)
    expect(await told(judging)).toEqual(['required'])
    expect([first, second, third].map(({ asked }) => asked.length)).toEqual([1, 1, 1])
  })

  it('each with a record, date and signal of its own', async () => {
    const [first, second] = [byHand<never>(), byHand<never>()]
    await judge({ sources: { 'audit.findings': first.source, 'audit.open': second.source }, sourceTimeout: 5 }, several)
    const [one, other] = [first.asked[0], second.asked[0]]
    expect(one?.record).toEqual(wang)
    expect(one?.asOf).toBe('2026-11-21')
    expect(one?.record).not.toBe(other?.record)
    expect(one?.signal).not.toBe(other?.signal)
  })

  it('a source that changes its record changes nothing of what is decided', async () => {
    const judged = program('{ all: [{ audit.findings: { atLeast: 3 } }, { birthDate: { before: 1990-01-01 } }] }')
    const spoil: FactSource = async ({ record: copy }) => {
      Object.assign(copy, { id: 'x', digest: 'x' })
      Object.assign(copy.data, { birthDate: '1999-01-01', posts: [] })
      return 3
    }
    const before = structuredClone(wang)
    expect(await judge(ask(spoil), judged)).toEqual(await judge({ inputs: { 'audit.findings': 3 } }, judged))
    expect(wang).toEqual(before)
  })

  it('a value that is given comes first, and its source is not asked', async () => {
    const source = vi.fn(async () => raise('x'))
    expect(await told(judge({ ...ask(source), inputs: { 'audit.findings': 0 } }))).toEqual(['none'])
    expect(source).not.toHaveBeenCalled()
  })

  it('null gives nothing, so that the source is asked', async () => {
    expect(await told(judge({ ...ask(async () => 3), inputs: { 'audit.findings': null } }))).toEqual(['required'])
  })

  it.each<[string, EvaluateOptions, SubjectRecord, string]>([
    ['an input that no policy declares', { inputs: { salary: 3 } }, wang, 'input/unknown inputs.salary'],
    ['an input of a wrong type', { inputs: { 'audit.open': 3 } }, wang, 'input/wrong-type inputs.audit.open'],
    [
      'a waiver of no rule',
      {},
      record({ id: 'b', waivers: [{ policy: 'test/rotation', rule: 'z', approvedBy: '区委', on: '2026-01-01' }] }),
      'record/waiver-without-rule waivers.0.rule',
    ],
    ['a unit, for which there is no policy', {}, record({ id: 'u', kind: '镇' }), 'record/no-policy '],
  ])('%s rejects the record before any source is asked', async (_, options, of, expected) => {
    const source = vi.fn(async () => 3)
    expect(await told(judge({ ...ask(source), ...options }, findings, of))).toEqual([expected])
    expect(source).not.toHaveBeenCalled()
  })

  it('one that is not a function is a mistake of the program, even where nothing reads it', async () => {
    await expect(judge(ask(3))).rejects.toThrow(TypeError)
    await expect(judge(ask(Promise.resolve(3)))).rejects.toThrow(TypeError)
    await expect(judge(ask(undefined, 'nobody.reads'))).rejects.toThrow(TypeError)
  })

  it('two evaluations at the same time do not see each other’s sources', async () => {
    const [one, other] = [byHand<number>(), byHand<number>()]
    const judged = [one, other].map(({ source }) => told(judge(ask(source))))
    const failing = told(judge(ask(() => raise('x'))))
    other.resolve(0)
    one.resolve(3)
    expect(await Promise.all(judged)).toEqual([['required'], ['none']])
    expect(await failing).toEqual(['fact/failed inputs.audit.findings failed'])
  })
})

function raise(message: string): never {
  throw new Error(message)
}
