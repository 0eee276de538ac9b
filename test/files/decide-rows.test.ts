import { expect, it } from 'vitest'
import { compile } from '../../src/compile/index.js'
import { decideRows, type JudgedRow, type RecordRow, rejectionOf } from '../../src/files/index.js'
import type { EvaluateOptions } from '../../src/index.js'
import { loaded, record, trigger } from '../policy.js'

const inputs = 'inputs:\n  findings: { title: { zh: 审计问题数, en: audit findings }, type: number }\n'
const program = compile(loaded(`${inputs}triggers:\n${trigger('a', '{ findings: { atLeast: 3 } }')}`), {
  asOf: '2026-11-21',
})

async function* rows(...ids: string[]): AsyncGenerator<RecordRow> {
  for (const [index, id] of ids.entries()) yield { file: 'a.ndjson', line: index + 1, record: record({ id }) }
}

async function judged(options: EvaluateOptions, ...ids: string[]): Promise<JudgedRow[]> {
  const all: JudgedRow[] = []
  for await (const row of decideRows(program, rows(...ids), options)) all.push(row)
  return all
}
const told = (row: JudgedRow): string =>
  'decisions' in row
    ? row.decisions.map(({ outcome }) => outcome).join()
    : row.diagnostics.map(({ code }) => code).join()

it('sources are asked person by person, and a failure rejects one row', async () => {
  const asked: string[] = []
  const findings = async ({ record: { id } }: { record: { id: string } }): Promise<number | undefined> => {
    asked.push(id)
    if (id === 'b') throw new Error('b 的审计')
    return { a: 3, c: 2 }[id]
  }
  const all = await judged({ sources: { findings } }, 'a', 'b', 'a', 'c', 'd')
  expect(all.map(told)).toEqual(['required', 'fact/failed', 'record/duplicate-id', 'none', 'undetermined'])
  expect(asked).toEqual(['a', 'b', 'c', 'd'])
})

it('an id that stands twice is told with the line where it stood first', async () => {
  const [, , again] = await judged({}, 'a', 'b', 'a')
  const [problem] = again && 'diagnostics' in again ? again.diagnostics : []
  expect(problem).toMatchObject({
    code: 'record/duplicate-id',
    params: { line: 1 },
    related: [{ code: 'first-record', span: { line: 1, column: 1 } }],
  })
})

it('a row that is rejected for a source says where and who, and nothing of the error', async () => {
  const findings = async (): Promise<never> => Promise.reject(new Error('b 的审计'))
  const [row] = await judged({ sources: { findings } }, 'b')
  if (!row || 'decisions' in row) throw new Error('decided')
  expect(rejectionOf(row, { locale: 'en' })).toEqual({
    file: 'a.ndjson',
    line: 1,
    id: 'b',
    problems: [
      {
        code: 'fact/failed',
        field: 'inputs.findings',
        message: 'the source of `findings` failed; try again, or give the value as an input',
      },
    ],
  })
})

it('a source that is late for one person is asked for the next', async () => {
  const findings = ({ record: { id } }: { record: { id: string } }) => (id === 'a' ? new Promise<never>(() => {}) : 3)
  expect((await judged({ sources: { findings }, sourceTimeout: 5 }, 'a', 'b')).map(told)).toEqual([
    'fact/failed',
    'required',
  ])
})

it('others get their turn between two rows, though judging waits for nothing', async () => {
  await judged({}, 'p') // the engine is loaded for the first
  const controller = new AbortController()
  setImmediate(() => controller.abort('enough'))
  const ids = Array.from({ length: 1_000 }, (_, index) => `p${index}`)
  await expect(judged({ signal: controller.signal }, ...ids)).rejects.toBe('enough')
})

it('the caller’s signal ends the run at the row that it has come to', async () => {
  const controller = new AbortController()
  const findings = ({ record: { id } }: { record: { id: string } }): number => {
    if (id === 'b') controller.abort('enough')
    return 3
  }
  const done: string[] = []
  const run = async (): Promise<void> => {
    const options = { sources: { findings }, signal: controller.signal }
    for await (const row of decideRows(program, rows('a', 'b', 'c'), options)) done.push(told(row))
  }
  await expect(run()).rejects.toBe('enough')
  expect(done).toEqual(['required'])
})
