import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { digestOf, languageVersion } from '../../src/base/index.js'
import { loadPolicySet, parseCases } from '../../src/check/index.js'
import { compile, readProgram, toProgramFile } from '../../src/compile/index.js'
import { formatDiagnostics } from '../../src/diagnostics/index.js'
import { type EvaluateOptions, evaluate, evaluatorNames } from '../../src/evaluate/index.js'
import { readPolicySources } from '../../src/files/index.js'
import type { PolicySet, Program, SubjectRecord } from '../../src/model/index.js'
import { readRecord } from '../../src/record/index.js'
import { Language, namedOnly, people, rotation, withDays } from '../evaluate/generated.js'
import { cards, fitness, incentive, promotion, wild } from '../evaluate/generated-scores.js'
import { isProgram, policyOf, programOf } from '../evaluate/running.js'
import { loaded, record, trigger } from '../policy.js'

// Every case is judged three times here.
vi.setConfig({ testTimeout: 120_000 })

const AS_OF = '2026-11-21'
const textOf = (program: Program): string => JSON.stringify(toProgramFile(program))

/** The program in a file; the codes with which it was refused otherwise. */
function read(file: unknown): Program | string {
  const result = readProgram(file)
  return result.ok ? result.value : result.diagnostics.map(({ code }) => code).join(', ')
}

function readBack(program: Program): Program {
  const result = read(textOf(program))
  if (typeof result === 'string') throw new Error(result)
  return result
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}

/** A copy with the keys of every map the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([key, inner]) => [key, reversed(inner)]))
}

/** How many decisions came out: the same of the program and, on every evaluator, of its file. */
async function sameDecisions(
  program: Program,
  person: SubjectRecord,
  options: EvaluateOptions = {},
  copy = readBack(program),
): Promise<number> {
  const own = await evaluate(program, person, options)
  for (const evaluator of evaluatorNames)
    expect(JSON.stringify(await evaluate(copy, person, { ...options, evaluator }))).toBe(JSON.stringify(own))
  return own.ok ? own.value.length : 0
}

const casesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.cases.yaml'))
    .map((name) => join(folder, name))

const sets = new Map<string, Promise<PolicySet>>()

/** All policies of a folder, checked once. */
function policiesOf(folder: string): Promise<PolicySet> {
  const known = sets.get(folder)
  if (known) return known
  const loading = readPolicySources([folder]).then((sources) => {
    const policySet = sources.ok ? loadPolicySet(sources.value) : sources
    if (!policySet.ok) throw new Error(formatDiagnostics(policySet.diagnostics, { locale: 'en' }))
    return policySet.value
  })
  sets.set(folder, loading)
  return loading
}

it.each([...casesIn('policies'), ...casesIn('test/cases/policies')])(
  'the policies of %s decide its cases from a file as they do themselves',
  async (file) => {
    const { policies } = await policiesOf(dirname(file))
    const cases = parseCases({ file, text: readFileSync(file, 'utf8') })
    if (!cases.ok) throw new Error(formatDiagnostics(cases.diagnostics, { locale: 'en' }))
    const { policy, asOf, cases: all } = cases.value
    const only = { policies: policies.filter(({ id }) => id === policy) }
    const programsOn = new Map<string, { program: Program; copy: Program }>()
    const on = (day: string): { program: Program; copy: Program } => {
      const known = programsOn.get(day)
      if (known) return known
      const program = deepFreeze(compile(only, { asOf: day }))
      const both = { program, copy: deepFreeze(readBack(program)) }
      programsOn.set(day, both)
      return both
    }
    let decisions = 0
    for (const { record: written, asOf: own = asOf, inputs = {} } of all) {
      const from = written.from
      const data = typeof from === 'string' ? JSON.parse(readFileSync(join(dirname(file), from), 'utf8')) : written
      const person = readRecord(data)
      if (!person.ok) continue
      const { program, copy } = on(own)
      decisions += await sameDecisions(program, deepFreeze(person.value), { inputs }, copy)
    }
    expect(decisions).toBeGreaterThan(0)
  },
)

const language = new Language({ tellsUnknown: true, extraLists: true })
const all = wild(language)
const card = cards(all)
const programs = fc
  .tuple(
    language.parts(),
    fc.oneof(rotation(language), promotion(all, card), fitness(all), incentive(all, card)),
    fc.option(language.figure(), { nil: undefined }),
  )
  .map(([parts, kind, figure]) => {
    const given = { ...kind, ...(figure !== undefined && { figures: { figure } }) }
    return policyOf(namedOnly(parts, given), given)
  })
  .map((policy) => programOf(policy))
  .filter(isProgram)
/** Months are rare: every day of one is tried, which takes longer than all the rest. */
const person = fc.oneof({ weight: 1, arbitrary: people }, { weight: 14, arbitrary: people.map(withDays) })

