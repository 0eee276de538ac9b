import { expect, it } from 'vitest'
import { lineLocator } from '../../src/base/index.js'
import { loadPolicySet } from '../../src/check/index.js'
import { head } from '../policy.js'

const DICTIONARY = 'policies/cadre.facts.yaml'
const POLICY = 'policies/test/test.policy.yaml'
const TITLE = 'title: { zh: 题, en: title }'

interface Files {
  readonly kind?: string
  /** The dictionary; by default one fact that nobody uses. */
  readonly facts?: string
  /** The policy below its head. */
  readonly body: string
}

/**
 * The files with a mark `‹code›` before each place that explains a problem of the given code, and how many such problems
 * there are: what a test writes with the marks in it must come back so. `…` stands for a title.
 */
function marked(
  code: string,
  { kind = 'rotation', facts = `facts: { spare: { …, count: { of: posts } } }\n`, body }: Files,
) {
  const top = head.replace('kind: rotation', `kind: ${kind}`)
  const plain = (text: string): string => text.replace(/‹[a-z-]+›/g, '').replaceAll('…', TITLE)
  const texts = new Map([
    [DICTIONARY, plain(facts)],
    [POLICY, plain(top + body)],
  ])
  const result = loadPolicySet([...texts].map(([file, text]) => ({ file, text })))
  const problems = (result.ok ? result.warnings : result.diagnostics).filter((one) => one.code === code)
  const places = problems.flatMap(({ related = [] }) => related)
  for (const { span, code: mark } of places.toSorted((a, b) => b.span.start - a.span.start)) {
    const text = texts.get(span.file) ?? ''
    expect(lineLocator(span.file, text)(span.start, span.end)).toEqual(span)
    expect(span.end).toBeGreaterThan(span.start)
    texts.set(span.file, `${text.slice(0, span.start)}‹${mark}›${text.slice(span.start)}`)
  }
  const shown = (file: string): string => (texts.get(file) ?? '').replaceAll(TITLE, '…')
  return {
    problems: problems.length,
    facts: shown(DICTIONARY),
    body: shown(POLICY).slice(top.replaceAll('…', TITLE).length),
  }
}

function expectMarked(code: string, files: Files): void {
  const { facts = `facts: { spare: { …, count: { of: posts } } }\n`, body } = files
  expect(marked(code, files)).toEqual({ problems: 1, facts, body })
}

const rule = (id: string, when: string): string => `  - { id: ${id}, …, obligation: must, when: ${when} }\n`
const triggers = (when: string): string => `triggers:\n${rule('a', when)}`
const parameter = (name: string, is: string): string =>
  `  ${name}: { …, provenance: assumed, values: [{ from: 2020-01-01, is: ${is} }] }\n`
const known = '{ birthDate: { known: true } }'

