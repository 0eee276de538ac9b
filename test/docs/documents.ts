import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Decisions are history and are not run; the pages of diagnostics have a test of their own. */
const names: readonly string[] = [
  ...readdirSync('.'),
  ...readdirSync('docs').map((name) => join('docs', name)),
  ...readdirSync('examples', { recursive: true, encoding: 'utf8' }).map((name) => join('examples', name)),
].filter((name) => /^(README|CONTRIBUTING|docs\/[^/]+|examples\/.*README)(\.zh-CN)?\.md$/.test(name))

/** The project's documents, by their names. */
export const documents: ReadonlyMap<string, string> = new Map(names.map((file) => [file, readFileSync(file, 'utf8')]))

/** A copy of what a checkout holds for people who try things out, and the folder in it from which a document speaks. */
export function layoutFor(document: string): { readonly root: string; readonly folder: string } {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'cadre-policy-docs-')))
  for (const name of ['policies', 'examples', 'schemas', 'package.json'])
    cpSync(name, join(root, name), { recursive: true })
  // What people copy as a whole speaks from its own folder, every other document from that of the project.
  const own = join(root, dirname(document))
  const copied = document.startsWith(join('examples', 'locality')) || existsSync(join(own, 'package.json'))
  return { root, folder: copied ? own : root }
}
