// Forty rules over thirty flat facts, once as a policy and once as rules of json-rules-engine, and people to judge by
// them. Everything depends on the seed only.

const numbers = Array.from({ length: 16 }, (_, index) => `number${index}`)
const texts = Array.from({ length: 6 }, (_, index) => `text${index}`)
const flags = Array.from({ length: 4 }, (_, index) => `flag${index}`)
const lists = Array.from({ length: 4 }, (_, index) => `list${index}`)
const words = ['alpha', 'beta', 'gamma', 'delta', 'epsilon']

/** How a test is written in a policy and for json-rules-engine. */
const operators = {
  number: [
    ['is', 'equal'],
    ['isNot', 'notEqual'],
    ['atLeast', 'greaterThanInclusive'],
    ['moreThan', 'greaterThan'],
    ['atMost', 'lessThanInclusive'],
    ['lessThan', 'lessThan'],
  ],
  text: [
    ['is', 'equal'],
    ['isNot', 'notEqual'],
    ['in', 'in'],
    ['notIn', 'notIn'],
  ],
  flag: [['is', 'equal']],
  list: [['contains', 'contains']],
}

/** A random number generator (mulberry32). */
function randomFrom(seed) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (end) => Math.floor(next() * end)
  return { below, of: (list) => list[below(list.length)] }
}

/** Rules of two to seven tests, nested in all and any, in both forms. */
export function fortyRules(seed = 1) {
  const random = randomFrom(seed)
  return Array.from({ length: 40 }, (_, index) => {
    const parts = Array.from({ length: 2 + random.below(2) }, () => (random.below(2) === 0 ? test() : group('any')))
    return {
      id: `rule-${index}`,
      ours: { all: parts.map(({ ours }) => ours) },
      bare: { all: parts.map(({ bare }) => bare) },
    }
  })

  function group(kind) {
    const parts = Array.from({ length: 2 + random.below(2) }, test)
    return { ours: { [kind]: parts.map(({ ours }) => ours) }, bare: { [kind]: parts.map(({ bare }) => bare) } }
  }

  function test() {
    const type = random.of(['number', 'number', 'number', 'text', 'text', 'flag', 'list'])
    const fact = random.of({ number: numbers, text: texts, flag: flags, list: lists }[type])
    const [ours, operator] = random.of(operators[type])
    const value = valueFor(type, ours)
    return { ours: { [`extra.${fact}`]: { [ours]: value } }, bare: { fact, operator, value } }
  }

  function valueFor(type, operator) {
    if (type === 'number') return random.below(50)
    if (type === 'flag') return random.below(2) === 0
    return operator === 'in' || operator === 'notIn' ? [random.of(words), random.of(words)] : random.of(words)
  }
}

/** A policy of those rules; JSON is YAML. */
export function policyOf(rules) {
  const title = (name) => ({ zh: name, en: name })
  const declare = (names, type) => names.map((name) => [`extra.${name}`, { title: title(name), ...type }])
  return JSON.stringify({
    policy: 'bench/forty-rules',
    kind: 'rotation',
    title: title('forty rules'),
    effective: { from: '2020-01-01' },
    citation: { document: 'none' },
    facts: Object.fromEntries([
      ...declare(numbers, { type: 'number' }),
      ...declare(texts, { type: 'text' }),
      ...declare(flags, { type: 'boolean' }),
      ...declare(lists, { type: 'text', list: true }),
    ]),
    triggers: rules.map(({ id, ours }) => ({ id, title: title(id), obligation: 'should', when: ours })),
    review: [{ id: 'verify', title: title('verify'), to: title('office') }],
  })
}

/** People of whom every fact is known. */
export function people(count, seed = 2) {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, index) => ({
    id: `P-${index}`,
    extra: Object.fromEntries([
      ...numbers.map((name) => [name, random.below(50)]),
      ...texts.map((name) => [name, random.of(words)]),
      ...flags.map((name) => [name, random.below(2) === 0]),
      ...lists.map((name) => [name, [...new Set([random.of(words), random.of(words)])]]),
    ]),
  }))
}
