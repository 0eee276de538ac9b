import { compile, toProgramFile } from '../index.js'
import { writeWhole } from '../node.js'
import { type Session, write } from './io.js'
import { keepApart } from './keep-apart.js'
import { validPolicySet } from './policies.js'
import { texts } from './texts.js'

export interface CompileOptions {
  readonly asOf: string
  readonly output?: string
}

/** Writes policies, with the values that hold on a day, as a program that evaluates anywhere; the same input makes the same bytes. */
export async function compileCommand(
  paths: readonly string[],
  { asOf, output }: CompileOptions,
  session: Session,
): Promise<number> {
  const { stdout, stderr, locale } = session
  const { policySet, files } = await validPolicySet(paths, session)
  keepApart(files, [output], session)
  const file = toProgramFile(compile(policySet, { asOf }))
  const text = `${JSON.stringify(file)}\n`
  await (output === undefined ? write(stdout, text) : writeWhole(output, text))
  const { compiled, written } = texts[locale]
  if (output !== undefined) await write(stderr, `${written(output)}\n`)
  await write(stderr, `${compiled(file.program.policies.length, asOf, file.digest)}\n`)
  return 0
}
