import { type Diagnostic, diagnostic } from '../diagnostics/index.js'

/** Why the system would not open, read or write a file. */
export function unreadable(file: string, error: unknown): Diagnostic {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  return code === 'ENOENT'
    ? diagnostic('source/not-found', { file })
    : diagnostic('source/not-readable', { file, reason: code })
}
