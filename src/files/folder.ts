import { readdir } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'

/** The files of a folder and the folders in it, by name and in order; installed packages and hidden folders are not searched. */
export async function filesIn(folder: string, name: RegExp): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name)
      if (!entry.isDirectory()) return name.test(entry.name) ? [named(path)] : []
      return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : await filesIn(path, name)
    }),
  )
  return found.flat().sort()
}

/** One name for one file, as `uses` is resolved to: no `./`, slashes forward. */
export function named(path: string): string {
  return normalize(path).split(sep).join('/')
}
