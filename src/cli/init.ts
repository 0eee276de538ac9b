import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locale } from '../index.js'
import { packageFile, writeNew } from '../node.js'
import { ExitError, type Session, write } from './io.js'
import { shellWord } from './shell-word.js'
import { texts } from './texts.js'

/** The schemas of what people write, for editors without a network. */
const SCHEMAS = ['policy', 'facts', 'cases', 'mapping', 'record']
/** The as-of date for which the people of the roster were made. */
const AS_OF = '2026-11-21'

/** Makes a folder to start from, in the session's language; a file that is there already ends it, and nothing is written. */
export async function initCommand(folder: string, { stdout, locale }: Session): Promise<number> {
  const text = texts[locale].init
  const files = await filesFor(locale)
  const there = await writeNew(new Map(Array.from(files, ([name, content]) => [join(folder, name), content])))
  if (there.length > 0) throw new ExitError(2, text.exists(there))
  const names = [...files.keys()].sort().map((name) => `  ${name}`)
  const steps = stepsIn(locale).map(([what, command]) => `  # ${what}\n  ${command}\n`)
  const enter = join(folder) === '.' ? '' : `  cd ${shellWord(join(folder))}\n\n`
  await write(stdout, [text.made(folder), ...names, '', text.next, '', enter + steps.join('\n')].join('\n'))
  return 0
}

async function filesFor(locale: Locale): Promise<ReadonlyMap<string, string>> {
  const source = packageFile('examples', 'locality', locale)
  const entries = await readdir(source, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(source.length + 1))
  const examples = names.map(
    async (name) => [name, withSchemasBeside(await readFile(join(source, name), 'utf8'))] as const,
  )
  const schemas = SCHEMAS.map((name) => `${name}.schema.json`).map(
    async (name) => [join('schemas', name), await readFile(packageFile('schemas', name), 'utf8')] as const,
  )
  return new Map(await Promise.all([...examples, ...schemas]))
}

/** In the package the schemas lie further up. */
function withSchemasBeside(text: string): string {
  return text.replace('$schema=../../../schemas/', '$schema=./schemas/')
}

function stepsIn(locale: Locale): readonly (readonly [what: string, command: string])[] {
  const { steps } = texts[locale].init
  const judging = `roster.csv --mapping roster.mapping.yaml --policy . --as-of ${AS_OF}`
  const command = (words: string): string => `npx cadre-policy ${words}${locale === 'zh' ? '' : ` --locale ${locale}`}`
  return [
    [steps.check, command('check .')],
    [steps.test, command('test .')],
    [steps.evaluate, command(`evaluate ${judging} -o decisions.ndjson`)],
    [steps.explain, command(`explain ${judging} --id E-002`)],
    [steps.report, command(`report ${judging} -o report.html`)],
  ]
}
