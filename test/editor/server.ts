import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

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

type Message = {
  readonly id?: number | string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** Starts the server in a folder. Rejects what is asked of it once it has ended. */
export async function startServer(folder: string): Promise<Server> {
  const child = spawn(process.execPath, [serverPath(), '--stdio'], { cwd: folder })
  const complaints: string[] = []
  child.stderr.on('data', (chunk) => complaints.push(String(chunk)))
  const answers = new Map<number | string, (message: Message) => void>()
  const awaited = new Map<string, (problems: readonly Problem[]) => void>()
  const ended = new Promise<void>((done) => child.on('exit', () => done()))
  let asked = 0
  let opened = 0

  onMessages(child, (message) => {
    const { id, method, params } = message
    if (method === undefined && id !== undefined) answers.get(id)?.(message)
    else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Problem[] }
      awaited.get(uri)?.(diagnostics)
    } else if (id !== undefined) send({ id, result: replyTo(method, params) })
  })

  function send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }

  function ask(method: string, params: unknown): Promise<unknown> {
    const id = ++asked
    const answer = new Promise<unknown>((resolve, reject) => {
      answers.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)))
    })
    const death = ended.then(() => {
      throw new Error(`the server ended: ${complaints.join('')}`)
    })
    send({ id, method, params })
    return Promise.race([answer, death]).finally(() => answers.delete(id))
  }

  /** Every text is opened under a name of its own: what was found in an earlier one cannot be taken for its own. */
  function open(file: string, text: string): string {
    const name = join(folder, dirname(file), `opened-${++opened}.yaml`)
    const uri = pathToFileURL(name).href
    send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } })
    return uri
  }

  function close(uri: string): void {
    send({ method: 'textDocument/didClose', params: { textDocument: { uri } } })
  }

  await ask('initialize', { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities })
  send({ method: 'initialized', params: {} })
  send({ method: 'workspace/didChangeConfiguration', params: { settings } })

  return {
    async problemsIn(file, text) {
      const uri = open(file, text)
      const problems = await new Promise<readonly Problem[]>((resolve) => awaited.set(uri, resolve))
      awaited.delete(uri)
      close(uri)
      return problems
    },
    async completionsAt(file, text, position) {
      const uri = open(file, text)
      const found = await ask('textDocument/completion', { textDocument: { uri }, position })
      close(uri)
      return (found as { items: readonly Completion[] } | null)?.items ?? []
    },
    async hoverAt(file, text, position) {
      const uri = open(file, text)
      const found = await ask('textDocument/hover', { textDocument: { uri }, position })
      close(uri)
      return (found as { contents: { value: string } } | null)?.contents.value
    },
    async stop() {
      await ask('shutdown', null)
      send({ method: 'exit' })
      await ended
    },
  }
}

function replyTo(method: string | undefined, params: unknown): unknown {
  if (method !== 'workspace/configuration') return null
  const { items } = params as { items: readonly { section: keyof typeof settings }[] }
  return items.map(({ section }) => settings[section] ?? null)
}

/** The protocol's framing: a header with the length in bytes, an empty line, the message. */
function onMessages(child: ChildProcessWithoutNullStreams, receive: (message: Message) => void): void {
  let rest = Buffer.alloc(0)
  child.stdout.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const end = rest.indexOf('\r\n\r\n')
      if (end < 0) return
      const length = Number(/Content-Length: (\d+)/.exec(rest.toString('latin1', 0, end))?.[1])
      if (rest.length < end + 4 + length) return
      receive(JSON.parse(rest.toString('utf8', end + 4, end + 4 + length)))
      rest = rest.subarray(end + 4 + length)
    }
  })
}

function serverPath(): string {
  const manifest = createRequire(import.meta.url).resolve('yaml-language-server/package.json')
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { 'yaml-language-server': string } }
  return join(dirname(manifest), bin['yaml-language-server'])
}
