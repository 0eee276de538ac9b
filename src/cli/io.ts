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

/** A run that ends here, with its exit code, after it has said why. */
export class ExitError extends Error {
  readonly exitCode: number

  constructor(exitCode: number, message: string) {
    super(message)
    this.name = 'ExitError'
    this.exitCode = exitCode
  }
}

/** Writes text and waits until it is out; rejects if it cannot be written. */
export async function write(stream: Writable, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()))
  })
}