it('whatever policy there is, its file reads back to it, and both evaluators decide the same by both, to the byte', async () => {
  let [decisions, kinds] = [0, new Set<string>()]
  await fc.assert(
    fc.asyncProperty(programs, fc.array(person, { minLength: 3, maxLength: 3 }), async (program, persons) => {
      deepFreeze(program)
      const copy = deepFreeze(readBack(program))
      expect(JSON.stringify(copy)).toBe(JSON.stringify(program))
      expect(copy).toStrictEqual(program)
      for (const data of persons) {
        const person = readRecord(data)
        if (!person.ok) continue
        decisions += await sameDecisions(program, deepFreeze(person.value), {}, copy)
      }
      for (const { kind } of program.policies) kinds = kinds.add(kind)
    }),
    { seed: 20261121, numRuns: 25 },
  )
  expect([...kinds].sort()).toEqual(['fitness', 'incentive', 'promotion', 'rotation'])
  expect(decisions).toBeGreaterThan(50)
})

it('a store that gives the keys back in another order changes neither the digest nor any decision', async () => {
  let decisions = 0
  await fc.assert(
    fc.asyncProperty(programs, person, async (program, data) => {
      const copy = read(reversed(JSON.parse(textOf(program))))
      if (typeof copy === 'string') throw new Error(copy)
      const person = readRecord(data)
      if (!person.ok) return
      const [own, other] = [await evaluate(program, person.value), await evaluate(copy, person.value)]
      expect(digestOf(other)).toBe(digestOf(own))
      decisions += own.ok ? own.value.length : 0
    }),
    { seed: 20261121, numRuns: 40 },
  )
  expect(decisions).toBeGreaterThan(20)
})

it('a weight is found though its store has put the keys of values in another order', async () => {
  const mean =
    '{ average: { of: supervision, take: severity, weights: { by: kind, table: { 约谈提醒: 1, 督办通报: 3 } } } }'
  const body = `facts:
  mean: { title: { zh: 均值, en: mean }, ${mean.slice(2, -2)} }
triggers:\n${trigger('low', '{ mean: 2.5 }')}`
  const program = readBack(reversed(compile(loaded(body), { asOf: AS_OF })) as Program)
  const supervision = [
    { kind: '约谈提醒', severity: 1, date: '2026-01-01' },
    { kind: '督办通报', severity: 3, date: '2026-01-02' },
  ]
  const judged = await evaluate(program, record({ id: 'a', supervision }))
  // (1 × 1 + 3 × 3) ÷ (1 + 3)
  expect(judged.ok && judged.value[0]?.determinedBy).toEqual(['low'])
})

