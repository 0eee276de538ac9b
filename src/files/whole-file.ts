import { constants, rmSync, type Stats } from 'node:fs'
import { access, type FileHandle, open, realpath, rename, stat, unlink } from 'node:fs/promises'

/** A file that appears under its name only when it is whole. */
export interface WholeFile {
  readonly write: (text: string) => Promise<void>
  /** Puts the file in its place. Where that fails, nothing is left behind. */
  readonly commit: () => Promise<void>
  /** Leaves nothing behind. */
  readonly discard: () => Promise<void>
}

/**
 * Opens a file for writing under a temporary name beside it; a process that ends before it is whole takes it away. What
 * is there already and is no regular file (a pipe, a device) is written as it is. Whatever the system will not do
 * rejects with the system's error, whose `path` is the file that was asked for.
 */
export async function openWhole(file: string): Promise<WholeFile> {
  const present = await stat(file).catch(() => undefined)
  const whole = present && !present.isFile() ? await openAsItIs(file) : await openBeside(file, present)
  return {
    write: (text) => naming(file, whole.write(text)),
    commit: () => naming(file, whole.commit()),
    discard: whole.discard,
  }
}

/** Writes a text to a file that appears only when it is whole. Rejects as `openWhole` does. */
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

/** A file that is replaced keeps its permissions, and a link goes on pointing where it did. */
async function openBeside(file: string, present: Stats | undefined): Promise<WholeFile> {
  const target = present ? await realpath(file) : file
  // Another file can be put in its place without leave to write this one.
  if (present) await naming(file, access(target, constants.W_OK))
  const temporary = `${target}.${process.pid}.partial`
  const handle = await naming(file, open(temporary, 'w', present?.mode))
  remember(temporary)
  if (present) await naming(file, handle.chmod(present.mode))
  const discard = async (): Promise<void> => {
    await handle.close()
    await unlink(temporary)
    forget(temporary)
  }
  return {
    write: (text) => handle.writeFile(text),
    commit: async () => {
      try {
        await handle.sync()
        await rename(temporary, target)
      } catch (error) {
        await discard()
        throw error
      }
      forget(temporary)
      await handle.close()
    },
    discard,
  }
}

async function openAsItIs(file: string): Promise<WholeFile> {
  const handle: FileHandle = await naming(file, open(file, 'w'))
  return { write: (text) => handle.writeFile(text), commit: () => handle.close(), discard: () => handle.close() }
}

/** The system knows the temporary name at most. */
async function naming<T>(file: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw error instanceof Error ? Object.assign(error, { path: file }) : error
  })
}

const partial = new Set<string>()

function remember(temporary: string): void {
  if (partial.size === 0) process.on('exit', removePartial)
  partial.add(temporary)
}

function forget(temporary: string): void {
  partial.delete(temporary)
  if (partial.size === 0) process.off('exit', removePartial)
}

function removePartial(): void {
  for (const temporary of partial) rmSync(temporary, { force: true })
}
