/** A kind of file, a file of it without a fault, and what authors get wrong in it. */
export interface Faulty {
  readonly kind: 'policy' | 'facts' | 'cases' | 'mapping'
  readonly good: string
  /** A name for each, what stands in the good file, and what an author writes instead. */
  readonly shape: readonly Mistake[]
}

export type Mistake = readonly [name: string, stands: string, written: string]

export const policy = `policy: place/promotion
kind: promotion
title: { zh: 晋升, en: promotion }
effective:
  from: 2023-05-01
citation:
  document: 假想的办法
parameters:
  limit:
    title: { zh: 年限, en: years }
    provenance: assumed
    values:
      - from: 2023-05-01
        is: 5 years
facts:
  inPost:
    title: { zh: 任现职时间, en: time in post }
    elapsed:
      since: post.from
      in: years
  firstGrade:
    title: { zh: 最早等次, en: first grade }
    earliest: { of: assessments, take: grade }
gates:
  - id: years-in-post
    title: { zh: 任职年限, en: years in post }
    provenance: assumed
    when:
      any:
        - inPost:
            atLeast: 5
        - post.from: { between: [2020-01-01, 2021-01-01] }
        - every:
            of: posts
            where: { mode: regular }
            ifEmpty: false
scorecard:
  items:
    - id: honours
      title: { zh: 奖励, en: honours }
      each:
        of: honours
        within: 5 years
      award: { by: level, table: { 市级: 2 }, else: 1 }
      provenance: assumed
  pass:
    atLeast: 2
review:
  - id: verify
    title: { zh: 核实, en: verification }
    to: { zh: 组织部, en: the office }
`

const facts = `title: { zh: 本地事实, en: local facts }
facts:
  posts.level:
    ordered: true
    values: [乡科级副职, 乡科级正职]
  age:
    title: { zh: 年龄, en: age }
    elapsed: { since: birthDate }
items:
  sanctions:
    ends:
      title: { zh: 期满之日, en: end }
      plus: [{ item: decidedOn }, 1 year]
lists:
  bars:
    title: { zh: 影响期, en: periods }
    of: sanctions
    from: { item: decidedOn }
    for: 1 year
`

const cases = `policy: place/promotion
asOf: 2026-11-21
cases:
  - name: 任职不满五年
    record: { id: a, posts: [] }
    expect:
      outcome: undetermined
      met: [years-in-post]
      points: { honours: 2 }
`

const mapping = `encoding: utf-8
dates: [yyyy.MM.dd, yyyy.MM]
yes: [是]
fields:
  id: 编号
  birthDate: 出生年月
lists:
  posts:
    complete: true
    items:
      - title: 职务
        mode: { is: regular }
ignored: [备注]
`