it.each<[string, string, Files]>([
  ['a key that stands twice', 'source/duplicate-key', { body: `‹first-key›scope: ${known}\nscope: ${known}\n` }],
  [
    'an item that stands twice',
    'shape/repeated',
    { facts: 'facts:\n  posts.title: { values: [a, ‹first-item›b, c, b] }\n', body: triggers(known) },
  ],
  [
    'two rules with one code',
    'check/duplicate-rule',
    { body: `triggers:\n${rule('‹first-rule›a', known)}${rule('a', known)}` },
  ],
  [
    'a rule named as one that the policy makes',
    'check/duplicate-rule',
    {
      kind: 'promotion',
      body: `gates:\n  - { id: pass, …, when: ${known} }\nscorecard:\n  items: [{ id: i, …, award: 1 }]\n  ‹first-rule›pass: { atLeast: 1 }\n`,
    },
  ],
  [
    'a fact defined in the dictionary and in the policy',
    'check/duplicate-fact',
    {
      facts: 'facts:\n  ‹first-fact›posted: { …, count: { of: posts } }\n',
      body: `facts:\n  posted: { …, count: { of: posts } }\n${triggers(known)}`,
    },
  ],
  [
    'a name that the scorecard makes',
    'check/reserved-name',
    {
      kind: 'promotion',
      body: `facts: { band: { …, count: { of: posts } } }\nscorecard:\n  items: [{ id: i, …, award: 1 }]\n  ‹first-fact›bands: [{ id: x, from: 1 }, { id: y }]\n  pass: { atLeast: 1 }\n`,
    },
  ],
  [
    'facts in a circle: each of them',
    'check/circular-fact',
    {
      facts:
        'facts:\n  ‹rests-on›x: { …, choose: [{ when: { y: 1 }, is: 1 }, { else: 2 }] }\n  ‹rests-on›y: { …, plus: [x, 1] }\n',
      body: triggers(known),
    },
  ],
  [
    'exclusions in a circle: the others',
    'check/circular-exclusion',
    {
      kind: 'incentive',
      body: `benefits:\n  - { id: a, …, when: ${known}, excludes: [b] }\n  - { id: b, …, when: ${known}, excludes: ‹sets-aside›[c] }\n  - { id: c, …, when: ${known}, excludes: ‹sets-aside›[a] }\n`,
    },
  ],
  [
    'two values of a parameter at once: the other',
    'check/periods-overlap',
    {
      body: `parameters:\n  p: { …, provenance: assumed, values: [‹other-period›{ from: 2020-01-01, until: 2022-01-01, is: 1 year }, { from: 2021-01-01, is: 2 years }] }\n${triggers('{ timeInPost: { atLeast: $p } }')}`,
      facts: 'facts: { timeInPost: { …, elapsed: { since: post.from } } }\n',
    },
  ],
  [
    'a value that no list has: the values, and the parameter that it comes from',
    'check/unknown-value',
    {
      facts: 'facts:\n  posts.title: { ‹values›values: [a, b] }\n',
      body: `parameters:\n  ‹parameter›${parameter('p', '[a, c]').trimStart()}${triggers('{ post.title: { in: $p } }')}`,
    },
  ],
  [
    'two facts with other values: both lists',
    'check/other-enumeration',
    {
      facts: 'facts:\n  posts.title: { ‹values›values: [a, b] }\n  extra.wish: { …, ‹values›values: [b, c] }\n',
      body: triggers('{ post.title: { is: { fact: extra.wish } } }'),
    },
  ],
  [
    'a parameter of another type',
    'check/operand-type',
    {
      body: `parameters:\n  ‹parameter›${parameter('p', '5').trimStart()}${triggers('{ birthDate: { before: $p } }')}`,
    },
  ],
  [
    'a fact of another type',
    'check/operand-type',
    {
      facts: 'facts:\n  ‹defined›posted: { …, count: { of: posts } }\n',
      body: triggers('{ birthDate: { before: { fact: posted } } }'),
    },
  ],
  [
    'an operator that does not apply',
    'check/operator-type',
    {
      facts: 'facts:\n  ‹defined›posted: { …, exists: { of: posts } }\n',
      body: triggers('{ posted: { atLeast: 1 } }'),
    },
  ],
  [
    'a text among numbers: it alone',
    'check/not-computable',
    {
      facts: 'facts:\n  ‹defined›extra.name: { …, type: text }\n  posted: { …, count: { of: posts } }\n',
      body: `facts:\n  sum: { …, plus: [posted, extra.name] }\n${triggers(known)}`,
    },
  ],
  [
    'days and months together: where each comes from',
    'check/mixed-units',
    {
      body: `parameters:\n  ‹parameter›${parameter('d', '3 days').trimStart()}  ‹parameter›${parameter('m', '3 months').trimStart()}facts:\n  sum: { …, plus: [$d, $m] }\n${triggers(known)}`,
    },
  ],
  [
    'a parameter that is no word for what is asked',
    'check/not-a-word',
    {
      body: `parameters:\n  ‹parameter›${parameter('w', 'sometimes').trimStart()}conventions: { to: $w }\n${triggers(known)}`,
    },
  ],
  [
    'a list without periods',
    'check/needs-periods',
    {
      facts: 'lists:\n  ‹defined›mine: { …, of: honours }\nfacts: { t: { …, time: { of: mine } } }\n',
      body: triggers(known),
    },
  ],
  [
    'a field that is no date',
    'check/not-a-date-field',
    {
      facts: 'lists:\n  mine: { …, of: extra.mine, datedBy: on, fields: { ‹defined›on: { …, type: text } } }\n',
      body: triggers(known),
    },
  ],
  [
    'a reason that quotes what is sensitive',
    'check/confidential-in-reason',
    {
      facts: 'facts:\n  ‹defined›extra.debts: { …, type: text, sensitivity: sensitive }\n',
      body: `triggers:\n  - { id: a, …, obligation: must, when: ${known}, because: { zh: '{extra.debts}', en: x } }\n`,
    },
  ],
  [
    'a test that absence passes: what absence means',
    'check/absent-passes',
    {
      facts: 'facts:\n  extra.debts: { …, type: boolean, ‹absent›absent: false }\n',
      body: triggers('{ extra.debts: { isNot: true } }'),
    },
  ],
  [
    'a rule that reads what is sensitive',
    'check/confidential-without-citation',
    {
      facts: 'facts:\n  ‹defined›extra.debts: { …, type: boolean, sensitivity: sensitive }\n',
      body: triggers('{ extra.debts: true }'),
    },
  ],
  [
    'a tally that a parameter puts out of reach',
    'check/tally-out-of-reach',
    {
      kind: 'fitness',
      body: `parameters:\n  ‹parameter›${parameter('n', '9').trimStart()}criteria: [{ id: c, …, severity: watch, when: ${known} }]\ntally: { watch: $n }\nhearing: [{ id: p, who: { zh: 人, en: p }, what: { zh: 述, en: w } }]\n`,
    },
  ],
])('%s', (_, code, files) => {
  expectMarked(code, files)
})

