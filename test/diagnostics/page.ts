// Reads the pages of docs/diagnostics: what README.md beside them says of their form is what is read here.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

export const FOLDER = 'docs/diagnostics'

/** A fenced block that says what it is: ```` ```yaml policy bad ````. */
export interface Block {
  readonly form: string
  /** `bad`, `good` or, in the README, the name of a base. */
  readonly role: string
  /** `whole`: nothing is laid under it. */
  readonly whole: boolean
  readonly text: string
  /** The last line of prose before it. */
  readonly label: string
}

export interface Page {
  readonly code: string
  readonly heading: string
  /** One line for the index, in each language. */
  readonly meaning: { readonly zh: string; readonly en: string }
  readonly zh: string
  readonly en: string
  readonly blocks: readonly Block[]
}

/** The codes that have a page, sorted. */
export function pageCodes(): string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.includes('/') && name.endsWith('.md'))
    .map((name) => name.replace(/\.md$/, ''))
    .sort()
}

/** The page of a code; undefined if there is none. */
export function readPage(code: string): Page | undefined {
  const file = `${FOLDER}/${code}.md`
  if (!existsSync(file)) return undefined
  const text = readFileSync(file, 'utf8')
  const [head = '', ...sections] = text.split(/^## /m)
  const section = (title: string): string =>
    sections
      .find((one) => one.startsWith(`${title}\n`))
      ?.slice(title.length)
      .trim() ?? ''
  const [heading = '', meaning = ''] = head.trim().split('\n\n')
  const [zh = '', en = ''] = meaning.split(' · ')
  return {
    code,
    heading,
    meaning: { zh, en },
    zh: section('中文'),
    en: section('English'),
    blocks: blocksIn(section('示例 · Examples')),
  }
}

/** The blocks of a document that have a form and a role. */
export function blocksIn(text: string): Block[] {
  return [...text.matchAll(/^```\w+ (\w+)( whole)? ([\w.-]+)\n(.*?)^```$/gms)].map(
    ({ 1: form = '', 2: whole, 3: role = '', 4: inside = '', index }) => ({
      form,
      role,
      whole: whole !== undefined,
      text: inside,
      label: text.slice(0, index).trimEnd().split('\n').at(-1) ?? '',
    }),
  )
}
