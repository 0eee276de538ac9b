import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { build } from 'tsup'
import { afterAll, beforeAll } from 'vitest'

/** What a process wrote, and how it ended. */
export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Variables of the environment beside those that a process cannot do without. */
export type Environment = Readonly<Record<string, string>>

let folder: string

/** Bundles the command from the sources for the tests of a file, so that they need no build and see no old one. */
export function bundleCommand(): void {
  beforeAll(async () => {
    folder = mkdtempSync(join(resolve('.'), '.generate-command-'))
    await build({ entry: { bin: 'src/cli/bin.ts', run: 'src/cli/run.ts' }, outDir: folder, silent: true })
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true }))
}

/** A bundled file: the command, or the function that it is. */
export function builtFile(name: 'bin' | 'run'): string {
  return join(folder, `${name}.js`)
}

/** Starts the command as a process of its own, its three streams in pipes. */
export function start(argv: readonly string[], environment: Environment = {}): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [builtFile('bin'), ...argv], { env: { ...bare(), ...environment } })
}

/** Runs the command to its end. What is closed nobody reads, from before the first byte. */
export async function command(
  argv: readonly string[],
  environment: Environment = {},
  closed?: 'stdout' | 'stderr',
): Promise<Ended> {
  const child = start(argv, environment)
  if (closed) child[closed].destroy()
  child.stdin.end()
  return await ended(child)
}

/** Runs a line in a shell, in which `cadre` is the command. */
export async function shell(line: string): Promise<Ended> {
  const script = `set -o pipefail; cadre() { "$NODE" "$COMMAND" "$@"; }; ${line}`
  return await ended(
    spawn('bash', ['-c', script], { env: { ...bare(), NODE: process.execPath, COMMAND: builtFile('bin') } }),
  )
}

/** Waits for the end of a process, and keeps what it writes to those streams that are still open. */
export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  const [out, err] = [collected(child.stdout), collected(child.stderr)]
  const [code] = await once(child, 'close')
  return { code, out: out.join(''), err: err.join('') }
}

function collected(stream: Readable): readonly string[] {
  const texts: string[] = []
  stream.setEncoding('utf8').on('data', (text: string) => void texts.push(text))
  return texts
}

/** Without the variables that the test runner and the person at the terminal have set. */
function bare(): Environment {
  const { PATH = '', HOME = '' } = process.env
  return { PATH, HOME }
}
