import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createMessageConnection } from 'vscode-jsonrpc/node.js'

/** A place in a file as the protocol counts it: both from 0. */
export interface Position {
  readonly line: number
  readonly character: number
}

export interface Problem {
  readonly range: { readonly start: Position; readonly end: Position }
  readonly message: string
  readonly severity?: number
}

export interface Completion {
  readonly label: string
  readonly insertText?: string
  readonly documentation?: string | { readonly value: string }
  readonly detail?: string
}

/** The language server that editors start, spoken to as an editor does. */
export interface Server {
  /** Opens a text as the file of that path, and waits for what the server finds wrong with it. */
  readonly problemsIn: (file: string, text: string) => Promise<readonly Problem[]>
  readonly completionsAt: (file: string, text: string, at: Position) => Promise<readonly Completion[]>
  /** What is shown over a place, as Markdown; undefined if nothing is. */
  readonly hoverAt: (file: string, text: string, at: Position) => Promise<string | undefined>
  readonly stop: () => Promise<void>
}

/** Without the schema store: nothing is fetched. */
const settings = {
  yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false }, format: { enable: false } },
  http: {},
  '[yaml]': { 'editor.tabSize': 2 },
}

const capabilities = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: {
    publishDiagnostics: {},
    hover: { contentFormat: ['markdown'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
  },
}

/** Starts the server in a folder. What is asked of it once it has ended rejects. */
export async function startServer(folder: string): Promise<Server> {
  const child = spawn(process.execPath, [serverPath(), '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createMessageConnection(child.stdout, child.stdin)
  const awaited = new Map<string, (problems: readonly Problem[]) => void>()
  const ended = new Promise<void>((done) => child.on('exit', () => done()))
  let opened = 0
  connection.onClose(() => connection.dispose())
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: Published) =>
    awaited.get(uri)?.(diagnostics),
  )
  connection.onRequest('workspace/configuration', ({ items }: Asked) =>
    items.map(({ section }) => settings[section] ?? null),
  )
  connection.onRequest(() => null)
  connection.listen()

  /** Every text is opened under a name of its own: what was found in an earlier one cannot be taken for its own. */
  async function open(file: string, text: string): Promise<string> {
    const name = join(folder, dirname(file), `opened-${++opened}.yaml`)
    const uri = pathToFileURL(name).href
    const textDocument = { uri, languageId: 'yaml', version: 1, text }
    await connection.sendNotification('textDocument/didOpen', { textDocument })
    return uri
  }

  async function close(uri: string): Promise<void> {
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
  }

  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities,
  })
  await connection.sendNotification('initialized', {})
  await connection.sendNotification('workspace/didChangeConfiguration', { settings })

  return {
    async problemsIn(file, text) {
      const uri = await open(file, text)
      const problems = await new Promise<readonly Problem[]>((resolve) => awaited.set(uri, resolve))
      awaited.delete(uri)
      await close(uri)
      return problems
    },
    async completionsAt(file, text, position) {
      const uri = await open(file, text)
      const found = await connection.sendRequest<{ items: readonly Completion[] } | null>('textDocument/completion', {
        textDocument: { uri },
        position,
      })
      await close(uri)
      return found?.items ?? []
    },
    async hoverAt(file, text, position) {
      const uri = await open(file, text)
      const found = await connection.sendRequest<{ contents: { value: string } } | null>('textDocument/hover', {
        textDocument: { uri },
        position,
      })
      await close(uri)
      return found?.contents.value
    },
    async stop() {
      await connection.sendRequest('shutdown', null)
      await connection.sendNotification('exit')
      await ended
    },
  }
}

interface Published {
  readonly uri: string
  readonly diagnostics: readonly Problem[]
}

interface Asked {
  readonly items: readonly { readonly section: keyof typeof settings }[]
}

function serverPath(): string {
  const manifest = createRequire(import.meta.url).resolve('yaml-language-server/package.json')
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { 'yaml-language-server': string } }
  return join(dirname(manifest), bin['yaml-language-server'])
}
