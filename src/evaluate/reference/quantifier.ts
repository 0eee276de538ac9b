import { allOf, anyOf, negate, type Truth } from '../../base/index.js'
import type { ProgramCondition, QuantifierTrace } from '../../model/index.js'
import { howMany } from './aggregates.js'
import { type Context, type Notes, notesOf, notesOfTrace } from './reading.js'
import { isTaken, lookingFrom, type Selected, select } from './selection.js'

/** The truth of a condition over the items of a list, and the trace of each item that is, or may be, looked at. */
export function judgeQuantifier(
  condition: Extract<ProgramCondition, { kind: 'quantifier' }>,
  context: Context,
): QuantifierTrace {
  const { kind, id, place, quantifier, n, from, ifEmpty, negated } = condition
  const title = context.policy.lists[from.of]?.title ?? { zh: from.of, en: from.of }
  const about = { kind, id, place, quantifier, ...(n !== undefined && { n }), negated, of: { id: from.of, title } }
  const looking = lookingFrom(from.at, context)
  if (!looking.context) {
    const { missing, supposed, parameters } = looking.notes
    return { ...about, truth: 'unknown', items: [], missing, supposed, parameters }
  }
  const seen = select(from, looking.context)
  const truth = quantify(seen, quantifier, n, ifEmpty)
  const items = seen.chosen.flatMap((one) => {
    if (!one.item || !one.trace) return []
    const taken = isTaken(one, seen)
    if (taken === false) return []
    // An item that may not be there may not meet the condition, nor, for `every`, fail it.
    const met = quantifier === 'every' ? anyOf([negate(taken), one.having]) : allOf([taken, one.having])
    const doubtful = taken === 'unknown' && { taken }
    return [{ at: one.item.at, truth: met, ...doubtful, trace: one.trace }]
  })
  const { missing, supposed, parameters } = notesOf([looking.notes, withoutTests(seen, quantifier)])
  return { ...about, truth: negated ? negate(truth) : truth, items, missing, supposed, parameters }
}

/** What there is to say of which items are looked at; of what they are asked, their own traces tell. */
function withoutTests(selected: Selected, quantifier: string): Notes {
  // Whether an item is there at all makes no difference if it would not count (of `every`, not fail) anyway.
  const idle = selected.chosen.filter(({ having }) => having === (quantifier === 'every'))
  const indifferent = selected.latest === undefined ? idle.flatMap(({ item }) => (item ? [`${item.at}.`] : [])) : []
  const told = new Set(selected.chosen.flatMap(({ trace }) => (trace ? notesOfTrace(trace).missing : [])))
  const supposed = new Set(selected.chosen.flatMap(({ trace }) => (trace ? notesOfTrace(trace).supposed : [])))
  return {
    missing: selected.missing.filter((one) => !told.has(one) && !indifferent.some((at) => one.path.startsWith(at))),
    supposed: selected.supposed.filter((one) => !supposed.has(one)),
    parameters: selected.parameters,
  }
}

function quantify(selected: Selected, quantifier: string, n = 1, ifEmpty: Truth): Truth {
  if (quantifier !== 'every') {
    const { least, most } = howMany(selected)
    const truth = least >= n ? true : most !== undefined && most < n ? false : 'unknown'
    return quantifier === 'none' ? negate(truth) : truth
  }
  if (!selected.known) return 'unknown'
  const taken = selected.chosen.filter((one) => isTaken(one, selected) !== false)
  const failing = howMany(selected, ({ having }) => negate(having))
  const every = failing.least > 0 ? false : failing.most === 0 ? true : 'unknown'
  if (taken.some((one) => isTaken(one, selected) === true)) return every
  // If no item is certainly there, the list may be empty, or hold what may be there.
  const possible = new Set<Truth>([ifEmpty])
  for (const { having } of taken) {
    if (having !== false) possible.add(true)
    if (having !== true) possible.add(false)
  }
  const [only = 'unknown'] = possible
  return possible.size === 1 ? only : 'unknown'
}