const own = compile(loaded(`triggers:\n${trigger('long', '{ birthDate: { before: 1970-01-01 } }')}`), { asOf: AS_OF })
const file = JSON.parse(textOf(own))
const { program: _, ...headOnly } = file
const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`

it('a file is read as text and as parsed JSON, spaces or not', () => {
  expect(read(textOf(own))).toEqual(own)
  expect(read(JSON.stringify(toProgramFile(own), null, 2))).toEqual(own)
  expect(read(file)).toEqual(own)
  expect(read({ ...file, engineVersion: file.engineVersion })).toEqual(own)
})

it('another version of the engine reads it, and its digest covers which one compiled it', () => {
  const earlier = { ...own, engineVersion: '0.0.9' }
  expect(read(textOf(earlier))).toEqual(earlier)
  expect(read({ ...file, engineVersion: '0.0.9' })).toBe('program/digest')
})

it.each<[string, unknown, string]>([
  ['text that is cut off', textOf(own).slice(0, -10), 'program/syntax'],
  ['nothing', '', 'program/syntax'],
  ['YAML', 'policy: test/rotation', 'program/syntax'],
  ['null', 'null', 'program/not-a-program'],
  ['undefined', undefined, 'program/not-a-program'],
  ['a number', 5, 'program/not-a-program'],
  ['a list of programs', [file], 'program/not-a-program'],
  ['a program without the rest of its file', own, 'program/not-a-program'],
  ['the rest without the program', headOnly, 'program/not-a-program'],
  ['a text in place of the program', { ...file, program: textOf(own) }, 'program/not-a-program'],
  ['a program without policies', { ...file, program: { ...own, policies: undefined } }, 'program/not-a-program'],
  ['a personnel record', { id: 'a', birthDate: '1980-05' }, 'program/not-a-program'],
  ['a list of problems', { schemaVersion: 1, ok: true, diagnostics: [] }, 'program/not-a-program'],
  ['brackets without end', deep, 'program/not-a-program'],
  [
    'half a character',
    `{"schemaVersion":1,"languageVersion":1,"\\ud800":{},"program":{"policies":[]}}`,
    'program/not-a-program',
  ],
  ['a number that JSON has not', { ...file, program: { ...own, asOf: Number.NaN } }, 'program/not-a-program'],
  ['what computes', { ...file, toJSON: () => file }, 'program/not-a-program'],
  ['all of it under `__proto__`', `{"__proto__":${textOf(own)}}`, 'program/not-a-program'],
  ['the format of another time', { ...file, schemaVersion: 2 }, 'program/schema-version'],
  ['the language of another time', { ...file, languageVersion: 2 }, 'program/language-version'],
  [
    'the language of another time, digest and all',
    toProgramFile({ ...own, languageVersion: languageVersion + 1 }),
    'program/language-version',
  ],
  [
    'a program of another language than the file says',
    { ...toProgramFile({ ...own, languageVersion: 2 }), languageVersion: 1 },
    'program/digest',
  ],
  ['another digest', { ...file, digest: digestOf('something else') }, 'program/digest'],
  ['no digest', { ...file, digest: undefined }, 'program/not-a-program'],
  ['a key more', { ...file, note: 'approved' }, 'program/digest'],
  ['a date that was changed', { ...file, program: { ...own, asOf: 20271121 } }, 'program/digest'],
  ['a limit that was changed', textOf(own).replace('19700101', '19800101'), 'program/digest'],
  ['a list cut short', { ...file, program: { ...own, policies: [] } }, 'program/digest'],
  [
    'a key of every object set beside',
    textOf(own).replace('"segment":{', '"segment":{"__proto__":{"from":1},'),
    'program/digest',
  ],
  [
    'two keys of which the last was written by hand',
    textOf(own).replace('"inForce":true', '"inForce":true,"inForce":false'),
    'program/digest',
  ],
])('%s is refused', (_, given, code) => {
  expect(read(given)).toBe(code)
  const { prototype } = Object
  expect(Object.keys(prototype)).toEqual([])
})

it('no change of one character goes unseen', () => {
  const text = textOf(own)
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom('0', '9', 'a', '是', '"', '}'), (at, character) => {
      const changed = text.slice(0, at) + character + text.slice(at + 1)
      const result = readProgram(changed)
      if (result.ok) expect(JSON.stringify(result.value)).toBe(JSON.stringify(own))
    }),
    { seed: 20261121, numRuns: 100 },
  )
})

it.each([
  [{ ...file, languageVersion: 2 }, '需要第 1 版', 'version 1 is needed'],
  [{ ...file, schemaVersion: 2 }, '只能读第 1 版', 'only format 1 can be read'],
])('which version is needed is said in both languages', (given, zh, en) => {
  const result = readProgram(given)
  const said = (locale: 'zh' | 'en') => (result.ok ? '' : formatDiagnostics(result.diagnostics, { locale }))
  expect(said('zh')).toContain(zh)
  expect(said('en')).toContain(en)
})

it('names that all objects have are names like others', async () => {
  const facts = `facts:
  toString: { title: { zh: 出生, en: born }, is: birthDate }
  hasOwnProperty: { title: { zh: 工龄, en: service }, elapsed: { since: workStartedOn } }
parameters:
  valueOf: { title: { zh: 上限, en: limit }, provenance: stated, values: [{ from: 2020-01-01, is: 5 years }] }
`
  const body = `${facts.replace('is: birthDate', 'elapsed: { since: birthDate }')}triggers:\n${trigger(
    'value-of',
    '{ hasOwnProperty: { atLeast: $valueOf }, toString: { atLeast: $valueOf } }',
  )}`
  const program = compile(loaded(body), { asOf: AS_OF })
  const person = record({ id: 'a', birthDate: '1980-05', workStartedOn: '2002-07' })
  expect(await sameDecisions(program, person)).toBe(1)
  const judged = await evaluate(readBack(program), person)
  expect(judged.ok && judged.value[0]?.determinedBy).toEqual(['value-of'])
})

it('a program that needs an extension says so when it is evaluated without', async () => {
  const startsWith = {
    title: { zh: '以…开头', en: 'to start with …' },
    tests: 'text',
    operand: 'text',
    test: (left: string, right: string) => left.startsWith(right),
  } as const
  const extensions = { operators: { 'x-startsWith': startsWith } }
  const body = `triggers:\n${trigger('county', '{ residence: { x-startsWith: 县 } }')}`
  const program = readBack(compile(loaded(body, { extensions }), { asOf: AS_OF }))
  const person = record({ id: 'a', residence: '县城' })
  await expect(evaluate(program, person)).rejects.toThrow(
    new TypeError('this program needs extensions: x-startsWith (text, text), which is not given'),
  )
  const judged = await evaluate(program, person, { extensions })
  expect(judged.ok && judged.value[0]?.determinedBy).toEqual(['county'])
})

it('the published schema takes what is written and nothing beside it', () => {
  const validate = new Ajv().compile(JSON.parse(readFileSync('schemas/program.schema.json', 'utf8')))
  expect(validate(file)).toBe(true)
  for (const other of [headOnly, own, { ...file, note: '' }, { ...file, schemaVersion: 2 }, { ...file, digest: 'md5' }])
    expect(validate(other)).toBe(false)
})
