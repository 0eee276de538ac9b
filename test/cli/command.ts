import { Writable } from 'node:stream'
import { run } from '../../src/cli/run.js'

// What is written is compared as plain text, whatever the environment asks for.
delete process.env.FORCE_COLOR

/** Runs one command line and returns its exit code and what it wrote. */
export async function cli(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const texts = { out: '', err: '' }
  const stream = (name: 'out' | 'err'): Writable =>
    new Writable({
      write(chunk, _, done) {
        texts[name] += String(chunk)
        done()
      },
    })
  const code = await run(argv, { stdout: stream('out'), stderr: stream('err') })
  return { code, ...texts }
}
