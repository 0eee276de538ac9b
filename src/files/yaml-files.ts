import { stat } from 'node:fs/promises'
import type { Result } from '../base/index.js'
import { type Diagnostic, diagnostic } from '../diagnostics/index.js'
import { filesIn, named } from './folder.js'
import { unreadable } from './unreadable.js'

const YAML_FILE = /\.(policy|facts|cases|mapping)\.ya?ml$/

/** The YAML files at the given paths: of a folder its policies, dictionaries, cases and mappings. */
export async function yamlFilesAt(paths: readonly string[]): Promise<Result<readonly string[], Diagnostic>> {
  const files = new Set<string>()
  const diagnostics: Diagnostic[] = []
  for (const path of paths) {
    try {
      const isFolder = (await stat(path)).isDirectory()
      const found = isFolder ? await filesIn(path, YAML_FILE) : [named(path)]
      for (const file of found) files.add(file)
      if (found.length === 0) diagnostics.push(diagnostic('source/no-files', { file: path }))
    } catch (error) {
      diagnostics.push(unreadable(path, error))
    }
  }
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, value: [...files], warnings: [] }
}
