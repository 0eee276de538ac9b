import { agreementOf, allOf, anyOf, invariant, type Truth } from '../base/index.js'
import type { Value } from '../model/index.js'
import { valuesIn } from './range.js'
import { overReadings, settled } from './readings.js'
import { is } from './relation.js'
import type { Test, Testing } from './testing.js'

/** Whether the left side is one of a list, which may name nothing (`none`) too. */
export const isIn: Test = overReadings((value, list, testing) => {
  if (list.type === 'none') return false
  if (value.type === 'unknown' || list.type === 'unknown') return 'unknown'
  return isMember(value, list, testing)
})

/** Whether the left side has the right one as a part: a text a shorter one, a list a member. */
export const contains: Test = overReadings(
  (whole, part, testing) => settled(whole, part) ?? hasPart(whole, part, testing),
)

/** Whether the left side contains one of a list. */
export const containsAny: Test = containsOf(anyOf)

/** Whether the left side contains every one of a list. */
export const containsAll: Test = containsOf(allOf)

function containsOf(together: (parts: Iterable<Truth>) => Truth): Test {
  return overReadings((whole, list, testing) => {
    const sure = settled(whole, list)
    return sure ?? together(itemsOf(list).map((part) => contains(whole, part, testing)))
  })
}

function isMember(value: Value, list: Value, testing: Testing): Truth {
  const items = itemsOf(list)
  if (value.type !== 'interval') return hasMember(items, value, testing)
  // Of more values than the list has members it cannot name every one.
  const values = valuesIn(value, testing.type, items.length) ?? [value]
  return agreementOf(values.map((one) => hasMember(items, one, testing)))
}

function hasMember(items: readonly Value[], value: Value, testing: Testing): Truth {
  let truth: Truth = false
  for (const item of items) {
    const same = is(value, item, testing)
    if (same === true) return true
    if (same === 'unknown') truth = same
  }
  return truth
}

function hasPart(whole: Value, part: Value, testing: Testing): Truth {
  if (whole.type === 'list') return isMember(part, whole, testing)
  invariant(whole.type === 'text' && part.type === 'text', 'a part is looked for in a text or a list')
  return whole.value.includes(part.value)
}

function itemsOf(list: Value): readonly Value[] {
  invariant(list.type === 'list', 'only a list has members')
  return list.items
}
