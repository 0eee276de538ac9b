import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadPolicySet } from '../../src/check/index.js'
import { compile } from '../../src/compile/index.js'
import { evaluate, type Inputs } from '../../src/evaluate/index.js'
import type { Program } from '../../src/model/index.js'
import { head, record, trigger } from '../policy.js'

const dictionary = { file: 'policies/cadre.facts.yaml', text: readFileSync('policies/cadre.facts.yaml', 'utf8') }
const inputs = `inputs:
  n: { title: { zh: 数, en: number }, type: number }
  flag: { title: { zh: 标志, en: flag }, type: boolean }
  day: { title: { zh: 日, en: day }, type: date }
  word: { title: { zh: 词, en: word }, type: text }
`
const given = { n: 3, flag: true, day: '2021-11-21', word: '甲' }
const never = trigger('a', '{ birthDate: 1000-01-01 }')
const person = record({
  id: 'wang',
  birthDate: '1980-05-02',
  workStartedOn: '2003-07-01',
  posts: [{ title: '科长', from: '2020-11-21', mode: 'regular', unit: '甲' }],
  honours: [{ title: '先进', date: '2025-01-01', matter: '防汛', level: '县级' }],
  leaves: [],
  waivers: [],
})

/** Policies below the shared head, the second and later ones under names of their own. */
function programOf(...bodies: string[]): Program {
  const texts = bodies.map((body, index) => `${head.replace('test/rotation', `test/rotation${index}`)}${body}`)
  return compiled(...texts)
}

function compiled(...texts: string[]): Program {
  const files = texts.map((text, index) => ({ file: `policies/test/p${index}.policy.yaml`, text }))
  const loaded = loadPolicySet([dictionary, ...files])
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return compile(loaded.value, { asOf: '2026-11-21' })
}

/** The names of the inputs whose sources are asked, each as often as it is. */
async function asked(program: Program, of = person): Promise<string[]> {
  const names: string[] = []
  const source = ([name, value]: [string, string | number | boolean]) => [
    name,
    async () => {
      names.push(name)
      return value
    },
  ]
  const sources = Object.fromEntries(Object.entries({ ...given, other: 1 }).map(source))
  const judged = await evaluate(program, of, { sources })
  if (!judged.ok) throw new Error(JSON.stringify(judged.diagnostics))
  // Whatever has no source would be missing.
  expect(judged).toEqual(await evaluate(program, of, { inputs: pick(names) }))
  expect(JSON.stringify(judged.value)).not.toContain('"inputs.')
  return names.sort()
}

function pick(names: readonly string[]): Inputs {
  return Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name)))
}

const title = 'title: { zh: 甲, en: x }'
const x = (form: string): string => `facts:\n  x: { ${title}, ${form} }\n`
const when = (condition: string): string => `triggers:\n${trigger('a', condition)}`

