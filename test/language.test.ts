import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { blocksIn } from './docs/blocks.js'

// The blocks of these documents are run like those of any other (test/docs); here it is that their places fit together.

const names = ['docs/language.md', 'docs/language.zh-CN.md'] as const
const documents = names.map((name) => [name, readFileSync(name, 'utf8')] as const)
const [english, chinese] = documents.map(([, text]) => text) as [string, string]

const placesIn = (text: string): string[] => [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)

it.each(documents)('%s: every link leads somewhere in it, and every place has one name', (_, text) => {
  const places = placesIn(text)
  expect(new Set(places).size).toBe(places.length)
  const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, id]) => id)
  expect(links.length).toBeGreaterThan(100)
  for (const link of links) expect(places, link).toContain(link)
})

it('both languages have the same places and the same kinds of examples', () => {
  expect(placesIn(chinese)).toEqual(placesIn(english))
  const kinds = (text: string) => blocksIn(text).map(({ language, words }) => [language, ...words].join(' '))
  expect(kinds(chinese)).toEqual(kinds(english))
})

it('the English one has no Chinese sentences', () => {
  const prose = english.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`]*`/g, '')
  for (const line of prose.split('\n')) expect(line, line).not.toMatch(/[，。；：（）]/)
})
