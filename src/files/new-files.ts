import { lstat, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Writes files that are not there yet, by path, and yields none. If any is there, writes nothing and yields those that
 * are. If one cannot be written, rejects with the system's error and takes the others away again.
 */
export async function writeNew(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const there = await Promise.all([...files.keys()].map(async (file) => ((await exists(file)) ? [file] : [])))
  if (there.some((file) => file.length > 0)) return there.flat()
  const made: string[] = []
  for (const [file, text] of files) {
    try {
      const folder = await mkdir(dirname(file), { recursive: true })
      if (folder !== undefined) made.push(folder)
      await writeFile(file, text, { flag: 'wx' })
      made.push(file)
    } catch (error) {
      for (const path of made.reverse()) await rm(path, { recursive: true, force: true })
      throw error
    }
  }
  return []
}

async function exists(file: string): Promise<boolean> {
  return (await lstat(file).catch(() => undefined)) !== undefined
}
