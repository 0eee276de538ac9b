import { expect, it } from 'vitest'
import { messageOf, relatedMessageOf } from '../../src/diagnostics/index.js'
import { en, enRelated } from '../../src/diagnostics/messages/en.js'
import { zh, zhRelated } from '../../src/diagnostics/messages/zh.js'
import { relatedSamples, samples } from './samples.js'

/** Words that Chinese writes as they are. */
const BORROWED = /\b(JSON|YAML|CSV|MB|GBK)\b/g

const sentences = [
  ...Object.entries(samples).flatMap(([code, each]) =>
    each.map((params) => {
      const problem = { code, params } as Parameters<typeof messageOf>[0]
      return { code, params, zh: messageOf(problem, 'zh'), en: messageOf(problem, 'en') }
    }),
  ),
  ...Object.entries(relatedSamples).flatMap(([code, each]) =>
    each.map((params) => {
      const place = { code, params } as Parameters<typeof relatedMessageOf>[0]
      return { code: `related ${code}`, params, zh: relatedMessageOf(place, 'zh'), en: relatedMessageOf(place, 'en') }
    }),
  ),
].map((one) => [`${one.code} ${JSON.stringify(one.params)}`, one] as const)

it('Chinese and English have the same messages', () => {
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort())
  expect(Object.keys(zhRelated).sort()).toEqual(Object.keys(enRelated).sort())
})

it.each(sentences)('%s: both languages tell all that they are told', (_, { params, zh: chinese, en: english }) => {
  const told = JSON.stringify(params).match(/Q[a-z]+|741\d/g) ?? []
  for (const word of told.filter((one) => one !== 'Qen')) expect(chinese).toContain(word)
  for (const word of told.filter((one) => one !== 'Qzh')) expect(english).toContain(word)
})

it.each(sentences)('%s: both languages name the same keys and values', (_, { zh: chinese, en: english }) => {
  expect(quotedIn(chinese)).toEqual(quotedIn(english))
})

it.each(sentences)('%s: each language keeps to itself', (_, { zh: chinese, en: english }) => {
  expect(unquoted(chinese).replace(BORROWED, '')).not.toMatch(/[A-Za-z]/)
  expect(chinese).toMatch(/\p{Script=Han}/u)
  expect(unquoted(english)).not.toMatch(/[\p{Script=Han}，。；：（）、？]/u)
  expect(unquoted(chinese)).not.toMatch(/[,;:()?](?!\w)/)
})

it.each(sentences)('%s: one sentence, no capital, no full stop', (_, { zh: chinese, en: english }) => {
  expect(unquoted(english)).not.toMatch(/^[A-Z]|[.!]$|[.!?] /)
  expect(unquoted(chinese)).not.toMatch(/[。！]/)
  for (const sentence of [chinese, english]) expect(sentence).not.toMatch(/undefined|null|\[object|\n| {2}|^\s|\s$/)
})

/** What stands in backticks, each once, sorted. */
function quotedIn(sentence: string): string[] {
  return [...new Set(sentence.match(/`[^`]+`/g))].sort()
}

/** Without what stands in backticks or quotation marks, and what was told. */
function unquoted(sentence: string): string {
  return sentence
    .replace(/`[^`]+`/g, '')
    .replace(/“[^”]+”/g, '')
    .replace(/Q[a-z]+/g, '')
}
