import { readFile } from 'node:fs/promises'
import { packageFile } from '../node.js'
import { type Session, write } from './io.js'

export const schemaNames = [
  'policy',
  'facts',
  'record',
  'unit',
  'cases',
  'mapping',
  'decision',
  'program',
  'diagnostics',
] as const

/** Prints one of the published JSON Schemas. */
export async function schemaCommand(name: (typeof schemaNames)[number], { stdout }: Session): Promise<number> {
  await write(stdout, await readFile(packageFile('schemas', `${name}.schema.json`), 'utf8'))
  return 0
}