const item = '{ id: a, …, each: { of: honours }, award: 1 }'
it.each([
  [
    'an id that stands twice',
    'check/duplicate-score-id',
    '  items: [{ id: ‹first-id›a, …, award: 1 }]\n  bands: [{ id: a, from: 1 }, { id: b }]\n',
  ],
  [
    'an item in two groups',
    'check/item-in-two-groups',
    `  items: [${item}]\n  groups: [{ id: g, …, of: [‹group-before›a] }, { id: h, …, of: [a] }]\n`,
  ],
  [
    'an item of which nothing can be kept',
    'check/keep-needs-each',
    `  items: [${item}, { id: ‹item›b, …, award: 1 }]\n  groups: [{ id: g, …, of: [a, b], keep: { highest: points, per: matter } }]\n`,
  ],
  ['a cap below its floor', 'check/cap-below-floor', `  items: [${item}]\n  cap: 1\n  ‹floor›floor: 2\n`],
  [
    'bands that do not fall',
    'check/bands-not-falling',
    `  items: [${item}]\n  bands: [{ id: x, from: ‹band-before›5 }, { id: y, from: 5 }, { id: z }]\n`,
  ],
  [
    'tiers that do not rise',
    'check/tiers-not-rising',
    '  items: [{ id: t, …, per: { of: { elapsed: { since: birthDate } }, every: 1 year }, award: { tiers: [{ ‹tier-before›upTo: 4, is: 2 }, { upTo: 3, is: 1 }, { is: 1 }] } }]\n',
  ],
  [
    'what goes by order cannot be kept by points',
    'check/sequence-by-points',
    '  items: [{ id: s, …, each: { of: honours, keep: { highest: points, per: matter } }, award: { ‹by-order›first: [3], then: 1 } }]\n',
  ],
  [
    'nor can it in a group',
    'check/sequence-by-points',
    `  items: [{ id: s, …, each: { of: honours }, award: { ‹by-order›first: [3], then: 1 } }, ${item}]\n  groups: [{ id: g, …, of: [s, a], keep: { highest: points, per: matter } }]\n`,
  ],
])('scorecard: %s', (_, code, card) => {
  expectMarked(code, { kind: 'promotion', body: `scorecard:\n${card}  pass: { atLeast: 1 }\n` })
})

it('scorecard: a weight that a parameter makes negative, a table that lacks a value of the list', () => {
  const when = `when: ${known}`
  expectMarked('check/negative-weight', {
    kind: 'promotion',
    body: `parameters:\n  ‹parameter›${parameter('w', '-1').trimStart()}scorecard:\n  items: [${item}]\n  weights: [{ id: w, …, ${when}, times: $w }]\n  pass: { atLeast: 1 }\n`,
  })
  expectMarked('check/table-without-else', {
    kind: 'promotion',
    facts: 'facts:\n  honours.level: { ‹values›values: [国家级, 县级] }\n',
    body: `scorecard:\n  items: [{ id: a, …, each: { of: honours }, award: { by: level, table: { 国家级: 1 } } }]\n  pass: { atLeast: 1 }\n`,
  })
})

it('a figure without a value: when the policy is in force', () => {
  const gap = '{ from: 2020-01-01, until: 2022-01-01, is: 1 day }'
  const text = `${head}parameters:\n  p: { ${TITLE}, provenance: assumed, values: [${gap}] }\nfacts: { x: { ${TITLE}, plus: [asOf, $p] } }\n${triggers(known).replaceAll('…', TITLE)}`
  const result = loadPolicySet([
    { file: DICTIONARY, text: `facts: { spare: { ${TITLE}, count: { of: posts } } }` },
    { file: POLICY, text },
  ])
  const [problem] = result.ok ? [] : result.diagnostics
  expect(problem?.code).toBe('check/period-not-covered')
  expect(problem?.related).toMatchObject([{ code: 'in-force', span: { file: POLICY, line: 4, column: 1 } }])
})

it('two versions in force at once: when each of them is', () => {
  const text = `${head.replace('uses: [../cadre.facts.yaml]\n', '')}${triggers(known).replaceAll('…', TITLE)}`
  const result = loadPolicySet([
    { file: 'a.policy.yaml', text },
    { file: 'b.policy.yaml', text: text.replace('2020-01-01', '2022-01-01') },
  ])
  expect(result.ok ? [] : result.diagnostics).toMatchObject([
    {
      code: 'check/versions-overlap',
      span: { file: 'b.policy.yaml', line: 4, column: 1 },
      related: [{ code: 'other-version', span: { file: 'a.policy.yaml', line: 4, column: 1 } }],
    },
  ])
})

it('a problem that needs no second place has none', () => {
  const result = loadPolicySet([{ file: POLICY, text: 'policy: x\n' }])
  expect(result.ok ? [] : result.diagnostics.filter((one) => 'related' in one)).toEqual([])
})
