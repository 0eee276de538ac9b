import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'
import { type Block, blocksIn, isOutput, isProgram } from './blocks.js'
import { layoutFor } from './documents.js'
import { checkJson } from './json.js'
import { filledIn } from './left-out.js'
import { runShell } from './shell.js'
import { runTypeScript } from './typescript.js'
import { checkYaml } from './yaml.js'

/**
 * Does with every block of a document, in a copy of the project, what its info string says, in order; its TypeScript last, so
 * that a program may read what a command has written. Rejects with the line of the first block that does not hold.
 */
export async function tryDocument(name: string, markdown: string): Promise<void> {
  const project = process.cwd()
  const { root, folder } = layoutFor(name)
  process.chdir(folder)
  try {
    await tryBlocks(name, markdown)
  } finally {
    process.chdir(project)
    rmSync(root, { recursive: true })
  }
}

async function tryBlocks(name: string, markdown: string): Promise<void> {
  const blocks = blocksIn(markdown)
  const outputs = new Map<Block, string>()
  for (const block of blocks) {
    const output = await tryBlock(block).catch((error: unknown) => {
      throw new Error(`${name}:${block.line} ${error instanceof Error ? error.message : error}`)
    })
    if (output !== undefined) outputs.set(block, output)
  }
  const printed = await runTypeScript(markdown)
  for (const [index, block] of blocks.filter(isProgram).entries()) outputs.set(block, printed[index] ?? '')
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1]
    if (isOutput(block)) compare(block, before && outputs.get(before), `${name}:${block.line}`)
  }
}

/** What a block puts out, if that is something; of TypeScript, nothing yet. */
async function tryBlock(block: Block): Promise<string | undefined> {
  const { language, words, text } = block
  switch (language) {
    case 'text':
      return undefined
    case 'ts':
      // What is a part of a file of an example is run with the example.
      if (words[0] && !readFileSync(words[0], 'utf8').includes(text)) throw new Error(`is no part of ${words[0]}`)
      return undefined
    case 'sh':
      return await runShell(text)
    case 'diff':
      applyDiff(words[0] ?? '', text)
      return undefined
    case 'yaml':
      // A file that people are told to make: the commands below it say whether it is right.
      if (words[0]?.endsWith('.yaml')) writeFileSync(words[0], text)
      else await checkYaml(words, text)
      return undefined
    case 'json':
      if (!isOutput(block)) checkJson(words[0], JSON.parse(text))
      return undefined
    default:
      throw new Error(`nobody knows what to do with a block of "${language}"`)
  }
}

/** Changes a file as people are told to: lines with `-` go, lines with `+` come, the others say where. */
function applyDiff(file: string, text: string): void {
  const lines = text.split('\n').slice(0, -1)
  const without = (sign: string): string =>
    lines.flatMap((line) => (line.startsWith(sign) ? [] : [`${line.slice(1)}\n`])).join('')
  const parts = readFileSync(file, 'utf8').split(without('+'))
  if (parts.length !== 2) throw new Error(`what is to be changed stands ${parts.length - 1} times in ${file}`)
  writeFileSync(file, parts.join(without('-')))
}

/** What a document shows must be what came out; where it says `…`, anything may have. */
function compare({ language, words, text }: Block, found: string | undefined, place: string): void {
  if (found === undefined) throw new Error(`${place} nothing before it puts anything out`)
  if (language === 'json') {
    const data: unknown = JSON.parse(found)
    checkJson(words[0], data)
    expect(data, place).toEqual(filledIn(JSON.parse(text), data))
  } else expect(found, place).toBe(filledIn(text, found))
}
