import type { Derivation, ProgramCondition, ProgramOperand, Value } from '../../model/index.js'
import { range } from './aggregates.js'
import { type Context, computed, numberValue, type Reading } from './reading.js'
import { type Chosen, select } from './selection.js'

type Streak = Extract<Derivation<ProgramOperand, ProgramCondition>, { kind: 'streak' }>

/** The number of items in a row that count; see the language, section 13. */
export function streak({ from, which, consume }: Streak, context: Context): Reading {
  const selected = select(from, context)
  const [least, high] = [runOf(selected.chosen, which, false), runOf(selected.chosen, which, true)]
  // A run that reaches the first item on record may have begun before it.
  const all = selected.chosen.filter(({ having }) => having !== false).length
  const most = selected.more && (!selected.known || high === all) ? undefined : high
  return computed(range(...consumed(least, most, which, consume), context), [selected])
}

/** A run that was rewarded after `every` items starts afresh. */
function consumed(
  least: number,
  most: number | undefined,
  which: 'current' | 'longest',
  every: number | undefined,
): [Value, Value | undefined] {
  if (every === undefined) return [numberValue(least), most === undefined ? undefined : numberValue(most)]
  if (which === 'longest') return [numberValue(Math.min(least, every)), numberValue(Math.min(most ?? every, every))]
  const restart = (run: number): number => (run === 0 ? 0 : ((run - 1) % every) + 1)
  const round = (run: number): number => Math.floor((run - 1) / every)
  const together = most !== undefined && round(least) === round(most)
  if (together) return [numberValue(restart(least)), numberValue(restart(most))]
  return [numberValue(least === 0 ? 0 : 1), numberValue(every)]
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
