// TypeScript of ours as modules of a script: what the code knows is asked of the code, not written down again.
import { build } from 'esbuild'

/** What the modules at `entries` export together, with everything that they import. */
export async function readTypeScript(...entries) {
  const contents = entries.map((entry) => `export * from './${entry}'`).join('\n')
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  })
  const [{ text }] = outputFiles
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)
}
