import type { Derivation, ProgramCondition, ProgramOperand } from '../../model/index.js'
import { range } from './aggregates.js'
import { type Context, computed, numberValue, type Reading } from './reading.js'
import { type Chosen, isEndless, select } from './selection.js'

type Streak = Extract<Derivation<ProgramOperand, ProgramCondition>, { kind: 'streak' }>

/** The number of items in a row that count; see the language, section 13. */
export function streak({ from, which, consume }: Streak, context: Context): Reading {
  const selected = select(from, context)
  const [low, high] = [runOf(selected.chosen, which, false), runOf(selected.chosen, which, true)]
  // Items that nobody knows of may end the run, or cut it to pieces.
  const least = selected.known ? low : which === 'current' ? 0 : Math.min(low, 1)
  // A run that reaches the first item on record may have begun before it.
  const all = selected.chosen.filter(({ having }) => having !== false).length
  const most = isEndless(selected) && (!selected.known || high === all) ? undefined : high
  const ends = consume === undefined ? { least, most } : consumed(selected.chosen, { least, most }, which, consume)
  const top = ends.most === undefined ? undefined : numberValue(ends.most)
  return computed(range(numberValue(ends.least), top, context), [selected])
}

interface Run {
  readonly least: number
  readonly most: number | undefined
}

/** A run that was rewarded after `every` items starts afresh. */
function consumed(chosen: readonly Chosen[], { least, most }: Run, which: Streak['which'], every: number): Run {
  if (which === 'longest') return { least: Math.min(least, every), most: Math.min(most ?? every, every) }
  // Over a run without an end every count comes up.
  const lengths = most === undefined ? [least, ...upTo(every)] : lengthsOf(chosen, { least, most })
  const counts = lengths.map((run) => (run === 0 ? 0 : ((run - 1) % every) + 1))
  return { least: Math.min(...counts), most: Math.max(...counts) }
}

/** Every length that the current run can have: each item that is in doubt may end it. */
function lengthsOf(
  chosen: readonly Chosen[],
  { least, most }: { readonly least: number; readonly most: number },
): number[] {
  const sorted = [...chosen].sort((a, b) => b.first - a.first)
  const inOrder = sorted.every(({ first, last }, index) => first === last && first !== sorted[index + 1]?.first)
  // Where the order of the items is not known, no length between the ends is excluded.
  if (!inOrder) return Array.from({ length: most - least + 1 }, (_, index) => least + index)
  const ended = new Set<number>()
  let running = new Set([0])
  for (const { truth, having } of sorted) {
    const grown = [...running].map((run) => run + 1)
    if (having !== true) for (const run of running) ended.add(run)
    running = new Set([...(truth === true ? [] : running), ...(having === false ? [] : grown)])
  }
  return [...new Set([...ended, ...running])]
}

function upTo(most: number): number[] {
  return Array.from({ length: most }, (_, index) => index + 1)
}

/** The length of the run if everything that is not known turns out well, or badly. */
function runOf(chosen: readonly Chosen[], which: 'current' | 'longest', well: boolean): number {
  const marked = chosen.flatMap((one) => {
    const good = well ? one.having !== false : one.having === true
    // What need not be there is there only if that serves the reading.
    return one.truth !== true && good !== well ? [] : [{ ...one, good }]
  })
  const day = ({ first, last, good }: (typeof marked)[number]): number => (good === well ? last : first)
  const newestFirst = [...marked].sort((a, b) => day(b) - day(a) || (Number(b.good) - Number(a.good)) * (well ? 1 : -1))
  if (which === 'current') {
    const end = newestFirst.findIndex(({ good }) => !good)
    return end < 0 ? newestFirst.length : end
  }
  const dated = newestFirst.filter(({ first, last }) => first === last)
  let [run, best] = [0, 0]
  for (const { good } of dated) {
    run = good ? run + 1 : 0
    best = Math.max(best, run)
  }
  // An undated item stands in the longest run, or cuts it.
  const floating = newestFirst.filter(({ first, last }) => first !== last)
  const goods = floating.filter(({ good }) => good).length
  if (well) return best + goods
  const cuts = floating.length - goods
  return Math.max(Math.ceil(best / (cuts + 1)), goods > 0 ? 1 : 0)
}
