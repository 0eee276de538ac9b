import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, it } from 'vitest'
import type { Decision, ShownValue } from '../src/model/index.js'
import { decisionsIn, judgedCsv, judgedNdjson } from './roster.js'
import { type Outcome, rosterDecisions } from './roster-decisions.js'

const names = ['rotation', 'promotion', 'fitness', 'incentive']
const [ndjson, csv] = [await judgedNdjson(names), await judgedCsv(names)]
const decisions = decisionsIn(ndjson)
const readme = readFileSync('examples/roster/README.md', 'utf8')

/** An outcome as the table that was made by hand has it; nobody names there why somebody is eligible. */
const asExpected = ({ outcome, possible, determinedBy }: Decision): Outcome => {
  if (possible) return { possible: [...possible].sort() }
  return outcome === 'eligible' ? [outcome] : [outcome, ...determinedBy]
}

it.each(names)('the sample roster comes to what was worked out by hand (%s)', (kind) => {
  const judged = decisions.filter(({ policy }) => policy.kind === kind)
  const outcomes = judged.map((decision) => [decision.subject, asExpected(decision)])
  const expected = Object.entries(rosterDecisions).map(([id, one]) => [id, one[kind as keyof typeof one]])
  expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(expected))
  expect(judged).toHaveLength(60)
})

const plain = (value: ShownValue | undefined): unknown => {
  if (value?.type === 'interval') return [plain(value.low), plain(value.high)]
  return value?.type === 'number' ? Number(value.value) : value
}

it.each(Object.entries(rosterDecisions))(
  'points, measures and benefits are those worked out by hand (%s)',
  (id, one) => {
    const of = (kind: string): Decision | undefined =>
      decisions.find(({ subject, policy }) => subject === id && policy.kind === kind)
    const measures = of('fitness')?.measures?.filter(({ status }) => status === 'open') ?? []
    const benefits = of('incentive')?.benefits?.map((benefit) => [benefit.id, plain(benefit.amount)]) ?? []
    expect({
      score: plain(of('promotion')?.statement?.total),
      measures: measures.map((measure) => measure.id),
      benefits: Object.fromEntries(benefits),
    }).toEqual({ score: one.score, measures: one.measures ?? [], benefits: one.benefits ?? {} })
  },
)

it("the README's tables say what was worked out by hand", () => {
  const kinds = ['rotation', 'promotion', 'fitness', 'incentive'] as const
  const outcomeOf = (outcome: Outcome): string | undefined => ('possible' in outcome ? 'undetermined' : outcome[0])
  const people = [...readme.matchAll(/^\| (R-0\d\d) +\| `(\w+)` +\| `(\w+)` +\| `(\w+)` +\| `(\w+)` +\|/gm)]
  expect(people.length).toBeGreaterThan(20)
  for (const [, id = '', ...outcomes] of people) {
    const one = rosterDecisions[id]
    expect([id, ...kinds.map((kind) => one && outcomeOf(one[kind]))]).toEqual([id, ...outcomes])
  }
  for (const kind of kinds) {
    const counts = new Map<string | undefined, number>()
    for (const one of Object.values(rosterDecisions))
      counts.set(outcomeOf(one[kind]), (counts.get(outcomeOf(one[kind])) ?? 0) + 1)
    const [, told = ''] = new RegExp(`^\\| ${kind} +\\| (.+?) +\\|$`, 'm').exec(readme) ?? []
    const inReadme = [...told.matchAll(/`(\w+)` (\d+)/g)].map(([, outcome, count]) => [outcome, Number(count)])
    expect(Object.fromEntries(inReadme), kind).toEqual(Object.fromEntries(counts))
  }
})

it('the CSV roster gives the same decisions as the NDJSON, to the letter', () => {
  expect(JSON.stringify(decisionsIn(csv))).toBe(JSON.stringify(decisions))
})

it('rows in = decisions + rejections out, and the bad rows are the ones that the README names', () => {
  // Id, line and reason in the NDJSON, then line and reason in the CSV.
  const told = [...readme.matchAll(/^\| (R-\d\d\d) +\| (\d+) +\| `(\S+)` +\| (\d+) +\| `(\S+)` +\|/gm)].map(
    ([, id, line, code, csvLine, csvCode]) => ({ id, ndjson: [Number(line), code], csv: [Number(csvLine), csvCode] }),
  )
  expect(told.length).toBeGreaterThanOrEqual(8)
  for (const [form, rows] of [['ndjson', ndjson] as const, ['csv', csv] as const]) {
    expect(rows).toHaveLength(60 + told.length)
    const rejected = rows.flatMap((row) => ('diagnostics' in row ? [row] : []))
    expect(rejected.map(({ line, diagnostics }) => [line, ...diagnostics.map(({ code }) => code)])).toEqual(
      told.map((one) => one[form]),
    )
    // A row of the wrong length has no id that could be trusted.
    const trusted = told.map(({ id }, index) => (rejected[index]?.id === undefined ? undefined : id))
    expect(rejected.map(({ id }) => id)).toEqual(trusted)
  }
})

it('every decision satisfies the published schema', () => {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true })
  const validate = ajv.compile(JSON.parse(readFileSync('schemas/decision.schema.json', 'utf8')))
  for (const decision of decisions) {
    expect(validate(JSON.parse(JSON.stringify(decision))), JSON.stringify(validate.errors)).toBe(true)
  }
})

it('a decision carries no other personal data than the facts that rules used', () => {
  const [decision] = decisions
  expect(JSON.stringify(decision)).not.toMatch(/"school"|"honours"|"residence"/)
})

it('every adverse outcome says that a person decides, on what citation, and how to ask for review', () => {
  const adverse = ['required', 'advised', 'notYet', 'excluded', 'unfit', 'watch']
  for (const { review, findings, determinedBy, outcome } of decisions) {
    expect(review.adverse).toBe(adverse.includes(outcome))
    expect(review.humanDecision).toBe(true)
    expect(review.remedies.length).toBeGreaterThan(0)
    for (const code of determinedBy) expect(findings.find(({ id }) => id === code)?.citation.document).toBeTruthy()
  }
})
