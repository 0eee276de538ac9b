import { formatYaml } from '../check.js'
import type { Diagnostic } from '../index.js'
import { readText, writeWhole, yamlFilesAt } from '../node.js'
import { ExitError, type Session, write } from './io.js'
import { problemsFor } from './paint.js'
import { refuse } from './policies.js'
import { texts } from './texts.js'

export interface FmtOptions {
  readonly check?: boolean
}

/** A file read and laid out: its text before and after; nothing if it is refused, and why has been said. */
type Formatted = { readonly before: string; readonly after: string } | undefined

/**
 * Lays out YAML files and names those that changed; with `check` it names those that would, and writes nothing. 1 if
 * `check` finds one, 2 if one cannot be understood; the others are formatted all the same.
 */
export async function fmtCommand(
  paths: readonly string[],
  { check = false }: FmtOptions,
  session: Session,
): Promise<number> {
  const { stdout, stderr, locale } = session
  const text = texts[locale].fmt
  if (paths.includes('-')) {
    if (paths.length > 1) throw new ExitError(2, text.inputAlone)
    return await formatStandardInput(check, session)
  }
  const files = await yamlFilesAt(paths)
  if (!files.ok) return await refuse(files.diagnostics, { exitCode: 2 }, session)
  let [changed, refused] = [0, 0]
  for (const file of files.value) {
    const formatted = await formatFile(file, session)
    if (!formatted) refused += 1
    else if (formatted.after !== formatted.before) {
      changed += 1
      if (!check) await writeWhole(file, formatted.after)
      await write(stdout, `${file}\n`)
    }
  }
  await write(stderr, `${text[check ? 'checked' : 'done'](files.value.length, changed, refused)}\n`)
  if (refused > 0) return 2
  return check && changed > 0 ? 1 : 0
}

async function formatStandardInput(check: boolean, session: Session): Promise<number> {
  const formatted = await formatFile('-', session)
  if (!formatted) return 2
  if (check) return formatted.after === formatted.before ? 0 : 1
  await write(session.stdout, formatted.after)
  return 0
}

async function formatFile(file: string, { stderr, locale }: Session): Promise<Formatted> {
  const problems: Diagnostic[] = []
  const read = await readText(file)
  const after = read.ok ? formatYaml(read.value, (problem) => void problems.push(problem)) : undefined
  if (read.ok && after !== undefined) return { before: read.value.text, after }
  const [diagnostics, sources] = read.ok ? [problems, [read.value]] : [read.diagnostics, []]
  await write(stderr, `${problemsFor(stderr, diagnostics, { locale, sources })}\n`)
  return undefined
}
