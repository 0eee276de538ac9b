/** A fenced block of a Markdown document. */
export interface Block {
  /** The first word of the info string, by which it is coloured. */
  readonly language: string
  /** What the block is, in the words after the first: `['policy']`, `['output']`. */
  readonly words: readonly string[]
  /** Without the fences, a line break at the end. */
  readonly text: string
  /** The line of the opening fence, from 1. */
  readonly line: number
}

/** The fenced blocks of a document, in its order. */
export function blocksIn(markdown: string): Block[] {
  return [...markdown.matchAll(/^```([^\n]*)\n(.*?)^```$/gms)].map(({ 1: info = '', 2: text = '', index }) => {
    const [language = '', ...words] = info.trim().split(/\s+/)
    return { language, words, text, line: markdown.slice(0, index).split('\n').length }
  })
}

/** Whether a block shows what the block before it puts out. */
export function isOutput({ words }: Block): boolean {
  return words.includes('output')
}

/** Whether a block is a part of the program that a document's blocks of TypeScript are; one that names a file is a part of that file. */
export function isProgram({ language, words }: Block): boolean {
  return language === 'ts' && words.length === 0
}
