import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, it } from 'vitest'
import { decisionsIn, judgedCsv, judgedNdjson } from './roster.js'

/** The tables of the roster's README: outcomes worked out by hand from the policy's text. */
const readme = readFileSync('examples/roster/README.md', 'utf8')
const expected = [...readme.matchAll(/^\| (R-0\d\d) +\| `(\w+)` +\|/gm)].map(([, id, outcome]) => [id, outcome])

it('the sample roster comes to the outcomes that its README works out by hand', async () => {
  expect(expected).toHaveLength(12)
  const decisions = decisionsIn(await judgedNdjson())
  expect(decisions.map(({ subject, outcome }) => [subject, outcome])).toEqual(expected)
})

it('the CSV roster gives the same decisions as the NDJSON, to the letter', async () => {
  const [ndjson, csv] = [await judgedNdjson(), await judgedCsv()]
  expect(JSON.stringify(decisionsIn(csv))).toBe(JSON.stringify(decisionsIn(ndjson)))
})

it('rows in = decisions + rejections out, and the bad rows are the ones that the README names', async () => {
  const codes = ['record/not-a-date', 'record/unknown-value', 'record/duplicate-id']
  for (const [rows, lines] of [
    [await judgedNdjson(), [5, 9, 14]],
    [await judgedCsv(), [6, 10, 15]],
  ] as const) {
    expect(rows).toHaveLength(15)
    const rejected = rows.flatMap((row) => ('diagnostics' in row ? [row] : []))
    expect(rejected.map(({ line }) => line)).toEqual(lines)
    expect(rejected.map(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual(codes.map((code) => [code]))
  }
})

it('every decision satisfies the published schema', async () => {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true })
  const validate = ajv.compile(JSON.parse(readFileSync('schemas/decision.schema.json', 'utf8')))
  for (const decision of decisionsIn(await judgedNdjson())) {
    expect(validate(JSON.parse(JSON.stringify(decision))), JSON.stringify(validate.errors)).toBe(true)
  }
})

it('a decision carries no other personal data than the facts that rules used', async () => {
  const [decision] = decisionsIn(await judgedNdjson())
  expect(JSON.stringify(decision)).not.toMatch(/"school"|"honours"|"residence"/)
})

it('every adverse outcome says that a person decides, on what citation, and how to ask for review', async () => {
  for (const { review, findings, determinedBy, outcome } of decisionsIn(await judgedNdjson())) {
    expect(review.adverse).toBe(outcome === 'required' || outcome === 'advised')
    expect(review.humanDecision).toBe(true)
    expect(review.remedies.length).toBeGreaterThan(0)
    for (const code of determinedBy) expect(findings.find(({ id }) => id === code)?.citation.document).toBeTruthy()
  }
})
