import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder that is gone when the tests of the file are over. */
export interface TemporaryFolder {
  readonly root: string
  /** Writes a file, with the folders that it needs, and yields its path. */
  readonly put: (name: string, content: string | Uint8Array) => string
}

/** To be called at the top level of a test file. */
export function temporaryFolder(): TemporaryFolder {
  const root = mkdtempSync(join(tmpdir(), 'cadre-policy-'))
  afterAll(() => rmSync(root, { recursive: true }))
  return {
    root,
    put: (name, content) => {
      const path = join(root, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
      return path
    },
  }
}
