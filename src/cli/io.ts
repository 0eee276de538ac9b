import type { Writable } from 'node:stream'
import type { Locale } from '../index.js'

/** What a command sees of the process it runs in. */
export interface Io {
  readonly stdout: Writable & { readonly isTTY?: boolean }
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number }
}

/** Where a command writes its result, and in which language it speaks. */
export interface Session extends Io {
  readonly locale: Locale
}

/** A run that cannot go on: its exit code, and what is still to be said, which `run` does. */
export class ExitError extends Error {
  readonly exitCode: number

  constructor(exitCode: number, message: string) {
    super(message)
    this.name = 'ExitError'
    this.exitCode = exitCode
  }
}

/**
 * Writes text and waits until it is out. False if nobody reads any more: a reader that has seen enough (`| head`) closes
 * the pipe, which is its right. Rejects if the text cannot be written for any other reason.
 */
export async function write(stream: Writable, text: string): Promise<boolean> {
  return await new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error) resolve(true)
      else if ('code' in error && error.code === 'EPIPE') resolve(false)
      else reject(error)
    })
  })
}
