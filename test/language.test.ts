import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadMapping, loadPolicySet, parseCases } from '../src/check/index.js'
import type { SourceText } from '../src/source/index.js'
import { runCases } from '../src/testing/index.js'

const documents = ['docs/language.md', 'docs/language.zh-CN.md'] as const
const textOf = Object.fromEntries(documents.map((file) => [file, readFileSync(file, 'utf8')])) as Record<string, string>

interface Block {
  readonly document: string
  readonly info: string
  readonly text: string
}

const blocks: readonly Block[] = documents.flatMap((document) =>
  [...(textOf[document] ?? '').matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, info = '', text = '']) => ({
    document,
    info,
    text,
  })),
)
const blocksOf = (info: string): readonly Block[] => blocks.filter((block) => block.info === info)

const dictionary: SourceText = { file: 'cadre.facts.yaml', text: readFileSync('policies/cadre.facts.yaml', 'utf8') }

/** What an example leaves out, since it is not about it. */
const head = (kind: string): string => `policy: example/${kind}
kind: ${kind}
title: { zh: 例, en: example }
effective: { from: 2026-01-01 }
citation: { document: 例 }
uses: [cadre.facts.yaml, example.facts.yaml]
review: [{ id: verify, title: { zh: 核实, en: verification }, to: { zh: 组织部, en: the office } }]
`
const gate = 'gates: [{ id: a, title: { zh: 甲, en: a }, when: { birthDate: { known: true } } }]\n'

function sourcesOf({ info, text }: Block): readonly SourceText[] {
  if (info === 'yaml facts')
    return [dictionary, { file: 'example.facts.yaml', text }, { file: 'a.policy.yaml', text: head('promotion') + gate }]
  const nothing = { file: 'example.facts.yaml', text: 'title: { zh: 例, en: example }\n' }
  const kind = text.includes('triggers:') ? 'rotation' : 'promotion'
  const whole = text.startsWith('policy:') ? text : head(kind) + text
  return [dictionary, nothing, { file: 'a.policy.yaml', text: whole }]
}

it('every block says what it is', () => {
  for (const { document, info } of blocks)
    expect(info, document).toMatch(/^yaml (policy|facts|cases|mapping|fragment.*)$/)
  for (const kind of ['policy', 'facts', 'cases', 'mapping']) expect(blocksOf(`yaml ${kind}`).length).toBeGreaterThan(1)
})

it.each([...blocksOf('yaml policy'), ...blocksOf('yaml facts')])(
  'an example in $document is a good one: $text',
  (block) => {
    const loaded = loadPolicySet(sourcesOf(block))
    expect(loaded.ok ? [] : loaded.diagnostics).toEqual([])
  },
)

it.each(blocksOf('yaml mapping'))('the mapping in $document is a good one', ({ text }) => {
  const loaded = loadMapping({ file: 'example.mapping.yaml', text })
  expect(loaded.ok ? [] : loaded.diagnostics).toEqual([])
})

it.each(blocksOf('yaml cases'))('the cases in $document come out as they say', async ({ document, text }) => {
  const policy = blocksOf('yaml policy').find(
    (block) => block.document === document && block.text.startsWith('policy:'),
  )
  const loaded = loadPolicySet(sourcesOf(policy as Block))
  if (!loaded.ok) throw new Error('the policy is no good')
  const cases = parseCases({ file: 'example.cases.yaml', text })
  if (!cases.ok) throw new Error('the cases are no good')
  const readRecordFile = () => Promise.reject(new Error('an example names no file'))
  const results = await runCases({ policySet: loaded.value, cases: cases.value, readRecordFile })
  expect(results.flatMap(({ differences }) => differences)).toEqual([])
})

it.each(blocks.filter(({ info }) => info.startsWith('yaml fragment')))(
  'a fragment in $document is YAML: $text',
  ({ text }) => {
    expect(() => parse(text)).not.toThrow()
  },
)

it.each(documents)('%s: every link leads somewhere in it, and every place has one name', (document) => {
  const text = textOf[document] ?? ''
  const anchors = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id)
  expect(new Set(anchors).size).toBe(anchors.length)
  const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, id]) => id)
  expect(links.length).toBeGreaterThan(100)
  for (const link of links) expect(anchors, link).toContain(link)
})

it('both languages have the same places and the same examples', () => {
  const [english = '', chinese = ''] = documents.map((document) => textOf[document])
  const placesOf = (text: string) => [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id)
  expect(placesOf(chinese)).toEqual(placesOf(english))
  const fragments = (document: string) => blocks.filter((one) => one.document === document).map(({ info }) => info)
  expect(fragments(documents[1])).toEqual(fragments(documents[0]))
})

it('the reference in English has no Chinese but what records and examples hold', () => {
  const prose = (textOf[documents[0]] ?? '').replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`]*`/g, '')
  for (const line of prose.split('\n')) expect(line, line).not.toMatch(/[，。；：（）]/)
})
