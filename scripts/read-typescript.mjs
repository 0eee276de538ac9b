// TypeScript of ours as a module of a script: what the code knows is asked of the code, not written down again.
import { build } from 'esbuild'

/** What the module at `entry` exports, with everything that it imports. */
export async function readTypeScript(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  })
  const [{ text }] = outputFiles
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)
}
