import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Options } from 'tsup'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/**
 * What json-rules-engine brings and ours never calls (docs/decisions/0008: no paths into facts, and nobody listens).
 * Both could compile code; a file for pages that forbid it must not even hold it.
 */
const neverCalled: Readonly<Record<string, string>> = {
  'jsonpath-plus': "export function JSONPath() { throw new Error('there are no paths into facts here') }",
  eventemitter2: 'export default function EventEmitter() {}',
}

const withoutCodeFromText: Plugin = {
  name: 'without-code-from-text',
  setup: ({ onResolve, onLoad }) => {
    const filter = new RegExp(`^(${Object.keys(neverCalled).join('|')})$`)
    onResolve({ filter }, ({ path }) => ({ path, namespace: 'never-called' }))
    onLoad({ filter, namespace: 'never-called' }, ({ path }) => ({ contents: neverCalled[path] ?? '' }))
  },
}

/** Puts the licences of all that is in the file at its end: it is copied alone. */
const withNotices: Plugin = {
  name: 'with-notices',
  setup: ({ onEnd }) => {
    onEnd(({ metafile, outputFiles = [] }) => {
      const [name, version] = ownName()
      const packages = packagesIn(Object.keys(metafile?.inputs ?? {}))
      const notices = [noticeOf('.'), ...packages.map((one) => noticeOf(join('node_modules', one)))]
      const head = `/*! ${name} ${version}, MIT. The licences of all that is in this file stand at its end. */\n`
      for (const file of outputFiles) {
        if (file.path.endsWith('.js'))
          file.contents = new TextEncoder().encode(`${head}${file.text.trimEnd()}\n/*!\n${notices.join('\n\n')}\n*/\n`)
      }
    })
  },
}

/** The packages that files come from, by name. */
function packagesIn(files: readonly string[]): string[] {
  const names = files.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [])
  return [...new Set(names)].sort()
}

function noticeOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const licence = readdirSync(folder).find((file) => /^licen[cs]e(\.\w+)?$/i.test(file))
  if (licence === undefined) throw new Error(`${name} has no licence to pass on`)
  const text = readFileSync(join(folder, licence), 'utf8').trim()
  if (text.includes('*/')) throw new Error(`the licence of ${name} would end the comment that it stands in`)
  return `${name} ${version}\n\n${text}`
}

function ownName(): [string, string] {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'))
  return [name, version]
}

// The core in one file for pages without a bundler; its declarations are those of the core.
export default defineConfig({
  entry: { browser: 'src/index.ts' },
  format: ['esm'],
  platform: 'browser',
  target: 'es2022',
  splitting: false,
  sourcemap: false,
  minify: true,
  dts: false,
  noExternal: [/./],
  esbuildPlugins: [withoutCodeFromText, withNotices],
  esbuildOptions: (options) => {
    options.charset = 'utf8'
    options.metafile = true
  },
})
