import { constants } from 'node:fs'
import { access, type FileHandle, open, realpath, rename, stat, unlink } from 'node:fs/promises'
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

/**
 * Opens a file for writing under a temporary name beside it. One that is there keeps its mode, and a link to it stays a
 * link. Throws `UnreadableFileError` if the file cannot be written.
 */
export async function openWhole(file: string): Promise<WholeFile> {
  const before = await existing(file)
  const target = before?.path ?? file
  const temporary = `${target}.${process.pid}.partial`
  const handle: FileHandle = await open(temporary, 'w').catch((error: unknown) => {
    throw new UnreadableFileError([unreadable(file, error)])
  })
  if (before) await handle.chmod(before.mode)
  return {
    write: (text) => handle.writeFile(text),
    commit: async () => {
      await handle.sync()
      await handle.close()
      await rename(temporary, target)
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

async function existing(file: string): Promise<{ path: string; mode: number } | undefined> {
  const path = await realpath(file).catch(() => file)
  const info = await stat(path).catch(() => undefined)
  if (!info?.isFile()) return undefined
  // Another file can be put in its place without leave to write this one.
  await access(path, constants.W_OK).catch((error: unknown) => {
    throw new UnreadableFileError([unreadable(file, error)])
  })
  return { path, mode: info.mode }
}
