import { writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { format } from 'node:util'
import ts from 'typescript'
import { vi } from 'vitest'
import { blocksIn, isProgram } from './blocks.js'

const END = 'end of a block'

/** The TypeScript of a document as one module, every line where it stands in the document; undefined if it has none. */
function moduleOf(markdown: string): string | undefined {
  const blocks = blocksIn(markdown).filter(isProgram)
  if (blocks.length === 0) return undefined
  const module = markdown.split('\n').map(() => '')
  for (const { line, text } of blocks) {
    const written = [...text.split('\n').slice(0, -1), `console.log('${END}')`]
    module.splice(line, written.length, ...written)
  }
  return module.join('\n')
}

/** What the compiler has against the TypeScript of documents, given by their names: `README.md:12 …`. */
export function problemsIn(documents: ReadonlyMap<string, string>): string[] {
  const modules = new Map([...documents].map(([name, markdown]) => [resolve(`${name}.ts`), moduleOf(markdown)]))
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, resolve('.'))
  const host = ts.createCompilerHost(options)
  const { readFile, fileExists } = host
  host.readFile = (name) => modules.get(name) ?? readFile(name)
  host.fileExists = (name) => modules.has(name) || fileExists(name)
  const files = [...modules].flatMap(([name, text]) => (text === undefined ? [] : [name]))
  const program = ts.createProgram(files, { ...options, noUnusedLocals: false }, host)
  return files
    .flatMap((name) => ts.getPreEmitDiagnostics(program, program.getSourceFile(name)))
    .map(({ file, start = 0, messageText }) => {
      const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0
      return `${relative('.', file?.fileName ?? '').replace(/\.ts$/, '')}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
    })
}

/** Runs the TypeScript of a document in the folder that is current, and gives what each of its blocks prints. */
export async function runTypeScript(markdown: string): Promise<string[]> {
  const module = moduleOf(markdown)
  if (module === undefined) return []
  const file = join(process.cwd(), 'document.ts')
  writeFileSync(file, module)
  let printed = ''
  const log = vi.spyOn(console, 'log').mockImplementation((...words) => {
    printed += `${format(...words)}\n`
  })
  // Documents reach no network; whoever shows how to ask a service shows it for an input that is not asked.
  vi.stubGlobal('fetch', () => Promise.reject(new Error('a document reaches for the network')))
  try {
    await import(/* @vite-ignore */ file)
  } finally {
    log.mockRestore()
    vi.unstubAllGlobals()
  }
  return printed.split(`${END}\n`).slice(0, -1)
}
