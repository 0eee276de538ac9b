import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** Decisions are history and are not run; the pages of diagnostics have a test of their own. */
const names: readonly string[] = [
  ...readdirSync('.'),
  ...readdirSync('docs').map((name) => join('docs', name)),
  ...readdirSync('examples', { recursive: true, encoding: 'utf8' }).map((name) => join('examples', name)),
].filter((name) => /^(README|CONTRIBUTING|docs\/[^/]+|examples\/.*README)(\.zh-CN)?\.md$/.test(name))

/** The project's documents, by their names. */
export const documents: ReadonlyMap<string, string> = new Map(names.map((file) => [file, readFileSync(file, 'utf8')]))

/** The examples that people copy as a whole: their READMEs speak from their own folder, every other document from that of the project. */
const COPIED = /^examples\/(browser|embed|locality|testing)\b/

/** A copy of what a checkout holds for people who try things out, and the folder in it from which a document speaks. */
export function layoutFor(document: string): { readonly root: string; readonly folder: string } {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'cadre-policy-docs-')))
  for (const name of ['policies', 'examples', 'schemas', 'package.json'])
    cpSync(name, join(root, name), { recursive: true, filter: (file) => !file.includes('node_modules') })
  const folder = COPIED.test(document) ? join(root, dirname(document)) : root
  // As if the package were installed.
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(resolve('.'), join(folder, 'node_modules', 'cadre-policy'), 'dir')
  return { root, folder }
}
