import { mkdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { compile, createTally, explain, render } from '../index.js'
import { openNdjson, packageFile, writeWhole } from '../node.js'
import { renderReport } from '../report.js'
import { type Session, write } from './io.js'
import { judged } from './judged.js'
import { validPolicySet } from './policies.js'
import { summaryText } from './summary.js'
import { texts } from './texts.js'

/** The demo's as-of date: the sample roster was written for it. */
const AS_OF = '2026-11-21'
/** The decisions to explain: points that are not enough, one that burdens, one that cannot be decided. */
const EXPLAINED = [
  { policy: 'jiangyan/promotion', outcome: 'notYet' },
  { policy: 'jiangyan/fitness', outcome: 'unfit' },
  { policy: 'jiangyan/rotation', outcome: 'undetermined' },
]

/** Judges the sample roster, as NDJSON and as CSV, explains three people and leaves the results in a folder. */
export async function demoCommand({ folder }: { readonly folder: string }, session: Session): Promise<number> {
  const { stdout, locale } = session
  const text = texts[locale].demo
  const say = async (line: string): Promise<void> => void (await write(stdout, `${line}\n`))
  const { policySet } = await validPolicySet([shown(packageFile('policies', 'jiangyan'))], session)
  const program = compile(policySet, { asOf: AS_OF })
  await say(
    `${text.title(
      policySet.policies.map(({ title }) => title[locale]),
      AS_OF,
    )}\n`,
  )

  const roster = (name: string): string => shown(packageFile('examples', 'roster', name))
  const fromNdjson = await judged(roster('records.ndjson'), undefined, program, session)
  const fromCsv = await judged(roster('roster.csv'), roster('roster.mapping.yaml'), program, session)
  for (const { file, people, rejections } of [fromNdjson, fromCsv])
    await say(text.file(file, people + rejections.length, people, rejections.length))
  const same = JSON.stringify(fromNdjson.decisions) === JSON.stringify(fromCsv.decisions)
  await say(same ? text.same(fromNdjson.people) : text.differs)

  const tally = createTally()
  for (const decision of fromNdjson.decisions) tally.add(decision)
  await say(`\n${summaryText(tally.summary(), fromNdjson.rejections.length, session)}\n`)
  await say(text.rejections)
  const rejections = [...fromNdjson.rejections, ...fromCsv.rejections]
  for (const { file, line, problems } of rejections)
    for (const { field, code, message } of problems)
      await say(`  ${texts[locale].rejectedRow(file, line, field, code, message)}`)

  await say(`\n${text.explanations}\n`)
  for (const { policy, outcome } of EXPLAINED) {
    const example = fromNdjson.decisions.find((one) => one.policy.id === policy && one.outcome === outcome)
    if (example) await say(`${render(explain(example), { locale })}\n`)
  }

  await say(text.folder(folder))
  await mkdir(folder, { recursive: true })
  await save('decisions.ndjson', fromNdjson.decisions)
  await save('rejections.ndjson', rejections)
  const page = join(folder, 'report.html')
  await writeWhole(page, renderReport(fromNdjson.decisions, { locale, rejections: fromNdjson.rejections }))
  await say(`  ${page}`)
  await say(`${text.next}\n`)
  const people = fromNdjson.people + fromCsv.people
  await say(texts[locale].counts(people + rejections.length, people, rejections.length))
  return same ? 0 : 70

  async function save(name: string, values: readonly unknown[]): Promise<void> {
    const file = join(folder, name)
    const writer = await openNdjson(file)
    for (const value of values) await writer.write(value)
    await writer.commit()
    await say(`  ${file}`)
  }
}

/** A file of the package as seen from here; the same wherever the package lies. */
function shown(file: string): string {
  const near = relative(process.cwd(), file)
  return near.startsWith('..') ? file : near
}
