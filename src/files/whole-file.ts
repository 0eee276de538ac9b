import { type FileHandle, open, rename, unlink } from 'node:fs/promises'
import { UnreadableFileError } from './rows.js'
import { unreadable } from './unreadable.js'

/** A file that appears under its name only when it is whole. */
export interface WholeFile {
  readonly write: (text: string) => Promise<void>
  /** Puts the file in its place. */
  readonly commit: () => Promise<void>
  /** Leaves nothing behind. */
  readonly discard: () => Promise<void>
}

/** Opens a file for writing under a temporary name beside it. Throws `UnreadableFileError` if that cannot be done. */
export async function openWhole(file: string): Promise<WholeFile> {
  const temporary = `${file}.${process.pid}.partial`
  const handle: FileHandle = await open(temporary, 'w').catch((error: unknown) => {
    throw new UnreadableFileError([unreadable(file, error)])
  })
  return {
    write: (text) => handle.writeFile(text),
    commit: async () => {
      await handle.sync()
      await handle.close()
      await rename(temporary, file)
    },
    discard: async () => {
      await handle.close()
      await unlink(temporary)
    },
  }
}

/** Writes a text to a file that appears only when it is whole. Throws `UnreadableFileError` if that cannot be done. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const whole = await openWhole(file)
  try {
    await whole.write(text)
  } catch (error) {
    await whole.discard()
    throw error
  }
  await whole.commit()
}