describe('an input is read', () => {
  it.each<[string, string, string[]]>([
    ['by a condition', when('{ n: 3 }'), ['n']],
    ['on the right of a test', when('{ birthDate: { before: { fact: day } } }'), ['day']],
    [
      'in a group, whatever the others say',
      when('{ any: [{ n: 3 }, { flag: true }, { not: { word: 甲 } }] }'),
      ['flag', 'n', 'word'],
    ],
    ['through a derived fact', x('plus: [n, 1]') + when('{ x: 4 }'), ['n']],
    [
      'through a fact that comes from a derived one',
      `${x('plus: [n, 1]')}  y: { ${title}, times: [x, 2] }\n${when('{ y: 8 }')}`,
      ['n'],
    ],
    ['in a branch', x('choose: [{ when: { flag: true }, is: n }, { else: 1 }]') + when('{ x: 3 }'), ['flag', 'n']],
    [
      'as the day of a parameter',
      `parameters:\n  p: { ${title}, provenance: stated, values: [{ from: 2020-01-01, is: 3 }] }\n${when('{ n: { atLeast: { parameter: p, at: day } } }')}`,
      ['day', 'n'],
    ],
    [
      'by an exception',
      `triggers:\n${trigger('a', '{ birthDate: { known: true } }')}    unless: { flag: true }\n`,
      ['flag'],
    ],
    ['by an exemption', `triggers:\n${never}exemptions:\n  - { id: e, ${title}, when: { flag: true } }\n`, ['flag']],
    ['by the scope', `scope: { flag: true }\ntriggers:\n${never}`, ['flag']],
    ['by what says whom a version is for', `appliesTo: { flag: true }\ntriggers:\n${never}`, ['flag']],
    ['by a figure', `${x('plus: [n, 1]')}figures: [x]\ntriggers:\n${never}`, ['n']],
    ['by an input that is a figure', `figures: [n]\ntriggers:\n${never}`, ['n']],
    [
      'by a reason',
      `triggers:\n${trigger('a', '{ birthDate: { known: true } }')}    because: { zh: '{n}{x}', en: 'for {word}' }\n${x('plus: [n, 1]')}`,
      ['n', 'word'],
    ],
    ['in a test of items', when('{ some: { of: posts, where: { unit: { fact: word } } } }'), ['word']],
    ['in the window of items', x('count: { of: honours, since: day }') + when('{ x: 1 }'), ['day']],
    ['in how many items are looked at', x('count: { of: honours, latest: n }') + when('{ x: 1 }'), ['n']],
    [
      'by a field of items',
      `items:\n  honours: { near: { ${title}, is: flag } }\n${when('{ some: { of: honours, where: { near: true } } }')}`,
      ['flag'],
    ],
    [
      'by a field of the current post',
      `items:\n  posts: { near: { ${title}, is: flag } }\n${when('{ post.near: true }')}`,
      ['flag'],
    ],
    [
      'by a field of which items are kept',
      `items:\n  honours: { rate: { ${title}, is: n } }\n${when('{ some: { of: honours, keep: { highest: rate, per: matter }, having: { level: 县级 } } }')}`,
      ['n'],
    ],
    [
      'by which items a named list has',
      `lists: { own: { of: honours, where: { title: { fact: word } } } }\n${x('count: { of: own }')}${when('{ x: 0 }')}`,
      ['word'],
    ],
    [
      'by a named list in a test of items',
      `lists: { own: { of: honours, where: { title: { fact: word } } } }\n${when('{ some: { of: own, where: { matter: 防汛 } } }')}`,
      ['word'],
    ],
    [
      'by a named list of a named list',
      `lists: { own: { of: honours, where: { title: { fact: word } } }, late: { of: own, where: { date: { after: 2020-01-01 } } } }\n${x('count: { of: late }')}${when('{ x: 0 }')}`,
      ['word'],
    ],
    [
      'by the dates of a named list',
      `lists: { terms: { of: honours, from: day, for: 6 months } }\n${x('time: { of: terms }')}${when('{ x: { atLeast: 1 month } }')}`,
      ['day'],
    ],
    [
      'by what time is cut by',
      `lists: { terms: { of: honours, from: day, for: 6 months } }\n${x('time: { of: posts, except: [{ of: terms }] }')}${when('{ x: { atLeast: 1 month } }')}`,
      ['day'],
    ],
    [
      'by the longest of a named list',
      `lists: { terms: { of: honours, from: day, for: 6 months } }\n${x('longest: { of: terms }')}${when('{ x: { atLeast: 1 month } }')}`,
      ['day'],
    ],
    [
      'by how long an item of a named list lasts',
      `lists: { terms: { of: honours, from: day, for: 6 months } }\n${when('{ some: { of: terms, where: { length: { atLeast: 1 month } } } }')}`,
      ['day'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await asked(programOf(inputs + body))).toEqual(expected)
  })
})

describe('an input is not read', () => {
  it.each<[string, string]>([
    ['that is only declared', when('{ birthDate: { known: true } }')],
    ['by a fact that nothing reads', x('plus: [n, 1]') + when('{ birthDate: { known: true } }')],
    [
      'by a named list that nothing reads',
      `lists: { own: { of: honours, where: { title: { fact: word } } } }\n${x('count: { of: own }')}${when('{ birthDate: { known: true } }')}`,
    ],
    [
      'by a field of items that nothing reads',
      `items:\n  honours: { near: { ${title}, is: flag } }\n${when('{ some: { of: honours, where: { level: 县级 } } }')}`,
    ],
  ])('%s', async (_, body) => {
    expect(await asked(programOf(inputs + body))).toEqual([])
  })

  it('by a policy that is not in force', async () => {
    const to = `${head.replace('2020-01-01', '2030-01-01')}${inputs}${when('{ n: 3 }')}`
    expect(await asked(compiled(to))).toEqual([])
    expect(
      await asked(compiled(to, `${head.replace('test/rotation', 'test/b')}${inputs}${when('{ word: 甲 }')}`)),
    ).toEqual(['word'])
  })

  it('by a policy for units where a person is judged, nor the other way round', async () => {
    const units = `${head.replace('test/rotation', 'test/unit').replace(/uses.*\n/, '')}subject: unit\nfacts:\n  kind: { values: [镇] }\n${inputs}${when('{ n: 3 }')}`
    const program = compiled(`${head}${inputs}${when('{ word: 甲 }')}`, units)
    expect(await asked(program)).toEqual(['word'])
    expect(await asked(program, record({ id: 'u', kind: '镇' }))).toEqual(['n'])
  })
})

it('of several policies that read an input, its source is asked once for all', async () => {
  const body = inputs + when('{ n: 3 }')
  const program = programOf(body, body, inputs + when('{ all: [{ n: 3 }, { word: 甲 }] }'))
  expect(await asked(program)).toEqual(['n', 'word'])
})

it('a policy that declares an input as something else rejects what the source tells', async () => {
  const other = inputs.replace('type: number', 'type: boolean')
  const judged = await evaluate(programOf(inputs + when('{ n: 3 }'), other + when('{ n: true }')), person, {
    sources: { n: async () => 3 },
  })
  expect(!judged.ok && judged.diagnostics.map(({ code, params }) => ({ code, ...params }))).toEqual([
    { code: 'input/wrong-type', input: 'n', expected: 'boolean' },
  ])
})
