import { mkdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { compile, createTally, type Decision, explain, type Program, render } from '../index.js'
import { decideRows, openNdjson, packageFile, type Rejection, rejectionOf } from '../node.js'
import { type Session, write } from './io.js'
import { validPolicySet } from './policies.js'
import { rowsOf, withProgress } from './rows.js'
import { summaryText } from './summary.js'
import { texts } from './texts.js'

/** The demo's as-of date: the sample roster was written for it. */
const AS_OF = '2026-11-21'
/** The outcomes to explain: one that burdens, one set aside, one that cannot be decided. */
const EXPLAINED = ['required', 'exempt', 'undetermined']

/** Judges the sample roster, as NDJSON and as CSV, explains three people and leaves the results in a folder. */
export async function demoCommand({ folder }: { readonly folder: string }, session: Session): Promise<number> {
  const { stdout, locale } = session
  const text = texts[locale].demo
  const say = (line: string): Promise<void> => write(stdout, `${line}\n`)
  const policySet = await validPolicySet([shown(packageFile('policies', 'jiangyan'))], session)
  const program = compile(policySet, { asOf: AS_OF })
  await say(`${text.title(policySet.policies[0]?.title[locale] ?? '', AS_OF)}\n`)

  const roster = (name: string): string => shown(packageFile('examples', 'roster', name))
  const fromNdjson = await judge(roster('records.ndjson'), undefined, program, session)
  const fromCsv = await judge(roster('roster.csv'), roster('roster.mapping.yaml'), program, session)
  for (const { file, decisions, rejections } of [fromNdjson, fromCsv])
    await say(text.file(file, decisions.length + rejections.length, decisions.length, rejections.length))
  const same = JSON.stringify(fromNdjson.decisions) === JSON.stringify(fromCsv.decisions)
  await say(same ? text.same(fromNdjson.decisions.length) : text.differs)

  const tally = createTally()
  for (const decision of fromNdjson.decisions) tally.add(decision)
  await say(`\n${summaryText(tally.summary(), fromNdjson.rejections.length, session)}\n`)
  await say(text.rejections)
  const rejections = [...fromNdjson.rejections, ...fromCsv.rejections]
  for (const { file, line, problems } of rejections)
    for (const { field, code, message } of problems)
      await say(`  ${texts[locale].rejectedRow(file, line, field, code, message)}`)

  await say(`\n${text.explanations}\n`)
  for (const outcome of EXPLAINED) {
    const example = fromNdjson.decisions.find((decision) => decision.outcome === outcome)
    if (example) await say(`${render(explain(example), { locale })}\n`)
  }

  await say(text.folder(folder))
  await save(join(folder, 'decisions.ndjson'), fromNdjson.decisions)
  await save(join(folder, 'rejections.ndjson'), rejections)
  await say(`${text.next}\n`)
  const decided = fromNdjson.decisions.length + fromCsv.decisions.length
  await say(texts[locale].counts(decided + rejections.length, decided, rejections.length))
  return same ? 0 : 70

  async function save(file: string, values: readonly unknown[]): Promise<void> {
    await mkdir(folder, { recursive: true })
    const writer = await openNdjson(file)
    for (const value of values) await writer.write(value)
    await writer.commit()
    await say(`  ${file}`)
  }
}

interface Judged {
  readonly file: string
  readonly decisions: readonly Decision[]
  readonly rejections: readonly Rejection[]
}

async function judge(file: string, mapping: string | undefined, program: Program, session: Session): Promise<Judged> {
  const decisions: Decision[] = []
  const rejections: Rejection[] = []
  for await (const row of withProgress(decideRows(program, await rowsOf(file, mapping, session)), session)) {
    if ('decisions' in row) decisions.push(...row.decisions)
    else rejections.push(rejectionOf(row, session))
  }
  return { file, decisions, rejections }
}

/** A file of the package as seen from here; the same wherever the package lies. */
function shown(file: string): string {
  const near = relative(process.cwd(), file)
  return near.startsWith('..') ? file : near
}