/** What the schema can see: the language server and `check` report it in the same lines. */
export const faulty: readonly Faulty[] = [
  {
    kind: 'policy',
    good: policy,
    shape: [
      ['a misspelt key at the top', 'scorecard:', 'scorcard:'],
      ['a key of another kind', 'gates:', 'triggers: []\ngates:'],
      ['a misspelt key of a rule', '    provenance: assumed\n    when:', '    provenence: assumed\n    when:'],
      ['a misspelt key of a parameter', '        is: 5 years', '        are: 5 years'],
      ['a misspelt key of a form', '      since: post.from', '      from: post.from'],
      ['a misspelt form', '    elapsed:', '    elapse:'],
      ['a misspelt operator in a list', '            atLeast: 5', '            atleast: 5'],
      ['a misspelt key of a selection', '        within: 5 years', '        withn: 5 years'],
      ['a missing key of a selection', '        of: honours\n', ''],
      ['a missing key of a rule', '  - id: years-in-post\n    title', '  - title'],
      ['a missing language', 'title: { zh: 晋升, en: promotion }', 'title: { zh: 晋升 }'],
      ['a missing start', '  from: 2023-05-01\ncitation', '  until: 2023-05-01\ncitation'],
      ['a text where there is a map', 'title: { zh: 晋升, en: promotion }', 'title: 晋升'],
      ['a number where there is a text', '  document: 假想的办法', '  document: 5'],
      ['a list where there is a map', 'citation:\n  document: 假想的办法', 'citation: [假想的办法]'],
      ['a map where there is a list', '      - from: 2023-05-01\n        is', '      from: 2023-05-01\n      is'],
      ['a truth where there is a name', '            of: posts', '            of: true'],
      ['nothing where there is a test', '            atLeast: 5\n', ''],
      ['nothing where there is a value', '        is: 5 years', '        is:'],
      ['a list where there is a value', '            atLeast: 5', '            atLeast: [5]'],
      ['an unknown kind', 'kind: promotion', 'kind: promotions'],
      ['an unknown provenance', '    provenance: assumed\n    values', '    provenance: guessed\n    values'],
      ['an unknown unit', '      in: years', '      in: decades'],
      ['a word that is none of three', '            ifEmpty: false', '            ifEmpty: no'],
      ['a date that is written otherwise', '  from: 2023-05-01\ncitation', '  from: 2023/5/1\ncitation'],
      ['a policy id with capitals', 'policy: place/promotion', 'policy: Place/Promotion'],
      ['a code with a space', '  - id: verify', '  - id: to verify'],
      ['an empty list', policy.slice(policy.indexOf('review:')), 'review: []\n'],
      ['an empty text', '  document: 假想的办法', '  document: ""'],
      ['one end of two', '[2020-01-01, 2021-01-01]', '[2020-01-01]'],
      ['three ends of two', '[2020-01-01, 2021-01-01]', '[2020-01-01, 2021-01-01, 2022-01-01]'],
      ['an empty condition', '            where: { mode: regular }', '            where: {}'],
      ['a key twice', '  document: 假想的办法', '  document: 假想的办法\n  document: 另一个'],
      ['a fact twice', '  firstGrade:', '  inPost:'],
      ['an alias to nothing', '        within: 5 years', '        within: *years'],
      ['a tag', '        within: 5 years', '        within: !years 5'],
    ],
  },
  {
    kind: 'facts',
    good: facts,
    shape: [
      ['a misspelt key', 'items:', 'item:'],
      ['a misspelt key of an entry', '    ordered: true', '    orderd: true'],
      ['a misspelt form in an item’s field', '      plus: ', '      plu: '],
      ['a text where there is a list', '    values: [乡科级副职, 乡科级正职]', '    values: 乡科级副职'],
      ['a value twice', '[乡科级副职, 乡科级正职]', '[乡科级副职, 乡科级副职]'],
      ['a list without its source', '    of: sanctions\n', ''],
    ],
  },
  {
    kind: 'cases',
    good: cases,
    shape: [
      ['a misspelt key', '      outcome: undetermined', '      outcom: undetermined'],
      ['no date', 'asOf: 2026-11-21\n', ''],
      ['a case without a record', '    record: { id: a, posts: [] }\n', ''],
      ['a text where there is a list', '      met: [years-in-post]', '      met: years-in-post'],
      ['a list where there is a map', '      points: { honours: 2 }', '      points: [2]'],
    ],
  },
  {
    kind: 'mapping',
    good: mapping,
    shape: [
      ['a misspelt key', 'ignored:', 'ignore:'],
      ['an encoding that is none', 'encoding: utf-8', 'encoding: gbk'],
      ['a way to write dates that is none', 'yyyy.MM.dd', 'DD.MM.YYYY'],
      ['no column of the id', '  id: 编号\n', ''],
      ['nothing about being complete', '    complete: true\n', ''],
      ['a number where there is a column', '      - title: 职务', '      - title: 3'],
    ],
  },
]

/**
 * Of what the language server says more: `check` tells the first fault of what is no YAML, and of a misspelt key not that the
 * right one is missing.
 */
export const toldInBrief: readonly Mistake[] = [
  ['a misspelt key that is needed', 'review:\n', 'reviews:\n'],
  ['a misspelt key of a quantifier', '            ifEmpty: false', '            ifEmtpy: false'],
  ['a bracket left open', '[2020-01-01, 2021-01-01]', '[2020-01-01, 2021-01-01'],
  ['an indentation that fits nothing', '            of: posts\n', '          of: posts\n'],
  ['a quotation mark left open', '  document: 假想的办法', '  document: "假想的办法'],
  ['a tab', '  document: 假想的办法', '\tdocument: 假想的办法'],
]

/** What only `check` sees, since no schema can: names, types, the days of the calendar, what YAML allows and we do not. */
export const beyond: readonly Mistake[] = [
  ['a fact that nobody knows', '        - inPost:', '        - inPots:'],
  ['a list that nobody knows', '            of: posts\n', '            of: post\n'],
  ['a field that the items lack', 'where: { mode: regular }', 'where: { mod: regular }'],
  ['a value that the field cannot have', 'where: { mode: regular }', 'where: { mode: regularly }'],
  ['a parameter that nobody declares', '            atLeast: 5', '            atLeast: $limits'],
  ['an operator of dates on a number', '            atLeast: 5', '            before: 5'],
  ['a number where there is a duration', '        within: 5 years', '        within: 5'],
  ['a duration that is none', '        within: 5 years', '        within: 5 yeers'],
  ['a day that is none', '  from: 2023-05-01\ncitation', '  from: 2023-02-30\ncitation'],
  ['two sources of one fact', '    elapsed:', '    is: 5\n    elapsed:'],
  [
    'two rules of one code',
    '    - id: honours',
    '    - id: honours\n      title: { zh: 甲, en: a }\n      award: 1\n    - id: honours',
  ],
  [
    'a placeholder that is no fact',
    '    provenance: assumed\n    when',
    '    because: { zh: "{x}", en: "{x}" }\n    when',
  ],
  [
    'an alias',
    '        - post.from: { between: [2020-01-01, 2021-01-01] }',
    '        - &a { post.leading: true }\n        - *a',
  ],
]
