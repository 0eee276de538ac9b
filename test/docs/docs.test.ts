// Every fenced block of every document does what the document says. CONTRIBUTING.md tells what the info strings mean.
import { expect, it } from 'vitest'
import { blocksIn, isProgram } from './blocks.js'
import { documents } from './documents.js'
import { tryDocument } from './try-document.js'
import { problemsIn } from './typescript.js'

// The reference of the language is tried by test/language.test.ts, since its blocks are pieces of a schema.
const tried = [...documents].filter(([name]) => !/^docs\/language\b/.test(name))

it('the TypeScript of the documents compiles', () => {
  const blocks = [...documents.values()].flatMap(blocksIn).filter(isProgram)
  expect(blocks.length).toBeGreaterThan(2)
  expect(problemsIn(documents)).toEqual([])
}, 120_000)

it.each(tried)(
  'every block of %s does what it says',
  async (name, markdown) => {
    await tryDocument(name, markdown)
  },
  300_000,
)
